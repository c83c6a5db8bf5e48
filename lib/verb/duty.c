/* Knows how a task finds the bodies that must do it. */
#include "verb/duty.h"

#include "doc/enclosure.h"
#include "verb/charter.h"
#include "verb/clause.h"
#include "verb/deed.h"
#include "verb/document.h"
#include "verb/leads.h"
#include "verb/note.h"
#include "verb/profile.h"
#include "verb/trace.h"

enum {
	LONGEST_TASK = 40,  /* characters of a list item that is its own task; a longer one gives its first clause */
	RUN_IN = 30,
	LONGEST_LABEL_REST = 24, /* bytes of a second label behind the first */
	LATEST = 20,        /* findings among which the project of a paragraph is looked for */
	FEWEST_LINED = 2,   /* bodies of a note that is a line without brackets or a label */
	ITEMS_BEFORE = 60   /* paragraphs in which the items of a note are looked for */
};

struct finding *duty_add(struct doc *d, const char *rule, struct str evidence, struct str task, const struct body *b,
                         struct str role, struct str *carried)
{
	struct finding *f = finding_new(d, RECORD_RESPONSIBILITY, rule, evidence);
	struct str full = body_full(&d->context, b, carried);

	f->key = view_from(&d->outline.view, b->s);
	finding_cell(d, f, "task", task);
	finding_cell(d, f, "org", b->s);
	if (!str_eq(full, b->s))
		finding_word(d, f, "org_full", full);
	finding_word(d, f, "role", role);
	return f;
}

/* ---- tasks ---- */

/* 结合群众需求, 2026年底前: a clause that only tells on what ground or by when the next one is to be done. */
static bool is_setting(struct str clause)
{
	struct period p;

	return words_of(clause, 0, W_MEANS) || period_match(clause, (struct ymd){0, 0, 0}, &p) == clause.n;
}

/* A list item in its shortest form: its run-in heading, all of it when short, else its first clause. */
struct str duty_short_task(struct str s)
{
	size_t len;
	long value;

	s = clause_strip(s);
	/* （一）问题一：… */
	for (int n = 0; n < 2 && outline_marker(s, &len, &value); n++)
		s = clause_strip(str_from(s, len));
	const struct word *w = words_of(s, 0, W_NTH);

	if (w)
		s = clause_strip(str_from(s, w->text.n));
	size_t stop = str_find(s, STR("。"), 0);

	if (stop < s.n && str_chars(str_sub(s, 0, stop)) <= RUN_IN)
		return str_sub(s, 0, stop);
	s = str_sub(s, 0, stop);
	if (str_chars(s) <= LONGEST_TASK)
		return s;
	struct str first = STR("");

	for (size_t i = 0, from = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);
		struct str clause = str_sub(s, from, i);

		if (!(c == ',' || c == ';' || c == 0xFF1B || c == ':') || str_chars(clause) < 4)
			continue;
		if (!is_setting(clause))
			return clause;
		first = first.n ? first : clause;
		from = i + len;
	}
	return first.n ? first : s;
}

/* 实施提升工程：（1）新院建成投用: the first item of a list inside its paragraph, behind what leads to it. */
static struct str behind_lead(struct str s)
{
	enum { LEAD = 90 }; /* bytes */
	size_t colon = str_find(str_sub(s, 0, LEAD), STR(":"), 0), len;
	long value;

	return colon < s.n && colon < LEAD && outline_marker(str_from(s, colon + 1), &len, &value) && value == 1 ? str_from(s, colon + 1 + len) : s;
}

struct str duty_section_task(const struct doc *d, int section)
{
	while (section >= 0 && !d->outline.sections[section].title.n)
		section = d->outline.sections[section].parent;
	return section >= 0 ? d->outline.sections[section].title : STR("");
}

/* What the note that starts at byte `at` closes. The paragraph's own run-in heading when it has one
 * and no other note stood in it before; a sentence of its own when the paragraph holds several notes;
 * the paragraph or heading before a note that stands alone. */
/* The project that a paragraph begins with, or NULL. */
static struct finding *project_at(const struct doc *d, struct str begin)
{
	for (size_t k = d->count; k-- > 0 && d->count - k < LATEST;) {
		struct finding *f = d->findings[k];

		if (f->type == RECORD_PROJECT && f->name.n && f->name.p == begin.p)
			return f;
	}
	return NULL;
}

