/* Knows how a table announces what its columns hold. */
#include "doc/form.h"
#include "doc/heading.h"
#include "doc/inferred.h"

#include "doc/words.h"
#include "zh/period.h"
#include "zh/quantity.h"
#include "zh/region.h"

enum {
	LINES_OVER_TABLE = 4,    /* where title and unit are looked for */
	LONGEST_TITLE = 80,
	LONGEST_NOTE = 80,       /* characters of a line that may end in the unit of the sums */
	LONGEST_GROUP = 40,
	LONGEST_FIRST_GROUP = 60, /* of one right below the head */
	LONGEST_SUM = 14,        /* characters: 呼和浩特市本级小计 */
	SUM_CELLS = 4,           /* of the first cells of a row one may say that it is of totals */
	SHORTEST_PROSE = 45      /* a lone cell this long is a note under the table */
};

static size_t count_known(const struct para *p, bool *has_money)
{
	size_t n = 0;
	struct column c;

	*has_money = false;
	for (size_t i = 0; i < p->cell_count; i++) {
		heading_read(&c, p->cells[i]);
		n += c.role != COLUMN_UNKNOWN;
		*has_money |= c.role == COLUMN_MONEY;
	}
	return n;
}

static bool has_number(const struct para *p)
{
	for (size_t i = 0; i < p->cell_count; i++)
		if (p->cells[i].n && p->cells[i].p[0] >= '0' && p->cells[i].p[0] <= '9' && heading_is_number(p->cells[i]))
			return true;
	return false;
}

/* ≥3200户: a figure with its unit, as no heading is. */
static bool has_measure(const struct para *p)
{
	struct quantity q;
	struct period when;

	for (size_t i = 0; i < p->cell_count; i++)
		if (quantity_parse(p->cells[i], STR(""), &q) && !period_parse(p->cells[i], (struct ymd){0, 0, 0}, &when))
			return true;
	return false;
}

size_t grid_filled(const struct para *p)
{
	size_t n = 0;

	for (size_t i = 0; i < p->cell_count; i++)
		n += p->cells[i].n > 0;
	return n;
}

/* Whether a figure, or nothing, stands in the row below each cell that no heading is known for: 县区, 甲补贴, 乙补贴, 合计. */
static bool stands_over_figures(const struct outline *o, size_t i)
{
	enum { ROWS_OF_HEAD = 3 };
	const struct para *p = &o->paras[i], *q = p + 1;
	struct column c;
	size_t figures = 0;

	/* What is in several columns may be told in a second line of headings. */
	while (q < p + ROWS_OF_HEAD && q < o->paras + o->count && q->kind == PARA_ROW && !has_number(q))
		q++;
	if (q >= o->paras + o->count || q->kind != PARA_ROW || q->cell_count > p->cell_count)
		return false;
	for (size_t k = 0; k < q->cell_count; k++) {
		heading_read(&c, p->cells[k]);
		if (c.role != COLUMN_UNKNOWN || !p->cells[k].n)
			continue;
		if (!heading_like(p->cells[k]) || (q->cells[k].n && !heading_is_number(q->cells[k])))
			return false;
		figures += q->cells[k].n > 0;
	}
	return figures > 0;
}

static bool is_head(const struct outline *o, size_t i)
{
	const struct para *p = &o->paras[i];
	bool money;

	/* Nearly all rows are told by their figures not to be one. */
	if (has_number(p))
		return false;
	size_t known = count_known(p, &money), all = grid_filled(p);

	/* 分年度投资计划（万元）, 年度, 合计, 交通, 水利…: the first cell says what is in the columns of any name. */
	struct str rest;
	bool told = money && p->cell_count && heading_is_money(heading_unit(p->cells[0], &rest));

	return known >= 2 && (known * (told ? 3 : 2) >= all || (money && stands_over_figures(o, i)));
}

