/* Knows the language of responsibility notes. */
#include "verb/note.h"

#include "doc/words.h"
#include "verb/clause.h"
#include "verb/leads.h"
#include "zh/docno.h"
#include "zh/figures.h"
#include "zh/numeral.h"
#include "zh/period.h"
#include "zh/quantity.h"

enum {
	LONGEST_SHORT = 8, /* characters */
	LONGEST_OFFICE = 15,
	LONGEST_PERSON = 4,
	LONGEST_DONE = 15,
	LONGEST_MEMBER = 90, /* bytes of a body in a list */
	MOST_ABOVE = 30
};

/* A date, a figure or a verb begins no name. */
static bool is_deed(struct str s)
{
	const struct word *verb = words_of(s, 0, W_VERB);

	/* 规划局, 登记注册指导处 */
	if (words_tail(s, W_DEPARTMENT) || words_tail(s, W_BODY) || words_tail(s, W_SUBOFFICE))
		return false;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return words_of(s, 0, W_PLANNED) || words_of(s, 0, W_FUTURE) || (verb && !str_eq(verb->arg, STR("noun")));
}

static bool is_sum(struct str s)
{
	struct quantity q;

	return figures_is_digit(s, 0) && quantity_match(s, STR(""), &q) && (q.kind == QUANTITY_MONEY || q.kind == QUANTITY_RATE);
}

/* 市住建局(牵头): the role that a bracket gives one body of a list; *b is left without it. NULL: there is none. */
static const struct word *own_role(struct body *b)
{
	bool shell = str_ends(b->s, STR("〕"));
	struct str opening = shell ? STR("〔") : STR("("), closing = shell ? STR("〕") : STR(")");
	size_t open = str_find(b->s, opening, 0);
	struct str inset = open > 0 && str_ends(b->s, closing) && open + opening.n + closing.n < b->s.n ? str_sub(b->s, open + opening.n, b->s.n - closing.n) : STR("");
	const struct word *label = words_is(inset, W_LABEL), *role = label ? label : words_is(inset, W_ROLE);

	if (!role)
		return NULL;
	struct body items[2];

	*b = body_list(str_trim(str_sub(b->s, 0, open)), items, 2) ? items[0] : *b;
	return role;
}

/* The list that was read last: what looks like bodies is mostly added as such then. */
struct listed {
	const struct leads *leads;
	struct str s;
	struct body items[NOTE_MOST];
	size_t n;
};

/* An empty list has no members. */
static void forget_list(struct listed *l, const struct context *c)
{
	l->leads = &c->leads;
	l->s = STR("");
	l->n = 0;
}

static void read_list(struct listed *l, struct str s)
{
	if (s.p == l->s.p && s.n == l->s.n)
		return;
	l->s = s;
	l->n = body_list(s, l->items, NOTE_MOST);
}

static void add_members(struct note *n, struct listed *l, struct str list, struct str role)
{
	read_list(l, list);
	/* 建设单位为县住建局，计划10月完工: the text goes on behind the list. */
	for (size_t i = 0; i < l->n && n->n < NOTE_MOST && (i == 0 || !is_deed(l->items[i].s)); i++) {
		struct body b = l->items[i];

		/* 项目法人：负责…, 建设主体：0.25元/千瓦时: what follows the label is no list. */
		if (is_sum(b.s) || (words_of(b.s, 0, W_ROLE) && !words_tail(b.s, W_DEPARTMENT) && !words_tail(b.s, W_BODY) && !words_tail(b.s, W_CLASS) && !words_tail(b.s, W_FIRM) && !words_tail(b.s, W_SUBOFFICE)))
			break;
		const struct word *own = own_role(&b);

		n->members[n->n++] = (struct note_member){b, own ? own->arg : leads_role(l->leads, list, b.s, i == 0, role), i == 0};
	}
}

