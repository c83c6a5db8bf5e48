/* Knows the parts of a text that came as one line. */
#include "doc/unbroken.h"

#include "doc/body.h"
#include "doc/words.h"
#include "zh/docno.h"
#include "zh/numeral.h"
#include "zh/period.h"

enum {
	LONG = 300,           /* characters of a paragraph that may hold several */
	LONGEST_SIGNERS = 150, /* bytes of the bodies before the day */
	SHORTEST_HEADING = 4,  /* characters */
	LONGEST_HEADING = 16,
	SHORTEST_SENTENCE = 6, /* characters behind a heading without a mark */
	LONGEST_FRONT = 700,   /* bytes within which the title ends */
	LONGEST_TITLE = 100,   /* characters */
	SHORTEST_TITLE = 5,
	SHORTEST_PIECE = 4,    /* characters between two gaps */
	NEAR_NUMBER = 6,       /* bytes between the title and a document number */
	LONGEST_NUMBER = 120,
	LONGEST_ADDRESSEE = 500
};

bool unbroken_is(struct str s)
{
	return str_longer(s, LONG);
}

/* ---- the front ---- */

static bool is_numeral(struct str s, size_t at)
{
	struct numeral n;

	return at < s.n && numeral_match(str_from(s, at), &n) > 0;
}

/* Bodies and a day at the start of s: their bytes, or 0. */
static size_t signature_at(struct str s)
{
	const struct context none = {0};
	struct period p;

	for (size_t i = 0, len; i < s.n && i < LONGEST_SIGNERS; i += len) {
		size_t n = i && is_numeral(s, i) ? period_match(str_from(s, i), (struct ymd){0, 0, 0}, &p) : 0;

		if (str_char(s, i, &len) == 0x3002)
			return 0;
		if (!n)
			continue;
		struct str who = str_trim(str_sub(s, 0, i));
		/* 某市计划委员会(二○○四年三月十二日) */
		bool inset = str_ends(who, STR("(")) && i + n < s.n && s.p[i + n] == ')';

		who.n -= inset;
		return p.precision == PRECISION_DAY && !p.relative && body_only(&none, str_trim(who)) ? i + n + inset : 0;
	}
	return 0;
}

static bool is_gap(const struct view *v, struct str s, size_t at)
{
	return at > 0 && at < s.n && view_gap(v, view_at(v, s) + at) > 0;
}

static bool opens_addressee(struct str s)
{
	const struct context none = {0};
	struct body b;
	size_t stop = str_find(s, STR("。"), 0), colon = str_find(s, STR(":"), 0);

	return colon < stop && colon <= LONGEST_ADDRESSEE && body_at(&none, s, 0, &b) && b.kind != BODY_SELF;
}

/* Whether a title may end before byte `at`: a number, a gap, whom it is sent to, the first sentence or numbering follows. */
static bool ends_title(const struct view *v, struct str s, size_t at)
{
	struct str rest = str_from(s, at);
	struct docno d;
	size_t len;
	long value;
	const struct word *w = words_at(rest, 0);

	if (!rest.n || words_of(rest, 0, W_OF) || words_of(rest, 0, W_JOIN) || words_of(rest, 0, W_ETC))
		return false;
	if (docno_find(str_sub(rest, 0, LONGEST_NUMBER), 0, &d) && d.at <= NEAR_NUMBER)
		return true;
	struct period p;

	/* 某市2004年重点项目计划某市计划委员会(二○○四年三月十二日)…, 2005年工作总结2005年,… */
	if (signature_at(rest) || (period_match(rest, (struct ymd){0, 0, 0}, &p) && p.start.year))
		return true;
	return is_gap(v, s, at) || outline_marker(rest, &len, &value) || opens_addressee(rest) || (w && (w->class == W_FORWHAT || w->class == W_MEANS));
}