static bool has_han_number(struct str s)
{
	size_t len;
	long value;
	int level = outline_marker(s, &len, &value);

	if (level == 5 || level == 6)
		return true;
	struct numeral n;

	return s.n && s.n <= 9 && !(s.p[0] >= '0' && s.p[0] <= '9') && numeral_match(s, &n) == s.n;
}

/* ---- the head of a table ---- */

/* The second row of a head has some of its cells under such as the first left empty (or that it says are parts), others perhaps under a heading of their own alone, or it
 * names columns itself. */
static bool is_second_head(const struct para *p, const struct para *q, size_t known)
{
	size_t n = grid_filled(q), under = 0;

	if (n >= 2 && known * 2 >= n)
		return true;
	for (size_t i = 0; i < q->cell_count; i++) {
		if (q->cells[i].n && (!heading_like(q->cells[i]) || has_han_number(q->cells[i])))
			return false;
		if (q->cells[i].n)
			under += i + 1 >= p->cell_count || !p->cells[i].n || !p->cells[i + 1].n || words_of(p->cells[i], 0, W_PART);
	}
	return under && under * 2 >= n && !q->cells[0].n;
}

/* Whether what stands under a heading may be told in figures that are no sums: 建设任务, 建设内容. */
static bool is_counted(const struct column *c)
{
	return c->role == COLUMN_COUNT || c->role == COLUMN_TASK || c->role == COLUMN_CONTENT || c->role == COLUMN_GOAL || c->role == COLUMN_INDICATOR;
}

/* （2023年度）, （共12个，总投资8.6亿元） below a title */
static bool is_remark(struct str s)
{
	return s.n > 2 && s.p[0] == '(' && str_find(s, STR(")"), 0) == s.n - 1;
}

/* （亩） and （元） alone below 轮作面积 and 补助金额 are their units; （一） below 序号 is none. */
static bool read_units(struct grid *g, const struct para *q)
{
	enum { LONGEST_UNIT = 8 };

	if (q->cells[0].n || q->cell_count > g->column_count || !grid_filled(q))
		return false;
	for (size_t i = 0; i < q->cell_count; i++)
		if (q->cells[i].n && !(g->columns[i].head.n && is_remark(q->cells[i]) && !str_longer(q->cells[i], LONGEST_UNIT)))
			return false;
	for (size_t i = 0; i < q->cell_count; i++) {
		struct column *c = &g->columns[i];
		struct str in = q->cells[i].n ? str_sub(q->cells[i], 1, q->cells[i].n - 1) : STR("");
		size_t slash = str_find(in, STR("/"), 0);

		if (!in.n || c->unit.n)
			continue;
		c->unit = str_sub(in, 0, slash);
		c->basis = slash < in.n ? str_from(in, slash + 1) : c->basis;
		if (c->role == COLUMN_UNKNOWN)
			c->role = heading_is_money(c->unit) ? COLUMN_MONEY : COLUMN_COUNT;
	}
	return true;
}

