/* Knows which records a row of a table holds. */
#include "verb/rows.h"

#include "doc/form.h"
#include "doc/heading.h"
#include "doc/spanned.h"
#include "doc/tallied.h"
#include "verb/clause.h"
#include "verb/duty.h"
#include "verb/fund.h"
#include "verb/note.h"
#include "verb/row.h"
#include "verb/rowbodies.h"
#include "verb/rowsums.h"
#include "verb/trace.h"
#include "verb/unclaimed.h"

enum { SHORTEST_PROJECT = 5 /* characters */, SHORTEST_COUNTED = 3, SHORTEST_SENTENCE = 12 };

/* A body that no heading announces, and how many cells its row has. */
struct office {
	struct str name;
	size_t cells;
};

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
	struct str s = row_bare(row_cell(r, task));

	if (name >= 0 || goal < 0 || str_chars(s) < SHORTEST_PROJECT || words_of(s, 0, W_VERB) || !tells_investment(row_cell(r, goal)))
		return name;
	return task;
}

/* 计划开工, 计划竣工: when a project begins and ends, each in a column of its own. */
static void add_times(const struct row *r, struct finding *f)
{
	const struct view *v = &r->d->outline.view;
	struct arena *a = r->d->arena;
	struct str start = row_told(r, COLUMN_START), end = row_told(r, COLUMN_DEADLINE);

	if (rowbodies_void(start) || finding_value(f, "period_text").n)
		return;
	if (rowbodies_void(end)) {
		finding_cell(r->d, f, "period_text", start);
		return;
	}
	finding_word(r->d, f, "period_text", arena_join(a, arena_join(a, view_written(v, start, a), STR("—")), view_written(v, end, a)));
	finding_note(r->d, f, STR("period_text: from the columns of its beginning and its end"));
}

/* The town or the region that gets the money is where the project is: 白石镇; 浦东 under 区. */
static struct str place_that_gets(const struct row *r)
{
	int column = row_recipient(r, r->g->column_count);
	struct str s = row_cell(r, column);

	return column >= 0 && (words_tail(s, W_NAMED) || words_is(r->g->columns[column].head, W_LEVEL)) ? s : STR("");
}

static void add_project(struct row *r)
{
	int name = project_column(r);

	if (name < 0 || rowbodies_void(row_cell(r, name)) || row_tells_policy(r->g))
		return;
	struct finding *f = row_finding(r, RECORD_PROJECT);

	f->key = view_from(&r->d->outline.view, row_cell(r, name));
	finding_cell(r->d, f, "seq", number_of_row(row_told(r, COLUMN_SEQ)));
	f->name = row_bare(row_cell(r, name));
	finding_cell(r->d, f, "name", f->name);
	finding_cell(r->d, f, "program", r->g->title);
	int category = grid_column(r->g, COLUMN_CATEGORY);

	finding_cell(r->d, f, "category", category >= 0 && row_cell(r, category).n ? row_cell(r, category) : r->g->category);
	for (size_t i = 0; i < r->g->column_count; i++)
		if (r->g->columns[i].role == COLUMN_ORG)
			row_add_bodies(r, f, "orgs", row_cell(r, (int)i));
	static const struct { enum column_role role; const char *field; } plain[] = {
		{COLUMN_CONTENT, "content"}, {COLUMN_PLACE, "place"}, {COLUMN_STATE, "state"}, {COLUMN_PERIOD, "period_text"},
	};

	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
		struct str s = row_cell(r, grid_column(r->g, plain[i].role));

		if (plain[i].role == COLUMN_PLACE && !s.n)
			s = place_that_gets(r);
		if (!rowbodies_void(s))
			finding_cell(r->d, f, plain[i].field, s);
	}
	add_times(r, f);
}

