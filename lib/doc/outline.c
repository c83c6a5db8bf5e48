/* Knows how lines become paragraphs and how numbering makes a tree of headings. */
#include "doc/outline.h"

#include "base/table.h"
#include "doc/lines.h"
#include "doc/unbroken.h"
#include "doc/words.h"
#include "zh/numeral.h"
#include "zh/period.h"
#include "zh/quantity.h"

enum marker_number { NUMBER_HAN, NUMBER_DIGIT, NUMBER_CIRCLED, NUMBER_ANY };

struct marker {
	struct str before, after;
	enum marker_number number;
	int level;
};

enum {
	MOST_MARKERS = 64,       /* a bit each */
	LONGEST_ITEM = 3,        /* bytes of an item's number and point before a year */
	LONGEST_NUMBER = 3,      /* digits of an item's number; four are a year */
	LONGEST_HEADING = 50,    /* characters of a heading on a line of its own */
	LONGEST_RUN_IN = 36,     /* characters of a heading that text follows */
	LONGEST_LABEL_HEAD = 14, /* the same where a colon closes it */
	LONGEST_TITLE_LINE = 100, /* characters of a first line that is not taken apart */
	LONGEST_PAGE_LINE = 40,
	TITLE_LEVEL = 1,
	FIRST_CIRCLED = 0x2460, LAST_CIRCLED = 0x2473
};

static struct marker markers[MOST_MARKERS];
static size_t marker_count;
static uint64_t markers_from[256];   /* those that may begin with a byte */
static uint64_t markers_to[256];     /* those that may go on with a byte behind their number */
static uint64_t markers_like[MOST_MARKERS]; /* those that begin as one does and have a number of its kind */
struct phrase_filter outline_openers;

static enum marker_number number_kind(struct str s)
{
	if (str_eq(s, STR("han")))
		return NUMBER_HAN;
	if (str_eq(s, STR("digit")))
		return NUMBER_DIGIT;
	return str_eq(s, STR("circled")) ? NUMBER_CIRCLED : NUMBER_ANY;
}

static struct str cell_or_empty(struct str s)
{
	return str_eq(s, STR("-")) ? STR("") : s;
}

/* Whether a marker may begin with the byte. */
static bool begins_with(const struct marker *m, unsigned char byte)
{
	bool digit = byte >= '0' && byte <= '9';

	if (m->before.n)
		return (unsigned char)m->before.p[0] == byte;
	return m->number == NUMBER_ANY || (m->number == NUMBER_DIGIT) == digit;
}

void outline_load(void)
{
	const struct table *t = table_get("markers");

	for (size_t r = 0; r < t->rows && r < MOST_MARKERS; r++)
		markers[r] = (struct marker){cell_or_empty(table_cell(t, r, 0)), cell_or_empty(table_cell(t, r, 2)),
		                             number_kind(table_cell(t, r, 1)), table_cell(t, r, 3).p[0] - '0'};
	marker_count = t->rows < MOST_MARKERS ? t->rows : MOST_MARKERS;
	for (size_t i = 0; i < marker_count; i++) {
		const struct marker *m = &markers[i];
		struct str first = m->before.n ? m->before : m->number == NUMBER_ANY ? m->after : STR("");
		size_t len;

		if (first.n)
			phrase_filter_add(&outline_openers, str_char(first, 0, &len));
		for (unsigned byte = 0; byte < 256; byte++) {
			markers_from[byte] |= (uint64_t)begins_with(m, (unsigned char)byte) << i;
			markers_to[byte] |= (uint64_t)(!m->after.n || (unsigned char)m->after.p[0] == byte) << i;
		}
		for (size_t k = 0; k < marker_count; k++)
			markers_like[i] |= (uint64_t)(markers[k].number == m->number && str_eq(markers[k].before, m->before)) << k;
	}
	numeral_load();
	phrases_fill_ends(&numeral_heads, &outline_openers);
	for (uint32_t c = FIRST_CIRCLED; c <= LAST_CIRCLED; c++)
		phrase_filter_add(&outline_openers, c);
}

