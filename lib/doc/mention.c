/* Knows in which order the readers of single things are tried at each place of a paragraph. */
#include "doc/mention.h"

#include "doc/bureau.h"
#include "doc/enclosure.h"
#include "doc/figure.h"
#include "doc/outline.h"

enum {
	LONGEST_DEPTH = 8,
	LONGEST_TOWN = 15,  /* bytes of the name of a town */
	SHORTEST_CLAUSE = 7, /* characters of what a point ends */
	MOST_PLACES = 16,   /* that stand for their governments in one list */
	BYTES_A_MENTION = 6 /* most paragraphs have fewer: their mentions are never moved */
};

struct scanner {
	struct mentions *m;
	const struct context *c;
	struct arena *a;
	struct ymd when;
	struct docno next_docno;
	bool has_docno;
	int depth;
	size_t open_bracket[LONGEST_DEPTH]; /* index of the M_BRACKET mention that is open */
	size_t floor;  /* after the last punctuation: where a name can start */
	bool joined;   /* the last mention joins what stands behind it with others, or hands on to it */
	bool has_stop; /* the text has the stop of its own script */
	size_t item;   /* the last number that stands behind a stop, of an item perhaps */
};

static struct mention *add(struct scanner *sc, enum mention_kind kind, size_t from, size_t to)
{
	struct mention *x = ARENA_PUSH(sc->a, sc->m->items, sc->m->n, sc->m->cap);

	/* What it is besides is for the caller to say, of a mark nothing: a body takes much room, and most mentions are words. */
	sc->m->kinds |= 1u << kind;
	sc->joined = false;
	x->kind = kind;
	x->depth = sc->depth;
	x->from = from;
	x->to = to;
	return x;
}

/* 第三条 【落户支持】对…: the bracket that ends at byte `at` and opens the text is a heading, a sentence of its own. */
static bool is_heading(const struct scanner *sc, uint32_t close, size_t at)
{
	size_t head = sc->m->start;

	while (head < at && sc->m->s.p[head] == ' ')
		head++;
	return close == 0x3011 && !sc->depth && sc->m->items[sc->open_bracket[0]].from == head;
}

static bool add_bracket(struct scanner *sc, uint32_t c, size_t at, size_t len)
{
	if (mention_opens(c) || enclosure_note(sc->m->s, c, at + len)) {
		struct mention *x = add(sc, M_BRACKET, at, sc->m->s.n);

		if (sc->depth < LONGEST_DEPTH)
			sc->open_bracket[sc->depth] = (size_t)(x - sc->m->items);
		sc->depth++;
		sc->floor = at + len;
		return true;
	}
	if (!mention_closes(c) && !(c == 0x3015 && sc->depth))
		return false;
	if (sc->depth) {
		sc->depth--;
		if (sc->depth < LONGEST_DEPTH)
			sc->m->items[sc->open_bracket[sc->depth]].to = at + len;
		if (is_heading(sc, c, at))
			add(sc, M_STOP, at, at + len);
	}
	sc->floor = at + len;
	return true;
}

/* Whether the outermost bracket that is open is 〔. */
static bool in_note(const struct scanner *sc)
{
	size_t len;

	return sc->depth > 0 && str_char(sc->m->s, sc->m->items[sc->open_bracket[0]].from, &len) == 0x3014;
}

static bool is_han(uint32_t c)
{
	return c >= 0x3400 && c <= 0x9FFF;
}

/* …贷款解决.该项目由…: the point that a keyboard without 。 has, between words; a short word before it is half of a name (库尔班.吐尔逊). */
static bool is_point(const struct scanner *sc, size_t at)
{
	struct str s = sc->m->s;
	size_t len;

	if (sc->has_stop || str_chars(str_sub(s, sc->floor, at)) < SHORTEST_CLAUSE)
		return false;
	uint32_t before = at ? str_char(s, str_before(s, at), &len) : 0, behind = at + 1 < s.n ? str_char(s, at + 1, &len) : 0;

	return (is_han(before) || before == ')' || before == 0x300B || before == 0x201D) && (is_han(behind) || behind == 0x300A || behind == 0x201C || at + 1 == s.n);
}