static void read_head(struct grid *g, const struct outline *o)
{
	const struct para *p = &o->paras[g->first];

	g->column_count = p->cell_count < GRID_COLUMNS ? p->cell_count : GRID_COLUMNS;
	for (size_t i = 0; i < g->column_count; i++)
		heading_read(&g->columns[i], p->cells[i]);
	inferred_purses(g);
	g->body = g->first + 1;
	/* A second row of the head says what the spanned columns are: it has no number (nor that of a group), and stands
	 * only where the first row left cells empty or where it names columns again. */
	if (g->body >= g->last)
		return;
	const struct para *q = &o->paras[g->body];
	bool money;

	if (read_units(g, q)) {
		g->body++;
		return;
	}
	if (has_measure(q) || has_han_number(q->cells[0]) || !is_second_head(p, q, count_known(q, &money)))
		return;
	struct str over = STR("");
	struct column above = {.head = STR("")};

	for (size_t i = 0; i < q->cell_count && i < GRID_COLUMNS; i++) {
		struct column c;

		if (i < g->column_count && g->columns[i].head.n) {
			above = g->columns[i];
			over = above.head;
		}
		if (i >= g->column_count)
			memset(&g->columns[i], 0, sizeof g->columns[i]), g->column_count = i + 1;
		if (!q->cells[i].n)
			continue;
		struct column *top = &g->columns[i];

		heading_read(&c, q->cells[i]);
		c.over = over;
		c.part |= words_of(over, 0, W_PART) != NULL;
		/* 建设任务 over 小计, 新建 and 改造: what stands there is counted, no money. */
		if ((c.total || c.role == COLUMN_UNKNOWN) && is_counted(&above) && g->body + 1 < g->last && inferred_holds_figures(g, o, g->body + 1, i))
			c.role = COLUMN_COUNT;
		/* 中央补助 over 农村 and 城市: figures below it are sums, whatever their own heading is elsewhere. */
		bool sums = above.role == COLUMN_MONEY && c.role != COLUMN_MONEY && g->body + 1 < g->last && inferred_holds_figures(g, o, g->body + 1, i);
		const struct column *from = sums ? &above : top;

		if (c.role == COLUMN_UNKNOWN || sums) {
			c.role = from->role;
			c.arg = from->arg;
			/* 投资（亿元） over 累计完成 */
			c.status = c.role == COLUMN_MONEY && words_of(c.head, 0, W_DONE) ? STR("actual") : from->status;
		}
		/* 投资（万元） over 总投资 and 本年计划: the unit is that of both. */
		if (!c.unit.n)
			c.unit = top->head.n || c.role != COLUMN_MONEY ? top->unit : above.unit;
		*top = c;
	}
	inferred_purses(g);
	g->body++;
}

/* The unit that a list begins with, up to what cannot be one; of several (户、万元) that of the sums. */
static struct str listed_unit(struct str s)
{
	size_t from = 0, len = 1;
	struct str found = STR("");

	for (size_t k = 0; k <= s.n; k += len) {
		uint32_t c = k < s.n ? str_char(s, k, &len) : ')';

		if (k == s.n)
			len = 1;
		bool end = c == ')' || c == ' ' || c == ';';

		if (!end && c != ',' && c != 0x3001)
			continue;
		struct str unit = str_trim(str_sub(s, from, k));

		if (!found.n || (heading_is_money(unit) && !heading_is_money(found)))
			found = unit;
		from = k + len;
		if (end)
			break;
	}
	return found;
}

static struct str unit_line(struct str s)
{
	struct str found = STR("");

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_of(s, i, W_UNIT);

		str_char(s, i, &len);
		if (!w || i + w->text.n >= s.n || s.p[i + w->text.n] != ':')
			continue;
		struct str unit = listed_unit(str_trim(str_from(s, i + w->text.n + 1)));

		/* 填报单位：某局 资金单位：亿元: the one of the sums counts. */
		if (!found.n || heading_is_money(unit))
			found = unit;
	}
	return found;
}

/* （万元） on a line of its own. */
static struct str unit_alone(struct str s)
{
	size_t close = s.n ? str_before(s, s.n) : 0;

	if (s.n && s.p[0] == '(' && s.p[close] == ')')
		s = str_trim(str_sub(s, 1, close));
	return heading_is_money(s) ? s : STR("");
}

/* The date of a signature, below which an annex begins. */
static bool is_date(struct str s)
{
	struct period p;

	return period_parse(s, (struct ymd){0, 0, 0}, &p);
}

struct str grid_unlabelled(struct str title)
{
	const struct word *label = words_own(title, 0, W_LABEL);
	size_t colon = label ? label->text.n : title.n;

	while (colon < title.n && title.p[colon] >= '0' && title.p[colon] <= '9')
		colon++;
	return colon < title.n && title.p[colon] == ':' ? str_trim(str_from(title, colon + 1)) : title;
}

