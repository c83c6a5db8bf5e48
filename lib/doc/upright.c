/* Knows what the cells of a table are that stand one a line: headings, figures, the begins of rows. */
#include "doc/upright.h"

#include "base/buf.h"
#include "doc/heading.h"
#include "doc/words.h"
#include "zh/fold.h"
#include "zh/numeral.h"

enum {
	LONGEST_CELL = 160, /* characters */
	LONGEST_PROSE = 600, /* of one in a table with a column of sentences */
	WIDEST_JUMP = 100   /* from the number of a row to that of the next */
};

/* Folding drops what only parts lines: the same text as the view will have. */
static struct str fold_bytes(struct sheet *sh, size_t from, size_t to, struct arena *a)
{
	buf_clear(&sh->b);
	fold_text(str_sub(sh->ls->text, from, to), &sh->b);
	struct str s = buf_str(&sh->b);
	char *p = sh->b.p;
	size_t n = 0;

	while (n < s.n && (unsigned char)p[n] > ' ')
		n++;
	for (size_t i = n; i < s.n; i++)
		if (p[i] != '\n' && p[i] != '\r' && p[i] != ' ' && p[i] != '\t')
			p[n++] = p[i];
	return arena_copy(a, str_sub(s, 0, n));
}

struct str upright_fold(const struct upright *t, size_t from, size_t to)
{
	return fold_bytes(t->sheet, from, to, t->a);
}

/* Whether the text has more than `most` Chinese characters, which are all there when it is folded. */
bool upright_longer(struct str text, size_t from, size_t to, size_t most)
{
	size_t n = 0;

	/* Each has three bytes: most lines that are asked for are too short for so many. */
	if (to - from <= 3 * most)
		return false;
	for (size_t i = from; i < to && n <= most; i += (unsigned char)text.p[i] < 0xE0 ? 1 : 3)
		n += (unsigned char)text.p[i] >= 0xE4 && (unsigned char)text.p[i] <= 0xE9;
	return n > most;
}

struct str upright_line(const struct upright *t, size_t i)
{
	struct str *s = &t->sheet->texts[i];

	if (!s->p)
		*s = fold_bytes(t->sheet, t->ls->items[i].from, t->ls->items[i].to, &t->sheet->kept);
	return *s;
}

/* The line behind the cell that starts at line i. */
size_t upright_end(const struct upright *t, size_t i)
{
	size_t end = i + 1;

	while (t->parted && end < t->ls->n && t->ls->items[end].kind == LINE_TEXT && !t->ls->items[end].blanks)
		end++;
	return end;
}

struct str upright_cell(const struct upright *t, size_t i)
{
	size_t last = upright_end(t, i) - 1;

	return last == i ? upright_line(t, i) : upright_fold(t, t->ls->items[i].from, t->ls->items[last].to);
}

/* Whether the cell that starts at line i is short and no figure. */
bool upright_short(const struct upright *t, size_t i)
{
	if (t->ls->items[i].kind != LINE_TEXT || upright_longer(t->ls->text, t->ls->items[i].from, t->ls->items[upright_end(t, i) - 1].to, UPRIGHT_SHORT))
		return false;
	struct str s = upright_cell(t, i);

	return s.n && str_chars(s) <= UPRIGHT_SHORT && !str_has(s, STR("。")) && !heading_is_figure(s);
}

bool upright_integer(struct str s, long *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9' || i > 4)
			return false;
		*value = *value * 10 + (s.p[i] - '0');
	}
	return s.n > 0;
}

/* 一、交通水利 */
bool upright_group(struct str s)
{
	enum { LONGEST_GROUP = 20, FIRST = 5, LAST = 6 };
	size_t len;
	long value;
	int level = outline_marker(s, &len, &value);

	return level >= FIRST && level <= LAST && len < s.n && str_chars(s) <= LONGEST_GROUP && !str_has(s, STR("。")) && !str_has(s, STR(":"));
}

/* The numbers of a part of a list may begin with any (1081): one that its next row goes on from. */
static bool is_first_number(const struct upright *t, size_t i, long value)
{
	enum { NEAR = 24 };
	long other;

	for (size_t k = i + 2; k < t->ls->n && k < i + NEAR; k++)
		if (t->ls->items[k].kind != LINE_ROW && upright_integer(upright_line(t, k), &other) && other == value + 1)
			return true;
	return false;
}

/* 合计, 合计(23项) */
static bool is_total(struct str s)
{
	enum { LONGEST_TOTAL = 6 };
	size_t open = str_ends(s, STR(")")) ? str_find(s, STR("("), 0) : s.n;

	return words_of(s, 0, W_SUM) && str_chars(str_sub(s, 0, open)) <= LONGEST_TOTAL && !heading_is_money(open < s.n ? str_sub(s, open + 1, s.n - 1) : STR(""));
}