/* `spaced`: a page may have put blanks between the digits (第 1 2 条). */
static size_t digits_at(struct str s, bool spaced, long *value)
{
	size_t n = 0;

	for (*value = 0; n < s.n && n <= LONGEST_NUMBER && ((s.p[n] >= '0' && s.p[n] <= '9') || (spaced && n && s.p[n] == ' ')); n++)
		*value = s.p[n] == ' ' ? *value : *value * 10 + (s.p[n] - '0');
	return n <= LONGEST_NUMBER ? n : 0;
}

static size_t circled_at(struct str s, long *value)
{
	size_t len;
	uint32_t c = s.n ? str_char(s, 0, &len) : 0;

	*value = c >= FIRST_CIRCLED && c <= LAST_CIRCLED ? (long)(c - FIRST_CIRCLED + 1) : 0;
	return *value ? len : 0;
}

static size_t han_at(struct str s, long *value)
{
	struct numeral n;
	size_t len = s.n && !(s.p[0] >= '0' && s.p[0] <= '9') ? numeral_match(s, &n) : 0;

	*value = 0;
	if (!len || n.vague || n.span || n.value.scale || n.value.digits > 999)
		return 0;
	*value = (long)n.value.digits;
	return len;
}

static size_t number_at(struct str s, enum marker_number kind, bool spaced, long *value)
{
	switch (kind) {
	case NUMBER_HAN:
		return han_at(s, value);
	case NUMBER_DIGIT:
		return digits_at(s, spaced, value);
	case NUMBER_CIRCLED:
		return circled_at(s, value);
	default:
		break;
	}
	size_t n = digits_at(s, spaced, value);

	return n ? n : han_at(s, value);
}

/* "1.5亿元" and "2020.7" are no items: a point must not stand before a digit, but for one of a year (1.2017-2021年安排…, 5.2022年底前…). */
static bool is_decimal_point(const struct marker *m, struct str s, size_t end)
{
	struct str rest = str_from(s, end);
	struct period p;

	if (m->number != NUMBER_DIGIT || m->after.n != 1 || m->after.p[0] == ')' || !rest.n || rest.p[0] < '0' || rest.p[0] > '9')
		return false;
	return end > LONGEST_ITEM || !(rest.p[0] == '1' || rest.p[0] == '2') || !period_match(rest, (struct ymd){0, 0, 0}, &p) ||
	       (p.start.year ? p.start.year : p.end.year) < 1900 || p.precision == PRECISION_DAY;
}

/* 2.1 组织机构, 3.2.1 预警: a number of parts without a unit, before a word. 1.5公里 and 3.5万元 are amounts. */
static int parts_marker(struct str s, size_t *len, long *value)
{
	enum { OUTERMOST = 6, INNERMOST = 8, LARGEST = 30, MOST_PARTS = 6 };
	size_t n = 0, behind;
	int parts = 0;

	for (;; n++, parts++) {
		size_t digits = digits_at(str_from(s, n), false, value);

		if (!digits || !*value || *value > LARGEST || s.p[n] == '0' || parts > MOST_PARTS)
			return 0;
		n += digits;
		if (n + 1 >= s.n || s.p[n] != '.' || s.p[n + 1] < '0' || s.p[n + 1] > '9')
			break;
	}
	struct quantity q;

	if (!parts || n >= s.n || str_char(s, n, &behind) < 0x4E00 || (parts == 1 && quantity_match(s, STR(""), &q) > n))
		return 0;
	*len = n;
	return OUTERMOST + parts - 1 < INNERMOST ? OUTERMOST + parts - 1 : INNERMOST;
}

