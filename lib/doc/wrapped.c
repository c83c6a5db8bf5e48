/* Knows which lines of a row are one cell, in a table with a cell a line: what fits its column, reads as one, and had no room on one line. */
#include "doc/wrapped.h"

#include "base/unicode.h"
#include "doc/fitting.h"
#include "doc/heading.h"
#include "doc/words.h"

enum {
	IMPOSSIBLE = -1000, /* of a cell in a column */
	WHOLE = 3,          /* what it costs to leave a column empty where there are lines for all */
	PARTED = 3,         /* to part what belongs together, or to join what is parted */
	CLEARLY = 3         /* by how much lines that are joined have to fit better than each by itself */
};

size_t wrapped_width(struct str s)
{
	return s.n > 2 * WRAPPED_WIDEST ? WRAPPED_WIDEST : unicode_width(s);
}

size_t wrapped_first(struct str s)
{
	size_t len, at = 0;

	str_char(s, 0, &len);
	while (at < s.n && ((s.p[at] >= '0' && s.p[at] <= '9') || (s.p[at] >= 'A' && s.p[at] <= 'Z') || (s.p[at] >= 'a' && s.p[at] <= 'z') || s.p[at] == '.'))
		at++;
	return at ? at : unicode_width(str_sub(s, 0, len));
}

static struct str line_of(const struct upright *t, const struct wrapped_row *r, size_t k)
{
	return str_sub(t->ls->text, r->lines[k].from, r->lines[k].to);
}

/* Lines [from, to) of the row, folded; what the end of a page has put between them is left out. */
static struct str text_of(const struct upright *t, const struct wrapped_row *r, struct wrapped_span c)
{
	struct buf b = {NULL, 0, 0};

	for (size_t k = c.from; k < c.to; k++)
		buf_add(&b, upright_fold(t, r->lines[k].from, r->lines[k].to));
	struct str s = arena_copy(t->a, buf_str(&b));

	buf_free(&b);
	return s;
}

/* ，新建泵站: no cell begins so. */
static bool begins_with_mark(struct str s)
{
	static const uint32_t marks[] = {0xFF0C, 0x3001, 0x3002, 0xFF1B, 0xFF1A, 0xFF09, 0x300B, 0x201D, ',', ';', ':', ')'};
	size_t len;
	uint32_t first = s.n ? str_char(s, 0, &len) : 0;

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (first == marks[i])
			return true;
	return false;
}

/* Whether the lines could not have been one: none but the last had room for what the next begins with, in a cell as wide as its longest line. */
static bool is_full(const struct upright *t, const struct wrapped_row *r, struct wrapped_span c)
{
	size_t widest = 0;

	for (size_t k = c.from; k < c.to; k++)
		widest = wrapped_width(line_of(t, r, k)) > widest ? wrapped_width(line_of(t, r, k)) : widest;
	for (size_t k = c.from; k + 1 < c.to; k++)
		if (wrapped_width(line_of(t, r, k)) + wrapped_first(line_of(t, r, k + 1)) < widest)
			return false;
	return true;
}

/* 市交通运输局、 and （含征地: more is to come. */
static bool is_open(struct str s)
{
	size_t opened = 0, len;

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		opened += c == '(' || c == 0x300A;
		opened -= (c == ')' || c == 0x300B) && opened;
	}
	return opened || str_ends(s, STR("、")) || str_ends(s, STR(","));
}

/* 青石水库除险加固工程, 青石水库除险加固工程（二期） */
static bool ends_name(struct str s)
{
	size_t open = str_ends(s, STR(")")) ? str_find(s, STR("("), 0) : s.n;

	return words_tail(str_sub(s, 0, open), W_WORK);
}

/* 局, 管理局, 办事处: only the end of a name. */
static bool ends_body(struct str s)
{
	return words_is(s, W_BODY) || words_is(s, W_DEPARTMENT) || words_is(s, W_SUBOFFICE) || words_is(s, W_BRANCH);
}