/* Behind the title that begins at or behind byte `from`, its bracket included; 0: none. */
static size_t title_end(const struct view *v, struct str s, size_t from)
{
	int depth = 0;

	for (size_t i = from, len; i < s.n && i < LONGEST_FRONT; i += len) {
		const struct word *w = words_of(s, i, W_TITLE);
		uint32_t c = str_char(s, i, &len);

		depth += (c == 0x300A || c == 0x201C) - (depth && (c == 0x300B || c == 0x201D));
		if (c == 0x3002)
			return 0;
		if (!w || depth)
			continue;
		size_t end = i + w->text.n;

		len = w->text.n;
		if (end < s.n && s.p[end] == '(' && str_find(s, STR(")"), end) < end + LONGEST_NUMBER)
			end = str_find(s, STR(")"), end) + 1;
		if (str_chars(str_sub(s, from, end)) >= SHORTEST_TITLE && ends_title(v, s, end))
			return str_chars(str_sub(s, from, end)) <= LONGEST_TITLE ? end : 0;
	}
	return 0;
}

/* The lines that stood before the title, and those of the title, are parted by gaps. */
static size_t cut_gaps(const struct view *v, struct str s, size_t end, size_t *cuts)
{
	size_t n = 0, from = 0, len;

	for (size_t i = 0; i < end && n + 4 < UNBROKEN_CUTS; i += len) {
		size_t next = i;

		str_char(s, i, &len);
		if (!is_gap(v, s, i) || str_chars(str_sub(s, from, i)) < SHORTEST_PIECE)
			continue;
		for (size_t step; next < end && (next == i || !is_gap(v, s, next)); next += step)
			str_char(s, next, &step);
		if (str_chars(str_sub(s, i, next)) < SHORTEST_PIECE)
			continue;
		cuts[n++] = from = i;
	}
	return n;
}

/* 时间:2022-06-01 17:58, 微信, 浏览:12: the byte behind what a page tells of itself at byte `at`, up to the next gap; `at`: it is none. */
static size_t page_line(const struct view *v, struct str s, size_t at)
{
	size_t end = at, len;
	struct period p;

	while (end < s.n && end - at < LONGEST_NUMBER && (end == at || !is_gap(v, s, end))) {
		str_char(s, end, &len);
		end += len;
	}
	struct str line = str_trim(str_sub(s, at, end)), told = str_trim(str_from(line, str_find(line, STR(":"), 0) + 1));
	bool date = told.n && period_match(told, (struct ymd){0, 0, 0}, &p) && p.precision == PRECISION_DAY;
	bool figures = line.n && line.n <= SHORTEST_PIECE * 3;

	for (size_t i = 0; i < line.n; i++)
		figures &= line.p[i] == ':' || (line.p[i] >= '0' && line.p[i] <= '9');
	return end < s.n && line.n && (date || figures || words_of(line, 0, W_PAGE) || words_of(line, 0, W_CLAIM)) ? end : at;
}

/* Whether byte `at` stands within 《》 or “”. */
static bool is_quoted(struct str s, size_t at)
{
	int depth = 0;

	for (size_t i = 0, len; i < at; i += len) {
		uint32_t c = str_char(s, i, &len);

		depth += (c == 0x300A || c == 0x201C) - (depth && (c == 0x300B || c == 0x201D));
	}
	return depth > 0;
}

/* 关于X的意见 时间:… 甲政〔2015〕14号甲市政府关于X的意见…: a page shows the title above the document, which begins with it once more. Where the
 * second one ends, 0: there is none; *from: where the document begins. */
