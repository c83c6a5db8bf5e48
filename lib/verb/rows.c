/* Knows which records a row of a table holds. */
#include "verb/rows.h"

#include "doc/form.h"
#include "doc/heading.h"
#include "doc/spanned.h"
#include "verb/duty.h"
#include "verb/fund.h"
#include "verb/note.h"
#include "verb/rowbodies.h"
#include "verb/trace.h"
#include "verb/unclaimed.h"

enum { MOST_BODIES = 64, MOST_AMOUNTS = GRID_COLUMNS, SHORTEST_PROJECT = 5 /* characters */, SHORTEST_SENTENCE = 12 };

/* A body that no heading announces, and how many cells its row has. */
struct office {
	struct str name;
	size_t cells;
};

struct row {
	struct doc *d;
	const struct grid *g;
	const struct para *p;
	size_t index;
	struct finding *whole; /* the funding record that parts belong to */
	bool totals;           /* it is that of a column of totals */
	struct str listed;     /* the cell whose bodies were read last: each sum of the row is for the same */
	struct body *bodies;   /* room for MOST_BODIES, which is not cleared for each row */
	size_t body_count;
};

static struct str cell(const struct row *r, int column)
{
	return column >= 0 && (size_t)column < r->p->cell_count ? r->p->cells[column] : STR("");
}

static struct finding *new_finding(const struct row *r, enum record_type type, const char *rule)
{
	struct finding *f = finding_at(r->d, type, rule, r->p->from, r->p->to);

	f->section = r->p->section;
	return f;
}

/* What the row is about: its project, its task, else its first cell that describes anything or its category. */
static struct str subject(const struct row *r)
{
	int c = grid_column(r->g, COLUMN_NAME), category = grid_column(r->g, COLUMN_CATEGORY);

	if (c < 0)
		c = grid_column(r->g, COLUMN_TASK);
	if (c >= 0 && cell(r, c).n)
		return cell(r, c);
	for (size_t i = 0; i < r->g->column_count; i++) {
		enum column_role role = r->g->columns[i].role;

		if (role == COLUMN_SEQ || role == COLUMN_MONEY || role == COLUMN_COUNT || role == COLUMN_IGNORE || !cell(r, (int)i).n)
			continue;
		if (role == COLUMN_DUTY || role == COLUMN_ORG || role == COLUMN_DEADLINE || role == COLUMN_RECIPIENT)
			return cell(r, category).n ? cell(r, category) : r->g->title;
		return cell(r, (int)i);
	}
	return r->g->title;
}

static struct str without_number(struct str s)
{
	size_t len;
	long value;
	int level = outline_marker(s, &len, &value);

	return level > 4 && len < s.n ? str_trim(str_from(s, len)) : s;
}

static void add_bodies(struct row *r, struct finding *f, const char *field, struct str list)
{
	if (rowbodies_void(list))
		return;
	if (list.p != r->listed.p || list.n != r->listed.n)
		r->body_count = body_list(list, r->bodies, MOST_BODIES);
	r->listed = list;
	for (size_t i = 0; i < r->body_count; i++)
		finding_item(r->d, f, field, r->bodies[i].s);
}

static struct str number_of_row(struct str s)
{
	while (s.n && (s.p[s.n - 1] == '.' || s.p[s.n - 1] == ')'))
		s.n--;
	if (str_ends(s, STR("、")))
		s.n -= strlen("、");
	return s;
}

/* A sum of investment in s: 总投资6.2亿元. */
static bool tells_investment(struct str s)
{
	struct quantity q;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_of(s, i, W_FUND);

		str_char(s, i, &len);
		if (w && str_eq(w->arg, STR("investment")) && quantity_match(str_from(s, i + w->text.n), STR(""), &q) && q.kind == QUANTITY_MONEY)
			return true;
	}
	return false;
}

/* The column that names projects. In a table of tasks a row is one where its task is a name and what is to be reached
 * tells what is invested. */
static int project_column(const struct row *r)
{
	int name = grid_column(r->g, COLUMN_NAME), task = grid_column(r->g, COLUMN_TASK), goal = grid_column(r->g, COLUMN_GOAL);
	struct str s = without_number(cell(r, task));

	if (name >= 0 || goal < 0 || str_chars(s) < SHORTEST_PROJECT || words_of(s, 0, W_VERB) || !tells_investment(cell(r, goal)))
		return name;
	return task;
}

