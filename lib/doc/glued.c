/* Knows where one cell ends and the next begins in rows that nothing parts: each is told by what its column holds. */
#include "doc/glued.h"

#include "base/buf.h"
#include "doc/body.h"
#include "doc/fitting.h"
#include "doc/gluedhead.h"
#include "doc/heading.h"
#include "doc/undivided.h"
#include "doc/words.h"
#include "zh/figures.h"
#include "zh/quantity.h"
#include "zh/region.h"

enum {
	FEWEST_ROWS = 2,
	LONGEST_HEAD = 300,    /* bytes of a line of headings */
	LONGEST_ROW = 1200,    /* bytes of a row */
	LONGEST_BODY = 240,    /* bytes of a cell of bodies */
	LONGEST_FIGURE = 32,   /* bytes */
	MOST_DIGITS = 12,      /* of a figure before its point */
	MOST_CUTS = 40,        /* places where a cell may begin */
	WIDEST_JUMP = 3,       /* from the number of a row to that of the next */
	LONGEST_GROUP = 60,    /* bytes of a line that names the rows below it */
	SHORTEST_PART = 6,     /* bytes of a heading that only its length tells apart */
	IMPOSSIBLE = -1000
};

static struct str line_text(const struct glued *t, size_t i)
{
	return str_sub(t->ls->text, t->ls->items[i].from, t->ls->items[i].to);
}

/* Nearly all lines are dismissed here: they have a mark or blank, are long, or no line with a figure follows. */
static bool may_begin(const struct glued *t, size_t i)
{
	const struct line *l = &t->ls->items[i];
	struct str s = line_text(t, i), next;
	size_t figures = 0;

	if (l->kind != LINE_TEXT || l[1].kind != LINE_TEXT || s.n > LONGEST_HEAD || s.n < FEWEST_COLUMNS * 2 * 3 || memchr(s.p, ' ', s.n) || str_has(s, STR("。")) || str_has(s, STR("，")))
		return false;
	next = line_text(t, i + 1);
	for (size_t k = 0; k < next.n && k < LONGEST_GROUP; k++)
		figures += next.p[k] >= '0' && next.p[k] <= '9';
	return figures || i + 2 >= t->ls->n || next.n <= LONGEST_GROUP;
}

/* ---- rows ---- */

/* Whether byte `at` of s stands within a figure: 12.5, 5,160. */
static bool within_figure(struct str s, size_t at)
{
	return figures_is_digit(s, at - 1) ? figures_is_digit(s, at) || ((s.p[at] == '.' || s.p[at] == ',') && figures_is_digit(s, at + 1)) : (s.p[at - 1] == '.' || s.p[at - 1] == ',') && at > 1 && figures_is_digit(s, at - 2) && figures_is_digit(s, at);
}

/* Whether a figure that only its sum tells apart from the one before it begins at byte `at` of the row. */
static bool begins_figure(const struct glued *t, size_t at)
{
	for (size_t k = 0; k < t->begin_count; k++)
		if (t->begins[k] == at)
			return true;
	return false;
}

/* 雨河镇敬老院改造项目…: the place that the words of a row begin with. */
static struct str place_of(struct str s)
{
	enum { SHORTEST = 6, LONGEST = 18 };

	for (size_t at = SHORTEST, len; at < s.n && at <= LONGEST; at += len) {
		const struct word *w = words_of(s, at, W_NAMED);

		if (w && !str_eq(w->arg, STR("geo")))
			return str_sub(s, 0, at + w->text.n);
		str_char(s, at, &len);
	}
	return STR("");
}

/* 对脱贫户贷款进行贴息: what is done for whom. */
static bool is_deed_for(struct str s)
{
	return words_of(s, 0, W_TOWHOM) && (words_within(s, W_LIGHT) || words_within(s, W_GIVE));
}

/* Bytes of a county's or a city's name, 石泉县, of three characters at least: 息县 may be the end of other words (贴息县水利局). */
static size_t region_bytes(struct str s, size_t at)
{
	enum { SHORTEST = 9 };
	size_t n = region_match(str_from(s, at), 0, NULL);

	return n < SHORTEST ? 0 : n;
}