/* Over the table: its title, perhaps with 附件2 above and 单位：万元 below. */
static void read_over(struct grid *g, const struct outline *o)
{
	for (size_t k = g->first, n = 0; k-- > 0 && n < LINES_OVER_TABLE; n++) {
		const struct para *p = &o->paras[k];

		if (p->kind == PARA_ROW) {
			struct str only = p->cell_count ? p->cells[0] : STR("");

			for (size_t i = 0; i < p->cell_count && !g->unit.n; i++) {
				g->unit = unit_line(p->cells[i]);
				g->mixed = heading_is_money(g->unit) && (str_has(p->cells[i], STR("、")) || str_has(p->cells[i], STR(",")));
			}
			if (grid_filled(p) == 1 && only.n && !g->title.n && !g->unit.n)
				g->title = grid_unlabelled(only);
			break;
		}
		struct str unit = str_chars(p->s) <= LONGEST_NOTE ? unit_line(p->s) : STR("");

		/* 填报单位：… names no unit; a longer line that ends in 资金单位：亿元 does. */
		if (str_chars(p->s) > HEADING_MOST && !heading_is_money(unit))
			unit = STR("");

		if (!unit.n)
			unit = unit_alone(p->s);
		if (unit.n) {
			g->unit = unit;
			g->mixed = heading_is_money(unit) && (str_has(p->s, STR("、")) || str_has(p->s, STR(",")));
			continue;
		}
		size_t len;

		/* 续表 */
		if ((outline_marker(p->s, &len, &(long){0}) == 1 && len == p->s.n) || is_remark(p->s) || words_is(p->s, W_PAGE))
			continue;
		/* 根据有关规定，现将项目安排情况公告如下：: a sentence that leads to the table stands below its title. */
		if (str_ends(p->s, STR(":")) && str_has(p->s, STR(",")))
			continue;
		if (str_chars(p->s) > LONGEST_TITLE || str_has(p->s, STR("。")))
			break;
		struct str text = p->head.n ? p->head : p->s;
		size_t from = k;

		g->title = str_sub(text, 0, text.n - str_ends(text, STR(":")));
		/* A title broken over two lines; 安排表 alone is none. */
		while (words_tail(p->s, W_TITLE) && from > 0 && k - from < 2 && o->paras[from - 1].kind == PARA_TEXT &&
		       !o->paras[from - 1].level && str_chars(o->paras[from - 1].s) <= 40 && !str_has(o->paras[from - 1].s, STR("。")) &&
		       !str_has(o->paras[from - 1].s, STR(":")) && !is_date(o->paras[from - 1].s) && (o->paras[from].blanks == 0 || words_is(o->paras[from].s, W_TITLE)))
			from--;
		if (from < k)
			g->title = (struct str){o->paras[from].s.p, (size_t)(p->s.p + p->s.n - o->paras[from].s.p)};
		/* 单位：万元 over 一、智能化改造项目（8个） */
		if (!g->unit.n && k && outline_marker(p->s, &len, &(long){0}) && o->paras[k - 1].kind != PARA_ROW && str_chars(o->paras[k - 1].s) <= HEADING_MOST)
			g->unit = unit_line(o->paras[k - 1].s);
		break;
	}
}

/* Whether no more than a total and the heading of the next group stands between two tables: 二、企业上云（12家）. */
static bool is_next_group(const struct grid *g, const struct outline *o, const struct grid *before)
{
	enum { MOST_BETWEEN = 8, LONGEST = 60 };
	bool named = false;
	size_t len;

	for (size_t k = before->last; k < g->first; k++) {
		if (o->paras[k].kind == PARA_ROW || str_longer(o->paras[k].s, LONGEST) || str_has(o->paras[k].s, STR("。")) || k - before->last == MOST_BETWEEN)
			return false;
		named |= outline_marker(o->paras[k].s, &len, &(long){0}) > 0;
	}
	return named;
}

static bool same_head(const struct grid *a, const struct grid *b)
{
	if (a->column_count != b->column_count)
		return false;
	for (size_t i = 0; i < a->column_count; i++)
		if (!str_eq(a->columns[i].head, b->columns[i].head))
			return false;
	return true;
}