/* What stands behind the last 、 of a list. */
static struct str last_member(struct str s)
{
	size_t from = 0;

	for (size_t i = 0, len; i < s.n; i += len)
		if (str_char(s, i, &len) == 0x3001)
			from = i + len;
	return str_from(s, from);
}

/* Whether two bodies stand side by side in the cell, with no mark between. */
static bool joins_bodies(const struct upright *t, const struct wrapped_row *r, struct wrapped_span c)
{
	for (size_t k = c.from; k + 1 < c.to; k++) {
		struct str rest = text_of(t, r, (struct wrapped_span){k + 1, c.to});

		if (fitting_body(last_member(text_of(t, r, (struct wrapped_span){c.from, k + 1}))) && fitting_body(rest) && !ends_body(rest))
			return true;
	}
	return false;
}

static bool holds_bodies(enum column_role role)
{
	return role == COLUMN_ORG || role == COLUMN_DUTY || role == COLUMN_PARTNER || role == COLUMN_RECIPIENT;
}

/* A column of titles, beside one that tells more of them: no sentence stands in it. */
static bool holds_titles(const struct upright *t, size_t column)
{
	enum column_role role = t->roles[column], next = column + 1 < t->columns ? t->roles[column + 1] : COLUMN_UNKNOWN;

	return role == COLUMN_NAME || role == COLUMN_PLACE || role == COLUMN_CATEGORY || (role == COLUMN_TASK && (next == COLUMN_TASK || next == COLUMN_CONTENT || next == COLUMN_GOAL));
}

/* How well a list of bodies reads: not when it ends or is joined within a name. */
static int list_reading(const struct upright *t, const struct wrapped_row *r, struct wrapped_span c, struct str s, bool bodies)
{
	struct str last = last_member(s);
	/* 白水大学、南岭 counts as bodies, by the first of them. */
	int fit = last.n == s.n || fitting_body(last) ? 0 : bodies ? -PARTED - 1 : -1;

	return fit - 2 * ends_body(s) - PARTED * joins_bodies(t, r, c);
}

/* Lines of a row and how they read in any column. */
struct draft {
	struct str s;
	bool sentence, bodies;
	bool odd;    /* what belongs together is parted, or what is parted is joined */
	int listed;  /* as a list of bodies */
};

static struct draft draft_of(const struct upright *t, const struct wrapped_row *r, struct wrapped_span c, struct str s)
{
	struct draft d = {.s = s, .sentence = str_has(s, STR(",")) || str_has(s, STR(";")), .odd = is_open(s) || (c.to > c.from + 1 && !is_full(t, r, c))};
	bool asked = false;

	for (size_t j = 0; j < t->columns && !asked; j++)
		asked = holds_bodies(t->roles[j]);
	d.bodies = asked && fitting_body(s);
	d.listed = asked ? list_reading(t, r, c, s, d.bodies) : 0;
	return d;
}

/* How it reads as the cell of a column. */
static int reading(const struct upright *t, const struct draft *d, size_t column)
{
	enum column_role role = t->roles[column];
	bool bodies = holds_bodies(role);
	struct str s = d->s;
	int fit = 0;

	if (d->odd)
		fit -= PARTED;
	if (str_starts(s, STR("(")))
		fit--;
	if (d->sentence && (holds_titles(t, column) || (bodies && !d->bodies)))
		fit -= 2;
	/* 为3000名妇女免费检查 */
	if (role == COLUMN_TASK && holds_titles(t, column) && str_has_digit(s))
		fit--;
	if (role == COLUMN_NAME)
		fit += 2 * ends_name(s) - 2 * (words_is(s, W_WORK) != NULL);
	if (role == COLUMN_CONTENT || (role == COLUMN_TASK && column && holds_titles(t, column - 1)))
		fit += (words_of(s, 0, W_BUILD) != NULL) - (s.n && s.p[0] >= '0' && s.p[0] <= '9');
	return bodies ? fit + d->listed : fit;
}

