/* Knows where the parts of a funding clause stand. */
#include "verb/slots.h"

#include "doc/outline.h"

enum {
	LONGEST_PROGRAM = 40, /* characters */
	LONGEST_RECIPIENT = 80,
	LONGEST_BASIS = 6,
	LONGEST_PURPOSE = 60,
	LONGEST_CLASS = 60,   /* bytes */
	BEGUN = 4,            /* characters after which a name has begun */
	NEAR = 36             /* bytes: how far before the amount its 每家 may stand */
};

static const struct mention *amount_of(const struct slots *s)
{
	return &s->m->items[s->amount];
}

static struct str between(const struct slots *s, size_t from, size_t to)
{
	return clause_strip(str_sub(s->m->s, from, to));
}

/* ---- who ---- */

static bool gives(const struct body *b)
{
	const struct word *firm = b->kind == BODY_FIRM ? words_tail(b->s, W_FIRM) : NULL;

	return b->kind == BODY_TREASURY || b->kind == BODY_DEPARTMENT || b->kind == BODY_SELF || b->kind == BODY_ALIAS ||
	       (firm && str_eq(firm->arg, STR("bank")));
}

/* A giver stands at the head of a clause, behind a period or 由, not behind 对 or 向. */
static bool is_subject(const struct slots *s, size_t i)
{
	const struct mention *x = &s->m->items[i], *before = i > s->sentence.first ? &s->m->items[i - 1] : NULL;

	if (x->body.kind == BODY_TREASURY)
		return true;
	if (x->from == s->sentence.from || !before)
		return x->from == s->sentence.from;
	if (before->to != x->from)
		return false;
	return before->kind == M_COMMA || before->kind == M_PERIOD || mention_word(before, W_BY) || mention_word(before, W_PART) ||
	       mention_word(before, W_DONE) || mention_word(before, W_NTH) || mention_word(before, W_JOIN);
}

/* Only a body in whose clause something is given (or the amount stands) gives. */
static bool gives_here(const struct slots *s, const struct mention *x)
{
	struct range c = clause_around(s->m, &s->sentence, x->from);

	return (c.from <= amount_of(s)->from && amount_of(s)->from < c.to) || clause_first_word(s->m, &c, W_GIVE, x->to, c.to) >= 0 ||
	       clause_first_word(s->m, &c, W_FUND, x->to, c.to) >= 0 || clause_first_word(s->m, &c, W_HELP, x->to, c.to) >= 0;
}

static void read_funder(struct slots *s)
{
	/* 争取到国家文物局专项补助: money is got from whom the word of getting names. */
	for (size_t i = s->clause.first; i + 1 < s->amount; i++)
		if (mention_word(&s->m->items[i], W_SEEK) && s->m->items[i + 1].kind == M_BODY && s->m->items[i + 1].from == s->m->items[i].to) {
			s->funder = s->m->items[i + 1].body;
			return;
		}
	for (size_t i = amount_of(s) - s->m->items; i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->kind == M_BODY && !x->depth && gives(&x->body) && is_subject(s, i) && gives_here(s, x)) {
			s->funder = x->body;
			return;
		}
	}
}

/* ---- whom ---- */

static bool ends_recipient(const struct mention *x)
{
	return mention_word(x, W_GIVE) || mention_word(x, W_ONCE) || mention_word(x, W_FORWHAT) ||
	       mention_word(x, W_PERUNIT) || mention_word(x, W_TREASURY) || (x->kind == M_BODY && x->body.kind == BODY_TREASURY);
}

static void add_recipient(struct slots *s, struct str r)
{
	const struct word *of = words_tail(r, W_OF);

	if (of && str_has(r, STR(",")))
		r = str_sub(r, 0, r.n);
	r = clause_strip(r);
	if (r.n && str_chars(r) <= LONGEST_RECIPIENT && s->recipient_count < SLOT_RECIPIENTS)
		s->recipients[s->recipient_count++] = r;
}