/* 县水利局; 县乡村振兴局, which is no body of 县乡; 石泉县水利局. */
static bool begins_local(struct str s, size_t at)
{
	static const struct context none;
	struct body b;

	if (words_of(s, at, W_LEVEL))
		return true;
	return (words_own(s, at, W_LEVEL) || region_bytes(s, at)) && body_at(&none, s, at, &b);
}

/* Whether a cell may begin at byte `at` of a row: where figures begin or end, a body, a deed, a bracket behind. */
static bool may_cut(const struct glued *t, struct str s, size_t at)
{
	if (within_figure(s, at))
		return begins_figure(t, at) || (figures_is_digit(s, at) && undivided_cents(s, at));
	if (s.p[at - 1] == ' ' || figures_is_digit(s, at) || figures_is_digit(s, at - 1))
		return s.p[at] != '%';
	struct str before = str_sub(s, 0, at);

	if ((t->place.n && str_starts(str_from(s, at), t->place)) || is_deed_for(str_from(s, at)))
		return true;
	if (begins_local(s, at) || words_of(s, at, W_BUILD) || words_of(s, at, W_STATE) || words_of(s, at, W_CLASS))
		return true;
	before = at > LONGEST_HEADING ? str_from(before, str_before(before, at - LONGEST_HEADING)) : before;
	return str_ends(before, STR("）")) || str_ends(before, STR(")")) || words_tail(before, W_WORK) || words_tail(before, W_DEPARTMENT) || words_tail(before, W_BODY) ||
	       words_tail(before, W_FIRM) || words_tail(before, W_SUBOFFICE) || words_tail(before, W_STATE) || words_tail(before, W_LEVEL);
}

/* 柳溪镇人民政府 */
static bool is_town(struct str s)
{
	enum { LONGEST = 4 }; /* characters of its name */
	const struct word *town = words_tail(s, W_TOWN);

	return town && town->text.n < s.n && words_tail(s, W_BODY) && !str_longer(str_sub(s, 0, s.n - town->text.n), LONGEST) && !str_has_digit(s);
}

/* 县水利局、柳溪镇人民政府 */
static bool are_bodies(struct str s)
{
	static const struct context none;

	if (s.n > LONGEST_BODY)
		return false;
	for (size_t from = 0; from < s.n;) {
		size_t to = str_find(s, STR("、"), from);

		if (!body_only(&none, str_sub(s, from, to)) && !is_town(str_sub(s, from, to)))
			return false;
		from = to + strlen("、");
	}
	return s.n > 0;
}

/* 县水利局 and 石泉县水利局 are more than 水利局, and 甲有限公司 more than 甲有限公司加工中心. */
static bool is_marked(struct str s)
{
	const struct word *firm = words_tail(s, W_FIRM);

	return words_of(s, 0, W_LEVEL) || region_bytes(s, 0) || (firm && str_eq(firm->arg, STR("company")));
}

/* What it costs that a body begins within the name of a place (石泉|县水利局), or behind the word of its level that ends none (进行贴息县|水利局). */
static int parts_place(struct str row, size_t from)
{
	enum { LONGEST = 5, COST = 2 }; /* characters of a place */
	const struct word *level = words_tail(str_sub(row, 0, from), W_LEVEL);
	bool ends = false;
	size_t at = from;

	for (int n = 0; at && n < LONGEST; n++) {
		at = str_before(row, at);
		size_t end = at + region_bytes(row, at);

		if (end > from)
			return COST;
		ends |= end == from;
	}
	return level && !ends ? COST : 0;
}

/* 大圩镇大圩镇: the place, and the name behind it that begins with it. */
static bool is_doubled(struct str s)
{
	enum { SHORTEST = 6 };

	for (size_t n = SHORTEST; n * 2 <= s.n; n++)
		if (memcmp(s.p, s.p + n, n) == 0 && words_tail(str_sub(s, 0, n), W_NAMED))
			return true;
	return false;
}