static void add_duties(const struct row *r)
{
	/* Beside sums alone a column of units tells who gets them. */
	bool listed = grid_column(r->g, COLUMN_NAME) >= 0 || (grid_column(r->g, COLUMN_MONEY) >= 0 && grid_column(r->g, COLUMN_TASK) < 0);
	struct str task = clause_strip(row_bare(row_subject(r))), deadline = row_told(r, COLUMN_DEADLINE);
	size_t from = r->d->count;

	for (size_t i = 0; i < r->g->column_count; i++) {
		const struct column *c = &r->g->columns[i];
		struct note_member members[NOTE_MOST];
		struct str carried = STR(""), role = c->role == COLUMN_DUTY ? c->arg : STR("implement");

		/* Who undertakes a project of a list is a field of the project. */
		if (c->role != COLUMN_DUTY && !(c->role == COLUMN_ORG && !listed))
			continue;
		size_t n = rowbodies_read(r->d, row_cell(r, (int)i), role, members);

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
			task = row_bare(s);
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

/* 人工造林面积 tells what is counted, 数量 or 2024年 what any table may; what the row is about then does. */
static struct str counted_by(const struct row *r, const struct column *c)
{
	struct period when;
	bool plain = !str_reaches(c->head, SHORTEST_COUNTED) || heading_is(c->head) || period_parse(c->head, (struct ymd){0, 0, 0}, &when);

	/* 建设任务 over 新建 */
	if (plain && c->over.n && str_reaches(c->over, SHORTEST_COUNTED))
		return c->over;
	return plain ? row_bare(row_subject(r)) : c->head;
}

/* What a figure in column c counts, and the unit where the row tells it: 森林覆盖率（%）, or in a column of units. */
static struct str counted(const struct row *r, const struct column *c, struct str *unit)
{
	struct str name = row_cell(r, grid_last(r->g, COLUMN_INDICATOR)), told = row_told(r, COLUMN_UNIT), rest = name;

	if (!name.n)
		return counted_by(r, c);
	if (!told.n)
		told = heading_unit(name, &rest);
	if (told.n && !unit->n) {
		*unit = told;
		name = str_sub(name, 0, told.p > name.p && told.p < name.p + name.n ? rest.n : name.n);
	}
	return row_bare(name);
}

static void add_count(const struct row *r, size_t i)
{
	const struct column *c = &r->g->columns[i];
	struct str unit = c->unit, name = counted(r, c, &unit);
	struct quantity q;
	struct str text = rowbodies_void(row_cell(r, (int)i)) ? STR("") : row_figure(row_cell(r, (int)i), unit, &q);

	if (!text.n || (q.kind == QUANTITY_BARE && !unit.n && !c->head.n))
		return;
	struct finding *f = row_finding(r, RECORD_TARGET);

	f->key = view_from(&r->d->outline.view, text);
	finding_cell(r->d, f, "indicator", name);
	finding_cell(r->d, f, "value_text", text);
	if (unit.n && !str_has(text, unit))
		finding_cell(r->d, f, "unit_text", unit);
	/* 2020年基期值, 2022年完成: what the heading tells as done is no target. */
	bool reached = (words_within(c->head, W_DONE) || heading_is_statistic(c->head)) && !words_within(c->head, W_PLANNED);

	finding_word(r->d, f, "status", reached ? STR("actual") : STR("target"));
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

/* The purse that a column of sources (资金来源) names in the row; n 0: it names none, or more than one. */
static struct str source(const struct row *r)
{
	for (size_t i = 0; i < r->g->column_count; i++) {
		struct str s = words_is(r->g->columns[i].head, W_PART) ? row_cell(r, (int)i) : STR("");
		struct body b;

		if (s.n && body_at(&r->d->context, s, 0, &b) && b.kind == BODY_TREASURY && b.s.n == s.n)
			return s;
	}
	return STR("");
}

/* 初级1000元/人: whether words end in a sum, perhaps with what it is paid for each of. */
static bool ends_in_sum(struct str s)
{
	enum { LONGEST_BASIS = 18 }; /* bytes */
	struct quantity q;
	size_t at = s.n;

	while (at > 0 && !(s.p[at - 1] >= '0' && s.p[at - 1] <= '9'))
		at--;
	while (at > 0 && ((s.p[at - 1] >= '0' && s.p[at - 1] <= '9') || s.p[at - 1] == '.' || s.p[at - 1] == ','))
		at--;
	size_t n = at ? quantity_match(str_from(s, at), STR(""), &q) : 0, end = at + n;

	return n && q.kind == QUANTITY_MONEY && (end == s.n || (s.p[end] == '/' && s.n - end <= LONGEST_BASIS));
}

/* 中级1500元/人: whether words begin with who or what else gets a sum. */
static bool begins_with_class(struct str s)
{
	enum { LONGEST_CLASS = 30 }; /* bytes */
	size_t at = 0;

	for (size_t len; at < s.n && at <= LONGEST_CLASS && !(s.p[at] >= '0' && s.p[at] <= '9'); at += len) {
		if (s.p[at] == ',' || words_of(s, at, W_FUND) || words_of(s, at, W_GIVE) || words_of(s, at, W_OF) || words_of(s, at, W_CAP) || words_of(s, at, W_PART) || words_of(s, at, W_BOUND))
			return false;
		str_char(s, at, &len);
	}
	return at && at < s.n && at <= LONGEST_CLASS;
}

/* Cuts the rules of a cell at a line break or blank between 初级1000元/人 and 中级1500元/人: the first of them, and *rest. */
static struct str next_rule(const struct row *r, struct str s, struct str *rest)
{
	const struct view *v = &r->d->outline.view;
	size_t at = 0, len;

	do {
		str_char(s, at, &len);
		at += len;
	} while (at < s.n && !(view_gap(v, view_at(v, s) + at) && begins_with_class(str_from(s, at)) && ends_in_sum(str_sub(s, 0, at))));
	*rest = str_from(s, at);
	return str_sub(s, 0, at);
}

/* A cell that says in a sentence what is given, and of what kind: the rules of a table. Who gets it may stand in a column of its own. */
static void read_rules(struct row *r, struct str s, struct str kind, const struct rows_readers *readers)
{
	bool before = r->d->head.measures;
	size_t from = r->d->count;
	int to = row_recipient(r, r->g->column_count);

	r->d->head.measures = true;
	r->d->subject = row_bare(row_subject(r));
	r->d->giving = kind;
	for (struct str rest = s; rest.n;)
		readers->prose(r->d, r->index, next_rule(r, rest, &rest));
	r->d->subject = r->d->giving = STR("");
	r->d->head.measures = before;
	for (size_t i = from; i < r->d->count; i++)
		if (r->d->findings[i]->type == RECORD_FUNDING && !finding_value(r->d->findings[i], "funder").n)
			finding_cell(r->d, r->d->findings[i], "funder", source(r));
	for (; !rowbodies_void(row_cell(r, to)) && from < r->d->count; from++) {
		struct finding *f = r->d->findings[from];

		if (f->type == RECORD_FUNDING) {
			finding_forget(f, "recipients");
			row_add_bodies(r, f, "recipients", row_cell(r, to));
		}
	}
}

/* A cell that says what is to be done: its sums are for what the row is about. */
static void read_told(const struct row *r, struct str s, const struct rows_readers *readers)
{
	struct str about = row_bare(row_subject(r));

	r->d->subject = about.p == s.p ? STR("") : about;
	readers->task(r->d, r->index, s);
	r->d->subject = STR("");
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

	unclaimed_cell(r->d, r->p->section, row_cell(r, (int)i), unit);
	TRACE(r->d, row_cell(r, (int)i), "table", "the column %.*s%s%.*s is read as %s", STR_ARGS(c->head), unit.n ? ", in " : "", STR_ARGS(unit), roles[c->role]);
}

/* 其中：雄安新区 below 河北省 */
static bool is_part(const struct row *r)
{
	for (size_t i = 0; i < r->p->cell_count; i++)
		if (r->p->cells[i].n && r->g->columns[i].role != COLUMN_SEQ)
			return words_of(r->p->cells[i], 0, W_PART) && row_bare(r->p->cells[i]).n < r->p->cells[i].n;
	return false;
}

/* The sums of a row become parts of each other, as the columns are, and those of 其中：X parts of the ones `above`. */
static void link_sums(const struct row *r, struct finding **above)
{
	bool part = is_part(r);

	for (size_t i = 0; i < r->g->column_count; i++) {
		size_t whole = r->g->columns[i].whole;
		struct finding *f = r->sums[i];

		if (f && whole)
			f->part_of = r->sums[whole - 1];
		if (f && part && !f->part_of)
			f->part_of = above[i];
		if (!part)
			above[i] = f;
	}
}

/* Cells of words whose sums are parts of those of the row. */
static bool tells_sources(const struct row *r, size_t i)
{
	const struct column *c = &r->g->columns[i];
	struct str cell = row_cell(r, (int)i);
	struct quantity q;

	if ((c->role != COLUMN_UNKNOWN && c->role != COLUMN_MONEY) || !cell.n || heading_is_number(cell) || !words_is(c->head, W_PART))
		return false;
	/* 800万元, 900(自筹): the sum of all sources is no list of them. */
	return c->role != COLUMN_MONEY || !quantity_match(cell, c->unit.n ? c->unit : r->g->unit, &q);
}

static void read_inner_sums(struct row *r, size_t i)
{
	if (tells_sources(r, i))
		rowsums_sources(r, i);
	else if (r->g->columns[i].role == COLUMN_IGNORE)
		rowsums_remark(r, i);
}

static void read_row(struct doc *d, const struct grid *g, struct titled *titled, size_t index, struct office *office, struct finding **above, const struct rows_readers *readers)
{
	struct body bodies[ROW_BODIES];
	struct row r = {.d = d, .g = g, .titled = titled, .p = &d->outline.paras[index], .index = index, .bodies = bodies};

	/* Where a column tells the task of each row, what no heading tells is said of it as well. */
	bool tasks = grid_column(g, COLUMN_TASK) >= 0 && grid_column(g, COLUMN_NAME) < 0;

	add_project(&r);
	add_duties(&r);
	if (tells_nobody(g))
		add_untold_duty(&r, office);
	for (size_t i = 0; i < g->column_count; i++) {
		struct str text = row_cell(&r, (int)i);

		tell_column(&r, i);
		bool policy = g->columns[i].role == COLUMN_POLICY;

		if (tells_sources(&r, i))
			continue;
		if ((policy && !heading_is_number(text)) || (g->columns[i].role == COLUMN_MONEY && is_prose(text)))
			read_rules(&r, text, policy ? g->columns[i].arg : STR(""), readers);
		else if (policy ? g->columns[i].unit.n || g->unit.n : g->columns[i].role == COLUMN_MONEY)
			r.sums[i] = row_money(&r, i);
		else if (g->columns[i].role == COLUMN_COUNT && (g->columns[i].unit.n || grid_column(g, COLUMN_INDICATOR) >= 0 || !is_prose(text)))
			add_count(&r, i);
		else if (g->columns[i].role == COLUMN_COUNT || g->columns[i].role == COLUMN_TASK || g->columns[i].role == COLUMN_GOAL || (tasks && g->columns[i].role == COLUMN_UNKNOWN && is_prose(text)))
			read_told(&r, text, readers);
	}
	for (size_t i = 0; i < g->column_count; i++)
		read_inner_sums(&r, i);
	link_sums(&r, above);
}

/* A row of a table that nothing announces: its long cells are read as what they say, under what its first short one names. */
static void read_bare_row(struct doc *d, const struct grid *g, size_t index, const struct rows_readers *readers)
{
	const struct para *p = &d->outline.paras[index];
	struct body bodies[ROW_BODIES];
	struct row r = {.d = d, .g = g, .p = p, .index = index, .bodies = bodies};

	for (size_t i = 0; i < p->cell_count; i++) {
		if (!is_prose(p->cells[i]))
			continue;
		if (i && !is_prose(p->cells[0]))
			d->subject = row_bare(row_cell(&r, 0));
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
		struct body bodies[ROW_BODIES];
		struct titled titled = {.known = false};
		struct row r = {.d = d, .g = &one, .titled = &titled, .p = &pair, .index = index, .bodies = bodies};
		struct finding *f = row_money(&r, 1);

		if (f && one.columns[1].part)
			f->part_of = *whole;
		else if (f)
			*whole = f;
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
		g->category = grid_group(g->title);
	g->title = STR("");
	for (int s = rows->section; s >= 0 && !g->title.n; s = d->outline.sections[s].parent)
		if (d->outline.sections[s].level == 1)
			g->title = d->outline.sections[s].title;
	if (!g->title.n)
		g->title = d->head.subject;
}

/* 2024年拨付资金 beside 2025年拨付资金, or in a document of 2025: what was paid in a year that is over has been paid. */
static void tell_paid(const struct doc *d, struct grid *g)
{
	int latest = d->head.date.year;

	for (size_t i = 0; i < g->column_count && !d->head.date.year; i++) {
		int year = g->columns[i].role == COLUMN_MONEY ? heading_year(g->columns[i].head) : 0;

		latest = year > latest ? year : latest;
	}
	for (size_t i = 0; i < g->column_count; i++) {
		struct column *c = &g->columns[i];
		int year = c->role == COLUMN_MONEY && str_eq(c->status, STR("planned")) && words_within(c->head, W_HELP) ? heading_year(c->head) : 0;

		if (year && year < latest && !words_within(c->head, W_PLANNED) && !words_within(c->head, W_FUTURE))
			c->status = STR("actual");
	}
}

size_t rows_find(struct doc *d, size_t first, struct grid *before, bool *has_before, const struct rows_readers *readers)
{
	struct grid g;
	struct str group = STR("");
	struct form form = {.whole = false};
	struct spanned spanned;
	struct finding *whole = NULL;
	struct office office = {.cells = 0};
	struct titled titled = {.known = false};
	struct finding *above[GRID_COLUMNS] = {NULL};

	grid_read(&g, &d->outline, first, *has_before ? before : NULL);
	place_title(d, &g);
	tell_paid(d, &g);
	spanned_begin(&spanned, &g, &d->outline);
	tallied_read(&g, &d->outline);
	for (size_t i = first; i < g.last; i++) {
		if (!g.column_count)
			read_form_row(d, &g, i, &form, &whole);
		enum row_kind kind = grid_row(&g, &d->outline, i, &group);

		spanned_row(&spanned, &g, &d->outline, i, kind);
		switch (kind) {
		case ROW_DATA:
			if (g.column_count)
				read_row(d, &g, &titled, i, &office, above, readers);
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