bool upright_part(struct str s)
{
	struct numeral n;

	if (is_total(s))
		return true;
	if (str_ends(s, STR("、")))
		s.n -= strlen("、");
	return s.n && s.n <= 9 && !(s.p[0] >= '0' && s.p[0] <= '9') && numeral_match(s, &n) == s.n;
}

/* A row begins with the next number, a total or a group's number. */
bool upright_starts_row(const struct upright *t, size_t i)
{
	struct str s = upright_cell(t, i);
	long value;

	if (t->roles[0] != COLUMN_SEQ)
		return false;
	if (upright_group(s))
		return true;
	if (upright_integer(s, &value) && t->whole && value >= t->number && value <= t->number + WIDEST_JUMP)
		return true;
	if (upright_integer(s, &value))
		return (value > t->number && value <= t->number + 3) || (!t->number && value > 0 && is_first_number(t, i, value));
	return upright_part(s) || (!t->number && heading_is_code(s));
}

/* The number of the row that begins at line i; 0: none does. */
static long number_at(const struct upright *t, size_t i)
{
	long value;

	return i < t->ls->n && t->ls->items[i].kind != LINE_ROW && upright_integer(upright_cell(t, i), &value) && upright_starts_row(t, i) ? value : 0;
}

/* A short line between rows names those that follow: 高等教育 before a number. Before the first row and behind one that has all its cells, where it can be
 * no cell, it may be longer, and behind such a one two may stand, of a group and a part of it. */
bool upright_names_group(const struct upright *t, size_t i)
{
	enum { LONGEST_SURE = 60 };
	size_t next = upright_end(t, i);
	long value = t->roles[0] == COLUMN_SEQ ? number_at(t, next) : 0;
	bool sure = t->whole || (!t->number && value == 1);

	if (t->roles[0] != COLUMN_SEQ || t->ls->items[i].kind != LINE_TEXT)
		return false;
	if (sure && str_sized(upright_cell(t, i), 2, LONGEST_SURE) && (value || (t->whole && next < t->ls->n && upright_short(t, next) && number_at(t, upright_end(t, next)))))
		return !str_has(upright_cell(t, i), STR("。")) && !heading_is_figure(upright_cell(t, i));
	return value && upright_short(t, i) && str_chars(upright_cell(t, i)) <= UPRIGHT_HEADING;
}

/* Whether most of the next lines have a blank line before them: then those without belong to the line above. */
bool upright_parted(const struct upright *t)
{
	enum { LINES = 24 };
	size_t blank = 0, n = 0;

	for (size_t i = t->first + 1; i < t->ls->n && n < LINES && t->ls->items[i].kind == LINE_TEXT; i++, n++)
		blank += t->ls->items[i].blanks > 0;
	return n > 2 && blank * 2 >= n;
}

/* Whether a column of the table holds sentences. */
bool upright_prose(const struct upright *t)
{
	for (size_t i = 0; i < t->columns; i++)
		if (t->roles[i] == COLUMN_CONTENT || t->roles[i] == COLUMN_GOAL || t->roles[i] == COLUMN_POLICY || t->roles[i] == COLUMN_STATE ||
		    t->roles[i] == COLUMN_TASK)
			return true;
	return false;
}

/* `inside`: cells of the row are still to come. */
bool upright_stops(const struct upright *t, size_t i, bool inside)
{
	struct str s = upright_line(t, i);

	bool prose = inside && upright_prose(t);

	return t->ls->items[i].kind == LINE_ROW || str_longer(s, prose ? LONGEST_PROSE : LONGEST_CELL) || (str_has(s, STR("。")) && !prose) ||
	       words_of(s, 0, W_NOTE) || words_of(s, 0, W_PAGE);
}

void upright_add(struct lines *ls, struct line **rows, size_t *n, size_t *cap, const struct cell *cells, size_t columns, size_t blanks)
{
	struct line *l = ARENA_PUSH(ls->arena, *rows, *n, *cap);

	*l = (struct line){.kind = LINE_ROW, .blanks = blanks, .cell_count = columns};
	l->cells = ARENA_ARRAY(ls->arena, struct cell, columns);
	memcpy(l->cells, cells, columns * sizeof *cells);
	l->from = SIZE_MAX;
	for (size_t k = 0; k < columns; k++)
		if (cells[k].to > cells[k].from) {
			l->from = cells[k].from < l->from ? cells[k].from : l->from;
			l->to = cells[k].to > l->to ? cells[k].to : l->to;
		}
	if (l->from == SIZE_MAX)
		l->from = l->to = cells[0].from;
}