/* 按6:4比例出资: a colon between digits parts no clauses, unless it stands behind the number of an item. */
static bool is_ratio(struct str s, size_t at)
{
	bool before = at > 0 && s.p[at - 1] >= '0' && s.p[at - 1] <= '9', behind = at + 1 < s.n && s.p[at + 1] >= '0' && s.p[at + 1] <= '9';
	size_t i = at;

	while (i > 0 && ((s.p[i - 1] >= '0' && s.p[i - 1] <= '9') || s.p[i - 1] == '.'))
		i--;
	return before && behind && i > 0;
}

/* 感谢您的关注，现答复如下：近年来…: what a letter says before its answer is a sentence of its own. */
static bool opens_answer(struct str s, size_t at)
{
	const struct word *w = s.p[at] == ':' ? words_tail(str_sub(s, 0, at), W_GENRE) : NULL;

	return w && str_eq(w->arg, STR("reply"));
}

static bool add_punctuation(struct scanner *sc, uint32_t c, size_t at, size_t len)
{
	enum mention_kind kind;

	if (c == 0x3002 || c == ';' || c == '!' || c == '?' || c == 0xFF1B || (c == '.' && is_point(sc, at)) || opens_answer(sc->m->s, at))
		kind = M_STOP;
	else if (c == ',' || (c == ':' && !is_ratio(sc->m->s, at)))
		kind = M_COMMA;
	else if (c == 0x3001)
		kind = M_PAUSE;
	else
		return false;
	/* A bracket that is never closed ends with its sentence. */
	if (c == 0x3002 && sc->depth && !enclosure_closes(sc->m->s, at, in_note(sc))) {
		for (int d = 0; d < sc->depth && d < LONGEST_DEPTH; d++)
			if (sc->m->items[sc->open_bracket[d]].to == sc->m->s.n)
				sc->m->items[sc->open_bracket[d]].to = at;
		sc->depth = 0;
	}
	add(sc, kind, at, at + len);
	sc->floor = at + len;
	return true;
}

static size_t add_docno(struct scanner *sc, size_t at)
{
	if (!sc->has_docno || sc->next_docno.at < at) {
		sc->has_docno = docno_find(sc->m->s, at, &sc->next_docno);
		if (!sc->has_docno)
			sc->next_docno.at = sc->m->s.n + 1, sc->has_docno = true;
	}
	if (sc->next_docno.at != at)
		return 0;
	struct docno *d = ARENA_NEW(sc->a, struct docno);

	*d = sc->next_docno;
	add(sc, M_DOCNO, at, d->end)->docno = d;
	return d->end - at;
}

/* 奖励企业|50万, 给予最高|50万: whether the clause tells of giving before what is read last. */
static bool is_given_here(const struct scanner *sc)
{
	for (size_t k = sc->m->n; k-- > 0 && sc->m->items[k].from >= sc->floor;) {
		const struct word *fund = mention_word(&sc->m->items[k], W_FUND);

		if (sc->m->items[k].kind == M_QUANTITY && sc->m->items[k].quantity->kind != QUANTITY_RATE)
			return false;
		if (mention_word(&sc->m->items[k], W_GIVE) || (fund && !str_starts(fund->arg, STR("weak:"))))
			return true;
	}
	return false;
}