/* 牵头单位及责任人：市环保局某某、…: a person's name stands behind each body. */
static void add_with_persons(struct note *n, struct str list, struct str role)
{
	const struct context none = {0};
	struct str part, pause = STR("、");
	bool first = true;

	for (size_t at = 0; at < list.n && n->n < NOTE_MOST; at += part.n + pause.n) {
		struct body b;

		part = str_sub(list, at, str_find(list, pause, at));
		if (!body_at(&none, clause_strip(part), 0, &b) || str_chars(clause_strip(part)) - str_chars(b.s) > LONGEST_PERSON)
			continue;
		n->members[n->n++] = (struct note_member){b, role, first};
		first = false;
	}
}

/* A label at byte i: at the start or behind punctuation, and a colon (or nothing but bodies) after it. */
static const struct word *label_at(struct str s, size_t i, size_t *end)
{
	const struct word *w = words_of(s, i, W_LABEL);
	size_t len;

	if (!w)
		return NULL;
	/* 市住建局(牵头)、市财政局: the role of the body before it alone. */
	if (i > 1 && s.p[i - 1] == '(' && str_char(s, str_before(s, i - 1), &len) >= 0x3400 && i + w->text.n < s.n && s.p[i + w->text.n] == ')')
		return NULL;
	/* A label of some length with its colon is one wherever it stands: the blank before it may be gone. */
	bool sure = str_chars(w->text) >= 4 && i + w->text.n < s.n && s.p[i + w->text.n] == ':';

	if (i && !sure) {
		uint32_t c = str_char(s, str_before(s, i), &len);

		if (c != ',' && c != ';' && c != 0x3002 && c != 0xFF1B && c != ' ' && c != 0x3001 && c != '(' && c != 0x3010 && c != ')')
			return NULL;
	}
	*end = i + w->text.n;
	/* 责任单位及责任人：, 牵头单位（责任单位）： */
	size_t colon = str_find(str_sub(s, 0, *end + 36), STR(":"), *end);

	if (colon < s.n && colon <= *end + 36 && str_find(str_sub(s, *end, colon), STR("、"), 0) == colon - *end &&
	    str_find(str_sub(s, *end, colon), STR(","), 0) == colon - *end)
		*end = colon;
	/* 责任主体为A、B; 牵头单位为第一责任主体 and 建设主体为经认可的园区 name nobody. */
	const struct word *is = words_of(s, *end, W_IS);

	if (is) {
		*end += is->text.n;
		return words_own(s, *end, W_ORDINAL) || words_within(str_sub(s, *end, str_find(s, STR(","), *end)), W_OF) ? NULL : w;
	}
	if (*end < s.n && (s.p[*end] == ':' || s.p[*end] == ']' || s.p[*end] == ')')) {
		++*end;
		return w;
	}
	if (str_starts(str_from(s, *end), STR("】"))) {
		*end += strlen("】");
		return w;
	}
	/* 责任单位县农业农村局 */
	const struct context none = {0};
	struct body b;

	return str_chars(w->text) >= 4 && body_at(&none, s, *end, &b) ? w : NULL;
}

static size_t next_label(struct str s, size_t from)
{
	size_t i = words_next(s, from, W_LABEL), end = 0, len;

	while (i < s.n && !label_at(s, i, &end)) {
		str_char(s, i, &len);
		i = words_next(s, i + len, W_LABEL);
	}
	return i;
}

/* 部门分工：A牵头，B、C配合: roles stand behind the bodies. */
static bool has_roles(struct str s)
{
	size_t pause = str_find(s, STR(","), 0);

	return pause < s.n && words_tail(str_sub(s, 0, pause), W_ROLE);
}

/* 责任单位：A、B按职责分工负责; 责任单位：A、B分别牵头: who leads does so whatever the label says. */
static struct str without_role(struct str s, struct str *role)
{
	for (const struct word *w; ((w = words_tail(s, W_ROLE)) || (w = words_tail(s, W_ADVERB))) && w->text.n < s.n;) {
		*role = words_in(w, W_ROLE) && str_eq(words_in(w, W_ROLE)->arg, STR("lead")) ? STR("lead") : *role;
		s = clause_strip(str_sub(s, 0, s.n - w->text.n));
	}
	return s;
}

/* ---- without labels ---- */