int outline_marker(struct str s, size_t *len, long *value)
{
	/* Nearly all places of a text are dismissed here. */
	if (s.n && !phrase_filter_passes(&outline_openers, s))
		return 0;
	uint64_t left = markers_from[s.n ? (unsigned char)s.p[0] : 0], read = 0;
	size_t end = 0;
	long number = 0;

	while (left) {
		uint64_t one = left & (~left + 1);
		size_t k = (size_t)__builtin_ctzll(left);
		const struct marker *m = &markers[k];

		/* A number is read once for those that share it, and the byte behind it leaves few of them. */
		if (read != markers_like[k]) {
			bool begins = str_starts(s, m->before);
			size_t n = begins ? number_at(str_from(s, m->before.n), m->number, m->before.n > 1, &number) : 0;

			read = markers_like[k];
			end = m->before.n + n;
			left &= ~read | (begins && (n || m->number == NUMBER_ANY) ? markers_to[end < s.n ? (unsigned char)s.p[end] : 0] : 0);
			if (!(left & one))
				continue;
		}
		left ^= one;
		if (!str_starts(str_from(s, end), m->after) || is_decimal_point(m, s, end + m->after.n))
			continue;
		*value = number;
		*len = end + m->after.n;
		return m->level;
	}
	return s.n && s.p[0] >= '0' && s.p[0] <= '9' ? parts_marker(s, len, value) : 0;
}

/* ---- headings ---- */

static struct str without_closing(struct str s)
{
	static const char *const ends[] = {"。", ":", ".", ";", ",", "、"};

	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		if (str_ends(s, str_of(ends[i])))
			return str_trim(str_sub(s, 0, s.n - strlen(ends[i])));
	return s;
}

/* 牵头单位…, but not 实施…, 推进…: a verb that only urges opens headings too. */
static bool opens_with_role(struct str body)
{
	return words_of(body, 0, W_ROLE) && !words_of(body, 0, W_URGE) && !words_of(body, 0, W_LIGHT);
}

/* A line that is nothing but a heading: short, one sentence at most, no list goes on after it. One of the outer levels may have commas (一、聚焦项目建设，推动
 * 投资增长) where no stop ends it. */
static bool is_heading(struct str body, int level)
{
	enum { OUTER = 6 };
	size_t stop = str_find(body, STR("。"), 0);

	if (body.n == 0 || str_longer(body, LONGEST_HEADING))
		return false;
	if (stop < body.n && stop + strlen("。") != body.n)
		return false;
	bool commas = level <= OUTER && stop == body.n && !str_has(body, STR(":")) && !str_has(body, STR(";"));

	return !str_ends(body, STR(";")) && !str_ends(body, STR(",")) && !str_ends(body, STR("、")) && (commas || !str_has(body, STR(","))) && !opens_with_role(body);
}

/* The heading at the start of running text: up to the first full stop or colon, or up to a gap that
 * the typesetter left, and without a comma. */
static struct str run_in_heading(const struct view *v, struct str body)
{
	size_t chars = 0, close = str_starts(body, STR("【")) ? str_find(body, STR("】"), 0) : body.n;

	/* 第四条 【临床试验补助】对… */
	if (close < body.n && !str_longer(str_sub(body, 0, close), LONGEST_RUN_IN))
		return str_sub(body, strlen("【"), close);
	for (size_t i = 0, len; i < body.n && chars <= LONGEST_RUN_IN; i += len, chars++) {
		uint32_t c = str_char(body, i, &len);

		if (chars >= 4 && view_gap(v, view_at(v, body) + i) >= 2 && c != '(')
			return str_sub(body, 0, i);
		if (c == ',' || c == ';' || c == 0xFF1B)
			break;
		if (c == 0x3002)
			return i + len < body.n && chars >= 2 ? str_sub(body, 0, i) : STR("");
		if (c == ':' && chars >= 2 && i + len < body.n)
			return chars <= LONGEST_LABEL_HEAD && !words_of(body, 0, W_ROLE) ? str_sub(body, 0, i) : STR("");
	}
	return STR("");
}

/* the innermost open section that a heading of this level stands under */
static int parent_of(const struct outline *o, int level)
{
	int s = (int)o->section_count - 1;

	while (s >= 0 && o->sections[s].level >= level)
		s = o->sections[s].parent;
	return s;
}