/* 奖励50万, 补助1.5万/人, 建设资金80万。: 万 right behind a word of money is 万元, behind a weak one where nothing is counted. */
static bool is_short_money(const struct scanner *sc, size_t at, size_t end)
{
	struct str s = sc->m->s;
	const struct mention *before = sc->m->n ? &sc->m->items[sc->m->n - 1] : NULL;
	const struct word *fund = before && before->to == at ? mention_word(before, W_FUND) : NULL;
	size_t len;

	if (!numeral_has_large(str_sub(s, at, end)))
		return false;
	/* 600万启动资金 */
	const struct word *behind = words_of(s, end, W_FUND);

	if (behind && !str_starts(behind->arg, STR("weak:")))
		return true;
	uint32_t c = end < s.n ? str_char(s, end, &len) : ';';
	bool closed = c == ';' || c == ',' || c == 0x3002 || c == 0x3001 || c == ')';

	if (!fund)
		return closed && (words_tail(str_sub(s, 0, at), W_PROGRAM) || is_given_here(sc));
	return !str_starts(fund->arg, STR("weak:")) || c == '/' || closed;
}

/* 2、今年3月份, 3、3月份安排…;4、5月份…: bytes of the number of an item before a month that it could be read with, or 0. */
static size_t numbers_item(struct scanner *sc, size_t at)
{
	const struct mention *before = sc->m->n ? &sc->m->items[sc->m->n - 1] : NULL;
	size_t number, used = 0;

	if (!before || before->to != at || (before->kind != M_STOP && before->kind != M_COMMA) || sc->m->s.p[before->from] == ',')
		return 0;
	size_t digits = figure_small(str_from(sc->m->s, at), &number);

	if (digits && number == sc->item + 1 && str_starts(str_from(sc->m->s, at + digits), STR("、")))
		used = digits + strlen("、");
	if (digits)
		sc->item = number;
	return used;
}

static size_t add_number(struct scanner *sc, size_t at)
{
	struct str rest = str_from(sc->m->s, at);
	struct period p;
	struct quantity q;
	size_t item = numbers_item(sc, at);

	/* LPR50%: the share of a rate that letters name. */
	if (at > sc->m->start && numeral_is_tail(sc->m->s, at) && !words_tail(str_sub(sc->m->s, 0, at), W_SHARE))
		return 0;
	size_t np = period_match(rest, sc->when, &p), nq = quantity_match(rest, STR(""), &q), bound = nq ? figure_opens_total(rest, nq) : 0;

	if (!np && !nq && (nq = quantity_ratio(rest, &q)) && !figure_matches(str_from(rest, nq)))
		return 0;
	if (bound)
		nq = quantity_match(str_sub(rest, 0, nq - bound), STR(""), &q);

	const struct word *word = nq && !np ? words_at(sc->m->s, at) : NULL;

	/* 一次性奖励 is a word, no number. */
	if (word && word->text.n > nq && (q.kind == QUANTITY_BARE || q.kind == QUANTITY_COUNT) && !(rest.p[0] >= '0' && rest.p[0] <= '9'))
		return 0;
	if (item && np > item && nq <= np)
		return item;
	if (np && np >= nq) {
		struct period *copy = ARENA_ROOM(sc->a, struct period, 1);

		*copy = p;
		add(sc, M_PERIOD, at, at + np)->period = copy;
		return np;
	}
	if (nq) {
		struct quantity *copy = ARENA_ROOM(sc->a, struct quantity, 1);

		*copy = q;
		if (q.kind == QUANTITY_BARE && is_short_money(sc, at, at + nq)) {
			copy->kind = QUANTITY_MONEY;
			memcpy(copy->currency, "CNY", sizeof "CNY");
		}
		add(sc, M_QUANTITY, at, at + nq)->quantity = copy;
		figure_share_unit(sc->a, sc->m);
	}
	return nq;
}

/* 青河车桥(江门)有限公司: where the name may start whose last word stands at byte `at`, behind a bracket that closes there as well. */
static size_t firm_floor(const struct scanner *sc, size_t at)
{
	enum { LONGEST_NAME = 90 /* bytes before the bracket */ };
	const struct mention *inset = sc->depth < LONGEST_DEPTH && sc->open_bracket[sc->depth] < sc->m->n ? &sc->m->items[sc->open_bracket[sc->depth]] : NULL;
	size_t floor = inset && inset->kind == M_BRACKET && inset->to == at ? inset->from : sc->floor, from = floor, len;

	if (floor == sc->floor || at == floor)
		return sc->floor;
	while (floor > sc->m->start && from - floor < LONGEST_NAME && is_han(str_char(sc->m->s, str_before(sc->m->s, floor), &len)))
		floor = str_before(sc->m->s, floor);
	return floor;
}