static bool read_deadline(struct str chunk, struct note *out)
{
	struct period p;
	size_t n = period_match(chunk, (struct ymd){0, 0, 0}, &p);

	/* 2025年12月底前取得阶段性成果: what is to be done by then may stand behind it. */
	if (!n || str_chars(str_from(chunk, n)) > (p.end.year && !p.start.year ? LONGEST_DONE : 6))
		return false;
	/* 3月底前出台政策，年内持续推进: what only goes on has no day of its own beside one that has. */
	if (!out->deadline.n || words_within(str_from(chunk, n), W_DONE))
		out->deadline = str_sub(chunk, 0, n);
	return true;
}

/* 商 inside 招商局 and 组织 inside 中央组织部 part nothing: a word of one character, or of an order, does so behind the end of a body
 * only. */
static bool parts_bodies(struct str list, size_t at, const struct word *with)
{
	const struct context none = {0};
	struct str before = str_sub(list, 0, at), behind = str_from(list, at + with->text.n);
	bool order = str_eq(with->arg, STR("order"));
	struct body whole;
	size_t begin = at, len;

	while (begin && at - begin < LONGEST_MEMBER) {
		uint32_t c = str_char(list, str_before(list, begin), &len);

		if (c == 0x3001 || c == ',' || c == ';')
			break;
		begin -= len;
	}
	/* The 组织 of 县委组织部 and 县教育局组织人事科 is part of the name. */
	if ((body_at(&none, list, begin, &whole) && begin + whole.s.n > at) || (order && (!body_at(&none, behind, 0, &whole) || words_tail(whole.s, W_SUBOFFICE))))
		return false;
	return (str_chars(with->text) > 1 && !order) || words_tail(before, W_CLASS) || words_tail(before, W_DEPARTMENT) || words_tail(before, W_BODY) || words_tail(before, W_SUBOFFICE);
}

/* Where the word stands that parts those who act from those who act with them, or list.n. */
static size_t parting_word(struct str list)
{
	size_t i = words_next(list, 1, W_WITH);

	while (i < list.n && !parts_bodies(list, i, words_of(list, i, W_WITH)))
		i = words_next(list, i + 1, W_WITH);
	return i;
}

/* 由A会同B、C: those behind 会同 support. */
static void add_with(struct note *n, struct listed *l, struct str list, struct str role)
{
	if (words_of(list, 0, W_BY))
		list = str_from(list, words_of(list, 0, W_BY)->text.n);
	size_t at = parting_word(list), behind = at < list.n ? at + words_of(list, at, W_WITH)->text.n : at;
	struct str acts = str_sub(list, 0, at);

	/* A分别|会同B、C */
	for (const struct word *w; at < list.n && (w = words_tail(acts, W_ADVERB)) && w->text.n < acts.n;)
		acts = str_sub(acts, 0, acts.n - w->text.n);
	add_members(n, l, acts, role);
	if (at < list.n)
		add_members(n, l, str_from(list, behind), STR("support"));
}

/* 招商局, 食品经营安全监管处: a name that ends as offices do; 省特检院, 省局各直属单位: behind a level also one of what belongs to it. */
static bool is_short_body(struct str name)
{
	size_t n = str_chars(name);
	bool office = words_tail(name, W_SUBOFFICE), placed = words_of(name, 0, W_LEVEL) && (words_tail(name, W_FIRM) || words_tail(name, W_CLASS));

	if (n <= LONGEST_SHORT)
		return office || placed || words_tail(name, W_DEPARTMENT) || words_tail(name, W_TOWN);
	return n <= LONGEST_OFFICE && (office || placed);
}

/* 招商局牵头，经发局配合: where a role is told, names that end as offices do are bodies without a place before them. */
static bool short_bodies(const struct context *c, struct listed *l, struct str s)
{
	read_list(l, s);
	for (size_t i = 0; i < l->n; i++)
		if (!body_only(c, l->items[i].s) && !is_short_body(l->items[i].s))
			return false;
	return l->n > 0;
}