/* 计划开工, 计划竣工: when a project begins and ends, each in a column of its own. */
static void add_times(const struct row *r, struct finding *f)
{
	const struct view *v = &r->d->outline.view;
	struct arena *a = r->d->arena;
	struct str start = cell(r, grid_column(r->g, COLUMN_START)), end = cell(r, grid_column(r->g, COLUMN_DEADLINE));

	if (rowbodies_void(start) || finding_value(f, "period_text").n)
		return;
	if (rowbodies_void(end)) {
		finding_cell(r->d, f, "period_text", start);
		return;
	}
	finding_word(r->d, f, "period_text", arena_join(a, arena_join(a, view_written(v, start, a), STR("—")), view_written(v, end, a)));
	finding_note(r->d, f, STR("period_text: from the columns of its beginning and its end"));
}

/* 项目, 补助标准: a table of what is given for what has no projects, unless it tells the sum of each. */
static bool tells_policy(const struct grid *g)
{
	for (size_t i = 0; i < g->column_count; i++)
		if (g->columns[i].role == COLUMN_MONEY)
			return false;
	return grid_column(g, COLUMN_POLICY) >= 0;
}

static void add_project(struct row *r)
{
	int name = project_column(r);

	if (name < 0 || rowbodies_void(cell(r, name)) || tells_policy(r->g))
		return;
	struct finding *f = new_finding(r, RECORD_PROJECT, "table-row");

	f->key = view_from(&r->d->outline.view, cell(r, name));
	finding_cell(r->d, f, "seq", number_of_row(cell(r, grid_column(r->g, COLUMN_SEQ))));
	f->name = without_number(cell(r, name));
	finding_cell(r->d, f, "name", f->name);
	finding_cell(r->d, f, "program", r->g->title);
	int category = grid_column(r->g, COLUMN_CATEGORY);

	finding_cell(r->d, f, "category", category >= 0 && cell(r, category).n ? cell(r, category) : r->g->category);
	for (size_t i = 0; i < r->g->column_count; i++)
		if (r->g->columns[i].role == COLUMN_ORG)
			add_bodies(r, f, "orgs", cell(r, (int)i));
	static const struct { enum column_role role; const char *field; } plain[] = {
		{COLUMN_CONTENT, "content"}, {COLUMN_PLACE, "place"}, {COLUMN_STATE, "state"}, {COLUMN_PERIOD, "period_text"},
	};

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		struct str s = cell(r, grid_column(r->g, plain[i].role));

		/* The town that gets the money is where the project is. */
		if (plain[i].role == COLUMN_PLACE && !s.n && words_tail(cell(r, grid_column(r->g, COLUMN_RECIPIENT)), W_NAMED))
			s = cell(r, grid_column(r->g, COLUMN_RECIPIENT));

		if (!rowbodies_void(s))
			finding_cell(r->d, f, plain[i].field, s);
	}
	add_times(r, f);
}

/* Of 市 and 县 the narrower one gets it; the wider one stands in the first of its rows alone. Of two lists side by side each has its own, before the sum
 * in column `money`. */
static int recipient_column(const struct row *r, size_t money)
{
	int found = -1;

	for (size_t i = 0; i < r->g->column_count && (i < money || found < 0); i++)
		if (r->g->columns[i].role == COLUMN_RECIPIENT && !rowbodies_void(cell(r, (int)i)))
			found = (int)i;
	return found < 0 ? grid_column(r->g, COLUMN_RECIPIENT) : found;
}

/* Whether the bodies of a column of units get the money of their rows, which then is all that the rows tell of them. */
static bool units_are_paid(const struct row *r)
{
	int money = grid_column(r->g, COLUMN_MONEY);

	return money >= 0 && !str_eq(r->g->columns[money].arg, STR("investment")) && grid_column(r->g, COLUMN_TASK) < 0 &&
	       grid_column(r->g, COLUMN_RECIPIENT) < 0;
}