/* 对X(,)给予…: X. The last one before the amount. */
static bool read_for_whom(struct slots *s)
{
	size_t amount = amount_of(s)->from;

	for (size_t i = s->amount; i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->from < s->floor)
			break;
		const struct mention *before = i > s->sentence.first ? &s->m->items[i - 1] : NULL;
		bool opens = x->from == s->sentence.from || !before || before->to == x->from;

		if (x->depth || !mention_word(x, W_TOWHOM) || !opens)
			continue;
		size_t end = amount;

		for (size_t k = i + 1; k < s->amount; k++)
			if (!s->m->items[k].depth && s->m->items[k].from > x->to &&
			    (ends_recipient(&s->m->items[k]) || mention_word(&s->m->items[k], W_FUND) || s->m->items[k].kind == M_COMMA)) {
				/* 对首次达标的、连续三年增长的企业, keeps its commas only where 的 stands before them. */
				end = s->m->items[k].from;
				break;
			}
		add_recipient(s, str_sub(s->m->s, x->to, end));
		return s->recipient_count > 0;
	}
	return false;
}

static bool clause_has_comma(const struct slots *s, size_t from, size_t to)
{
	return str_has(str_sub(s->m->s, from, to), STR(","));
}

/* The end of a class of recipients named right behind `from` (汽车行业企业, 技术合同登记机构), or 0: no verb, number or
 * punctuation may stand before its last word. */
static size_t class_end(const struct slots *s, size_t from)
{
	struct str text = s->m->s;
	size_t limit = amount_of(s)->from < from + LONGEST_CLASS ? amount_of(s)->from : from + LONGEST_CLASS, end = 0;

	for (size_t i = from, len; i < limit; i += len) {
		const struct word *w = words_at(text, i), *close = words_of(text, i, W_CLASS);
		uint32_t c = str_char(text, i, &len);

		if (((close && str_eq(close->arg, STR("close"))) || words_of(text, i, W_FIRM) || (words_of(text, i, W_PERSON) && w->text.n > 3)) && i > from)
			end = i + w->text.n;
		else if (end || (w && (w->class == W_STOP || w->class == W_GIVE || w->class == W_FUND || words_of(text, i, W_TREASURY))) || c < 0x3400)
			break;
		if (w)
			len = w->text.n;
	}
	return end;
}

/* Regions one behind the other: 宁德市屏南县、龙岩市长汀县. */
static bool read_regions(struct slots *s, size_t at)
{
	size_t used, before = s->recipient_count;

	while (region_chain(str_from(s->m->s, at), &used) && used) {
		/* 洛阳市文物局 and 上海市场 are no regions. */
		struct body b;
		const struct context none = {0};

		if (body_at(&none, s->m->s, at, &b) && b.s.n > used)
			break;
		add_recipient(s, str_sub(s->m->s, at, at + used));
		at += used;
		const struct word *join = words_of(s->m->s, at, W_JOIN);

		if (!join)
			break;
		at += join->text.n;
	}
	return s->recipient_count > before;
}

static bool read_bodies(struct slots *s, size_t i)
{
	size_t before = s->recipient_count, to = s->m->items[i].to;

	for (size_t k = i + 1; k < s->amount; k++) {
		const struct mention *y = &s->m->items[k];

		if (y->kind == M_BODY && y->from == to && y->body.kind != BODY_TREASURY && y->body.kind != BODY_SELF)
			add_recipient(s, y->body.s);
		else if (y->kind != M_PAUSE && !mention_word(y, W_JOIN))
			break;
		to = y->to;
	}
	return s->recipient_count > before;
}

/* 给予X 20万元 and 资助、支持A、B开展…: bodies, regions or a class right behind the verb. */
static bool read_after_verb(struct slots *s)
{
	for (size_t i = s->amount; i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];
		const struct word *help = mention_word(x, W_HELP);
		bool give = mention_word(x, W_GIVE);

		if (x->from < s->floor)
			break;
		if (x->depth || (!give && !help))
			continue;
		if (read_bodies(s, i) || read_regions(s, x->to))
			return true;
		size_t end = give || str_eq(help->arg, STR("person")) ? class_end(s, x->to) : 0;

		if (end && !clause_has_comma(s, x->to, end)) {
			add_recipient(s, str_sub(s->m->s, x->to, end));
			return true;
		}
	}
	return false;
}