/* A company is known by its last word: the mentions of the words inside its name give way to it. */
static bool add_firm(struct scanner *sc, size_t at, const struct word *w)
{
	struct body b;

	size_t floor = firm_floor(sc, at);

	/* No name holds an amount, a count in figures or a date: 投资2680万元新建县中医医院, 东山4所卫生院. */
	for (size_t k = sc->m->n; k-- > 0 && sc->m->items[k].to > floor;) {
		const struct mention *x = &sc->m->items[k];
		bool counts = x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_COUNT && (unsigned char)sc->m->s.p[x->from] < 0x80 && words_is(x->quantity->unit, W_COUNTED);

		if (counts || x->kind == M_PERIOD || (x->kind == M_QUANTITY && x->quantity->kind == QUANTITY_MONEY))
			floor = x->to;
	}
	if (!body_before(sc->m->s, floor, at, at + w->text.n, &b))
		return false;
	size_t from = (size_t)(b.s.p - sc->m->s.p);

	while (sc->m->n && sc->m->items[sc->m->n - 1].from >= from)
		sc->m->n--;
	b.kind = w->class == W_BODY ? BODY_OFFICE : BODY_FIRM;
	add(sc, M_BODY, from, at + w->text.n)->body = b;
	return true;
}

/* Whether a body of a list stands before byte `at`: 县纪委、… */
static bool is_listed(const struct scanner *sc, size_t at)
{
	const struct mentions *m = sc->m;
	const struct mention *joint = m->n ? &m->items[m->n - 1] : NULL;

	return joint && joint->to == at && (joint->kind == M_PAUSE || mention_word(joint, W_JOIN) || mention_word(joint, W_WITH)) && m->n > 1 &&
	       joint[-1].kind == M_BODY && joint[-1].to == joint->from;
}

/* 会同审计处, 会同财政处等部门: whom others act with. */
static bool is_company(const struct scanner *sc, size_t at)
{
	const struct mention *last = sc->m->n ? &sc->m->items[sc->m->n - 1] : NULL;
	const struct word *with = last && last->to == at ? mention_word(last, W_WITH) : NULL;

	return with && str_eq(with->arg, STR("company")) && str_longer(with->text, 1);
}

/* Whether the name at [at, to) begins a list of bodies: 由商务信息委、县财政局…, 城东街道和各社区… */
static bool opens_list(const struct scanner *sc, size_t at, size_t to)
{
	const struct mentions *m = sc->m;
	const struct mention *by = m->n && m->items[m->n - 1].to == at ? &m->items[m->n - 1] : NULL;
	const struct word *joint = words_of(m->s, to, W_JOIN);
	size_t next = to + (joint ? joint->text.n : strlen("、"));
	struct body b;

	if ((at != sc->floor && !(by && mention_word(by, W_BY))) || !(joint || str_starts(str_from(m->s, to), STR("、"))))
		return false;
	/* 襄阳市、随州市、孝感市人民政府 */
	for (int n = 0; n < MOST_PLACES; n++) {
		size_t used = region_match(str_from(m->s, next), 0, NULL), end = next + used;
		const struct word *more = used ? words_of(m->s, end, W_JOIN) : NULL;

		if (!used || !(more || str_starts(str_from(m->s, end), STR("、"))))
			break;
		next = end + (more ? more->text.n : strlen("、"));
	}
	return (body_at(sc->c, m->s, next, &b) && (b.kind == BODY_DEPARTMENT || b.kind == BODY_CLASS)) || (!joint && bureau_unlisted(str_from(m->s, next), true));
}

