/* Knows where a document's number, addressee, signature and date stand. */
#include "doc/head.h"

#include "base/names.h"
#include "doc/claim.h"
#include "doc/genre.h"
#include "doc/grid.h"
#include "doc/naming.h"
#include "doc/signer.h"
#include "doc/titleline.h"
#include "doc/words.h"
#include "zh/docno.h"
#include "zh/numeral.h"
#include "zh/region.h"

enum {
	SHORTEST_ADDRESSEE = 3,
	LONGEST_ADDRESSEE = 150,
	LONGEST_NUMBER_LINE = 60,
	LAST_BYTES = 600         /* where a one-line text is signed */
};

/* ---- number and addressee ---- */

/* The number of the document stands alone on its line (a date, a signer may follow), or behind a label. */
static bool find_number(struct head *h, const struct outline *o)
{
	for (size_t i = 0; i < titleline_top(o) && !h->number.n; i++) {
		bool row = o->paras[i].kind == PARA_ROW;
		struct str s = o->paras[i].s, claimed = claim_of(&o->paras[i], "number");
		struct docno d;

		if (!claimed.n && (row || str_longer(s, LONGEST_NUMBER_LINE)))
			continue;
		if (!docno_find(claimed.n ? claimed : s, 0, &d))
			continue;
		if (!claimed.n && (d.at > 3 || str_has(s, STR("。")) || words_of(s, d.end, W_OF)))
			continue;
		h->number = str_sub(claimed.n ? claimed : s, d.at, d.end);
		h->year = d.year;
		if (i + 1 > h->first_body && !claimed.n)
			h->first_body = i + 1;
		return true;
	}
	return h->number.n > 0;
}

/* 其中: and 主要任务如下: open a list, no letter; 单位: is a unit. */
static bool may_be_addressed(struct str who)
{
	struct context none = {0};
	struct body b;

	/* 7月13日,国务院新闻办公室指出: a sentence is no list of bodies. */
	return str_chars(who) >= SHORTEST_ADDRESSEE && !words_tail(who, W_PART) && !words_tail(who, W_FOLLOWS) &&
	       (!str_has(who, STR(",")) || body_at(&none, who, 0, &b));
}

/* 市商务局副局长:谢谢您的提问。…: who speaks, in what was said before the press. */
static bool is_speaker(struct str who, struct str said)
{
	struct context none = {0};
	struct body b;

	return said.n && words_tail(who, W_POST) && (body_at(&none, who, 0, &b) || words_of(who, 0, W_LEVEL));
}

static bool find_addressee(struct head *h, const struct outline *o)
{
	size_t end = h->first_body + 6 < o->count ? h->first_body + 6 : o->count;

	for (size_t i = h->title.n ? h->first_body : 0; i < end; i++) {
		struct str s = o->paras[i].s;

		if (o->paras[i].kind == PARA_ROW || o->paras[i].level > 1)
			return false;
		size_t colon = str_find(s, STR(":"), 0);

		if (colon == s.n || colon == 0 || str_chars(str_sub(s, 0, colon)) > LONGEST_ADDRESSEE)
			continue;
		struct str who = str_sub(s, 0, colon);

		if (is_speaker(who, str_from(s, colon + 1)))
			return false;
		/* 主持人:…, 项目名称:…: a label of what stands behind it. */
		if (!may_be_addressed(who) || (colon + 1 < s.n && grid_heading(who) != COLUMN_UNKNOWN))
			continue;
		if (claim_in_run(o, i) || str_has(who, STR("。")) || words_of(s, 0, W_LABEL) || words_of(s, 0, W_NOTE) || words_of(s, 0, W_CLAIM) || words_of(s, 0, W_PAGE) || words_tail(who, W_LABEL) ||
		    words_tail(who, W_GENRE) || words_is(who, W_UNIT))
			continue;
		struct context none = {0};
		struct body b;

		/* Text after the colon in the same paragraph is the letter only where whole sentences follow, behind a long list only where bodies begin it. */
		if (colon + 1 < s.n && str_chars(who) > 40 && !(str_has(str_from(s, colon), STR("。")) && body_at(&none, who, 0, &b)))
			continue;
		h->addressee = who;
		return true;
	}
	return false;
}

/* ---- signature ---- */

static void set_date(struct head *h, struct str date)
{
	enum precision precision;

	h->date_text = date;
	if (!date_parse(date, &h->date, &precision))
		h->date = (struct ymd){0, 0, 0};
	else
		h->year = h->date.year;
}

static void add_issuers(struct head *h, struct str s)
{
	struct body items[SIGNER_MOST];
	size_t n = body_list(s, items, SIGNER_MOST);

	for (size_t i = 0; i < n && h->issuer_count < SIGNER_MOST; i++)
		h->issuers[h->issuer_count++] = items[i].s;
}