/* 中国铁塔, 河套发展署: what may be the name of a body that no table has. */
static bool may_name_body(struct str s)
{
	enum { SHORTEST = 3, LONGEST = 10 }; /* characters */
	size_t len;

	if (!str_sized(s, SHORTEST, LONGEST))
		return false;
	for (size_t i = 0; i < s.n; i += len) {
		const struct word *verb = words_of(s, i, W_VERB);
		uint32_t c = str_char(s, i, &len);

		if (c < 0x4E00 || c > 0x9FFF || (verb && !str_eq(verb->arg, STR("noun"))) || words_of(s, i, W_OF) || words_of(s, i, W_JOIN))
			return false;
	}
	return true;
}

/* A list of some length that a known body begins, most of whose members are known: the others are bodies too. */
static bool mostly_bodies(const struct context *c, const struct listed *l)
{
	enum { FEWEST = 4 };
	size_t unknown = 0;

	if (l->n < FEWEST || !body_only(c, l->items[0].s))
		return false;
	for (size_t i = 1; i < l->n; i++) {
		struct str name = l->items[i].s;

		if (body_only(c, name) || words_tail(name, W_FIRM) || words_tail(name, W_CLASS) || words_tail(name, W_BODY))
			continue;
		if (!may_name_body(name))
			return false;
		unknown++;
	}
	return unknown * 2 < l->n;
}

static bool only_bodies(const struct context *c, struct listed *l, struct str s)
{
	read_list(l, s);
	return body_all(c, l->items, l->n) || mostly_bodies(c, l);
}

static bool chunk_bodies(const struct context *c, struct listed *l, struct str s)
{
	s = clause_strip(s);
	if (words_of(s, 0, W_BY))
		s = str_from(s, words_of(s, 0, W_BY)->text.n);
	size_t at = parting_word(s);

	return only_bodies(c, l, str_sub(s, 0, at)) && (at == s.n || only_bodies(c, l, str_from(s, at + words_of(s, at, W_WITH)->text.n)));
}

/* 市城管局负责, 财政部牵头: the role closes the chunk. */
static const struct word *closing_role(struct str chunk)
{
	const struct word *w = words_tail(chunk, W_ROLE);

	/* B支持 */
	if (!w && (w = words_tail(chunk, W_DUTYHEAD)) && !words_in(w, W_VERB))
		w = NULL;
	return w && w->text.n < chunk.n ? w : NULL;
}

/* 市公安局负责安保: who stands before a role, with what they answer for behind it; n 0: nobody. */
static struct str holder(const struct context *c, struct listed *l, struct str chunk, const struct word **role)
{
	for (size_t i = words_next(chunk, 1, W_ROLE); i < chunk.n && i <= LONGEST_MEMBER; i = words_next(chunk, i + 1, W_ROLE)) {
		*role = words_of(chunk, i, W_ROLE);
		if (words_of(chunk, i, W_VERB) || !chunk_bodies(c, l, str_sub(chunk, 0, i)))
			continue;
		return str_chars(str_from(chunk, i)) <= LONGEST_DONE ? str_sub(chunk, 0, i) : STR("");
	}
	return STR("");
}

static bool is_number(struct str s)
{
	struct docno no;

	return s.n && docno_find(s, 0, &no) && no.at == 0 && no.end == s.n;
}