/* 威宁县6120万元, 昭通市安排1420套，下达…: the region at the head of the amount's own words gets it. */
static bool read_own_region(struct slots *s)
{
	size_t starts[2] = {s->clause.from, s->floor};

	for (size_t k = 0; k < 2; k++) {
		size_t at = starts[k];

		for (const struct word *w; (w = words_of(s->m->s, at, W_PART)) || (w = words_of(s->m->s, at, W_JOIN)) || (w = words_of(s->m->s, at, W_DONE));)
			at += w->text.n;
		while (at < s->m->s.n && (s->m->s.p[at] == ',' || s->m->s.p[at] == ' '))
			at++;
		if (at < amount_of(s)->from && read_regions(s, at))
			return true;
	}
	return false;
}

/* 经认定的高新技术企业，依法…: a class of recipients alone in the first clause. */
static bool read_headed_class(struct slots *s)
{
	struct range first = clause_around(s->m, &s->sentence, s->floor);
	struct str who = between(s, first.from, first.to);
	size_t len;
	long value;

	if (first.to >= amount_of(s)->from || outline_marker(who, &len, &value))
		return false;
	if (!words_tail(who, W_PERSON) || words_of(who, 0, W_VERB) || str_chars(who) < 4)
		return false;
	add_recipient(s, who);
	return true;
}

/* 其中，A聘任…2名，资助经费达1200万元; A获得…: a company at the head of the amount's own words. */
static bool read_subject(struct slots *s)
{
	for (size_t i = s->sentence.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->from < s->floor || x->depth)
			continue;
		if (x->kind == M_BODY && x->body.kind == BODY_FIRM) {
			add_recipient(s, x->body.s);
			return true;
		}
		if (x->kind == M_BODY)
			return false;
	}
	return false;
}

/* 高新技术企业减按15%: who is relieved stands before the word of relief. */
static bool read_relieved(struct slots *s)
{
	long w = clause_last_word(s->m, &s->clause, W_RELIEF, s->clause.from, amount_of(s)->from);

	if (w < 0)
		return false;
	struct str who = slots_name_before(s->m, s->clause.from, s->m->items[w].from);

	if (!words_tail(who, W_FIRM) && !words_tail(who, W_CLASS))
		return false;
	add_recipient(s, who);
	return true;
}

/* ---- for each what ---- */

static void add_basis(struct slots *s, struct str b)
{
	if (b.n && s->basis_count < 3)
		s->basis[s->basis_count++] = b;
}

/* 20万元/家, 600元/平方米·年 */
static void read_basis_behind(struct slots *s)
{
	struct str rest = str_from(s->m->s, amount_of(s)->to);
	size_t len;

	if (!rest.n || rest.p[0] != '/')
		return;
	for (size_t i = 1, from = 1; i <= rest.n; i += len) {
		uint32_t c = i < rest.n ? str_char(rest, i, &len) : 0;
		const struct word *w = i < rest.n && i > from ? words_at(rest, i) : NULL;
		bool stop = !c || c < 0x3400 || c > 0x9FFF || (w && (w->class == W_OF || w->class == W_FUND || w->class == W_ONCE)) ||
		            str_chars(str_sub(rest, from, i)) > LONGEST_BASIS || words_of(rest, i, W_OF);

		if (i == rest.n)
			len = 1;
		if (!stop && !(i < rest.n && words_of(rest, i, W_JOIN)))
			continue;
		add_basis(s, str_sub(rest, from, i));
		if (c != '/' && c != 0xB7)
			return;
		from = i + len;
	}
}

/* 每家, 每人每月, 每平方米: the words behind 每 up to a verb or number. */
static void read_basis_before(struct slots *s)
{
	size_t end = amount_of(s)->from, from = end > NEAR * 2 ? end - NEAR * 2 : 0;
	struct str text = s->m->s;

	if (from < s->clause.from)
		from = s->clause.from;
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		const struct word *w = mention_word(x, W_PERUNIT);

		if (!w || x->from < from)
			continue;
		/* One word may name two: 每人每月. */
		for (size_t k = x->from; k < x->to;) {
			size_t each = str_find(str_sub(text, 0, x->to), STR("每"), k);
			size_t next = str_find(str_sub(text, 0, x->to), STR("每"), each + 3);

			if (each >= x->to)
				break;
			add_basis(s, str_sub(text, each + strlen("每"), next < x->to ? next : x->to));
			k = next;
		}
	}
	if (s->basis_count)
		return;
	size_t each = str_find(str_sub(text, 0, end), STR("每"), from);

	if (each >= end)
		return;
	size_t stop = each + strlen("每");

	for (size_t len; stop < end; stop += len) {
		const struct word *w = words_at(text, stop);

		str_char(text, stop, &len);
		if (w && (w->class == W_ONCE || w->class == W_GIVE || w->class == W_FUND || w->class == W_VERB || w->class == W_CAP))
			break;
	}
	struct str b = str_sub(text, each + strlen("每"), stop);

	if (str_chars(b) <= LONGEST_BASIS)
		add_basis(s, b);
}