static size_t title_again(const struct view *v, struct str s, size_t end, size_t *from)
{
	const struct context none = {0};
	size_t begin = end;
	struct docno d;

	for (size_t i = end; i > 0 && begin == end;) {
		i = str_before(s, i);
		if (is_gap(v, s, i) || i == 0)
			begin = i;
	}
	struct str title = str_trim(str_sub(s, begin, end)), rest = str_sub(s, end, end + LONGEST_FRONT);
	size_t again = str_chars(title) >= SHORTEST_TITLE ? str_find(rest, title, 0) : rest.n;

	/* Between the two only lines of the page, and the number and the issuer of the document. */
	if (again >= rest.n || str_has(str_sub(rest, 0, again), STR("。")) || is_quoted(rest, again))
		return 0;
	*from = end;
	for (size_t next; (next = page_line(v, s, *from)) > *from && next <= end + again;)
		*from = next;
	struct str lead = str_trim(str_sub(s, *from, end + again));

	if (docno_find(lead, 0, &d) && str_chars(str_sub(lead, 0, d.at)) < SHORTEST_TITLE) {
		*from += (size_t)(lead.p - (s.p + *from)) + d.at;
		lead = str_trim(str_from(lead, d.end));
	}
	return !lead.n || body_only(&none, lead) || words_tail(lead, W_BODY) ? end + again + title.n : 0;
}

/* 甲省财政厅文件甲财〔2021〕8号甲省财政厅关于X的通知: whether the number of the document stands before its title, which ends at byte `end`. */
static bool number_before(struct str s, size_t end, struct docno *d)
{
	const struct context none = {0};

	if (!docno_find(str_sub(s, 0, end), 0, d) || is_quoted(s, d->at) || str_chars(str_sub(s, d->end, end)) < SHORTEST_TITLE)
		return false;
	struct str lead = str_trim(str_sub(s, 0, d->at));
	const struct word *masthead = words_tail(lead, W_MASTHEAD);

	return !lead.n || masthead || body_only(&none, lead);
}

size_t unbroken_front(const struct view *v, struct str s, size_t *page, size_t cuts[UNBROKEN_CUTS])
{
	size_t end = title_end(v, s, 0), n;
	struct docno d;

	/* A line of the page may stand before the title, and end like one. */
	for (size_t i = 0, len; !end && i < s.n && i < LONGEST_FRONT; i += len) {
		str_char(s, i, &len);
		if (is_gap(v, s, i))
			end = title_end(v, s, i);
	}
	*page = 0;
	if (!end)
		return 0;
	size_t from = 0, again = title_again(v, s, end, &from);

	/* Behind the page's own lines the number and the title of the document. */
	*page = again ? from : 0;
	n = 0;
	if (!again && number_before(s, end, &d)) {
		if (d.at)
			cuts[n++] = d.at;
		cuts[n++] = d.end;
	} else if (!again)
		n = cut_gaps(v, s, end, cuts);
	else if (docno_find(str_sub(s, from, again), 0, &d) && d.at == 0)
		cuts[n++] = from + d.end;
	cuts[n++] = end = again ? again : end;
	if (docno_find(str_sub(s, end, end + LONGEST_NUMBER), 0, &d) && d.at <= NEAR_NUMBER)
		cuts[n++] = end += d.end;
	/* What the page tells between the title and the text. */
	for (size_t next; n + 1 < UNBROKEN_CUTS && (next = page_line(v, s, end)) > end;)
		cuts[n++] = end = next;
	size_t stop = str_find(s, STR("。"), end), colon = str_find(s, STR(":"), end);

	if (colon < stop && colon - end <= LONGEST_ADDRESSEE)
		cuts[n++] = colon + 1;
	return n;
}

/* ---- the body ---- */

static uint32_t char_before(struct str s, size_t at)
{
	size_t len;

	return at ? str_char(s, str_before(s, at), &len) : 0;
}

/* Whether number 2 of the level stands further on. What was searched once is remembered: a text of many numbers 1 is read once. */
static bool counts_on(struct outline *o, struct str s, size_t at, int level)
{
	struct str *known = &o->searched[level];
	const char *begin = s.p + at, *end = s.p + s.n;
	size_t len, mark, i = at;
	long value;

	if (str_within(*known, (struct str){begin, 1}) && known->p + known->n <= end)
		return known->p + known->n < end;
	for (; i < s.n; i += len) {
		if (outline_marker(str_from(s, i), &mark, &value) == level && value == 2)
			break;
		str_char(s, i, &len);
	}
	*known = str_sub(s, at, i);
	return i < s.n;
}