/* What it costs that words begin with the unit of the figure before them: 3.4, 公里. */
static int begins_in_unit(struct glued *t, struct str row, size_t from, size_t to)
{
	enum { MOST = 12 };
	struct quantity q;

	if (!from || !figures_is_digit(row, from - 1) || figures_is_digit(row, from))
		return 0;
	while (from > 0 && figures_is_digit(row, from - 1))
		from--;
	struct str s = heading_fold(str_sub(row, from, to), &t->b);

	return quantity_match(str_sub(s, 0, s.n < MOST ? s.n : MOST), STR(""), &q) && q.kind != QUANTITY_BARE ? 2 : 0;
}

/* What it costs that words which name no body end in one. */
static int ends_in_body(struct str s)
{
	return words_tail(s, W_DEPARTMENT) || words_tail(s, W_BODY) ? 2 : 0;
}

static size_t digits_of(struct str s)
{
	size_t n = 0;

	while (figures_is_digit(s, n))
		n++;
	return n;
}

/* How well a part of the row does as the cell of a column. */
static int fit(struct glued *t, struct str row, size_t from, size_t to, enum column_role role)
{
	struct str raw = str_sub(row, from, to), s;

	for (size_t k = 1; k + 1 < raw.n; k++)
		if (raw.p[k] == ' ' && figures_is_digit(raw, k - 1) && figures_is_digit(raw, k + 1))
			return IMPOSSIBLE;
	/* What has no digit is no figure, and no words are asked whether they are. */
	bool figures = role == COLUMN_SEQ || role == COLUMN_MONEY || role == COLUMN_COUNT;

	if (figures && (raw.n > LONGEST_FIGURE || !figures_is_digit(raw, 0)))
		return -3;
	/* 85620428101980562615 is several figures, and nobody knows which. */
	if (figures && digits_of(raw) > MOST_DIGITS)
		return IMPOSSIBLE;
	s = heading_fold(raw, &t->b);
	if (!s.n || str_ends(s, STR("、")) || str_ends(s, STR(",")) || str_starts(s, STR("、")) || str_starts(s, STR(",")))
		return IMPOSSIBLE;
	switch (role) {
	case COLUMN_ORG: case COLUMN_DUTY: case COLUMN_PARTNER: case COLUMN_RECIPIENT:
		if (is_doubled(s))
			return IMPOSSIBLE;
		/* 雨河镇人民政府, not 镇人民政府 */
		return are_bodies(s) ? 5 + is_marked(s) + 2 * (t->place.n && str_starts(s, t->place)) - parts_place(row, from) : fitting_cell(s, role) - 1;
	case COLUMN_PLACE:
		return is_doubled(s) ? IMPOSSIBLE : fitting_cell(s, role);
	case COLUMN_NAME:
		return fitting_cell(s, role) + (words_tail(s, W_WORK) ? 1 : 0) - ends_in_body(s);
	case COLUMN_CONTENT:
		/* 产业路, 新建砂石路3.4公里; the 县 of 县水利局 is none. */
		return words_is(s, W_LEVEL) ? IMPOSSIBLE : fitting_cell(s, role) - ends_in_body(s) + (words_of(s, 0, W_BUILD) || is_deed_for(s));
	case COLUMN_TASK: case COLUMN_GOAL:
		return fitting_cell(s, role) - ends_in_body(s);
	case COLUMN_STATE: {
		const struct word *w = words_of(s, 0, W_STATE);

		return w && w->text.n == s.n ? 4 : -3;
	}
	default:
		return fitting_cell(s, role);
	}
}

/* ---- a second line of headings ---- */

static bool holds_figures(enum column_role role)
{
	return role == COLUMN_MONEY || role == COLUMN_COUNT;
}

/* How many figures without a unit of their own (含某区20万元) stand in the row. */
static size_t count_bare(struct str row)
{
	enum { LONGEST = 40 };
	size_t count = 0;

	for (size_t at = 0; at < row.n && at < LONGEST_ROW; at++) {
		struct quantity q;

		if (!figures_is_digit(row, at) || (at && within_figure(row, at)))
			continue;
		count += quantity_match(str_sub(row, at, at + LONGEST < row.n ? at + LONGEST : row.n), STR(""), &q) && q.kind == QUANTITY_BARE;
	}
	return count;
}