/* The first column that holds what column j does: where what stands beside it matters, itself. */
static size_t twin_of(const struct upright *t, size_t j)
{
	size_t k = 0;

	while (k < j && (t->roles[k] != t->roles[j] || t->roles[j] == COLUMN_TASK))
		k++;
	return k;
}

/* How lines of a row do as the cell of each column. */
static void fit_all(const struct upright *t, const struct wrapped_row *r, struct wrapped_span c, bool loose, int *fits)
{
	struct arena_mark m = arena_mark(t->a);
	struct str s = text_of(t, r, c);
	bool none = !s.n || begins_with_mark(s);
	struct draft d = {.odd = false};
	int wrapped = 0;

	for (size_t k = c.from + 1; k < c.to; k++)
		wrapped += r->open[k];
	if (loose)
		t->sheet->tried += s.n * (c.to - c.from);
	if (!none)
		fitting_cells(s, t->roles, t->columns, fits);
	if (!none && loose)
		d = draft_of(t, r, c, s);
	for (size_t j = 0; j < t->columns; j++) {
		size_t k = twin_of(t, j);

		if (none)
			fits[j] = s.n ? IMPOSSIBLE : 0;
		else
			fits[j] = k < j ? fits[k] : fits[j] + wrapped + (loose ? reading(t, &d, j) : 0);
	}
	arena_release(t->a, m);
}

/* Whether line k of the row may go on with the one before it. A figure goes on nowhere, nor does what stands behind the number of the row. */
static bool may_go_on(const struct upright *t, const struct wrapped_row *r, size_t k, bool loose)
{
	if (r->open[k] || !loose || k < 2)
		return r->open[k];
	struct arena_mark m = arena_mark(t->a);
	bool words = true;

	for (size_t i = k - 1; i <= k && words; i++)
		words = r->lines[i].to > r->lines[i].from && !heading_is_figure(upright_fold(t, r->lines[i].from, r->lines[i].to));
	arena_release(t->a, m);
	return words;
}

/* The first i lines of a row in the first j columns: how well they fit at best, and how many of them stand in the last of these columns. */
struct placing {
	int best[UPRIGHT_CELLS + 1][UPRIGHT_CELLS + 1];
	size_t taken[UPRIGHT_CELLS + 1][UPRIGHT_CELLS + 1];
};

/* Lines up to i as the cell of each column, with as many before it as may be one with it. */
static void place_line(const struct upright *t, const struct wrapped_row *r, size_t i, bool loose, struct placing *p)
{
	int fits[UPRIGHT_CELLS];

	for (size_t from = i; from-- > 0;) {
		fit_all(t, r, (struct wrapped_span){from, i}, loose, fits);
		for (size_t j = 1; j <= t->columns; j++) {
			int before = p->best[from][j - 1], score = before > IMPOSSIBLE && fits[j - 1] > IMPOSSIBLE ? before + fits[j - 1] : IMPOSSIBLE;

			if (score > p->best[i][j]) {
				p->best[i][j] = score;
				p->taken[i][j] = i - from;
			}
		}
		if (!may_go_on(t, r, from, loose))
			break;
	}
}

static void place_all(const struct upright *t, const struct wrapped_row *r, bool loose, struct placing *p)
{
	/* A row that has lines for all columns leaves none empty. */
	int empty = r->n >= t->columns ? WHOLE : loose;

	for (size_t j = 0; j <= t->columns; j++)
		p->best[0][j] = -(int)j * empty;
	for (size_t i = 1; i <= r->n; i++) {
		for (size_t j = 0; j <= t->columns; j++) {
			p->best[i][j] = IMPOSSIBLE;
			p->taken[i][j] = 0;
		}
		place_line(t, r, i, loose, p);
		for (size_t j = 1; j <= t->columns; j++)
			if (p->best[i][j - 1] > IMPOSSIBLE && p->best[i][j - 1] - empty >= p->best[i][j]) {
				p->best[i][j] = p->best[i][j - 1] - empty;
				p->taken[i][j] = 0;
			}
	}
}