static void add_duties(const struct row *r)
{
	bool listed = grid_column(r->g, COLUMN_NAME) >= 0 || units_are_paid(r);
	struct str task = without_number(subject(r)), deadline = cell(r, grid_column(r->g, COLUMN_DEADLINE));
	size_t from = r->d->count;

	for (size_t i = 0; i < r->g->column_count; i++) {
		const struct column *c = &r->g->columns[i];
		struct note_member members[NOTE_MOST];
		struct str carried = STR(""), role = c->role == COLUMN_DUTY ? c->arg : STR("implement");

		/* Who undertakes a project of a list is a field of the project. */
		if (c->role != COLUMN_DUTY && !(c->role == COLUMN_ORG && !listed))
			continue;
		size_t n = rowbodies_read(r->d, cell(r, (int)i), role, members);

		for (size_t k = 0; k < n; k++) {
			struct finding *f = duty_add(r->d, "table-row", members[k].body.s, task, &members[k].body, members[k].role, &carried);

			f->from = r->p->from;
			f->to = r->p->to;
			f->section = r->p->section;
		}
	}
	for (; from < r->d->count; from++)
		if (!rowbodies_void(deadline))
			finding_cell(r->d, r->d->findings[from], "deadline_text", deadline);
}

/* Whether nothing in the head of a table of tasks tells whose they are. */
static bool tells_nobody(const struct grid *g)
{
	static const enum column_role known[] = {COLUMN_DUTY, COLUMN_ORG, COLUMN_NAME, COLUMN_RECIPIENT, COLUMN_MONEY, COLUMN_POLICY};

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (grid_column(g, known[i]) >= 0)
			return false;
	return grid_column(g, COLUMN_TASK) >= 0;
}

/* 2, 县农业局, 30, 推进养殖污染控制 under headings of which none is of bodies: a body stands before what it must do, and its cell spans the shorter rows
 * below. */
static void add_untold_duty(const struct row *r, struct office *above)
{
	struct str task = STR(""), carried = STR("");
	bool own = false;

	for (size_t k = 0; k < r->p->cell_count && !task.n; k++) {
		struct str s = r->p->cells[k];
		bool body = !own && body_only(&r->d->context, s);

		if (body)
			*above = (struct office){s, r->p->cell_count};
		else if (str_longer(s, SHORTEST_PROJECT - 1) && !heading_is_figure(s) && (own || r->p->cell_count < above->cells))
			task = without_number(s);
		own |= body;
	}
	if (!task.n || !above->name.n || !(own || r->p->cell_count < above->cells))
		return;
	struct note_member members[NOTE_MOST];
	size_t n = rowbodies_read(r->d, above->name, STR("responsible"), members);

	for (size_t k = 0; k < n; k++) {
		struct finding *f = duty_add(r->d, "table-row", members[k].body.s, task, &members[k].body, members[k].role, &carried);

		f->from = r->p->from;
		f->to = r->p->to;
		f->section = r->p->section;
	}
}

/* The figure of a cell: all of it when it is one, else the first amount in it. */
static struct str figure(struct str s, struct str unit, struct quantity *q)
{
	if (quantity_parse(s, unit, q))
		return s;
	for (size_t i = 0, len; i < s.n; i += len) {
		size_t n = quantity_match(str_from(s, i), unit, q);

		if (n)
			return str_sub(s, i, i + n);
		str_char(s, i, &len);
	}
	return STR("");
}

static bool is_government(const struct doc *d, struct str s)
{
	struct body b;
	size_t used, open = str_find(s, STR("("), 0);

	/* 新疆（不含兵团） */
	if (open && str_ends(s, STR(")")))
		s = str_sub(s, 0, open);
	if (region_chain(s, &used) && used == s.n)
		return true;
	return (body_at(&d->context, s, 0, &b) && b.kind == BODY_DEPARTMENT) || words_tail(s, W_NAMED);
}

/* 中央财政补助, 省级资金, 县级配套: whose money the column holds, where its heading or the one over it begins with that. */
static struct str giver(const struct column *c)
{
	const struct str heads[] = {c->head, c->over};

	for (size_t k = 0; k < 2; k++) {
		const struct word *w = words_of(heads[k], 0, W_TREASURY), *purse = words_of(heads[k], 0, W_PURSE);

		w = w ? w : purse;
		/* 省级示范区: a level that something else is of gives nothing. */
		if (w && (w->text.n == heads[k].n || words_of(heads[k], w->text.n, W_FUND) || words_of(heads[k], w->text.n, W_PROGRAM) || words_tail(heads[k], W_FUND)))
			return str_sub(heads[k], 0, w->text.n);
	}
	return STR("");
}