static bool read_unlabelled(const struct context *c, struct str s, struct note *out)
{
	size_t pending = 0, start = 0, depth = 0, len = 0;
	bool roles = false;
	struct listed l;

	forget_list(&l, c);

	for (size_t i = 0; i <= s.n; i += len) {
		uint32_t ch = i < s.n ? str_char(s, i, &len) : ',';

		if (i == s.n)
			len = 1;
		if (ch == '(' || ch == 0x3014 || ch == 0x3008)
			depth++;
		else if ((ch == ')' || ch == 0x3015 || ch == 0x3009) && depth)
			depth--;
		/* A牵头、B、C负责: a role may end before a mere pause. */
		bool paused = ch == 0x3001 && closing_role(clause_strip(str_sub(s, start, i)));

		if (depth || (!paused && ch != ',' && ch != ';' && ch != 0xFF1B && ch != 0x3002))
			continue;
		struct str chunk = clause_strip(str_sub(s, start, i)), all = clause_strip(str_sub(s, pending, i));
		const struct word *role = closing_role(chunk);

		start = i + len;
		/* 湘政发〔2021〕9号，省财政厅负责: where it is written is no part of who does it. */
		if (is_number(chunk)) {
			pending = start;
			continue;
		}
		struct str who = role ? str_sub(all, 0, all.n - role->text.n) : STR("");

		bool answers = role && str_eq(role->arg, STR("responsible"));

		/* A、B按职责负责|落实; 负责跟踪督办 says what they do. */
		for (const struct word *w; who.n && ((w = words_tail(who, W_ADVERB)) || (answers && (w = words_tail(who, W_ROLE)))) && w->text.n < who.n;)
			who = clause_strip(str_sub(who, 0, who.n - w->text.n));

		/* 此项工作县财政局牵头 */
		for (const struct word *w; (w = words_of(who, 0, W_THIS)) && w->text.n < who.n;)
			who = clause_strip(str_from(who, w->text.n));
		if (role && (chunk_bodies(c, &l, who) || short_bodies(c, &l, who))) {
			add_with(out, &l, who, role->arg);
			roles = true;
			pending = start;
		} else if (roles && !role && chunk.n == all.n && holder(c, &l, chunk, &role).n) {
			add_with(out, &l, holder(c, &l, chunk, &role), role->arg);
			pending = start;
		} else if (chunk.n && read_deadline(chunk, out)) {
			if (all.n > chunk.n && only_bodies(c, &l, clause_strip(str_sub(all, 0, all.n - chunk.n))))
				add_members(out, &l, str_sub(all, 0, all.n - chunk.n), STR("responsible"));
			pending = start;
		}
	}
	struct str rest = clause_strip(str_from(s, pending));

	if (rest.n && chunk_bodies(c, &l, rest))
		add_with(out, &l, rest, STR("responsible"));
	else if (rest.n)
		return roles && out->n > 0;
	return out->n > 0;
}

/* ---- with labels ---- */

static bool read_labelled(const struct context *c, struct str s, struct note *out)
{
	size_t at = next_label(s, 0), end = 0;

	if (at == s.n)
		return false;
	struct str first = clause_strip(str_sub(s, 0, at));
	struct listed l;

	forget_list(&l, c);
	/* 省公安厅；配合部门：…: who stands before the first label is responsible. A负责，B配合；完成时间：…: or has a role. */
	if (first.n && only_bodies(c, &l, first))
		add_members(out, &l, first, STR("responsible"));
	else if (first.n && !((has_roles(first) || words_tail(first, W_ROLE)) && read_unlabelled(c, first, out)))
		out->n = 0;
	while (at < s.n) {
		const struct word *w = label_at(s, at, &end);
		size_t next = next_label(s, end);
		/* What a label is for ends with its sentence, whatever is said behind it. */
		struct str text = clause_strip(clause_first_sentence(clause_strip(str_sub(s, end, next))));

		if (has_roles(text) && read_unlabelled(c, text, out))
			;
		else if (str_eq(w->arg, STR("deadline")))
			out->deadline = text;
		else if (words_within(str_sub(s, at + w->text.n, end), W_LABEL))
			add_with_persons(out, text, w->arg);
		else if (!str_eq(w->arg, STR("other"))) {
			struct str role = w->arg;

			text = without_role(text, &role);
			add_with(out, &l, text, role);
		}
		at = next;
	}
	return out->n > 0 || out->deadline.n > 0;
}

/* 以上三项由…: for how many items before it the note is; s from behind it. */
static struct str read_above(struct str s, struct note *out)
{
	const struct word *above = words_own(s, 0, W_ABOVE);
	struct numeral count;
	size_t n = above ? above->text.n : 0, len = above ? numeral_match(str_from(s, n), &count) : 0;
	const struct word *item = len ? words_of(s, n + len, W_ITEM) : NULL;