/* （1）资源申请…责任单位：某公司完成时限：9月底（2）…: whether a label of duties stands within an item. */
static bool holds_label(struct str s)
{
	enum { LONGEST_ITEM = 3000 }; /* bytes */

	s = str_sub(s, 0, LONGEST_ITEM);
	for (size_t colon = 0; (colon = str_find(s, STR(":"), colon)) < s.n; colon++)
		if (words_tail(str_sub(s, 0, colon), W_LABEL))
			return true;
	return false;
}

/* （1）综合协调组：由…: a short name that a colon ends. */
static bool names_group(struct str s)
{
	enum { LONGEST_GROUP = 30, SHORTEST_GROUP = 9 }; /* bytes */
	size_t colon = str_find(str_sub(s, 0, LONGEST_GROUP), STR(":"), 0);

	return colon >= SHORTEST_GROUP && colon < s.n && colon < LONGEST_GROUP && !str_has(str_sub(s, 0, colon), STR(",")) && !str_has(str_sub(s, 0, colon), STR("。"));
}

/* 骨干节点建设工程1．某物流园项目。…建成。2．…: whether number 2 of a list begins behind the end of a sentence. */
static bool second_begins(struct str s)
{
	enum { LONGEST_FIRST = 900 }; /* bytes */
	size_t mark, len;
	long value;
	uint32_t before = 0;

	for (size_t i = 0; i < s.n && i < LONGEST_FIRST; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (before == 0x3002 && outline_marker(str_from(s, i), &mark, &value) == 7)
			return value == 2;
		before = c;
	}
	return false;
}

bool unbroken_marker(struct outline *o, struct str s, size_t at, size_t len, int level, long value)
{
	struct str rest = str_from(s, at + len);
	const struct word *item = words_of(rest, 0, W_ITEM);

	/* （二）投资重点1.城市道路: a heading without a mark stands before the first. */
	bool listed = level == 7 && value == 1 && words_tail(str_sub(s, 0, at), W_HEADEND);

	/* 第（二）项, 第三、四季度, 一、二、三期 */
	listed |= level == 7 && value == 1 && second_begins(rest);
	bool closed = (level == 7 || (level == 8 && s.p[at] == '(')) && holds_label(rest), group = level == 8 && s.p[at] == '(' && names_group(rest);

	if (level < 2 || (level > 6 && !listed && !closed && !group) || !rest.n || item || is_numeral(s, at + len) || words_of(rest, 0, W_NOCOUNT))
		return false;
	if (is_numeral(s, str_before(s, at)) || words_tail(str_sub(s, 0, at), W_JOIN) || words_tail(str_sub(s, 0, at), W_ORDINAL) || char_before(s, at) == '(')
		return false;
	return value > 1 ? value == o->numbering[level] + 1 || (closed && value == o->counted[level] + 1) : value == 1 && counts_on(o, s, at + len, level);
}

/* What the first paragraph says is issued: 关于印发X的通知. */
static struct str announced(const struct outline *o)
{
	struct str title = o->count ? o->paras[0].s : STR("");

	for (size_t i = 0, len; i < title.n; i += len) {
		const struct word *issue = words_of(title, i, W_ISSUE);

		str_char(title, i, &len);
		if (!issue)
			continue;
		for (size_t k = title.n; k > i;) {
			k = str_before(title, k);
			const struct word *of = words_of(title, k, W_OF);

			if (of && words_is(str_from(title, k + of->text.n), W_TITLE))
				return str_trim(str_sub(title, i + issue->text.n, k));
		}
	}
	return STR("");
}

/* 市财政局、市农业农村局：…, where a line of its own began. */
static bool opens_charter(struct str s)
{
	const struct context none = {0};
	size_t colon = str_find(str_sub(s, 0, LONGEST_SIGNERS), STR(":"), 0);

	return colon < s.n && colon < LONGEST_SIGNERS && body_only(&none, str_sub(s, 0, colon));
}