/* How many figures stand in the fullest of the rows behind line i. */
static size_t most_figures(const struct glued *t, size_t i)
{
	enum { ROWS_ASKED = 4 };
	size_t most = 0;

	for (size_t k = i + 1; k < t->ls->n && k <= i + ROWS_ASKED && t->ls->items[k].kind == LINE_TEXT; k++) {
		size_t n = count_bare(line_text(t, k));

		most = n > most ? n : most;
	}
	return most;
}

/* Where the n headings of line i end, which no blank parts: known ones, or such as are equally long (农村城市); false: they are neither. */
static bool part_second(struct glued *t, size_t i, size_t n, struct cell *out)
{
	const struct line *l = &t->ls->items[i];
	struct str s = line_text(t, i);
	struct glued_way *ways = arena_room(t->a, s.n + 1, sizeof *ways);
	size_t count = 0, unit = s.n / n, len;

	gluedhead_ways(t, l->from, l->to, ways);
	for (size_t at = s.n; at; at = ways[at].from, count++)
		if (!ways[at].known)
			count = MOST_COLUMNS;
		else if (count < n)
			out[n - 1 - count] = (struct cell){l->from + ways[at].from, l->from + at};
	if (count == n)
		return true;
	if (unit * n != s.n || unit < SHORTEST_PART)
		return false;
	for (size_t k = 0, at = 0; k < n; k++) {
		size_t from = at;

		while (at < from + unit) {
			str_char(s, at, &len);
			at += len;
		}
		if (at != from + unit)
			return false;
		out[k] = (struct cell){l->from + from, l->from + at};
	}
	return true;
}

/* 合计中央财政补助省级财政补助, and 农村城市 below it: where rows have more figures than there are columns of them, the second line stands under the first sum that is no
 * total. Its cells in the row of each of the columns that there are then. */
static bool nest_second(struct glued *t, size_t i, struct cell below[MOST_COLUMNS])
{
	struct str s = i < t->ls->n && t->ls->items[i].kind == LINE_TEXT ? line_text(t, i) : STR("");
	size_t sums = 0, over = 0, figures;
	struct cell parts[MOST_COLUMNS];

	if (!s.n || s.n > LONGEST_GROUP || str_has_digit(s) || !heading_like(s) || memchr(s.p, ' ', s.n) || !(figures = most_figures(t, i)))
		return false;
	for (size_t k = t->columns; k-- > 0;) {
		sums += holds_figures(t->roles[k]);
		if (t->roles[k] == COLUMN_MONEY && !words_is(gluedhead_fold(t, t->heads[k].from, t->heads[k].to), W_SUM))
			over = k;
	}
	figures -= t->numbered && figures;
	size_t n = figures > sums ? figures - sums + 1 : 0;

	if (!over || n < 2 || t->columns + n - 1 > MOST_COLUMNS || !part_second(t, i, n, parts))
		return false;
	memmove(t->heads + over + n, t->heads + over + 1, (t->columns - over - 1) * sizeof *t->heads);
	memmove(t->roles + over + n, t->roles + over + 1, (t->columns - over - 1) * sizeof *t->roles);
	t->columns += n - 1;
	for (size_t k = 0; k < t->columns; k++)
		below[k] = (struct cell){parts[0].from, parts[0].from};
	for (size_t k = 0; k < n; k++) {
		below[over + k] = parts[k];
		t->roles[over + k] = COLUMN_MONEY;
		if (k)
			t->heads[over + k] = (struct cell){t->heads[over].to, t->heads[over].to};
	}
	return true;
}

static size_t find_cuts(const struct glued *t, struct str row, size_t from, size_t cuts[MOST_CUTS])
{
	size_t n = 0, len;

	cuts[n++] = from;
	for (size_t at = from; at < row.n; at += len) {
		str_char(row, at, &len);
		if (at == from || row.p[at] == ' ' || !may_cut(t, row, at))
			continue;
		if (n + 1 == MOST_CUTS)
			return 0;
		cuts[n++] = at;
	}
	cuts[n++] = row.n;
	return n;
}