/* Where the first n lines go, and how well they fit there. */
static int read_off(const struct upright *t, const struct placing *p, size_t n, struct wrapped_span *out)
{
	for (size_t i = n, j = t->columns; j; j--) {
		size_t lines = i ? p->taken[i][j] : 0;

		out[j - 1] = (struct wrapped_span){i - lines, i};
		i -= lines;
	}
	return p->best[n][t->columns];
}

/* Rows of many short lines could be tried for very long, and what looks like one at each of them: past a limit that no table comes near, no lines are joined for how they
 * read. */
static bool is_spent(const struct upright *t)
{
	enum { LEAST = 16 << 20, MOST_TIMES = 256 };

	return t->sheet->tried > LEAST + MOST_TIMES * t->ls->text.n;
}

int wrapped_place(const struct upright *t, const struct wrapped_row *r, bool loose, struct wrapped_span *out)
{
	struct placing p;

	if (loose && is_spent(t))
		return IMPOSSIBLE;
	place_all(t, r, loose, &p);
	return read_off(t, &p, r->n, out);
}

bool wrapped_fits(const struct upright *t, const struct wrapped_row *r, const struct wrapped_span *cells)
{
	for (size_t j = 0; j < t->columns; j++) {
		struct arena_mark m = arena_mark(t->a);
		struct str s = text_of(t, r, cells[j]);
		bool when = t->roles[j] == COLUMN_PERIOD || t->roles[j] == COLUMN_START || t->roles[j] == COLUMN_DEADLINE;
		/* 24个月 is a time, though it is none of the calendar. */
		bool fits = !s.n || fitting_cell(s, t->roles[j]) >= 0 || (when && str_has_digit(s) && !heading_is_figure(s));

		arena_release(t->a, m);
		if (!fits)
			return false;
	}
	return true;
}

/* Whether something stands between two lines that is no part of the row: the number of a page, its headings. */
static bool is_torn(const struct upright *t, const struct cell *before, const struct cell *c)
{
	return str_trim(str_sub(t->ls->text, before->to, c->from)).n > 0;
}

void wrapped_add(const struct upright *t, struct line **rows, size_t *n, size_t *cap, const struct wrapped_row *r, const struct wrapped_span *cells, size_t blanks)
{
	struct cell out[UPRIGHT_CELLS] = {{0, 0}};
	size_t torn[UPRIGHT_CELLS], rests = 0;

	for (size_t j = 0; j < t->columns; j++) {
		struct wrapped_span c = cells[j];
		size_t k = c.from + 1;

		while (k < c.to && !is_torn(t, &r->lines[k - 1], &r->lines[k]))
			k++;
		out[j] = c.to > c.from ? (struct cell){r->lines[c.from].from, r->lines[k - 1].to} : (struct cell){r->lines[0].from, r->lines[0].from};
		torn[j] = k;
		rests += c.to > k;
	}
	upright_add(t->ls, rows, n, cap, out, t->columns, blanks);
	struct line *l = &(*rows)[*n - 1];

	l->rest = rests ? ARENA_ARRAY(t->ls->arena, struct rest, rests) : NULL;
	for (size_t j = 0; j < t->columns; j++)
		if (cells[j].to > torn[j]) {
			l->rest[l->rest_count++] = (struct rest){j, r->lines[torn[j]].from, r->lines[cells[j].to - 1].to};
			l->to = r->lines[cells[j].to - 1].to > l->to ? r->lines[cells[j].to - 1].to : l->to;
		}
}