/* 县纪委、绩效办、招商局: a name that no table has is a body beside others. */
static size_t add_unlisted(struct scanner *sc, size_t at, bool listed)
{
	bool office = listed && is_company(sc, at);
	struct str s = str_from(sc->m->s, at);
	size_t n = listed || at == sc->floor || (sc->m->n && mention_word(&sc->m->items[sc->m->n - 1], W_BY)) ? bureau_unlisted(s, listed) : 0;

	if (!n || !(listed || opens_list(sc, at, at + n)))
		return 0;
	s = str_sub(s, 0, n);
	add(sc, M_BODY, at, at + n)->body = body_of(words_tail(s, W_BUREAU) ? BODY_CLASS : office && words_tail(s, W_SUBOFFICE) ? BODY_OFFICE : BODY_DEPARTMENT, s, STR(""));
	return n;
}

/* 浦东新区、奉贤区政府; 会同浦东新区、奉贤区: a place beside bodies stands for its government. `chained`: bytes of the regions there. */
static size_t add_place(struct scanner *sc, size_t at, bool listed, size_t chained)
{
	const struct mention *last = sc->m->n ? &sc->m->items[sc->m->n - 1] : NULL;

	bool by = last && last->to == at && mention_word(last, W_BY);

	listed = listed || (last && last->to == at && mention_word(last, W_WITH));
	struct str s = str_from(sc->m->s, at);
	const struct region *r;
	size_t used = chained && (listed || by || at == sc->floor) ? region_match(s, 0, &r) : 0;

	if (!used || !bureau_name_ends(s, used) || !(listed || opens_list(sc, at, at + used)))
		return 0;
	add(sc, M_BODY, at, at + used)->body = body_of(BODY_DEPARTMENT, str_sub(s, 0, used), str_sub(s, 0, used));
	return used;
}

/* 磨子桥镇政府: the name of the town stands before what looks like the government of any. */
static bool add_town(struct scanner *sc, size_t at, const struct body *b)
{
	struct body named;

	if (at <= sc->floor || !words_own(b->s, 0, W_TOWN) || !body_before(sc->m->s, sc->floor, at, at + b->s.n, &named) ||
	    named.s.n > b->s.n + LONGEST_TOWN)
		return false;
	size_t from = (size_t)(named.s.p - sc->m->s.p);

	while (sc->m->n && sc->m->items[sc->m->n - 1].from >= from)
		sc->m->n--;
	named.kind = BODY_OFFICE;
	add(sc, M_BODY, from, at + b->s.n)->body = named;
	return true;
}

/* Whether a name of which no table knows that it is a body's may stand here: where a clause begins, or behind a word that joins or hands on.
 * At most places there is none. */
static bool may_be_beside(const struct scanner *sc, size_t at)
{
	return at == sc->floor || sc->joined;
}

static size_t add_beside(struct scanner *sc, size_t at, size_t chained)
{
	bool listed = is_listed(sc, at) || is_company(sc, at);
	size_t n = add_place(sc, at, listed, chained);

	return n ? n : add_unlisted(sc, at, listed);
}

/* `r` and `used`: the region that the text at byte `at` begins with. */
static size_t add_body(struct scanner *sc, size_t at, const struct region *r, size_t used)
{
	struct body b;

	if (!body_behind(sc->c, sc->m->s, at, r, used, &b))
		return may_be_beside(sc, at) ? add_beside(sc, at, used) : 0;
	/* 会同财政处: an office, no purse. */
	size_t office = b.kind == BODY_TREASURY && is_company(sc, at) ? add_beside(sc, at, used) : 0;

	if (office)
		return office;
	if (add_town(sc, at, &b))
		return b.s.n;
	/* 桂林银行 and 广西科技大学 go on after what looks like a department or class. */
	add(sc, M_BODY, at, at + b.s.n)->body = b;
	return b.s.n;
}