	if (!item || count.vague || count.value.scale || count.value.digits < 1 || count.value.digits > MOST_ABOVE)
		return s;
	out->above = (long)count.value.digits;
	n += len + item->text.n;
	for (const struct word *w; (w = words_of(s, n, W_WORK)) || (w = words_of(s, n, W_CHARTER)) || (w = words_of(s, n, W_VAGUE)) || (w = words_of(s, n, W_ADVERB));)
		n += w->text.n;
	return str_from(s, n);
}

/* 4—6项由…: for which items the note is; s from behind it. */
static struct str read_items(struct str s, struct note *out)
{
	const struct word *nth = words_of(s, 0, W_ORDINAL);
	size_t n = nth ? nth->text.n : 0, len = 1;
	long numbers[2] = {0, 0};

	for (int k = 0; k < 2; k++) {
		while (n < s.n && s.p[n] >= '0' && s.p[n] <= '9' && numbers[k] < 1000)
			numbers[k] = numbers[k] * 10 + (s.p[n++] - '0');
		if (k == 0 && n < s.n && (s.p[n] == '-' || str_char(s, n, &len) == 0x2014 || (words_of(s, n, W_SPAN) && str_char(s, n, &len))))
			n += s.p[n] == '-' ? 1 : len;
	}
	const struct word *item = words_of(s, n, W_ITEM);

	if (!numbers[0] || !numbers[1] || !item)
		return s;
	out->first_item = numbers[0];
	out->last_item = numbers[1];
	return str_from(s, n + item->text.n);
}

/* 责任单位：A；以下均需B落实，不再列出: what is said of the notes below is left out. 各区政府（含管委会，下同），B: what is said of one name leaves the others. */
static struct str without_below(struct str s)
{
	size_t read = 0, len;
	int depth = 0;

	for (size_t i = words_next(s, 1, W_BELOW); i < s.n; i = words_next(s, i + 1, W_BELOW)) {
		struct str before = str_sub(s, 0, i);
		uint32_t c = str_last_char(before);

		for (; read < i; read += len) {
			uint32_t mark = str_char(s, read, &len);

			depth += (mark == '(') - (mark == ')' && depth > 0);
		}
		if (!depth && (c == ';' || c == 0xFF1B || c == ',' || c == 0x3002))
			return str_sub(s, 0, str_before(before, i));
	}
	return s;
}

/* The room for members stays as it is: clearing it would cost more than reading most notes. */
static void begin(struct note *out)
{
	out->n = 0;
	out->deadline = STR("");
	out->first_item = out->last_item = out->above = 0;
}

/* The same with what is said of all lists, also in a bracket behind the last name: A、B（列第一位的为牵头单位，下同）. */
static struct str without_leads(struct str s)
{
	struct leads told;
	size_t from;

	if (!leads_told(s, &told, &from))
		return s;
	return clause_strip(str_sub(s, 0, from > 0 && s.p[from - 1] == '(' ? from - 1 : from));
}

bool note_read(const struct context *c, struct str s, bool labelled, struct note *out)
{
	/* At each comma all that names nobody yet is read again; a paragraph is read no more than so much at once either. */
	enum { LONGEST_NOTE = 12000 /* bytes */ };

	begin(out);
	if (s.n > LONGEST_NOTE)
		return false;
	s = without_leads(without_below(s));
	if (!labelled)
		s = read_above(read_items(s, out), out);
	if (out->first_item || out->above)
		return read_labelled(c, s, out) || read_unlabelled(c, s, out);
	if (read_labelled(c, s, out))
		return true;
	begin(out);
	return !labelled && read_unlabelled(c, s, out);
}

bool note_read_short(const struct context *c, struct str s, struct note *out)
{
	enum { FEWEST = 2 };
	struct listed l;

	begin(out);
	forget_list(&l, c);
	s = clause_strip(s);
	if (!short_bodies(c, &l, s) || l.n < FEWEST)
		return false;
	for (size_t i = 0; i < l.n; i++)
		if (!body_only(c, l.items[i].s) && !may_name_body(l.items[i].s))
			return false;
	add_members(out, &l, s, STR("responsible"));
	return true;
}