/* 按设备投资额的10%, 技术交易额1%: what the share is of is a sum itself. */
static void read_share_of(struct slots *s)
{
	size_t end = amount_of(s)->from, from = s->clause.from;

	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->depth == amount_of(s)->depth && (mention_word(x, W_GIVE) || mention_word(x, W_BYSHARE)) &&
		    !mention_word(x, W_CAP))
			from = x->to;
	}
	size_t share = 0;

	for (size_t i = s->clause.from, len; i < end; i += len) {
		const struct word *w = words_of(s->m->s, i, W_SHARE);

		str_char(s->m->s, i, &len);
		if (w && i + w->text.n <= end)
			share = i + w->text.n, len = w->text.n;
	}
	struct str b = share ? slots_name_before(s->m, share > from ? from : s->clause.from, share) : between(s, from, end);

	for (const struct word *w; (w = words_tail(b, W_ONCE)) || (w = words_tail(b, W_OF)) || (w = words_tail(b, W_CAP)) || (w = words_tail(b, W_GIVE));)
		b = clause_strip(str_sub(b, 0, b.n - w->text.n));
	if (share || (b.n && str_chars(b) <= 16 && from > s->clause.from && !words_tail(b, W_FUND)))
		add_basis(s, b);
}

/* ---- out of what, what for, when, how many ---- */

/* A verb of building inside a name that has begun (黎平机场飞行区扩建工程) ends nothing. */
static bool ends_name(const struct word *x, struct str begun)
{
	switch (x->class) {
	case W_STOP:
	case W_VERB:
		/* 郭城驿至大沟段 */
		if (words_is(x->text, W_SPAN) && str_chars(begun) >= 2)
			return false;
		if (x->class == W_STOP)
			return true;
		return !str_eq(x->arg, STR("noun")) && !(str_chars(begun) >= BEGUN && words_is(x->text, W_INNAME));
	case W_GIVE: case W_DONE: case W_FUTURE: case W_PART: case W_TREASURY: case W_TOTAL: case W_ONCE: case W_MODAL: case W_ASK:
	case W_ABOUT: case W_FORWHAT:
		return true;
	case W_ROLE:
		return str_chars(begun) < BEGUN || !words_is(x->text, W_INNAME);
	default:
		return false;
	}
}

struct str slots_name_before(const struct mentions *m, size_t floor, size_t end)
{
	size_t start = floor;

	for (size_t i = floor, len; i < end; i += len) {
		const struct word *w = words_at(m->s, i);
		uint32_t c = str_char(m->s, i, &len);
		bool stop = c == ',' || c == 0x3002 || c == ';' || c == ':' || c == 0x3001;

		for (const struct word *x = w; x; x = words_also(x)) {
			if (i + x->text.n > end)
				break;
			len = x->text.n;
			stop |= ends_name(x, str_sub(m->s, start, i));
		}
		if (stop)
			start = i + len;
	}
	for (long k = clause_last(m, end); k >= 0 && m->items[k].from >= floor; k--)
		if (m->items[k].to <= end && m->items[k].to > start && (m->items[k].kind == M_PERIOD || (m->items[k].kind == M_QUANTITY && !words_is(m->items[k].quantity->unit, W_PROSE))))
			start = m->items[k].to;
	return clause_strip(str_sub(m->s, start, end));
}