static void add_money(struct row *r, size_t i)
{
	const struct column *c = &r->g->columns[i];
	struct str unit = c->unit.n ? c->unit : r->g->unit;
	struct quantity q;
	struct str text = rowbodies_void(cell(r, (int)i)) ? STR("") : figure(cell(r, (int)i), unit, &q);

	if (!text.n || (q.kind != QUANTITY_MONEY && q.kind != QUANTITY_BARE))
		return;
	int name = grid_column(r->g, COLUMN_NAME), to = recipient_column(r, i), org = grid_column(r->g, COLUMN_ORG);
	struct finding *f = new_finding(r, RECORD_FUNDING, "table-row");
	bool invested = str_eq(c->arg, STR("investment"));

	f->key = view_from(&r->d->outline.view, text);
	if (to >= 0 && !invested)
		add_bodies(r, f, "recipients", cell(r, to));
	else if (org >= 0 && !invested)
		add_bodies(r, f, "recipients", cell(r, org));
	/* Where no heading tells what a sum is for, its row does. */
	struct str purpose = name >= 0 ? without_number(cell(r, name)) : !c->head.n && to < 0 ? subject(r) : fund_purpose_of_heading(r->g, c);

	struct period when;

	/* Where the title alone tells what all sums are for, a category tells more. */
	if (!invested && r->g->title.n && purpose.p == r->g->title.p && !rowbodies_void(cell(r, grid_column(r->g, COLUMN_CATEGORY))))
		purpose = cell(r, grid_column(r->g, COLUMN_CATEGORY));

	/* 交通 40 0.78: a row of investments is for what it begins with. */
	if (invested && r->g->title.n && purpose.p == r->g->title.p && subject(r).p != r->g->title.p && !period_parse(subject(r), (struct ymd){0, 0, 0}, &when))
		purpose = subject(r);

	/* 2017年计划投资: a year is no purpose. */
	if (invested && period_parse(purpose, (struct ymd){0, 0, 0}, &when))
		purpose = STR("");
	finding_cell(r->d, f, "purpose", purpose.n ? purpose : subject(r));
	if (name >= 0 && !tells_policy(r->g))
		finding_cell(r->d, f, "project", without_number(cell(r, name)));
	if (r->g->title.n)
		finding_cell(r->d, f, "program", r->g->title);
	finding_cell(r->d, f, "funder", giver(c));
	finding_word(r->d, f, "kind", c->arg);
	finding_word(r->d, f, "status", c->status);
	finding_cell(r->d, f, "amount_text", text);
	if (unit.n && q.kind == QUANTITY_MONEY && !str_has(text, unit))
		finding_cell(r->d, f, "unit_text", unit);
	finding_cell(r->d, f, "basis", c->basis);
	/* A table by years has the year of each row in a column of its own. */
	finding_cell(r->d, f, "period_text", c->period.n || name >= 0 ? c->period : cell(r, grid_column(r->g, COLUMN_PERIOD)));
	if (c->part || (!c->total && r->totals && to >= 0))
		f->part_of = r->whole;
	else
		r->whole = f;
	r->totals |= c->total;
	/* What is handed down to a region or a body of government is budget. */
	if (to >= 0 && str_eq(c->arg, STR("grant")) && is_government(r->d, cell(r, to)))
		finding_word(r->d, f, "kind", STR("budget"));
}

/* What a figure of the row counts, and the unit where the row tells it: 森林覆盖率（%）, or in a column of units. */
static struct str counted(const struct row *r, struct str *unit)
{
	struct str name = cell(r, grid_last(r->g, COLUMN_INDICATOR)), told = cell(r, grid_column(r->g, COLUMN_UNIT)), rest;

	if (!name.n)
		return without_number(subject(r));
	if (!told.n)
		told = heading_unit(name, &rest);
	if (told.n && !unit->n) {
		*unit = told;
		name = str_sub(name, 0, told.p > name.p && told.p < name.p + name.n ? rest.n : name.n);
	}
	return without_number(name);
}

static void add_count(const struct row *r, size_t i)
{
	const struct column *c = &r->g->columns[i];
	struct str unit = c->unit, name = counted(r, &unit);
	struct quantity q;
	struct str text = rowbodies_void(cell(r, (int)i)) ? STR("") : figure(cell(r, (int)i), unit, &q);

	if (!text.n || (q.kind == QUANTITY_BARE && !unit.n && !c->head.n))
		return;
	struct finding *f = new_finding(r, RECORD_TARGET, "table-row");

	f->key = view_from(&r->d->outline.view, text);
	finding_cell(r->d, f, "indicator", name);
	finding_cell(r->d, f, "value_text", text);
	if (unit.n && !str_has(text, unit))
		finding_cell(r->d, f, "unit_text", unit);
	finding_word(r->d, f, "status", STR("target"));
	finding_cell(r->d, f, "period_text", c->period);
}

