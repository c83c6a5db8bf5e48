/* Knows bodies that no table has by where they stand before a role. */
#include "verb/unnamed.h"

#include "doc/bureau.h"
#include "doc/outline.h"
#include "verb/beside.h"
#include "verb/deed.h"
#include "verb/onward.h"
#include "verb/slots.h"

enum {
	LONGEST_UNKNOWN = 45, /* bytes of a body that only 由 tells */
	LONGEST_CLASS_NAME = 16,
	LONGEST_OFFICE = 14,
	LONGEST_LIST = 400,   /* bytes */
	MOST_NAMES = 8,
	SHORTEST_BODY = 2 /* characters */
};

/* The commas of sentence s where `more` mentions take the place of those from `at` to i, among which there are none. */
static const uint32_t *moved_commas(const struct range *s, size_t at, size_t i, size_t more, struct arena *a)
{
	uint32_t *commas = ARENA_ARRAY(a, uint32_t, s->comma_count + 1);

	for (size_t k = 0; k < s->comma_count; k++)
		commas[k] = (uint32_t)(s->commas[k] < i ? s->commas[k] : s->commas[k] + more - (i - at));
	return commas;
}

/* Reads the deed as if the n bodies, in their order and with a pause between each two, were what stands from the first of them to mention i. */
static void read_injected(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i, const struct body *bodies, size_t n)
{
	struct mentions copy = *m;
	struct arena tmp = {NULL, 0};
	struct range r = *s;
	size_t from = (size_t)(bodies[0].s.p - m->s.p), at = i, more = 2 * n - 1, last;

	while (at > s->first && m->items[at - 1].from >= from)
		at--;
	/* 规划建设环保局（市政局）牵头: the bracket behind the last of them stays. */
	for (size_t end = (size_t)(bodies[n - 1].s.p - m->s.p) + bodies[n - 1].s.n; m->s.p[end] == '(' && i > at && m->items[i - 1].from >= end;)
		i--;
	copy.items = ARENA_ARRAY(&tmp, struct mention, m->n + more);
	memcpy(copy.items, m->items, at * sizeof *m->items);
	memcpy(copy.items + at + more, m->items + i, (m->n - i) * sizeof *m->items);
	last = from;
	for (size_t k = 0; k < n; k++) {
		size_t begin = (size_t)(bodies[k].s.p - m->s.p);

		if (k)
			copy.items[at + 2 * k - 1] = (struct mention){.kind = M_PAUSE, .from = last, .to = begin};
		last = begin + bodies[k].s.n;
		copy.items[at + 2 * k] = (struct mention){.kind = M_BODY, .from = begin, .to = last};
		copy.items[at + 2 * k].body = bodies[k];
	}
	copy.n = m->n + more - (i - at);
	r.last = r.last + more - (i - at);
	r.commas = moved_commas(s, at, i, more, &tmp);
	beside_find(d, index, &copy, &r, laid, at);
	deed_read(d, index, &copy, &r, laid, NULL, at);
	arena_free(&tmp);
}

/* Whether all of s is one name: no verb or word that ends names stands in it. */
static bool is_name(const struct mentions *m, struct str s)
{
	return s.n && slots_name_before(m, (size_t)(s.p - m->s.p), (size_t)(s.p + s.n - m->s.p)).n == s.n;
}

/* 财政金融部, 科技创新部, 审计室: an office that is called by what it is in charge of, and that alone may be what anything is about. */
static bool is_called_by_fields(struct str s)
{
	const struct word *end = words_tail(s, W_CREW), *w;
	size_t n = 0, to = s.n - (end ? end->text.n : 0);
	int fields = words_own(s, 0, W_FIELD) ? 1 : 0;

	for (; n < to && ((w = words_own(s, n, W_FIELD)) || (w = words_own(s, n, W_VAGUE))); fields++)
		n += w->text.n;
	return end && n == to && fields > 1;
}

/* 规划建设环保局: a name that holds words of plans and deeds, all of which an office may be in charge of. */
static bool is_named_office(const struct mentions *m, struct str s)
{
	return is_name(m, s) || (s.n && bureau_unlisted(s, true) == s.n) || is_called_by_fields(s);
}

/* 推荐单位, 消防救援机构: a class of bodies without 各. */
static bool is_class(struct str s)
{
	const struct word *close = words_tail(s, W_CLASS), *label = words_is(s, W_LABEL);

	/* 项目法人 */
	if (label && str_eq(label->arg, STR("implement")))
		return true;
	return close && str_eq(close->arg, STR("close")) && str_chars(s) <= LONGEST_CLASS_NAME && str_chars(s) >= 4 && !words_is(s, W_ADVERB);
}