/* 白石河水库|工程位于, 厂房改造|项目投资: behind what a name may hold 工程 and 项目 end it, though they begin a word of what is told of it; else w. */
static const struct word *name_end(const struct scanner *sc, size_t at, const struct word *w)
{
	const struct mention *last = sc->m->n ? &sc->m->items[sc->m->n - 1] : NULL;
	const struct word *work = words_in(w, W_THIS) || words_in(w, W_TOTALINVEST) || words_in(w, W_FUND) ? words_own(sc->m->s, at, W_WORK) : NULL;

	if (!work || work->text.n >= w->text.n || !last || last->to != at)
		return w;
	return mention_word(last, W_WORK) || mention_word(last, W_ENDING) || mention_word(last, W_INNAME) || mention_word(last, W_PHASE) || last->kind == M_BRACKET
	               ? words_at(str_sub(sc->m->s, 0, at + work->text.n), at)
	               : w;
}

/* `w`: the longest word there. */
static size_t add_word(struct scanner *sc, size_t at, const struct word *w)
{
#define JOINERS(h) (WORD_BIT(W_JOIN, h) | WORD_BIT(W_WITH, h) | WORD_BIT(W_BY, h))
	static const struct word_set joiners = {{JOINERS(0), JOINERS(1)}};
#undef JOINERS
	w = name_end(sc, at, w);
	const struct word *firm = words_in(w, W_FIRM), *office = words_in(w, W_BODY);

	if (firm && add_firm(sc, at, firm))
		return firm->text.n;
	if (office && str_eq(office->arg, STR("office"))) {
		if (!add_firm(sc, at, office))
			add(sc, M_BODY, at, at + office->text.n)->body = body_of(BODY_OFFICE, str_sub(sc->m->s, at, at + office->text.n), STR(""));
		return office->text.n;
	}
	add(sc, M_WORD, at, at + w->text.n)->word = w;
	sc->joined = words_set_meet(&w->classes, &joiners);
	return w->text.n;
}

/* Bytes of the bracket, punctuation mark or quotation at byte `at`, or 0. */
static size_t step_mark(struct scanner *sc, uint32_t c, size_t at, size_t len)
{
	size_t n;

	if (add_bracket(sc, c, at, len) || add_punctuation(sc, c, at, len))
		return len;
	n = enclosure_quote(sc->m->s, at, c);
	if (!n)
		return 0;
	/* “十四五”期间 opens with a quotation mark and is a period all the same. */
	if (add_number(sc, at))
		return sc->m->items[sc->m->n - 1].to - at;
	add(sc, M_QUOTE, at, n);
	return n - at;
}

/* 县工信局和县农牧局会同县应急局: behind a body 和 joins, though 和县 and 会同县 are counties; 会同 does so in 要会同县应急局, 并会同县应急局 and
 * …，会同县应急局 as well, unless the document is of that county. */
static bool joins_here(const struct scanner *sc, size_t at, const struct word *w, const struct region *r)
{
	const struct mention *last = sc->m->n ? &sc->m->items[sc->m->n - 1] : NULL;
	bool with = words_in(w, W_WITH);

	if (!last || last->to != at || !(with || words_in(w, W_JOIN)))
		return false;
	return last->kind == M_BODY || (with && r && r != sc->c->region && (last->kind == M_COMMA || mention_word(last, W_MODAL) || mention_word(last, W_FUTURE) || mention_word(last, W_ADVERB) || mention_word(last, W_JOIN)));
}

/* 新建|县城第三小学: no 新建县 is told of where what is built begins with the last character of its name. */
static bool builds_beyond(struct str s, const struct word *w, size_t used)
{
	const struct word *build = w && w->text.n < used ? words_in(w, W_BUILD) : NULL, *next = build ? words_of(s, build->text.n, W_PLAIN) : NULL;

	return next && build->text.n + next->text.n > used;
}