static bool is_prose(struct str s)
{
	struct quantity q;

	if (!str_longer(s, SHORTEST_SENTENCE - 1))
		return false;
	size_t n = quantity_match(s, STR(""), &q);

	/* 12(其中,奖励因素5万元): a figure with a remark. */
	return !(n && (n == s.n || s.p[n] == '('));
}

/* A cell that says in a sentence what is given, and of what kind: the rules of a table. Who gets it may stand in a column of its own. */
static void read_rules(struct row *r, struct str s, struct str kind, const struct rows_readers *readers)
{
	bool before = r->d->head.measures;
	size_t from = r->d->count;
	int to = recipient_column(r, r->g->column_count);

	r->d->head.measures = true;
	r->d->subject = without_number(subject(r));
	r->d->giving = kind;
	readers->prose(r->d, r->index, s);
	r->d->subject = r->d->giving = STR("");
	r->d->head.measures = before;
	for (; !rowbodies_void(cell(r, to)) && from < r->d->count; from++) {
		struct finding *f = r->d->findings[from];

		if (f->type == RECORD_FUNDING) {
			finding_forget(f, "recipients");
			add_bodies(r, f, "recipients", cell(r, to));
		}
	}
}

/* What the column of a cell is taken for. */
static void tell_column(const struct row *r, size_t i)
{
	static const char *const roles[] = {
		[COLUMN_UNKNOWN] = "nothing: its heading is not known", [COLUMN_SEQ] = "the number of the row", [COLUMN_NAME] = "the name of a project",
		[COLUMN_TASK] = "the task", [COLUMN_ORG] = "who undertakes it", [COLUMN_PARTNER] = "who takes part", [COLUMN_CONTENT] = "what is done",
		[COLUMN_PLACE] = "the place", [COLUMN_CATEGORY] = "the class", [COLUMN_STATE] = "the state", [COLUMN_PERIOD] = "the period", [COLUMN_START] = "when it begins",
		[COLUMN_DEADLINE] = "the deadline", [COLUMN_DUTY] = "bodies with a duty", [COLUMN_MONEY] = "an amount of money", [COLUMN_COUNT] = "a figure",
		[COLUMN_RECIPIENT] = "who gets it", [COLUMN_GOAL] = "what is to be reached", [COLUMN_POLICY] = "what is given, in words", [COLUMN_INDICATOR] = "what is counted", [COLUMN_UNIT] = "the unit of the row's figures", [COLUMN_IGNORE] = "nothing, on purpose",
	};
	const struct column *c = &r->g->columns[i];
	struct str unit = c->unit.n || c->role != COLUMN_MONEY ? c->unit : r->g->unit;

	unclaimed_cell(r->d, r->p->section, cell(r, (int)i), unit);
	TRACE(r->d, cell(r, (int)i), "table", "the column %.*s%s%.*s is read as %s", STR_ARGS(c->head), unit.n ? ", in " : "", STR_ARGS(unit), roles[c->role]);
}

static void read_row(struct doc *d, const struct grid *g, size_t index, struct office *office, const struct rows_readers *readers)
{
	struct body bodies[MOST_BODIES];
	struct row r = {.d = d, .g = g, .p = &d->outline.paras[index], .index = index, .bodies = bodies};

	add_project(&r);
	add_duties(&r);
	if (tells_nobody(g))
		add_untold_duty(&r, office);
	for (size_t i = 0; i < g->column_count; i++) {
		struct str text = cell(&r, (int)i);

		tell_column(&r, i);
		bool policy = g->columns[i].role == COLUMN_POLICY;

		if ((policy && !heading_is_number(text)) || (g->columns[i].role == COLUMN_MONEY && is_prose(text)))
			read_rules(&r, text, policy ? g->columns[i].arg : STR(""), readers);
		else if (policy ? g->columns[i].unit.n || g->unit.n : g->columns[i].role == COLUMN_MONEY)
			add_money(&r, i);
		else if (g->columns[i].role == COLUMN_COUNT)
			add_count(&r, i);
		else if (g->columns[i].role == COLUMN_TASK || g->columns[i].role == COLUMN_GOAL)
			readers->task(d, index, text);
	}
}