static void open_section(struct outline *o, struct para *p, size_t index)
{
	int parent = parent_of(o, p->level);
	struct section *s = ARENA_PUSH(o->arena, o->sections, o->section_count, o->section_cap);

	*s = (struct section){p->head, p->level, parent, index};
	p->section = (int)o->section_count - 1;
}

/* （一）问题一：…: what stands behind a second number, which words name. */
static struct str behind_named_number(struct str body)
{
	enum { NAMED = 6 /* their level */ };
	size_t len;
	bool bracket = str_starts(body, STR("(")) || str_starts(body, STR("〔"));

	return !bracket && outline_marker(body, &len, &(long){0}) == NAMED && len < body.n ? str_trim(str_from(body, len)) : body;
}

/* `level`: of the numbering that the paragraph begins with, `len` bytes. */
static void classify(struct outline *o, size_t index, int level, size_t len, bool unbroken)
{
	struct para *p = &o->paras[index];

	p->body = p->s;
	p->level = level;
	if (p->level)
		p->body = behind_named_number(str_trim(str_from(p->s, len)));
	if (p->level && is_heading(p->body, level)) {
		p->kind = PARA_HEADING;
		p->head = without_closing(p->body);
	} else if (p->level) {
		p->head = run_in_heading(&o->view, p->body);
		if (unbroken && !p->head.n)
			p->head = unbroken_heading(p->body);
	} else if (lines_is_title(p->s)) {
		p->kind = PARA_HEADING;
		p->level = TITLE_LEVEL;
		p->head = without_closing(p->s);
	}
	/* "附件2" alone on its line opens a part whose title is the line after it. */
	if (p->level == TITLE_LEVEL && !p->head.n)
		p->kind = PARA_HEADING;
	if (p->head.n || (p->level == TITLE_LEVEL && p->kind == PARA_HEADING))
		open_section(o, p, index);
	else if (p->level)
		p->section = parent_of(o, p->level);
	else
		p->section = (int)o->section_count - 1;
}

/* ---- from lines to paragraphs ---- */

static struct para *add_para(struct outline *o)
{
	return ARENA_PUSH(o->arena, o->paras, o->count, o->cap);
}

/* CSV writes a quotation mark inside a quoted cell twice. */
static void add_cell(struct view *v, struct str text, struct cell c, bool quoted)
{
	size_t from = c.from;

	while (quoted && from < c.to) {
		size_t at = str_find(str_sub(text, 0, c.to), STR("\"\""), from);

		if (at >= c.to)
			break;
		view_add(v, from, at + 1);
		from = at + 2;
	}
	view_add(v, from, c.to);
}

/* What the row above has in column k, where it is this very cell, which spans both; else empty. */
static struct str spanning_cell(const struct outline *o, const struct para *above, size_t k, struct cell c)
{
	struct str s = above->kind == PARA_ROW && k < above->cell_count ? above->cells[k] : STR("");

	return s.n && view_from(&o->view, s) >= c.from && view_to(&o->view, s) <= c.to ? s : STR("");
}

static void add_row(struct outline *o, const struct line *l)
{
	struct para *p = add_para(o);
	const struct para *above = o->count > 1 ? p - 1 : p;

	p->kind = PARA_ROW;
	p->from = l->from;
	p->to = l->to;
	p->blanks = l->blanks;
	p->section = (int)o->section_count - 1;
	p->cells = ARENA_ARRAY(o->arena, struct str, l->cell_count);
	p->cell_count = l->cell_count;
	for (size_t i = 0; i < l->cell_count; i++) {
		size_t mark = o->view.n;

		/* A long cell is read once, however many rows it spans. */
		p->cells[i] = above == p ? STR("") : spanning_cell(o, above, i, l->cells[i]);
		if (p->cells[i].n)
			continue;
		add_cell(&o->view, o->view.text->plain, l->cells[i], l->quoted);
		for (size_t k = 0; k < l->rest_count; k++)
			if (l->rest[k].cell == i)
				view_add_piece(&o->view, l->rest[k].from, l->rest[k].to);
		p->cells[i] = view_since(&o->view, mark);
	}
	p->s = p->cell_count ? p->cells[0] : STR("");
}