/* Cuts the row from byte `from` on into cells of the columns from `first` on, so that they fit best; how well they do, less than 0 where they do not. */
static int cut_row(struct glued *t, struct str row, size_t from, size_t first, struct cell *cells)
{
	t->place = place_of(str_from(row, from));

	size_t cuts[MOST_CUTS], n = find_cuts(t, row, from, cuts), count = t->columns - first, base = (size_t)(row.p - t->ls->text.p);
	int best[MOST_CUTS][MOST_COLUMNS + 1];
	size_t taken[MOST_CUTS][MOST_COLUMNS + 1];
	int unit[MOST_CUTS];

	if (n < 2)
		return -1;
	for (size_t k = 0; k < n; k++)
		unit[k] = begins_in_unit(t, row, cuts[k], row.n);
	for (size_t j = 0; j <= count; j++) {
		best[0][j] = -(int)j;
		taken[0][j] = 0;
	}
	for (size_t k = 1; k < n; k++) {
		best[k][0] = IMPOSSIBLE;
		for (size_t j = 1; j <= count; j++) {
			best[k][j] = best[k][j - 1] - 1;
			taken[k][j] = 0;
			for (size_t i = 0; i < k; i++) {
				int score = best[i][j - 1] > IMPOSSIBLE / 2 ? best[i][j - 1] + fit(t, row, cuts[i], cuts[k], t->roles[first + j - 1]) - unit[i] : IMPOSSIBLE;

				/* Of two that do as well the shorter: 县水利局, not what stands before it too. */
				if (score >= best[k][j]) {
					best[k][j] = score;
					taken[k][j] = k - i;
				}
			}
		}
	}
	for (size_t k = n - 1, j = count; j > 0; j--) {
		size_t i = k - taken[k][j], to = cuts[k];

		while (to > cuts[i] && row.p[to - 1] == ' ')
			to--;
		cells[first + j - 1] = (struct cell){base + cuts[i], base + to};
		k = i;
	}
	return best[n - 1][count];
}

/* The bytes of the row's number, which follows that of the row before; 0: it has none. */
static size_t number_at(struct glued *t, struct str row)
{
	char digits[24] = "";

	for (long value = t->number + 1; value <= t->number + WIDEST_JUMP; value++) {
		struct str s = {digits, str_put_number((size_t)value, digits)};

		if (str_starts(row, s)) {
			t->number = value;
			return s.n;
		}
	}
	return 0;
}

/* How many of the last columns hold figures. */
static size_t count_figures(const struct glued *t)
{
	size_t n = 0;

	while (n < t->columns && (t->roles[t->columns - n - 1] == COLUMN_MONEY || t->roles[t->columns - n - 1] == COLUMN_COUNT))
		n++;
	return n;
}

/* 长春市206109827435414181 under 户数, 中央补助, 省级补助, 合计: where the figures of the run that ends the row begin. */
static void find_begins(struct glued *t, struct str row)
{
	size_t n = count_figures(t), from = row.n, total = n;
	bool parts[UNDIVIDED_FIGURES] = {false};

	t->begin_count = 0;
	while (from > 0 && figures_is_digit(row, from - 1))
		from--;
	if (n < 3 || n > UNDIVIDED_FIGURES || !from || row.p[from - 1] == '.' || row.p[from - 1] == ',')
		return;
	for (size_t k = 0; k < n; k++) {
		size_t column = t->columns - n + k;

		if (total == n && words_of(gluedhead_fold(t, t->heads[column].from, t->heads[column].to), 0, W_SUM))
			total = k;
		else
			parts[k] = t->roles[column] == COLUMN_MONEY;
	}
	if (total == n || !undivided_sums(str_from(row, from), n, total, parts, t->begins))
		return;
	for (size_t k = 0; k < n; k++)
		t->begins[k] += from;
	t->begin_count = n;
}

/* The cells up to the number of the row, which in a table of classes stands behind the class, perhaps that of the row above: 技术改造1, 2. The byte behind it; 0:
 * there is none. */
static size_t read_number(struct glued *t, struct str row, struct cell *cells)
{
	size_t base = (size_t)(row.p - t->ls->text.p), n = number_at(t, row), at = 0;

	for (; t->seq && !n && at < row.n && at <= LONGEST_GROUP; at++)
		if (figures_is_digit(row, at) && (n = number_at(t, str_from(row, at))))
			break;
	cells[0] = (struct cell){base, base + at};
	cells[t->seq] = (struct cell){base + at, base + at + n};
	return n ? at + n : 0;
}