static void read_program(struct slots *s)
{
	size_t end = 0, floor = s->clause.from > s->floor ? s->clause.from : s->floor;

	for (size_t i = s->clause.first; i < s->amount; i++)
		if (mention_word(&s->m->items[i], W_PROGRAM) && s->m->items[i].from >= floor)
			end = s->m->items[i].to;
	if (!end)
		return;
	struct str p = slots_name_before(s->m, floor, end);

	if (str_chars(p) >= 4 && str_chars(p) <= LONGEST_PROGRAM)
		s->program = p;
}

static void read_purpose(struct slots *s)
{
	size_t amount_end = amount_of(s)->to, limit = s->sentence.to;

	/* The words up to the next amount are this one's. */
	for (size_t i = s->amount + 1; i < s->sentence.last; i++)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY) {
			limit = s->m->items[i].from;
			break;
		}
	long w = clause_first_word(s->m, &s->sentence, W_FORWHAT, amount_end, limit);

	if (w < 0)
		w = clause_last_word(s->m, &s->clause, W_FORWHAT, s->floor, amount_of(s)->from);
	if (w < 0)
		return;
	struct range c = clause_around(s->m, &s->sentence, s->m->items[w].to);
	size_t to = c.to < limit || s->m->items[w].from < amount_of(s)->from ? c.to : limit;

	if (s->m->items[w].from < amount_of(s)->from && to > amount_of(s)->from)
		to = amount_of(s)->from;
	struct str p = between(s, s->m->items[w].to, to);

	if (str_chars(p) <= LONGEST_PURPOSE)
		s->purpose = p;
}

/* 首次通过一致性评价的，给予…: the condition of a gift is what it is for. */
static void read_condition(struct slots *s)
{
	if (s->purpose.n || s->invested)
		return;
	for (size_t at = s->sentence.from; at < amount_of(s)->from;) {
		struct range c = clause_around(s->m, &s->sentence, at);
		struct str text = between(s, c.from, c.to);
		const struct word *of = words_tail(text, W_OF);

		if (c.to >= amount_of(s)->from || c.to <= at)
			break;
		if (of && c.from >= s->floor && !words_of(text, 0, W_TOWHOM))
			s->purpose = clause_strip(str_sub(text, 0, text.n - of->text.n));
		at = c.to + 1;
	}
}

static void read_period(struct slots *s)
{
	for (size_t i = s->amount; i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->kind != M_PERIOD || x->depth > amount_of(s)->depth)
			continue;
		if (x->period->note != PERIOD_PLAIN && !x->period->start.year && !x->period->end.year)
			continue;
		s->period = mention_text(s->m, x);
		return;
	}
}

/* One count beside a word of total says how many share the sum (10项…共资助7550万元, 共立项11个，资助…). Two counts
 * are each something else. */
static void read_count(struct slots *s)
{
	const struct mention *found = NULL;
	size_t from = s->floor;

	if (clause_last_word(s->m, &s->sentence, W_TOTAL, from, amount_of(s)->from) < 0)
		return;
	for (size_t i = s->sentence.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->from < from || x->kind != M_QUANTITY || x->quantity->kind != QUANTITY_COUNT || x->depth)
			continue;
		if (found || !words_is(x->quantity->unit, W_COUNTED))
			return;
		found = x;
	}
	if (!found)
		return;
	s->count_text = mention_text(s->m, found);
	s->count_unit = found->quantity->unit;
	struct range c = clause_around(s->m, &s->sentence, found->from);
	size_t to = c.to < amount_of(s)->from ? c.to : amount_of(s)->from;

	for (size_t i = s->sentence.first; i < s->amount; i++)
		if (s->m->items[i].from >= found->to && (mention_word(&s->m->items[i], W_TOTAL) || mention_word(&s->m->items[i], W_FUND)) && s->m->items[i].from < to)
			to = s->m->items[i].from;
	s->counted = between(s, found->to, to);
}

void slots_read(struct slots *s, bool rate)
{
	read_funder(s);
	if (!s->invested && !read_for_whom(s) && !read_after_verb(s) && !read_relieved(s) && !read_own_region(s) && !read_headed_class(s))
		read_subject(s);
	read_condition(s);
	read_basis_behind(s);
	if (rate)
		read_share_of(s);
	else if (!s->basis_count)
		read_basis_before(s);
	read_program(s);
	read_purpose(s);
	read_period(s);
	read_count(s);
}