/* 党建部, 城管中队, 财务室: what ends so is an office where a role stands behind it. */
static bool is_office(struct str s)
{
	return str_chars(s) >= 3 && str_chars(s) <= LONGEST_OFFICE &&
	       (words_tail(s, W_CREW) || words_tail(s, W_SUBOFFICE) || words_tail(s, W_DEPARTMENT) || words_tail(s, W_STATION) || words_tail(s, W_TEAM));
}

/* 柳江区, 白石镇: who governs there. */
static bool is_place(struct str s)
{
	return region_is(s) || (words_tail(s, W_TOWN) && str_chars(s) >= 3 && str_chars(s) <= 6);
}

/* The names joined by 、 and 和 that bytes [from, to) hold; 0 where a part is no name, or where all are known. */
static size_t split_names(const struct mentions *m, size_t first, size_t to, struct str who, bool role, struct body *out)
{
	size_t n = 0, begin = (size_t)(who.p - m->s.p), end = begin + who.n;
	const struct mention *held = NULL;
	bool unknown = false;

	for (size_t k = first; begin < end; k++) {
		const struct mention *x = k < to && m->items[k].from < end ? &m->items[k] : NULL;

		held = !held && x && x->kind == M_BODY ? x : held;
		bool joint = x && x->from > begin && (x->kind == M_PAUSE || mention_word(x, W_JOIN));
		struct str part = str_sub(m->s, begin, joint ? x->from : end);

		if (x && !joint)
			continue;
		bool within = held && (held->from > begin || held->body.kind == BODY_TREASURY);

		/* 规划建设|环保局 and 财政|金融部 are one office. */
		if (within && role && is_office(part) && ((held->from > begin && bureau_unlisted(part, true) == part.n) || is_called_by_fields(part)))
			held = NULL;
		struct body b = held && held->from == begin ? held->body : body_of(BODY_OFFICE, part, STR(""));
		struct str office = held && held->from == begin ? str_from(part, held->to - begin) : part;
		bool whole = held && !office.n, class = !held && is_class(part), place = !held && is_place(part);
		/* 市科协学会部: an office of a body that is known. */
		bool named = whole || (place && is_name(m, part)) || ((!held || held->from == begin) && (class || (role && (is_office(office) || (held && is_class(office))))) && is_named_office(m, office));

		/* 教育和体育室: what stands before 和 need be no name of its own. */
		if (!named && joint && x->kind != M_PAUSE)
			continue;
		if (!named || n == MOST_NAMES)
			return 0;
		unknown |= !whole;
		out[n++] = whole ? b : body_of(class ? BODY_CLASS : b.kind, part, place ? part : b.prefix);
		begin = joint ? x->to : end;
		held = NULL;
	}
	return unknown ? n : 0;
}

size_t unnamed_office(const struct mentions *m, const struct range *s, size_t from)
{
	struct range c = clause_around(m, s, from);

	for (size_t k = c.first; k < c.last && m->items[k].from <= from + 3 * LONGEST_OFFICE; k++) {
		const struct mention *x = &m->items[k];

		if (x->from <= from || !mention_word(x, W_ROLE))
			continue;
		struct str office = str_sub(m->s, from, x->from);

		return is_office(office) && is_named_office(m, office) && !words_within(office, W_WITH) ? x->from : 0;
	}
	return 0;
}