/* A body and its day on one line, perhaps with 印发 behind. `open`: other words may follow the date. */
static bool signed_line(struct head *h, struct str s, bool open)
{
	const struct word *printed = words_tail(s, W_PRINTED);
	size_t n;

	if (printed)
		s = str_trim(str_sub(s, 0, s.n - printed->text.n));
	if (!open && str_longer(s, SIGNER_LONGEST + 12))
		return false;
	size_t at = signer_at(s, open, &n);

	if (!at)
		return false;
	set_date(h, str_sub(s, at, at + n));
	add_issuers(h, str_trim(str_sub(s, 0, at)));
	return true;
}

/* …。国家发展改革委2012年7月19日 at the end of a text that came as one line. */
static bool signed_tail(struct head *h, struct str s)
{
	size_t len;

	for (size_t at = s.n; at > 0 && s.n - at < LAST_BYTES;) {
		at = str_before(s, at);
		if (str_char(s, at, &len) == 0x3002 && signed_line(h, str_from(s, at + len), true))
			return true;
	}
	return false;
}

/* The end of a letter: a sentence, a table or the list of what goes with it. */
static bool closes_letter(const struct para *p)
{
	return p->kind == PARA_ROW || str_ends(p->s, STR("。")) || str_ends(p->s, STR(")")) || words_of(p->s, 0, W_LABEL) || words_of(p->s, 0, W_PAGE);
}

/* …现印发给你们，请认真组织实施。 / 2023年4月18日 / 某市营商环境重点任务分工: whether paragraph i, a day, stands between the last sentence of a letter and the
 * title of what it carries, which its own title may name. */
static bool opens_annex(const struct head *h, const struct outline *o, size_t i)
{
	size_t used = 0;

	if (!i || i + 1 >= o->count || o->paras[i - 1].kind == PARA_ROW || !str_ends(o->paras[i - 1].s, STR("。")) || !titleline_is(o, i + 1))
		return false;
	/* 关于印发2023年任务分工的通知 carries 青石市2023年任务分工. */
	struct str title = o->paras[i + 1].s;

	region_chain(title, &used);
	title = str_from(title, used);
	return genre_word(title) || (str_reaches(title, TITLELINE_SHORTEST) && str_has(h->title, title));
}

/* A date on a line of its own with the signing bodies on the lines before it. */
static bool find_signature(struct head *h, const struct outline *o)
{
	struct str date;

	for (size_t i = h->first_body; i < o->count; i++) {
		const struct para *p = &o->paras[i];

		if (p->kind == PARA_ROW)
			continue;
		if (str_longer(p->s, SIGNER_LONGEST + 12)) {
			if (i + 3 >= o->count && signed_tail(h, p->s))
				return true;
			continue;
		}
		const struct word *printed = words_tail(p->s, W_PRINTED);

		if (!printed && signed_line(h, p->s, false))
			return true;
		if (!signer_day(str_sub(p->s, 0, p->s.n - (printed ? printed->text.n : 0)), &date))
			continue;
		size_t first = i;

		/* Those addressed end in a colon, and sign nothing. */
		while (first > h->first_body && i - first < SIGNER_MOST && o->paras[first - 1].kind != PARA_ROW &&
		       signer_is(o->paras[first - 1].s) && !str_ends(str_trim(o->paras[first - 1].s), STR(":")))
			first--;
		if (first == i && i > h->first_body + 1 && closes_letter(&o->paras[i - 2]) && o->paras[i - 1].kind != PARA_ROW && signer_closes(o->paras[i - 1].s))
			first--;
		if (first == i && (printed || (i + 3 < o->count && !opens_annex(h, o, i))))
			continue;
		set_date(h, date);
		for (size_t k = first; k < i; k++)
			add_issuers(h, o->paras[k].s);
		return true;
	}
	return false;
}

/* 各镇政府、各街道办事处: those addressed, who issue nothing. */
static bool names_class(struct str s)
{
	struct context none = {0};
	struct body b;

	return body_at(&none, s, 0, &b) && b.kind == BODY_CLASS;
}

/* A body that stands alone behind the end of a letter signs it, though nothing or only the rest of a day (202062) stands below: whatever a page tells
 * of who put the letter there. */
static void find_undated_signature(struct head *h, const struct outline *o)
{
	enum { LINES = 10 };
	const struct word *genre = genre_word(h->title);
	bool letter = genre && (str_eq(genre->arg, STR("notice")) || str_eq(genre->arg, STR("reply")));

	for (size_t i = o->count; letter && i-- > h->first_body + 1 && i + LINES > o->count && !h->issuer_count;) {
		const struct para *p = &o->paras[i];

		if (p->kind != PARA_ROW && (i + 1 == o->count || p[1].page) && (closes_letter(p - 1) || claim_in_run(o, i - 1)) && signer_is(p->s) && !names_class(p->s))
			add_issuers(h, p->s);
	}
}