struct str grid_group(struct str s)
{
	size_t len;
	long value;

	if (outline_marker(s, &len, &value) && len < s.n)
		s = str_trim(str_from(s, len));
	size_t open = str_find(s, STR("("), 0);

	if (open > 0 && str_ends(s, STR(")")) && open < s.n) {
		struct quantity q;
		struct str in = str_sub(s, open + 1, s.n - 1);
		const struct word *w = words_of(in, 0, W_TOTAL);

		if (w)
			in = str_from(in, w->text.n);
		if (quantity_match(in, STR(""), &q))
			s = str_trim(str_sub(s, 0, open));
	}
	return s;
}

/* Rows without a head belong to the table before them when no more than a line or two parts them and they have
 * no more cells. */
static bool goes_on(const struct grid *g, const struct outline *o, const struct grid *before)
{
	size_t cells = 0;

	for (size_t i = g->first; i < g->last && i < g->first + 8; i++)
		if (o->paras[i].cell_count > cells)
			cells = o->paras[i].cell_count;
	/* Behind a head alone the names of groups may stand. */
	size_t between = before->body == before->last ? 4 : 2;

	if (cells < 2 || cells > before->column_count || g->first > before->last + between)
		return false;
	/* A table that has no head either ends where anything is told in between. */
	if (g->first > before->last && !before->columns[0].head.n && !before->columns[before->column_count - 1].head.n)
		return false;
	for (size_t i = before->last; i < g->first; i++) {
		const struct word *label = words_of(o->paras[i].s, 0, W_LABEL);

		/* 附件2: another table. */
		if (str_chars(o->paras[i].s) > LONGEST_GROUP || str_has(o->paras[i].s, STR("。")) || (label && words_tail(o->paras[i].s, W_TITLE)))
			return false;
	}
	return true;
}

/* 2024年度资金安排表 | | |: a row with the title of what is below it. */
static bool is_title_row(const struct para *p)
{
	return grid_filled(p) == 1 && p->cells[0].n && words_tail(p->cells[0], W_TITLE);
}

/* A row all of whose cells are headings, as no row of a form is. */
static bool is_whole_head(const struct para *p)
{
	bool money;

	return count_known(p, &money) == grid_filled(p);
}

/* 序号 and other headings than those of the first row. */
static bool is_other_head(const struct para *first, const struct para *p)
{
	struct column c;

	heading_read(&c, p->cells[0]);
	return c.role == COLUMN_SEQ && p->cell_count != first->cell_count;
}

/* Whether another table begins at row g->last. Rows without a head end where a head comes, those of a form where one comes
 * that holds no value, and all where a head comes under a title of its own. */
static bool ends_before(const struct grid *g, const struct outline *o, bool headed, bool form)
{
	const struct para *p = &o->paras[g->last];

	if (!is_head(o, g->last))
		return false;
	if (!headed)
		return !form || is_whole_head(p);
	return g->last > g->first + 2 && (is_title_row(p - 1) || is_other_head(&o->paras[g->first], p));
}