/* Whether the next paragraph under the same heading closes with a note as well: then each is a task. */
static bool noted_next(const struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index], *next = p + 1;

	if (index + 1 >= d->outline.count || next->kind != PARA_TEXT || next->level || next->section != p->section)
		return false;
	struct str s = clause_strip(next->body);
	size_t open = s.n;

	while (open > 0 && str_ends(s, STR(")")) && s.p[open - 1] != '(')
		open--;
	struct note n;

	return open > 1 && open < s.n && note_read(&d->context, str_sub(s, open, s.n - 1), false, &n) && n.n;
}

static struct str noted_task(const struct doc *d, size_t index, struct str text, size_t from, size_t at, bool only)
{
	const struct para *p = &d->outline.paras[index];
	struct str before = clause_strip(str_sub(text, from, at));

	/* 新建幼儿园5所（省教育厅牵头）: a line that is a heading holds its note. */
	if (only && p->head.n)
		return p->head.p + p->head.n > text.p + at && p->head.p < text.p + at ? clause_strip(str_sub(p->head, 0, (size_t)(text.p + at - p->head.p))) : p->head;
	const struct finding *project = only ? project_at(d, p->body) : NULL;

	if (project)
		return project->name;
	if (!before.n && index > 0 && !p->head.n) {
		const struct para *q = &d->outline.paras[index - 1];

		for (size_t k = index; k-- > 0 && index - k < 4; q = &d->outline.paras[k]) {
			q = &d->outline.paras[k];
			if (q->kind != PARA_TEXT || !words_of(q->s, 0, W_LABEL))
				break;
		}
		if (q->kind == PARA_ROW)
			return duty_section_task(d, p->section);
		/* Paragraphs without numbers under a heading: the note closes all of them. */
		if (!q->head.n && !q->level && q->kind == PARA_TEXT && p->section >= 0 && q->section == p->section && duty_section_task(d, p->section).n)
			return duty_section_task(d, p->section);
		return q->head.n ? q->head : duty_short_task(q->s);
	}
	if (only && !p->level && !p->head.n && index > 0 && d->outline.paras[index - 1].kind == PARA_HEADING && !noted_next(d, index))
		return duty_section_task(d, p->section);
	return duty_short_task(behind_lead(before));
}

/* ---- notes ---- */

/* 处, 科, 室: a part of a department that has no name without it; 大队 and 中心 may have one. */
static bool is_division(struct str s)
{
	return s.n && words_is(str_from(s, str_before(s, s.n)), W_SUBOFFICE);
}

/* 市交通委|科技信息处: bytes of the department before the office of it that ends s; 0: it is none. */
static size_t department_of(const struct doc *d, struct str s)
{
	size_t best = 0, len;

	for (size_t i = 0; is_division(s) && i < s.n; i += len) {
		str_char(s, i, &len);
		if (i && (words_tail(str_sub(s, 0, i), W_DEPARTMENT) || words_tail(str_sub(s, 0, i), W_BODY)) && body_only(&d->context, str_sub(s, 0, i)))
			best = i;
	}
	return best;
}

static void add_note(struct doc *d, const char *rule, struct str evidence, struct str task, const struct note *n)
{
	struct str carried = STR(""), department = STR("");

	for (size_t i = 0; i < n->n; i++) {
		const struct body *b = &n->members[i].body;
		struct finding *f = duty_add(d, rule, evidence, task, b, n->members[i].role, &carried);
		struct str full = finding_value(f, "org_full");
		size_t own = department_of(d, b->s);

		/* 市交通委科技信息处、港务监管处: the next office is of the same department. */
		if (own)
			department = str_sub(full.n ? full : b->s, 0, (full.n ? full.n : b->s.n) - (b->s.n - own));
		else if (!is_division(b->s))
			department = STR("");
		else if (department.n && !full.n && !b->prefix.n)
			finding_word(d, f, "org_full", arena_join(d->arena, department, b->s));
		finding_cell(d, f, "deadline_text", n->deadline);
	}
}