/* A number starts those below it afresh, but for articles: they are counted through all chapters. */
static void note_number(struct outline *o, int level, long value)
{
	enum { ARTICLE = 4 };

	o->numbering[level] = o->counted[level] = value;
	for (int l = level + 1; l < OUTLINE_LEVELS; l++)
		if (l != ARTICLE)
			o->numbering[l] = 0;
}

/* …到位。（市水利局负责）2.…: the note behind a sentence closes its item; s to behind the bracket. */
static bool closes_item(struct str s)
{
	enum { LONGEST_NOTE = 360 };
	size_t open = s.n;

	if (!str_ends(s, STR(")")))
		return false;
	while (open > 0 && s.n - open < LONGEST_NOTE && s.p[open - 1] != '(')
		open--;
	return open > 1 && s.p[open - 1] == '(' && view_ends_sentence(str_last_char(str_sub(s, 0, open - 1)));
}

/* The next place behind byte `at` where numbering may begin: in a text without line ends any character that does so, else one behind the end of a
 * sentence or a gap. */
static size_t next_place(const struct view *v, struct str s, size_t at, bool unbroken)
{
	size_t len;

	for (str_char(s, at, &len); (at += len) < s.n;) {
		if (!unbroken && (at = view_next_start(v, s, at)) == s.n)
			break;
		if (phrase_filter_has(&outline_openers, str_char(s, at, &len)))
			break;
	}
	return at;
}

/* 第五条  …。第十二条  …: a gap behind the number of an article tells that it is no mention, also where those between are left out. */
static bool skips_articles(const struct outline *o, struct str s, size_t end, int level, long value)
{
	enum { CHAPTERS = 2, ARTICLES = 4 };

	return level >= CHAPTERS && level <= ARTICLES && value > o->numbering[level] && end < s.n && view_gap(&o->view, view_at(&o->view, s) + end) > 0;
}

/* Numbering behind byte `from`, in the middle of a line, after the end of a sentence or a gap, starts a paragraph of its own
 * where it carries on the numbering (or starts it at one): web pages often come as a single line. */
static size_t next_inner_marker(struct outline *o, struct str s, size_t from, bool unbroken)
{
	const struct view *v = &o->view;

	for (size_t i = next_place(v, s, from, unbroken); i < s.n; i = next_place(v, s, i, unbroken)) {
		uint32_t before = str_last_char(str_sub(s, 0, i));
		bool gap = view_gap(v, view_at(v, s) + i) > 0, opens = gap || view_ends_sentence(before) || (before == ')' && closes_item(str_sub(s, 0, i)));

		if (!(opens || unbroken))
			continue;
		size_t mark;
		long value;
		int level = outline_marker(str_from(s, i), &mark, &value);

		bool skips = level && skips_articles(o, s, i + mark, level, value);

		if (!level || !((opens && level < 8) || skips || (unbroken && unbroken_marker(o, s, i, mark, level, value))))
			continue;
		if (level < 2 || level > 8 || (!skips && value != o->numbering[level] + 1 && value != 1 && !((opens || unbroken) && level < 8 && value == o->counted[level] + 1)) || i + mark >= s.n)
			continue;
		if (level == 7 && !gap && value == 1 && !str_has(str_from(s, i), STR("2")))
			continue;
		note_number(o, level, value);
		return i;
	}
	return s.n;
}

static void add_text(struct outline *o, struct str s, size_t blanks, bool joined);

/* Parts the front of a one-line text from it; gives what is left. */
static struct str add_front(struct outline *o, struct str s)
{
	size_t cuts[UNBROKEN_CUTS], from, n = unbroken_front(&o->view, s, &from, cuts);

	for (size_t i = 0; i < n; from = cuts[i], i++) {
		struct str part = str_trim(str_sub(s, from, cuts[i]));

		if (part.n && !(str_chars(part) <= LONGEST_PAGE_LINE && words_of(part, 0, W_PAGE)))
			add_text(o, part, 0, false);
	}
	return str_trim(str_from(s, from));
}