/* 某政办〔2020〕8号（2020年7月20日印发）, （2020年7月20日某省人民政府令第8号公布） */
static void dated_inset(struct head *h, struct str s)
{
	if (str_longer(s, 2 * LONGEST_NUMBER_LINE))
		return;
	for (size_t open = str_find(s, STR("("), 0); open < s.n && !h->date_text.n; open = str_find(s, STR("("), open + 1)) {
		struct str in = str_sub(s, open + 1, str_find(s, STR(")"), open));
		struct period p;
		size_t n = period_match(in, (struct ymd){0, 0, 0}, &p);

		if (n && p.precision == PRECISION_DAY && p.start.year && words_of(in, n, W_ISSUE) && words_of(in, n, W_ISSUE)->text.n == in.n - n)
			set_date(h, str_sub(in, 0, n));
		struct context none = {0};
		struct body b;

		if (n && p.precision == PRECISION_DAY && p.start.year && words_tail(in, W_ISSUE) && body_at(&none, in, n, &b)) {
			set_date(h, str_sub(in, 0, n));
			if (!h->issuer_count)
				add_issuers(h, b.s);
		}
	}
}

/* A line of classes of bodies under the title, without a colon. */
static void find_unmarked_addressee(struct head *h, const struct outline *o)
{
	for (size_t i = 0; h->title.n && i < o->count && i < h->first_body + 2 && !h->addressee.n; i++)
		if (o->paras[i].kind != PARA_ROW && o->paras[i].s.p >= h->title.p + h->title.n && str_chars(o->paras[i].s) <= LONGEST_ADDRESSEE &&
		    names_class(o->paras[i].s) && body_only(&(struct context){0}, o->paras[i].s))
			h->addressee = o->paras[i].s;
}

/* 教育部等六部门: those that are named. */
static struct str without_others(struct str s)
{
	enum { LONGEST = 15 }; /* bytes of 部门 and such behind the number */
	struct numeral n;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *etc = words_of(s, i, W_ETC);
		struct str rest = etc ? str_from(s, i + etc->text.n) : STR("");
		size_t used = rest.n ? numeral_match(rest, &n) : 0;

		str_char(s, i, &len);
		if (i && used && rest.n - used <= LONGEST)
			return str_sub(s, 0, i);
	}
	return s;
}

/* 现在,我代表甲市人民政府,向大会报告工作: who gives the report. */
static void find_speaker(struct head *h, const struct outline *o)
{
	enum { NEAR = 90 }; /* bytes from the start of the sentence */
	struct context none = {0};
	struct body b;

	for (size_t i = 0; i < titleline_top(o) && i < h->first_body + 6 && !h->issuer_count; i++) {
		struct str s = o->paras[i].s;
		size_t at = o->paras[i].kind == PARA_ROW ? s.n : words_next(str_sub(s, 0, NEAR), 0, W_CLAIM);
		const struct word *w = at < s.n ? words_of(s, at, W_CLAIM) : NULL;

		if (w && str_eq(w->arg, STR("speaker")) && body_at(&none, s, at + w->text.n, &b))
			add_issuers(h, b.s);
	}
}

/* 甲县财政局, (甲县财政局): a report or a page without a signature tells who gives it below its title. A body below that of a letter may be addressed. */
static void find_author(struct head *h, const struct outline *o)
{
	enum { LINES = 3 };
	const struct word *genre = genre_word(h->title);
	bool letter = genre && (str_eq(genre->arg, STR("notice")) || str_eq(genre->arg, STR("reply")));

	for (size_t i = h->first_body; h->title.n && i < o->count && i < h->first_body + LINES && !h->issuer_count; i++) {
		struct str s = o->paras[i].s;
		bool inset = str_starts(s, STR("(")) && str_ends(s, STR(")"));

		if (o->paras[i].kind == PARA_ROW || o->paras[i].level || str_has(s, STR("。")) || (h->addressee.n && s.p >= h->addressee.p))
			return;
		s = inset ? str_sub(s, 1, s.n - 1) : s;
		if (!letter && !str_has(s, STR(":")) && signer_is(s) && !names_class(s)) {
			add_issuers(h, s);
			h->author = o->paras[i].s;
		}
	}
}

/* 青石县交通局2018年部门预算情况说明: the body before the year that a title without 关于 tells; n 0: there is none. */
static struct str before_year(struct str title)
{
	struct period p;
	size_t at = 0, len;

	while (at < title.n && !(words_opens(title, at) & OPENS_NUMBER)) {
		str_char(title, at, &len);
		at += len;
	}
	bool year = at && at < title.n && period_match(str_from(title, at), (struct ymd){0, 0, 0}, &p) && !p.relative && p.precision == PRECISION_YEAR;