/* The notes among the brackets from mention `from` on. */
static size_t count_notes(const struct doc *d, const struct mentions *m, size_t from)
{
	size_t n = 0;
	struct note note;

	for (size_t i = from; i < m->n; i++)
		if (m->items[i].kind == M_BRACKET && !m->items[i].depth)
			n += note_read(&d->context, enclosure_inside(m, &m->items[i]), false, &note) && note.n;
	return n;
}

/* A bracket that names bodies is a note where a sentence or the paragraph ends at it, or where it says
 * what they do. */
static bool closes_sentence(const struct mentions *m, const struct mention *x)
{
	struct str after = str_from(m->s, x->to);
	size_t len;

	if (!after.n)
		return true;
	/* …覆盖全市。（甲局，乙局）结合…: between two sentences it closes the first. */
	uint32_t c = str_last_char(str_sub(m->s, 0, x->from));

	if (c == 0x3002)
		return true;
	c = str_char(after, 0, &len);

	return c == 0x3002 || c == ';' || c == 0xFF1B || c == '(' || outline_marker(after, &len, &(long){0}) || words_of(after, 0, W_NTH);
}

/* （4—6项由A牵头，B负责）: the note is for each of these items, which stand before it. */
static void add_item_notes(struct doc *d, size_t index, struct str evidence, const struct note *n)
{
	size_t len;
	long value;

	size_t first = index + 1;

	/* The nearest item of the first number begins them. */
	while (first-- > 0 && index - first < ITEMS_BEFORE)
		if (d->outline.paras[first].kind != PARA_ROW && outline_marker(d->outline.paras[first].s, &len, &value) && value == n->first_item)
			break;
	if (first > index || index - first >= ITEMS_BEFORE)
		return;
	for (size_t k = first; k <= index; k++) {
		const struct para *p = &d->outline.paras[k];

		if (p->kind != PARA_ROW && outline_marker(p->s, &len, &value) && value >= n->first_item && value <= n->last_item)
			add_note(d, "note-for-items", evidence, p->head.n ? p->head : duty_short_task(p->s), n);
	}
}

/* （以上三项由A牵头）: the note is for so many items that end before it, or with the one it stands in. */
static void add_notes_above(struct doc *d, size_t index, struct str evidence, const struct note *n)
{
	size_t first = index + 1, len;
	long value, left = n->above;
	int level = 0;

	while (left > 0 && first-- > 0 && index - first < ITEMS_BEFORE) {
		const struct para *p = &d->outline.paras[first];

		if (p->kind == PARA_ROW || !outline_marker(p->s, &len, &value) || (level && p->level > level))
			continue;
		if (level && p->level < level)
			return;
		level = p->level;
		left--;
	}
	for (size_t k = first; !left && k <= index; k++) {
		const struct para *p = &d->outline.paras[k];

		if (p->kind != PARA_ROW && p->level == level)
			add_note(d, "note-for-items", evidence, p->head.n ? p->head : duty_short_task(p->s), n);
	}
}

static size_t find_bracket_notes(struct doc *d, size_t index, const struct mentions *m)
{
	size_t total = 0, found = 0, from = 0;
	bool counted = false; /* most brackets are no notes: the later ones are read beforehand only where one is */

	for (size_t i = 0; mentions_hold(m, M_BRACKET) && i < m->n; i++) {
		const struct mention *x = &m->items[i];
		struct note n;
		struct str in;

		if (x->kind != M_BRACKET || x->depth)
			continue;
		in = enclosure_inside(m, x);
		bool labelled = words_of(in, 0, W_LABEL) || words_tail(in, W_ROLE);

		bool read = note_read(&d->context, in, false, &n) && n.n;

		total += read && !counted;
		size_t stop = str_find(in, STR("。"), 0);

		/* （A牵头，B参与，C负责落实。以下各项均需C落实，不再列出。） */
		if (stop < in.n && !words_of(in, 0, W_LABEL) && words_tail(str_sub(in, 0, stop), W_ROLE)) {
			labelled = true;
			read = note_read(&d->context, str_sub(in, 0, stop), false, &n) && n.n;
		}

		/* What stands in brackets behind a sentence closes it, so short names will do. */
		if (!read && str_ends(str_sub(m->s, 0, x->from), STR("。")))
			read = note_read_short(&d->context, in, &n);
		/* 太原市文化和旅游局（太原市文物局）: the other name of who signs. */
		bool named = read && !labelled && body_only(&d->context, clause_strip(str_sub(m->s, 0, x->from)));

		if (!read || named || !(labelled || closes_sentence(m, x))) {
			TRACE(d, mention_text(m, x), "duty", "none, %s", named ? "a body stands before the bracket, and nothing else" : read ? "the sentence goes on behind the bracket, no label opens it and no role closes it"
			      : "the bracket is no note: it holds other words than bodies, roles and a deadline");
			continue;
		}
		TRACE(d, mention_text(m, x), "duty", "a note %s, %zu bodies", labelled ? "with a label or role" : "without a label", n.n);
		if (!counted)
			total += count_notes(d, m, i + 1);
		counted = true;
		if (n.above)
			add_notes_above(d, index, mention_text(m, x), &n);
		else if (n.first_item)
			add_item_notes(d, index, mention_text(m, x), &n);
		else
			add_note(d, "note-in-brackets", mention_text(m, x), noted_task(d, index, m->s, from, x->from, total == 1), &n);
		from = x->to;
		found++;
	}
	return found;
}