/* （一）目标任务全年完成…: the heading that the last paragraph begins with, without a mark behind it, becomes a paragraph of its own. */
static void part_heading(struct outline *o)
{
	struct para *p = &o->paras[o->count - 1];
	struct str head = p->kind == PARA_TEXT && p->level ? unbroken_heading(p->body) : STR(""), all = p->s;

	if (!head.n || head.p != p->head.p || head.n != p->head.n)
		return;
	bool joined = p->repaired;

	p->s = str_sub(all, 0, (size_t)(head.p - all.p) + head.n);
	p->body = head;
	p->kind = PARA_HEADING;
	struct para *rest = add_para(o);

	rest->s = str_trim(str_from(all, (size_t)(head.p - all.p) + head.n));
	rest->repaired = joined;
	size_t len = 0;
	int level = outline_marker(rest->s, &len, &(long){0});

	classify(o, o->count - 1, level, len, false);
}

static void add_text(struct outline *o, struct str s, size_t blanks, bool joined)
{
	size_t len = 0;
	long value;
	int level = outline_marker(s, &len, &value);

	if (level)
		note_number(o, level, value);
	bool unbroken = unbroken_is(s);
	size_t cut = unbroken ? unbroken_cut(o, s, 0) : s.n;

	for (size_t from = 0; from < s.n;) {
		size_t to = next_inner_marker(o, str_sub(s, 0, cut), from, unbroken && unbroken_is(str_sub(s, 0, cut)));
		struct para *p = add_para(o);

		p->s = str_trim(str_sub(s, from, to));
		p->blanks = from ? 0 : blanks;
		p->repaired = joined;
		if (p->s.n < s.n)
			level = outline_marker(p->s, &len, &value);
		classify(o, o->count - 1, level, len, unbroken);
		if (unbroken)
			part_heading(o);
		from = to;
		if (from == cut && cut < s.n)
			cut = unbroken_cut(o, s, from);
	}
}

/* A line that a page has shattered is whole again without its line ends. */
static void add_pieces(struct outline *o, struct str text, const struct line *l)
{
	struct str piece, s = str_sub(text, l->from, l->to);

	for (size_t at = 0; str_split(s, '\n', &at, &piece);)
		view_add(&o->view, (size_t)(piece.p - text.p), (size_t)(piece.p - text.p) + piece.n);
}

static void add_lines(struct outline *o, const struct lines *ls)
{
	for (size_t i = 0; i < ls->n;) {
		const struct line *l = &ls->items[i];

		if (l->kind == LINE_ROW) {
			add_row(o, l);
			i++;
			continue;
		}
		if (l->kind != LINE_TEXT) {
			i++;
			continue;
		}
		size_t mark = o->view.n, blanks = l->blanks, end = lines_paragraph_end(ls, i);

		for (size_t k = i; k < end; k++)
			if (ls->items[k].kind == LINE_TEXT)
				add_pieces(o, ls->text, &ls->items[k]);
		struct str s = view_since(&o->view, mark);

		if (!o->count && str_longer(s, LONGEST_TITLE_LINE))
			s = add_front(o, s);
		size_t first = o->count;

		if (s.n)
			add_text(o, s, blanks, end > i + 1);
		if (first < o->count)
			o->paras[first].page = i && ls->items[i - 1].kind == LINE_FURNITURE;
		i = end;
	}
}

void outline_text(struct outline *o, const struct text *t, struct arena *a)
{
	struct lines ls;

	memset(o, 0, sizeof *o);
	o->arena = a;
	view_init(&o->view, t, a);
	lines_split(&ls, t->plain, a);
	o->view.scanned = ls.full > 0;
	add_lines(o, &ls);
}

void outline_csv(struct outline *o, const struct text *t, char delimiter, struct arena *a)
{
	struct lines ls;

	memset(o, 0, sizeof *o);
	o->arena = a;
	view_init(&o->view, t, a);
	lines_split_csv(&ls, t->plain, delimiter, a);
	add_lines(o, &ls);
}