/* Whether line i is a row; its cells. */
static bool read_row(struct glued *t, size_t i, struct cell *cells)
{
	const struct line *l = &t->ls->items[i];
	struct str row = line_text(t, i);
	size_t from = 0, first = t->numbered ? t->seq + 1 : 0;

	if (l->kind != LINE_TEXT || row.n > LONGEST_ROW || words_of(gluedhead_fold(t, l->from, l->from + (row.n < LONGEST_GROUP ? row.n : 0)), 0, W_NOTE))
		return false;
	/* 合计 stands behind no number. */
	if (first && !(from = read_number(t, row, cells))) {
		if (!words_of(row, 0, W_SUM))
			return false;
		for (size_t k = 0; k < first; k++)
			cells[k] = (struct cell){l->from, l->from};
	}
	while (from < row.n && row.p[from] == ' ')
		from++;
	find_begins(t, row);
	return cut_row(t, row, from, first, cells) > 0;
}

/* 一、水利类, or 乡村振兴 before the next number: a line that names the rows below it. */
static bool read_group(struct glued *t, size_t i, struct cell *cells)
{
	const struct line *l = &t->ls->items[i];
	long value, number = t->number;
	size_t len;

	if (l->kind != LINE_TEXT || l->to - l->from > LONGEST_GROUP || !t->numbered)
		return false;
	bool numbered = outline_marker(gluedhead_fold(t, l->from, l->to), &len, &value);

	if (!numbered && (str_has_digit(line_text(t, i)) || i + 1 == t->ls->n || l[1].kind != LINE_TEXT || !number_at(t, line_text(t, i + 1))))
		return false;
	t->number = number;
	cells[0] = (struct cell){l->from, l->to};
	for (size_t k = 1; k < t->columns; k++)
		cells[k] = (struct cell){l->from, l->from};
	return true;
}

/* The headings once more, on another page. */
static bool repeats_head(const struct glued *t, size_t head, size_t i, struct cell *cells)
{
	size_t was = t->ls->items[head].from, now = t->ls->items[i].from;

	if (t->ls->items[i].kind != LINE_TEXT || !str_eq(line_text(t, head), line_text(t, i)))
		return false;
	for (size_t k = 0; k < t->columns; k++)
		cells[k] = (struct cell){t->heads[k].from - was + now, t->heads[k].to - was + now};
	return true;
}

/* The rows below the head at line i; the line behind them, or i where they are too few. */
static size_t read_table(struct glued *t, size_t i)
{
	struct cell *rows = NULL;
	size_t n = 0, cap = 0, data = 0;
	struct cell below[MOST_COLUMNS];
	bool second = nest_second(t, i + 1, below);
	size_t first = i + 1 + second, end = first;

	for (struct cell cells[MOST_COLUMNS] = {{0, 0}}; end < t->ls->n; end++) {
		/* The number of a page, which is no line of the text. */
		bool page = t->ls->items[end].kind == LINE_FURNITURE, row = !page && read_row(t, end, cells);

		if (!page && !row && !read_group(t, end, cells) && !repeats_head(t, i, end, cells))
			break;
		data += row;
		for (size_t k = 0; k < t->columns; k++)
			*ARENA_PUSH(t->a, rows, n, cap) = cells[k];
	}
	if (data < FEWEST_ROWS)
		return i;
	lines_make_row(t->ls, i, t->heads, t->columns);
	if (second)
		lines_make_row(t->ls, i + 1, below, t->columns);
	for (size_t k = first; k < end; k++)
		if (t->ls->items[k].kind != LINE_FURNITURE)
			lines_make_row(t->ls, k, rows + (k - first) * t->columns, t->columns);
	return end;
}

void glued_rows(struct lines *ls)
{
	struct arena tmp = {NULL, 0};
	struct glued t = {.ls = ls, .a = &tmp};

	for (size_t i = 0; i + FEWEST_ROWS < ls->n; i++) {
		struct arena_mark m = arena_mark(&tmp);

		if (may_begin(&t, i) && gluedhead_read(&t, i)) {
			size_t end = read_table(&t, i);

			i = end > i ? end - 1 : i;
		}
		arena_release(&tmp, m);
	}
	arena_free(&tmp);
	buf_free(&t.b);
}