/* 责任单位：… as a line of its own or at the end of a paragraph. The lines of one item share their deadline. */
static struct str shared_deadline(const struct doc *d, size_t index)
{
	for (int step = -1; step <= 1; step += 2)
		for (size_t k = index, n = 0; n < 4; n++) {
			if ((step < 0 && k == 0) || (step > 0 && k + 1 >= d->outline.count))
				break;
			k += (size_t)step;
			const struct para *p = &d->outline.paras[k];
			const struct word *w = p->kind == PARA_TEXT || p->kind == PARA_HEADING ? words_of(p->body, 0, W_LABEL) : NULL;
			struct note note;

			if (!w)
				break;
			if (str_eq(w->arg, STR("deadline")) && note_read(&d->context, p->body, true, &note))
				return note.deadline;
		}
	return STR("");
}

/* How many brackets stand open behind bytes [from, to) of s where `depth` stood open before them. */
static int depth_behind(struct str s, size_t from, size_t to, int depth)
{
	for (size_t len; from < to; from += len) {
		uint32_t c = str_char(s, from, &len);

		depth += (mention_opens(c) || c == 0x3014) - (depth > 0 && (mention_closes(c) || c == 0x3015));
	}
	return depth;
}

static size_t label_place(struct str s)
{
	enum { LONG_LABEL = 12, FAR_LABEL = 90 }; /* bytes */
	const struct context none = {0};
	struct body b;
	int depth = 0;
	size_t read = 0, len;

	for (size_t i = words_next(s, 0, W_LABEL); i < s.n; i = words_next(s, read, W_LABEL)) {
		const struct word *w = words_of(s, i, W_LABEL);

		str_char(s, i, &len);
		depth = depth_behind(s, read, i + len, depth);
		read = i + (depth ? len : w->text.n);
		if (depth)
			continue;
		size_t end = i + w->text.n, colon = str_find(str_sub(s, 0, end + LONGEST_LABEL_REST), STR(":"), end);

		/* 牵头单位及责任人： */
		if (colon < s.n && colon < end + LONGEST_LABEL_REST && words_tail(str_sub(s, end, colon), W_LABEL))
			end = colon;
		bool starts = i == 0 || str_ends(str_sub(s, 0, i), STR(",")) || str_ends(str_sub(s, 0, i), STR("。")) || str_ends(str_sub(s, 0, i), STR(";")) ||
		              str_ends(str_sub(s, 0, i), STR(" ")) || str_ends(str_sub(s, 0, i), STR(")")) || str_ends(str_sub(s, 0, i), STR("】")) || str_ends(str_sub(s, 0, i), STR(":"));

		/* …见下图责任单位：某公司: the line's end before the label may be lost. */
		starts |= str_starts(str_from(s, i + w->text.n), STR(":")) && w->text.n >= LONG_LABEL && i > FAR_LABEL;
		/* ，责任单位县农业农村局。: the colon may be left out before a body. */
		bool bare = starts && i && w->text.n >= LONG_LABEL && end == i + w->text.n && body_at(&none, s, end, &b);

		if (starts && end < s.n && (s.p[end] == ':' || words_of(s, end, W_IS) || bare))
			return i;
	}
	return s.n;
}