/* 其他县（区）|建立…: whether the class of bodies that opens a clause acts; those that something is counted of have a figure behind them. */
static bool class_acts(const struct scanner *sc, size_t at, const struct body *b)
{
	struct str behind = str_from(sc->m->s, at + b->s.n);

	return at == sc->floor && (words_of(behind, 0, W_VERB) || words_of(behind, 0, W_ROLE) || words_of(behind, 0, W_MODAL));
}

/* Whether a department begins at byte `at` with the common word w: 市民政局; 市民政、财政部门; 能源, 电力 before 主管部门. */
static bool names_office(const struct scanner *sc, size_t at, const struct region *r, size_t used, const struct word *w)
{
	struct body b;

	if (!body_behind(sc->c, sc->m->s, at, r, used, &b))
		return false;
	if (b.kind == BODY_CLASS && words_in(w, W_CLASS))
		return class_acts(sc, at, &b);
	return (b.kind == BODY_DEPARTMENT && b.prefix.n && b.s.n > w->text.n) || (b.kind == BODY_CLASS && b.tail.n && b.s.n > w->text.n) || (b.kind == BODY_CLASS && words_in(w, W_FIELD) && (b.s.n > w->text.n || b.tail.n));
}

/* Whether nothing is told at byte `at`, where no word begins: by what its first characters open most places are such. */
static bool is_idle(const struct scanner *sc, size_t at, unsigned opens)
{
	return !(opens & (OPENS_BODY | OPENS_REGION | OPENS_STEM | OPENS_NUMBER)) && sc->has_docno && sc->next_docno.at > at && !may_be_beside(sc, at) &&
	       !body_may_be_own(sc->c, str_from(sc->m->s, at));
}

static size_t step(struct scanner *sc, size_t at)
{
	struct str s = sc->m->s;
	size_t len, n;
	uint32_t c = str_char(s, at, &len);

	if (!is_han(c) && (n = step_mark(sc, c, at, len)))
		return n;
	const struct word *w = words_at(s, at), *plain = w ? words_in(w, W_PLAIN) : NULL;
	unsigned opens = words_opens(s, at);

	if (!w && is_idle(sc, at, opens))
		return len;
	size_t used = 0;
	const struct region *r = opens & OPENS_REGION ? region_chain(str_from(s, at), &used) : NULL;

	if (builds_beyond(str_from(s, at), w, used))
		r = NULL, used = 0;

	/* 市民 is a word, but 市民政局 a department, and 四川 the begin of 四川省. */
	if (plain && r && used > plain->text.n && str_ends(str_sub(s, at, at + used), r->suffix))
		plain = NULL;
	if (plain && plain->text.n >= 6 && !names_office(sc, at, r, used, w))
		return plain->text.n;
	if (w && joins_here(sc, at, w, r))
		return add_word(sc, at, w);
	if ((n = add_docno(sc, at)) || (n = add_body(sc, at, r, used)))
		return n;
	/* The 市 of 六盘水市 is no level, and its 六 no number. */
	if (used && (!r || str_ends(str_sub(s, at, at + used), r->suffix)) && !(w && w->text.n >= used))
		return used;
	if (opens & OPENS_NUMBER && (n = add_number(sc, at)))
		return n;
	return w ? add_word(sc, at, w) : len;
}

void mentions_find(struct mentions *m, const struct context *c, struct str s, struct ymd when, struct arena *a)
{
	struct scanner sc = {.m = m, .c = c, .a = a, .when = when, .has_stop = str_has(s, STR("。"))};

	size_t at = 0;
	long value;

	*m = (struct mentions){.s = s, .cap = s.n / BYTES_A_MENTION + 1};
	m->items = arena_room(a, m->cap, sizeof *m->items);
	/* 1.2017年: the number of an item is none of the text. */
	if (!outline_marker(s, &at, &value))
		at = 0;
	m->start = sc.floor = at;
	while (at < s.n)
		at += step(&sc, at);
}