bool wrapped_whole(const struct upright *t, size_t i, size_t n)
{
	struct wrapped_row r = {.n = n};
	struct wrapped_span out[UPRIGHT_CELLS];

	for (size_t k = 0; k < n; k++)
		r.lines[k] = (struct cell){t->ls->items[i + k].from, t->ls->items[i + k].to};
	if (wrapped_place(t, &r, true, out) == IMPOSSIBLE || !wrapped_fits(t, &r, out))
		return false;
	for (size_t j = 0; j < t->columns; j++)
		if (out[j].to == out[j].from)
			return false;
	return true;
}

/* The number of the next row over a name, a total, a group. */
static bool begins_next(const struct upright *t, size_t i)
{
	struct str s = upright_line(t, i);
	long value;

	if (upright_integer(s, &value))
		return value == t->number + 1 && i + 1 < t->ls->n && !heading_is_figure(upright_line(t, i + 1));
	return upright_part(s) || upright_group(s);
}

/* Each line by itself, in the columns from the first on. */
static int place_singly(const struct upright *t, const struct wrapped_row *r, struct wrapped_span *out)
{
	int score = 0, fits[UPRIGHT_CELLS];

	for (size_t j = 0; j < t->columns; j++) {
		out[j] = (struct wrapped_span){j, j + 1};
		fit_all(t, r, out[j], true, fits);
		score += fits[j];
	}
	return score;
}

bool wrapped_counts(const struct upright *t, size_t i, size_t k)
{
	long number, value, other;

	if (t->parted || !upright_integer(upright_line(t, i), &number) || !upright_integer(upright_line(t, k), &value))
		return false;
	for (size_t at = k + 1; at < t->ls->n && at <= i + UPRIGHT_CELLS && !upright_stops(t, at, true); at++)
		if (at - i >= t->columns && upright_integer(upright_line(t, at), &other) && other > number && other <= value && wrapped_whole(t, i, at - i))
			return k - i < t->columns || !wrapped_whole(t, i, k - i);
	return false;
}

size_t wrapped_read(struct upright *t, size_t i, struct line **rows, size_t *n, size_t *cap)
{
	struct wrapped_row r = {.n = 0};
	struct wrapped_span out[UPRIGHT_CELLS], best[UPRIGHT_CELLS];
	struct placing p;
	size_t k = i, lines = 0;
	long number;
	int most = 0, score;
	bool counted = false;

	if (t->parted)
		return i;
	for (; k < t->ls->n && !upright_stops(t, k, true); k++) {
		bool next = k > i && begins_next(t, k), counts = next ? wrapped_counts(t, i, k) : k > i && upright_starts_row(t, k);

		if ((next && !counts) || (k > i && t->ls->items[k].blanks > t->blanks))
			break;
		if (r.n == UPRIGHT_CELLS)
			return i;
		r.lines[r.n++] = (struct cell){t->ls->items[k].from, t->ls->items[k].to};
		counted |= counts;
	}
	if (r.n < t->columns || is_spent(t))
		return i;
	place_singly(t, &r, out);
	if (r.n == t->columns && !counted && wrapped_fits(t, &r, out))
		return i;
	/* What stands behind the last row may be none of it, and a line before the next number the name of a group: 场馆建设. */
	bool next = k < t->ls->n && begins_next(t, k), group = next && r.n > t->columns && upright_integer(upright_line(t, k), &number) && upright_short(t, k - 1);

	place_all(t, &r, true, &p);
	for (size_t all = r.n, m = next ? all - group : t->columns; m <= all; m++) {
		r.n = m;
		score = read_off(t, &p, m, out);
		if (score > IMPOSSIBLE && wrapped_fits(t, &r, out) && (!lines || score > most || (group && lines > t->columns && score == most))) {
			memcpy(best, out, t->columns * sizeof *out);
			most = score;
			lines = m;
		}
	}
	if (!lines || (lines == t->columns && !counted && most <= place_singly(t, &r, out) + CLEARLY))
		return i;
	r.n = lines;
	wrapped_add(t, rows, n, cap, &r, best, t->ls->items[i].blanks);
	return i + lines;
}