/* The first place from byte `from` on where a day follows what may end a body, or one from byte `to` on: no signature begins within the
 * bytes before it that its bodies may have. */
static size_t next_signed(struct str s, size_t from, size_t to)
{
	struct period p;

	for (size_t len; from < to && from < s.n; from += len) {
		struct str rest = str_from(s, from);

		if (phrase_filter_passes(&outline_openers, rest) && body_may_end(str_sub(s, 0, from)) && period_match(rest, (struct ymd){0, 0, 0}, &p) &&
		    p.precision == PRECISION_DAY && !p.relative)
			return from;
		str_char(s, from, &len);
	}
	return from;
}

size_t unbroken_cut(const struct outline *o, struct str s, size_t from)
{
	struct str title = announced(o);
	size_t day = from;

	for (size_t i = from; i < s.n; i = view_next_start(&o->view, s, i + 1)) {
		bool gap = is_gap(&o->view, s, i), begins = i == from || gap || str_ends(str_sub(s, 0, i), STR("。"));
		size_t n = 0;

		if (begins) {
			day = next_signed(s, day > i ? day : i, i + LONGEST_SIGNERS);
			n = day < s.n && day < i + LONGEST_SIGNERS ? signature_at(str_from(s, i)) : 0;
		}
		if (begins && !n && title.n && str_starts(str_from(s, i), title))
			n = title.n;
		if (begins && i > from && !n && opens_charter(str_from(s, i)))
			return i;
		if (n && i + n < s.n)
			return i == from ? i + n : i;
		if (n)
			return i == from ? s.n : i;
	}
	return s.n;
}

/* 由…, 根据…, 省公司…: how the first sentence of an item begins behind a heading without a mark. */
static bool opens_sentence(struct str s)
{
	const struct context none = {0};
	const struct word *verb = words_of(s, 0, W_VERB);
	struct body b;

	return words_of(s, 0, W_BY) || (words_of(s, 0, W_MEANS) && !(verb && str_eq(verb->arg, STR("noun")))) || (body_at(&none, s, 0, &b) && b.kind != BODY_SELF);
}

/* Where the sentence that goes on at byte `from` ends. */
static size_t sentence_end(struct str s, size_t from)
{
	for (size_t i = from, len; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (c == 0x3002 || c == ';' || c == 0xFF1B)
			return i;
	}
	return s.n;
}

struct str unbroken_heading(struct str body)
{
	size_t chars = 0, len;
	struct period p;
	bool item = holds_label(body);

	/* 根据预算管理有关规定，… is no heading. */
	if (words_of(body, 0, W_MEANS))
		return STR("");

	for (size_t i = 0; i < body.n && chars <= LONGEST_HEADING; i += len, chars++) {
		struct str head = str_sub(body, 0, i);
		uint32_t c = str_char(body, i, &len);

		if (c == ',' || c == ':' || c == ';' || c == 0x3002)
			break;
		/* （1）平台改造由项目组…责任单位：某公司 */
		if (item && chars >= SHORTEST_HEADING && opens_sentence(str_from(body, i)))
			return head;
		if (chars < SHORTEST_HEADING || !words_tail(head, W_HEADEND) || words_of(body, i, W_HEADEND) || words_of(body, i, W_OF) || words_of(body, i, W_JOIN))
			continue;
		/* 补贴标准最高不超过1万元, 每年安排不少于800万元: what a figure is of. */
		if (words_of(body, i, W_CAP) || words_of(body, i, W_BOUND) || words_of(body, i, W_IS) || (body.p[i] >= '0' && body.p[i] <= '9'))
			break;
		/* 研究制定资金管理制度；: too little is left for a sentence. */
		if (!str_longer(str_sub(body, i, sentence_end(body, i)), SHORTEST_SENTENCE))
			break;
		/* 工作要求和…: the heading goes on. 发展现状截至…: a heading is no part of a sentence. */
		if (!words_of(body, i, W_VAGUE) || period_match(str_from(body, i), (struct ymd){0, 0, 0}, &p))
			return head;
	}
	return STR("");
}