void grid_read(struct grid *g, const struct outline *o, size_t first, const struct grid *before)
{
	memset(g, 0, sizeof *g);
	g->first = g->body = first;
	bool form = form_begins(o, first), headed = !form && is_head(o, first);

	for (g->last = first + 1; g->last < o->count && o->paras[g->last].kind == PARA_ROW && !ends_before(g, o, headed, form); g->last++)
		;
	read_over(g, o);
	if (headed) {
		read_head(g, o);
		if (!g->unit.n && heading_is_money(g->columns[0].unit))
			g->unit = g->columns[0].unit;
		inferred_undertakers(g);
		inferred_standards(g);
		inferred_money(g, o);
		inferred_units(g, o);
		inferred_figures(g, o);
	}
	if (before && !g->unit.n && (!headed || is_next_group(g, o, before)))
		g->unit = before->unit;
	if (!headed)
		inferred_headless(g, o);
	if (before && !form && (!g->column_count ? goes_on(g, o, before) : same_head(g, before) && !g->title.n)) {
		memcpy(g->columns, before->columns, sizeof g->columns);
		g->column_count = before->column_count;
		if (!g->title.n)
			g->title = before->title;
		if (!g->unit.n)
			g->unit = before->unit;
		g->category = before->category;
		/* A group's name that stands between the two without cells of its own. */
		if (first > before->last && !headed)
			g->category = grid_group(o->paras[first - 1].s);
		g->carried = true;
		if (!headed)
			g->body = first;
	}
	for (size_t i = 0; i < g->column_count; i++)
		if (g->columns[i].role == COLUMN_MONEY || g->columns[i].role == COLUMN_COUNT)
			g->columns[i].period = heading_period(heading_period(g->columns[i].head).n ? g->columns[i].head : g->columns[i].over);
}

/* ---- rows ---- */

static bool repeats_head(const struct grid *g, const struct para *p)
{
	size_t same = 0;

	for (size_t i = 0; i < p->cell_count && i < g->column_count; i++) {
		struct str rest, head = g->columns[i].head;

		if (!head.n || !str_starts(p->cells[i], head))
			continue;
		heading_unit(p->cells[i], &rest);
		same += str_eq(rest.n ? rest : p->cells[i], head);
	}
	return same >= 2 && same * 2 >= grid_filled(p);
}

enum row_kind grid_row(const struct grid *g, const struct outline *o, size_t i, struct str *group)
{
	const struct para *p = &o->paras[i];
	size_t n = grid_filled(p), k = 0;

	while (k < p->cell_count && !p->cells[k].n)
		k++;
	if (!n)
		return ROW_HEAD;
	if (i < g->body || repeats_head(g, p))
		return ROW_HEAD;
	/* 合计 may stand in any cell before the first sum, with blanks inside. */
	for (size_t c = k, seen = 0; c < p->cell_count && seen < SUM_CELLS; c++) {
		if (!p->cells[c].n)
			continue;
		if (seen++ && heading_is_figure(p->cells[c]))
			break;
		if ((words_of(p->cells[c], 0, W_SUM) || words_tail(p->cells[c], W_SUMROW)) && !str_longer(p->cells[c], LONGEST_SUM))
			return ROW_TOTAL;
	}
	/* What is too long for a heading is prose, unless it stands as the name of a group right below the head and tells no sentence. */
	bool below = i == g->body && str_chars(p->cells[k]) <= LONGEST_FIRST_GROUP && !str_has(p->cells[k], STR("。"));

	if (n == 1 && ((str_chars(p->cells[k]) >= SHORTEST_PROSE && !below) || words_of(p->cells[k], 0, W_NOTE)))
		return ROW_TEXT;
	bool single = n == 1 && g->column_count > 1;
	bool numbered = has_han_number(p->cells[k]) && (n == 1 || !(p->cells[k].p[0] >= '0' && p->cells[k].p[0] <= '9'));

	if ((single || numbered) && (below || str_chars(p->cells[k]) <= LONGEST_GROUP)) {
		struct str s = p->cells[k];
		struct numeral num;

		if (numbered && (numeral_match(s, &num) == s.n || grid_group(s).n == s.n))
			for (size_t c = k + 1; c < p->cell_count; c++)
				if (p->cells[c].n) {
					s = p->cells[c];
					break;
				}
		*group = grid_group(s);
		return ROW_GROUP;
	}
	return ROW_DATA;
}

int grid_column(const struct grid *g, enum column_role role)
{
	for (size_t i = 0; i < g->column_count; i++)
		if (g->columns[i].role == role)
			return (int)i;
	return -1;
}

int grid_last(const struct grid *g, enum column_role role)
{
	for (size_t i = g->column_count; i-- > 0;)
		if (g->columns[i].role == role)
			return (int)i;
	return -1;
}