void unnamed_opening(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i)
{
	const struct mention *x = &m->items[i];

	/* 在推荐单位办理 is where, no deed: behind 于 stands by when. */
	if (mention_word(x, W_AT) && !(i + 1 < s->last && m->items[i + 1].kind == M_PERIOD))
		return;
	struct range c = clause_around(m, s, x->from);
	bool beside = i > s->first && x[-1].kind == M_BODY && x[-1].to == x->from;

	/* A body that is known acts by itself: mostly it begins the clause. */
	if (beside && x[-1].from <= c.from)
		return;
	struct str who = clause_strip(str_sub(m->s, c.from, x->from));

	/* 项目单位是项目实施的责任主体 */
	if (mention_word(x, W_IS) && clause_first_word(m, &c, W_DUTYHEAD, x->to, c.to) < 0)
		return;
	/* 市场监督, 政策落实: what they do may be told of anything. */
	const struct word *does = mention_word(x, W_ROLE);
	/* 财务处会同有关部门… */
	const struct word *with = mention_word(x, W_WITH);
	/* …；审计部对资金使用情况进行检查: beside the duties of others. */
	bool toward = mention_word(x, W_TOWHOM) != NULL;

	if (toward && !(onward_lasting(d) && c.from == s->from && c.from && (m->s.p[c.from - 1] == ';' || str_ends(str_sub(m->s, 0, c.from), STR("；")))))
		return;
	bool role = toward || (with && str_eq(with->arg, STR("company"))) || (does && !(mention_word(x, W_VERB) && (str_eq(does->arg, STR("supervise")) || str_eq(does->arg, STR("responsible")))));
	struct body bodies[MOST_NAMES];
	size_t len, n, first = c.first;
	long value;

	/* 由市科协学会|学术部负责: an office of the body behind 由. */
	for (size_t k = c.first; role && k + 1 < i; k++)
		if (mention_word(&m->items[k], W_BY) && m->items[k + 1].kind == M_BODY && m->items[k + 1].from == m->items[k].to && unnamed_office(m, s, m->items[k + 1].to) == x->from) {
			first = k + 1;
			who = clause_strip(str_sub(m->s, m->items[k].to, x->from));
		}
	/* No list of names is that long. */
	if (who.n > LONGEST_LIST)
		return;
	if (outline_marker(who, &len, &value))
		who = clause_strip(str_from(who, len));
	/* 市级学会|作为承担单位|负责 */
	size_t as = role ? words_next(who, 1, W_BA) : who.n;

	who = as < who.n && words_of(who, as, W_IS) && words_of(who, as, W_MEANS) ? str_sub(who, 0, as) : who;
	for (const struct word *w; role && (w = words_tail(who, W_ADVERB)) && w->text.n < who.n;)
		who = clause_strip(str_sub(who, 0, who.n - w->text.n));
	/* 规划建设环保局（市政局）牵头: a second name. */
	size_t inset = str_ends(who, STR(")")) ? str_find(who, STR("("), 0) : 0;

	if (inset > 0 && role)
		who = str_sub(who, 0, inset);
	if (beside && x[-1].from <= (size_t)(who.p - m->s.p))
		return;
	if (is_place(who)) {
		bodies[0] = body_of(BODY_FIRM, who, who);
		n = is_name(m, who);
	} else {
		n = split_names(m, first, i, who, role, bodies);
	}
	struct actor known;

	/* A list of classes that the first of them has begun is read with it. */
	if (n && (actors_read(m, s, first, &known), known.n) && m->items[known.last].to == (size_t)(who.p + who.n - m->s.p))
		return;
	if (n)
		read_injected(d, index, m, s, laid, i, bodies, n);
}

void unnamed_by(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i)
{
	const struct mention *by = &m->items[i];
	size_t k = i + 1;
	bool office = false;

	/* Words of names (镇, 江) may stand in it, and of departments, no others. */
	for (; k < s->last; k++) {
		const struct mention *x = &m->items[k];
		const struct word *verb = mention_word(x, W_VERB);
		bool ends = mention_word(x, W_DEPARTMENT) || mention_word(x, W_BODY), class = !ends && x->kind == M_WORD && is_class(str_sub(m->s, by->to, x->to));

		if (!ends && !class && !mention_word(x, W_NAMED) && !mention_word(x, W_SUBOFFICE) && !mention_word(x, W_PLAIN) && !mention_word(x, W_ENDING) && !(verb && str_eq(verb->arg, STR("noun")) && !mention_word(x, W_ROLE)))
			break;
		office = ends;
		if (ends || class) {
			k++;
			break;
		}
	}
	/* 由产业发展部负责, 由某港区管委会负责: words of works and plans may stand in the name of an office too. */
	size_t role = i + 1 < s->last && m->items[i + 1].kind != M_BODY ? unnamed_office(m, s, by->to) : 0;

	while (role && k < s->last && m->items[k].from < role)
		k++;
	const struct mention *next = k < s->last ? &m->items[k] : NULL;

	if (!next || next->kind == M_BODY || next->from <= by->to || next->from > by->to + LONGEST_UNKNOWN)
		return;
	/* 由白石乡按照规定组织实施 */
	bool town = words_tail(str_sub(m->s, by->to, next->from), W_TOWN) && (mention_word(next, W_MEANS) || mention_word(next, W_BYSHARE));

	if (!town && !mention_word(next, W_ROLE) && !mention_word(next, W_ADVERB) &&
	    !(office && next->from == m->items[k - 1].to && (mention_word(next, W_WITH) || mention_word(next, W_VERB) || mention_word(next, W_MODAL))))
		return;
	struct body b = body_of(BODY_FIRM, str_sub(m->s, by->to, next->from), STR(""));

	/* 由平均2900元降到1000元 names nobody. */
	if (str_reaches(b.s, SHORTEST_BODY))
		read_injected(d, index, m, s, laid, k, &b, 1);
}

/* Bytes of the name of a place at the start of s, whichever of those that have it is meant. */
static size_t place_at(struct str s)
{
	enum { LONGEST = 18 };
	size_t found = 0, len;

	region_chain(s, &found);
	for (size_t i = 0; i < s.n && i <= LONGEST; i += len) {
		if (i > found && is_place(str_sub(s, 0, i)))
			found = i;
		uint32_t c = str_char(s, i, &len);

		if (c < 0x4E00 || c > 0x9FFF)
			break;
	}
	return found;
}