	return year ? str_sub(title, 0, at) : STR("");
}

/* Without a signature: the letterhead or the body that the title starts with. */
static void find_unsigned(struct head *h, const struct outline *o)
{
	enum { LONGEST_OFFICE = 40 };
	struct context none = {0};
	struct body b;
	struct str s = h->issuer_count ? STR("") : claim_first(o, titleline_top(o), "issuer"), date;

	if (s.n && body_at(&none, s, 0, &b))
		add_issuers(h, body_only(&none, s) ? s : b.s);
	/* 发布单位: 中国（某地）自由贸易试验区管理委员会 */
	else if (words_tail(s, W_BODY) && !str_longer(s, LONGEST_OFFICE))
		add_issuers(h, s);
	size_t about = genre_about(h->title);

	struct str named = about == h->title.n ? before_year(h->title) : without_others(str_sub(h->title, 0, about));

	if (!h->issuer_count && named.n && signer_is(named))
		add_issuers(h, named);
	for (size_t i = 0; i < h->first_body && i < titleline_top(o) && !h->issuer_count; i++)
		if (o->paras[i].kind != PARA_ROW && signer_is(o->paras[i].s) && !names_class(o->paras[i].s))
			add_issuers(h, o->paras[i].s);
	find_author(h, o);
	find_speaker(h, o);
	s = h->date_text.n ? STR("") : claim_first(o, titleline_top(o), "date");
	struct period p;
	size_t n = s.n ? period_match(s, (struct ymd){0, 0, 0}, &p) : 0;

	if (n && p.precision == PRECISION_DAY)
		set_date(h, str_sub(s, 0, n));
	for (size_t i = o->count; i-- > 0 && i + 6 > o->count && !h->date_text.n;)
		if (o->paras[i].kind != PARA_ROW && words_tail(o->paras[i].s, W_PRINTED))
			signed_line(h, o->paras[i].s, false);
	/* A date behind the number, on its line. */
	if (!h->date_text.n && h->number.n)
		for (size_t i = 0; i < titleline_top(o); i++)
			if (h->number.p >= o->paras[i].s.p && h->number.p < o->paras[i].s.p + o->paras[i].s.n &&
			    signer_day(str_trim((struct str){h->number.p + h->number.n, (size_t)(o->paras[i].s.p + o->paras[i].s.n - h->number.p - h->number.n)}), &date))
				set_date(h, date);
	/* 苍溪县人民政府办公室　　2016年9月23日 over the title of minutes */
	for (size_t i = 0; i < titleline_top(o) && !h->date_text.n; i++)
		if (o->paras[i].kind != PARA_ROW) {
			dated_inset(h, o->paras[i].s);
			size_t known = h->issuer_count;

			if (!h->date_text.n && i < h->first_body && signed_line(h, o->paras[i].s, false) && known)
				h->issuer_count = known;
		}
	/* （2020年7月20日） under the title. */
	for (size_t i = h->first_body; i < o->count && i < h->first_body + 2 && !h->date_text.n; i++) {
		struct str t = o->paras[i].s;

		if (t.n > 2 && t.p[0] == '(' && str_ends(t, STR(")")) && signer_day(str_sub(t, 1, t.n - 1), &date))
			set_date(h, date);
	}
}

/* ---- citations ---- */

static void find_refs(struct head *h, const struct outline *o, struct arena *a)
{
	size_t cap = 0;
	struct names known = {.n = 0};

	if (h->number.n)
		names_add(&known, h->number);
	for (size_t i = 0; i < o->count; i++) {
		size_t cells = o->paras[i].kind == PARA_ROW ? o->paras[i].cell_count : 1;

		for (size_t k = 0; k < cells; k++) {
			struct str s = o->paras[i].kind == PARA_ROW ? o->paras[i].cells[k] : o->paras[i].s;
			struct docno d;

			for (size_t from = 0; docno_find(s, from, &d); from = d.end) {
				size_t before = known.n;
				struct str ref = str_sub(s, d.at, d.end);

				if (names_add(&known, ref) == before)
					*ARENA_PUSH(a, h->refs, h->ref_count, cap) = ref;
			}
		}
	}
	names_free(&known);
}

void head_read(struct head *h, struct context *c, const struct outline *o, struct arena *a)
{
	memset(h, 0, sizeof *h);
	memset(c, 0, sizeof *c);
	c->arena = a;
	titleline_find(h, o);
	find_number(h, o);
	find_addressee(h, o);
	find_unmarked_addressee(h, o);
	if (!find_signature(h, o))
		find_undated_signature(h, o);
	find_unsigned(h, o);
	genre_find(h, o);
	find_refs(h, o, a);
	naming_regions(h, c, o);
	naming_aliases(h, c, o);
}