/* A row of a table that nothing announces: its long cells are read as what they say, under what its first short one names. */
static void read_bare_row(struct doc *d, const struct grid *g, size_t index, const struct rows_readers *readers)
{
	const struct para *p = &d->outline.paras[index];
	struct body bodies[MOST_BODIES];
	struct row r = {.d = d, .g = g, .p = p, .index = index, .bodies = bodies};

	for (size_t i = 0; i < p->cell_count; i++) {
		if (!is_prose(p->cells[i]))
			continue;
		if (i && !is_prose(p->cells[0]))
			d->subject = without_number(cell(&r, 0));
		readers->prose(d, index, p->cells[i]);
		d->subject = STR("");
	}
}

/* A row of labels and what they hold: each sum is read as if it stood in a column of its own. */
static void read_form_row(struct doc *d, const struct grid *g, size_t index, struct form *form, struct finding **whole)
{
	const struct para *p = &d->outline.paras[index];
	struct grid one = {.title = g->title, .unit = g->unit, .column_count = 2, .columns = {{.role = COLUMN_NAME}}};

	for (size_t k = 0; k < p->cell_count && k < GRID_COLUMNS;) {
		if (!form_sum(form, p, &k, &one.columns[1]))
			continue;
		struct str cells[] = {form->name, p->cells[k - 1]};
		struct para pair = *p;

		pair.cells = cells;
		pair.cell_count = 2;
		struct body bodies[MOST_BODIES];
		struct row r = {.d = d, .g = &one, .p = &pair, .index = index, .whole = *whole, .bodies = bodies};

		add_money(&r, 1);
		*whole = r.whole;
	}
}

static struct str lone_cell(const struct para *p)
{
	for (size_t i = 0; i < p->cell_count; i++)
		if (p->cells[i].n)
			return p->cells[i];
	return STR("");
}

/* A numbered heading over a table is a group of it (二、生物医药领域); the table's title is then that of the part or
 * document that it stands in, as it is for a table without any line over it. */
static void place_title(const struct doc *d, struct grid *g)
{
	size_t len;
	long value;
	const struct para *rows = &d->outline.paras[g->first];
	bool group = g->first && rows[-1].kind != PARA_ROW && g->title.n && outline_marker(rows[-1].s, &len, &value) >= 5;

	if (g->title.n && !group)
		return;
	if (group)
		g->category = g->title;
	g->title = STR("");
	for (int s = rows->section; s >= 0 && !g->title.n; s = d->outline.sections[s].parent)
		if (d->outline.sections[s].level == 1)
			g->title = d->outline.sections[s].title;
	if (!g->title.n)
		g->title = d->head.subject;
}

size_t rows_find(struct doc *d, size_t first, struct grid *before, bool *has_before, const struct rows_readers *readers)
{
	struct grid g;
	struct str group = STR("");
	struct form form = {.whole = false};
	struct spanned spanned;
	struct finding *whole = NULL;
	struct office office = {.cells = 0};

	grid_read(&g, &d->outline, first, *has_before ? before : NULL);
	place_title(d, &g);
	spanned_begin(&spanned, &g, &d->outline);
	for (size_t i = first; i < g.last; i++) {
		if (!g.column_count)
			read_form_row(d, &g, i, &form, &whole);
		enum row_kind kind = grid_row(&g, &d->outline, i, &group);

		spanned_row(&spanned, &g, &d->outline, i, kind);
		switch (kind) {
		case ROW_DATA:
			if (g.column_count)
				read_row(d, &g, i, &office, readers);
			else
				read_bare_row(d, &g, i, readers);
			break;
		case ROW_GROUP:
			g.category = group;
			office = (struct office){.cells = 0};
			TRACE(d, d->outline.paras[i].s, "table", "a row that names the group of those below it");
			break;
		case ROW_TEXT:
			readers->prose(d, i, lone_cell(&d->outline.paras[i]));
			break;
		default:
			TRACE(d, d->outline.paras[i].s, "table", "a row of headings or of totals, which makes no record");
			break;
		}
	}
	if (g.column_count) {
		*before = g;
		*has_before = true;
	}
	return g.last;
}