/* Whether those who stand right before mention x do what it begins to tell: 对…, 重点做好…. Behind a role or a modal word unnamed_opening finds them,
 * and 建成8个示范区 tells what becomes of the places. */
static bool begins_deed(const struct mention *x, const struct mention *end)
{
	bool told = mention_word(x, W_MODAL) || mention_word(x, W_ROLE) || mention_word(x, W_WITH) || mention_word(x, W_AT) || mention_word(x, W_BUILD);
	const struct word *verb = mention_word(x, W_VERB);
	bool noun = verb && str_eq(verb->arg, STR("noun"));

	if (told || !(verb || mention_word(x, W_ADVERB)))
		return false;
	return !noun || mention_word(x, W_TOWHOM) || (x + 1 < end && x[1].from == x->to && mention_word(&x[1], W_VERB));
}

void unnamed_places(struct doc *d, size_t index, const struct mentions *m, const struct range *s, struct actor *laid, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct body bodies[MOST_NAMES];
	struct str first = str_sub(m->s, c.from, m->items[i].from);
	size_t n = 0, at = c.from, k = i, len, used;

	/* Most marks stand behind no place: what stands before them tells it at once. */
	region_chain(first, &used);
	if (first.n > LONGEST_UNKNOWN || (used != first.n && !is_place(first)))
		return;
	if (!onward_lasting(d) || place_at(str_sub(m->s, c.from, c.to)) != m->items[i].from - c.from)
		return;
	while (n < MOST_NAMES && (len = place_at(str_sub(m->s, at, c.to)))) {
		const struct word *join = words_of(m->s, at + len, W_JOIN);
		bool pause = str_starts(str_from(m->s, at + len), STR("、"));

		bodies[n++] = body_of(BODY_OFFICE, str_sub(m->s, at, at + len), str_sub(m->s, at, at + len));
		at += len;
		if (!pause && !join)
			break;
		at += pause ? strlen("、") : join->text.n;
	}
	while (k < s->last && m->items[k].from < at)
		k++;
	/* （以下统称“三镇”） */
	if (k < s->last && m->items[k].kind == M_BRACKET && m->items[k].from == at)
		for (at = m->items[k].to; k < s->last && m->items[k].from < at;)
			k++;
	if (n > 1 && k < s->last && m->items[k].from == at && begins_deed(&m->items[k], m->items + s->last))
		read_injected(d, index, m, s, laid, k, bodies, n);
}

/* 由A、B组成, C为成员, 由市长任组长: whether a clause only says who belongs to a staff. */
static bool tells_members(struct str clause)
{
	const struct word *part = words_tail(clause, W_ROLE);

	return words_tail(clause, W_POST) || (part && str_eq(part->arg, STR("support")) && words_of(clause, 0, W_BY));
}

/* Who stands before 由 in clause c, *made: what stands from there on; n 0: none does. */
static struct str before_by(const struct mentions *m, const struct range *c, struct str *made)
{
	long by = clause_first_word(m, c, W_BY, c->from, c->to), value;
	struct str who = by >= 0 ? clause_strip(str_sub(m->s, c->from, m->items[by].from)) : STR("");
	size_t len;

	*made = by >= 0 ? clause_strip(str_sub(m->s, m->items[by].from, c->to)) : STR("");
	return outline_marker(who, &len, &value) ? clause_strip(str_from(who, len)) : who;
}

void unnamed_staff(struct doc *d, const struct mentions *m, const struct range *s)
{
	enum { LONGEST = 36 /* characters */ };
	struct range c = clause_around(m, s, s->from);
	struct str clause, who = before_by(m, &c, &clause);

	/* 建立联席会议制度，联席会议由… */
	if (!clause.n && c.to < s->to) {
		c = clause_around(m, s, c.to + 1);
		who = before_by(m, &c, &clause);
	}
	const struct word *staff = words_tail(who, W_BODY);

	if (!staff || !str_eq(staff->arg, STR("office")) || str_longer(who, LONGEST) || words_of(who, 0, W_VERB) || words_of(who, 0, W_BUILD))
		return;
	while (c.to < s->to) {
		bool members = tells_members(clause);
		size_t to = c.to;

		c = clause_around(m, s, to + 1);
		clause = clause_strip(str_sub(m->s, c.from, c.to));
		const struct word *role = words_of(clause, 0, W_ROLE);
		struct str what = actors_phrase(clause_strip(str_from(clause, role ? role->text.n : clause.n)));

		if (c.to <= to)
			return;
		if (!members || !role || !str_eq(role->arg, STR("responsible")) || actors_idle(what) || str_chars(what) < 4)
			continue;
		struct actor a = {.n = 1};

		a.bodies[0] = body_of(BODY_OFFICE, who, STR(""));
		actors_add(d, "duty-in-a-sentence", clause, what, &a, role->arg, actors_deadline(m, s, c.from, c.to));
		return;
	}
}