/* 建设单位：… in the item of a list that names a project is who builds it, no duty. */
static void give_builders(struct doc *d, struct finding *project, struct note *n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n->n; i++) {
		if (str_eq(n->members[i].role, STR("implement")))
			finding_item(d, project, "orgs", n->members[i].body.s);
		else
			n->members[kept++] = n->members[i];
	}
	n->n = kept;
}

static void drop_builders(struct note *n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n->n; i++)
		if (!str_eq(n->members[i].role, STR("implement")))
			n->members[kept++] = n->members[i];
	n->n = kept;
}

static bool find_labelled_line(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = label_place(m->s);
	struct note n;

	if (at == m->s.n)
		return false;
	if (!note_read(&d->context, str_from(m->s, at), true, &n) || !n.n) {
		TRACE(d, str_from(m->s, at), "duty", "none, no body stands behind the label");
		return false;
	}
	TRACE(d, str_from(m->s, at), "duty", "a note in a line, behind a label, %zu bodies", n.n);
	if (!n.deadline.n)
		n.deadline = shared_deadline(d, index);
	struct finding *project = project_at(d, d->outline.paras[index].body), *over = profile_project(d, index);

	/* The lines under its heading have told who builds it. */
	if (over && (!project || project == over))
		drop_builders(&n);
	else if (project)
		give_builders(d, project, &n);
	add_note(d, "note-in-a-line", str_from(m->s, at), over ? over->name : noted_task(d, index, m->s, 0, at, true), &n);
	return true;
}

/* The heading of the lines that a note closes: the last of the short lines that stand first behind the note before. */
static struct str heading_of_lines(const struct doc *d, size_t index)
{
	struct str task = STR("");
	size_t first = index;
	struct note n;

	while (first > 0 && index - first < ITEMS_BEFORE && d->outline.paras[first - 1].kind != PARA_ROW &&
	       !(words_tail(d->outline.paras[first - 1].body, W_ROLE) && note_read(&d->context, d->outline.paras[first - 1].body, false, &n)))
		first--;
	for (; first < index; first++) {
		struct str s = d->outline.paras[first].body;

		if (str_chars(s) > RUN_IN / 2 || str_has(s, STR(",")) || str_has(s, STR("。")))
			break;
		task = s;
	}
	return task.n ? task : index > 0 ? duty_short_task(d->outline.paras[index - 1].s) : STR("");
}

/* A、B负责跟踪督办: a role inside what looks like the last body tells that it is a sentence. */
static bool tells_deed(const struct doc *d, const struct note *n)
{
	struct body b;

	for (size_t k = 0; k < n->n; k++) {
		struct str s = n->members[k].body.s;

		if (body_at(&d->context, s, 0, &b) && (words_of(s, b.s.n, W_ROLE) || words_of(s, b.s.n, W_MODAL)))
			return true;
	}
	return false;
}

/* A、B、C等按职责分工负责 as a line of its own. What is too long to be read at once is no line: it would be read whole for each of its windows. */
static bool find_bare_line(struct doc *d, size_t index)
{
	struct str s = clause_strip(d->outline.paras[index].body);
	const struct word *role = words_tail(s, W_ROLE);
	struct note n;

	if (!role || document_window(s) < s.n || role->text.n == s.n || str_has(s, STR("。")) || words_of(s, 0, W_BY) || words_of(s, 0, W_ASK) || !note_read(&d->context, s, false, &n) || n.n < FEWEST_LINED || n.first_item || n.above || tells_deed(d, &n))
		return false;
	struct str task = heading_of_lines(d, index);

	if (!task.n)
		return false;
	add_note(d, "note-in-a-line", s, task, &n);
	return true;
}

void duty_find(struct doc *d, size_t index, const struct mentions *m)
{
	size_t at = 0;
	struct range s;
	struct actor last, points;
	struct leads told;

	if (leads_told(m->s, &told, &at))
		d->context.leads = told;
	last.n = points.n = 0;
	at = 0;
	if (charter_find(d, index, m))
		return;
	if (words_of(d->outline.paras[index].body, 0, W_LABEL) && find_labelled_line(d, index, m))
		return;
	if (find_bare_line(d, index))
		return;
	find_bracket_notes(d, index, m);
	find_labelled_line(d, index, m);
	while (clause_sentence(m, &at, &s))
		deed_find(d, index, m, &s, &last, &points);
}
