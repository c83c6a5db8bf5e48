/* Knows what single lines of a document look like, before anything is read in them. */
#include "doc/lines.h"

#include "base/buf.h"
#include "doc/barred.h"
#include "doc/coded.h"
#include "doc/flattened.h"
#include "doc/glued.h"
#include "doc/headline.h"
#include "doc/laidout.h"
#include "doc/markup.h"
#include "doc/outline.h"
#include "doc/shattered.h"
#include "doc/spaced.h"
#include "doc/torn.h"
#include "doc/even.h"
#include "doc/vertical.h"
#include "doc/body.h"
#include "doc/words.h"
#include "zh/fold.h"
#include "zh/period.h"

enum {
	FEWEST_LINES = 8,      /* a shorter text is never taken for hard-wrapped */
	WIDEST_PAGE = 72,      /* characters; a longer "full line" is a paragraph */
	NARROWEST_PAGE = 12,
	LONGEST_FURNITURE = 40,
	SHORTEST_TITLE = 4,
	LONGEST_TITLE = 60,
	WIDE_GAP = 4,          /* blanks together that no sentence has */
	UNBROKEN = 25          /* a line this long that does not end a sentence was broken off */
};

/* ---- classification ---- */

static bool is_blank_char(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x3000 || c == 0xA0 || c == 0xFEFF || c == 0x200B || c == MARKUP_NOTHING;
}

static struct str trim(struct str s)
{
	size_t len;

	while (s.n && is_blank_char(str_char(s, 0, &len)))
		s = str_from(s, len);
	while (s.n) {
		size_t at = str_before(s, s.n);

		if (!is_blank_char(str_char(s, at, &len)))
			break;
		s.n = at;
	}
	return s;
}

static struct str fold_into(struct buf *b, struct str s)
{
	buf_clear(b);
	fold_text(s, b);
	return buf_str(b);
}

/* "- 3 -", "12", "— 10 -", "[第 2 页 共 9 页]", a rule of dashes: nothing that a sentence could be made of. */
static bool is_page_mark(struct str s, uint32_t first)
{
	enum { NTH = 0x7B2C, IN_ALL = 0x5171, PAGE = 0x9875 };
	size_t len, chars = 0;
	bool number = false, page = false, words = false;

	for (size_t i = 0; i < s.n; i += len, chars++) {
		uint32_t c = fold_char(str_char(s, i, &len));
		bool han = c >= 0x3400 && c <= 0x9FFF && c != 0x4E00; /* 一 is what scanners make of a dash */
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

		number |= c >= '0' && c <= '9';
		page |= c == PAGE && number;
		words |= c == NTH || c == IN_ALL || c == PAGE;
		if ((han && c != NTH && c != IN_ALL && c != PAGE) || letter || (c >= 0xF900 && c <= 0xFAFF))
			return false;
	}
	return words ? page && chars <= 20 : chars <= 12 || first == '-' || first == '=';
}

/* Digits alone on a line are a page number only between pages, a cell or a year elsewhere: two digits at most. The first character of nearly
 * all lines tells that no word of a page begins there. */
bool lines_is_furniture(struct str s, size_t chars, struct buf *b)
{
	size_t len;
	uint32_t first = fold_char(str_char(s, 0, &len));

	if (is_page_mark(s, first))
		return true;
	return chars <= LONGEST_FURNITURE && words_set_has(&words_edge(first)->head, W_PAGE) && words_of(fold_into(b, s), 0, W_PAGE);
}

static bool is_pipe_row(struct str s)
{
	return s.n > 2 && s.p[0] == '|' && memchr(s.p + 1, '|', s.n - 1);
}

static bool is_pipe_rule(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!strchr("|-: ", s.p[i]))
			return false;
	return true;
}

static void add_cell(struct lines *ls, struct line *l, size_t *cap, struct str raw)
{
	struct str s = trim(raw);
	size_t from = (size_t)(s.p - ls->text.p), k = l->cell_count;
	bool spanned = s.n == 1 && s.p[0] == MARKUP_SPANNED;
	const struct line *above = spanned && l > ls->items && l[-1].kind == LINE_ROW && k < l[-1].cell_count ? l - 1 : NULL;

	*ARENA_PUSH(ls->arena, l->cells, l->cell_count, *cap) = above ? above->cells[k] : (struct cell){from, from + (spanned ? 0 : s.n)};
}

static void split_row(struct lines *ls, struct line *l, struct str s, char sep)
{
	size_t at = 0, cap = 0;
	struct str part;

	while (str_split(s, sep, &at, &part))
		add_cell(ls, l, &cap, part);
	l->kind = LINE_ROW;
}

static size_t count_chars(struct str s)
{
	size_t n = str_chars(s);

	for (const char *p = s.p, *end = s.p + s.n; p < end && (p = memchr(p, MARKUP_NOTHING, (size_t)(end - p))); p++)
		n--;
	return n;
}

static size_t count_tabs(struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += s.p[i] == '\t';
	return n;
}

static void read_line(struct lines *ls, struct str raw, size_t *blanks, struct buf *b)
{
	struct str s = trim(raw);

	if (!s.n) {
		++*blanks;
		return;
	}
	struct line *l = ARENA_PUSH(ls->arena, ls->items, ls->n, ls->cap);
	size_t len;

	l->from = (size_t)(s.p - ls->text.p);
	l->to = l->from + s.n;
	l->blanks = *blanks;
	*blanks = 0;
	size_t lead = (size_t)(s.p - raw.p);

	l->indented = lead && (str_char(raw, 0, &len) == 0x3000 || raw.p[0] == '\t' || lead >= 2) && raw.p[0] != '\f';
	/* The row keeps an empty first cell: only the line's end is trimmed, and what stands for nothing before it. */
	for (; lead && raw.p[0] == MARKUP_NOTHING; lead--)
		raw = str_from(raw, 1);
	struct str row = {raw.p, (size_t)(s.p + s.n - raw.p)};

	if (memchr(s.p, '\t', s.n) || count_tabs(str_sub(raw, 0, lead)) + count_tabs(str_from(raw, row.n)) > 1) {
		split_row(ls, l, memchr(raw.p, '\t', lead) ? row : s, '\t');
		return;
	}
	if (is_pipe_row(s)) {
		if (is_pipe_rule(s)) {
			l->kind = LINE_FURNITURE;
			return;
		}
		split_row(ls, l, str_sub(s, 1, s.p[s.n - 1] == '|' ? s.n - 1 : s.n), '|');
		return;
	}
	l->chars = count_chars(s);
	l->kind = lines_is_furniture(s, l->chars, b) ? LINE_FURNITURE : LINE_TEXT;
}

/* ---- hard-wrapped text ---- */

static bool ends_open(struct str text, const struct line *l)
{
	static const uint32_t closing[] = {0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0xFF1A, ';', ':', '!', '?', 0x2026};
	struct str s = str_sub(text, l->from, l->to);
	uint32_t c = str_last_char(s);

	for (size_t i = 0; i < sizeof closing / sizeof *closing; i++)
		if (c == closing[i])
			return false;
	return true;
}

/* A text is hard-wrapped when its longer lines are all about as long and most of them end in the
 * middle of a sentence: then that length is the full line (fixtures/scan-notice-teacher-housing.txt). */
static size_t full_line(const struct lines *ls)
{
	size_t sizes[WIDEST_PAGE + 2] = {0}; /* how many lines have so many characters, or more at the last */
	size_t n = 0, near = 0, open = 0, full = 0;

	for (size_t i = 0; i < ls->n; i++)
		if (ls->items[i].kind == LINE_TEXT) {
			sizes[ls->items[i].chars <= WIDEST_PAGE ? ls->items[i].chars : WIDEST_PAGE + 1]++;
			n++;
		}
	/* Nine lines of ten are no longer. */
	for (size_t below = sizes[0]; n >= FEWEST_LINES && below <= n * 9 / 10; below += sizes[full])
		full++;
	if (full < NARROWEST_PAGE || full > WIDEST_PAGE)
		return 0;
	for (size_t i = 0; i < ls->n; i++) {
		const struct line *l = &ls->items[i];

		if (l->kind == LINE_TEXT && l->chars * 5 >= full * 4) {
			near++;
			open += ends_open(ls->text, l);
		}
	}
	return near * 3 >= n && open * 5 >= near * 3 ? full : 0;
}

/* A text whose long lines mostly end without a mark, and are of no one length, is a list of lines that nobody has punctuated. */
static bool is_unpunctuated(const struct lines *ls)
{
	size_t n = 0, open = 0;

	for (size_t i = 0; i < ls->n; i++) {
		const struct line *l = &ls->items[i];

		if (l->kind != LINE_TEXT || l->chars < UNBROKEN)
			continue;
		n++;
		open += ends_open(ls->text, l);
	}
	return !ls->full && n >= FEWEST_LINES && open * 5 >= n * 3;
}

static bool has_pipes(struct str s, size_t fewest)
{
	for (size_t i = 0; i < s.n && fewest; i++)
		fewest -= s.p[i] == '|';
	return !fewest;
}

/* 发布机构：某县政府 | 发布日期：…: what a page tells of itself beside each other is no row. */
static bool has_claim(struct str s, struct buf *b)
{
	enum { LONGEST_CLAIM = 48 }; /* bytes */
	size_t at = 0;
	struct str part;

	while (str_split(s, '|', &at, &part)) {
		part = trim(part);
		struct str f = fold_into(b, str_sub(part, 0, part.n < LONGEST_CLAIM ? part.n : LONGEST_CLAIM));
		const struct word *w = words_of(f, 0, W_CLAIM), *label = words_of(f, 0, W_LABEL);

		w = w ? w : label;
		if (w && w->text.n < f.n && f.p[w->text.n] == ':')
			return true;
	}
	return false;
}

static bool is_loose_row(const struct lines *ls, size_t i, size_t pipes, struct buf *b)
{
	const struct line *l = &ls->items[i];
	struct str s = str_sub(ls->text, l->from, l->to);

	return l->kind == LINE_TEXT && has_pipes(s, pipes) && !has_claim(s, b);
}

/* 1 | 某项目 | 某镇 | 20 |: rows without a bar before them, where at least two stand together; one of the others may have lost all but two cells. */
static void split_loose_rows(struct lines *ls, struct buf *b)
{
	for (size_t i = 0, end; i < ls->n; i = end) {
		end = i + 1;
		if (!is_loose_row(ls, i, 2, b))
			continue;
		while (end < ls->n && is_loose_row(ls, end, end > i + 1 ? 1 : 2, b))
			end++;
		for (size_t k = i; k < end && end - i >= 2; k++) {
			struct str s = str_sub(ls->text, ls->items[k].from, ls->items[k].to);

			split_row(ls, &ls->items[k], str_sub(s, 0, s.p[s.n - 1] == '|' ? s.n - 1 : s.n), '|');
		}
	}
}

/* 附件：X分配表 over its rows, perhaps with their unit between, is no button of a page. */
static void keep_titles(struct lines *ls, struct buf *b)
{
	for (size_t i = 0; i + 2 < ls->n; i++) {
		struct line *l = &ls->items[i];
		const struct line *next = l[1].kind == LINE_TEXT ? l + 2 : l + 1;

		if (l->kind == LINE_FURNITURE && next->kind == LINE_ROW && words_tail(fold_into(b, str_sub(ls->text, l->from, l->to)), W_TITLE))
			l->kind = LINE_TEXT;
	}
}

void lines_split(struct lines *ls, struct str text, struct arena *a)
{
	struct buf b = {NULL, 0, 0};
	struct str raw;
	size_t at = 0, blanks = 0;

	memset(ls, 0, sizeof *ls);
	ls->text = text;
	ls->arena = a;
	while (str_split(text, '\n', &at, &raw))
		read_line(ls, raw, &blanks, &b);
	laidout_rows(ls);
	shattered_join(ls);
	bool bars = str_has(text, STR("|"));

	if (bars)
		split_loose_rows(ls, &b);
	torn_rows(ls);
	glued_rows(ls);
	spaced_rows(ls);
	if (bars)
		barred_rows(ls);
	headline_split(ls);
	even_rows(ls);
	flattened_rows(ls);
	vertical_rows(ls);
	keep_titles(ls, &b);
	buf_free(&b);
	ls->full = full_line(ls);
	ls->unpunctuated = is_unpunctuated(ls);
}

/* ---- joining ---- */

static bool starts_anew(const struct lines *ls, const struct line *l)
{
	struct buf b = {NULL, 0, 0};
	struct str s = fold_into(&b, str_sub(ls->text, l->from, l->to < l->from + 64 ? l->to : l->from + 64));
	size_t len;
	long value;
	const struct word *unit = words_of(s, 0, W_UNIT);
	/* 单位：万元 over a table */
	bool anew = (unit && unit->text.n < s.n && s.p[unit->text.n] == ':') || outline_marker(s, &len, &value) || words_of(s, 0, W_ROLE) || words_of(s, 0, W_LABEL);

	buf_free(&b);
	return anew;
}

static bool ends_in_list(struct str text, const struct line *l)
{
	struct str s = str_sub(text, l->from, l->to);

	return str_ends(s, STR("、")) || str_ends(s, STR("，")) || str_ends(s, STR(","));
}

/* 某市人民政府办公室　　　　2023年6月28日: a line laid out by hand is whole. */
static bool is_spread(struct str s)
{
	size_t len, blanks = 0;

	s = trim(s);
	for (size_t i = 0; i < s.n && blanks < WIDE_GAP; i += len)
		blanks = is_blank_char(str_char(s, i, &len)) ? blanks + 1 : 0;
	return blanks == WIDE_GAP;
}

/* A whole title among the first lines. */
static bool heads_page(const struct lines *ls, const struct line *l)
{
	enum { TOP = 10 };
	struct buf b = {NULL, 0, 0};
	bool title = l < ls->items + TOP && lines_is_title(fold_into(&b, str_sub(ls->text, l->from, l->to)));

	buf_free(&b);
	return title;
}

/* 某县农业农村局 over 2022年4月11日: a short line over the day stands by itself. */
static bool is_over_day(const struct lines *ls, const struct line *l)
{
	const struct line *day = l + 1;
	struct buf b = {NULL, 0, 0};
	struct period p;

	if (l->chars > UNBROKEN || day >= ls->items + ls->n || day->kind != LINE_TEXT || day->chars > UNBROKEN || !ends_open(ls->text, l))
		return false;
	struct str s = fold_into(&b, str_sub(ls->text, day->from, day->to));
	bool whole = period_match(s, (struct ymd){0, 0, 0}, &p) == s.n && p.precision == PRECISION_DAY;

	buf_free(&b);
	return whole;
}

/* ——2021年1月20日在某市第七届人民代表大会第一次会议上: a line below the title that tells where it was read stands by itself. */
static bool is_subtitle(const struct lines *ls, const struct line *l)
{
	return l > ls->items && str_starts(str_sub(ls->text, l->from, l->to), STR("——")) && heads_page(ls, l - 1);
}

/* …每人每月1005元。责任单位：市民政局、市财政局: whether s ends in a whole list of bodies behind a label. */
static bool ends_in_bodies(struct str s)
{
	static const struct context none;
	size_t at = s.n;

	while (at > 0 && s.p[at - 1] != ':')
		at--;
	return at > 1 && words_tail(str_sub(s, 0, at - 1), W_LABEL) && body_only(&none, str_from(s, at));
}

/* (三)白石乡青山村2021年基础设施建设项目 over 该项目…, XM02 城南小学改扩建项目: a numbered line that ends as the names of works do. */
static bool names_work(const struct lines *ls, struct str folded, const struct line *next)
{
	size_t len;
	const struct word *work = words_tail(folded, W_WORK);
	bool numbered = work && str_eq(work->arg, STR("work")) && (outline_marker(folded, &len, &(long){0}) || coded_at(folded)) && !str_has(folded, STR(",")) && !str_has(folded, STR("。"));

	if (!numbered || coded_at(folded))
		return numbered;
	struct buf b = {NULL, 0, 0};
	bool told = words_of(fold_into(&b, str_sub(ls->text, next->from, next->to)), 0, W_THIS);

	buf_free(&b);
	return told;
}

static bool goes_on(const struct lines *ls, const struct line *l, const struct line *next)
{
	if (next->indented && !ls->full)
		return false;
	if (ends_in_list(ls->text, l))
		return !starts_anew(ls, next);
	if (ls->full) {
		if (l->chars * 5 < ls->full * 4 || heads_page(ls, l))
			return false;
		return !starts_anew(ls, next);
	}
	if (l->chars < UNBROKEN || ls->unpunctuated || !ends_open(ls->text, l))
		return false;
	struct str s = str_sub(ls->text, l->from, l->to);

	if (str_ends(s, STR("）")) || str_ends(s, STR(")")) || str_ends(s, STR("”")) || is_spread(s) || is_subtitle(ls, l))
		return false;
	struct buf b = {NULL, 0, 0};
	bool whole = lines_is_title(fold_into(&b, s)) || words_of(buf_str(&b), 0, W_CLAIM) || words_of(buf_str(&b), 0, W_PAGE) ||
	             words_of(buf_str(&b), 0, W_LABEL) || words_tail(buf_str(&b), W_ROLE) || ends_in_bodies(buf_str(&b)) || names_work(ls, buf_str(&b), next);

	whole |= lines_is_title(fold_into(&b, str_sub(ls->text, next->from, next->to)));
	buf_free(&b);
	return !whole && !starts_anew(ls, next) && !is_over_day(ls, next);
}

/* 1 where a bracket opens that ends with byte i of the text, -1 where one closes; most bytes end none. */
static int bracket_at(struct str text, size_t i)
{
	enum { WIDE = 2 }; /* bytes before the last of a wide one */
	const char *p = text.p + i;

	if (*p == '(' || *p == ')')
		return *p == '(' ? 1 : -1;
	if ((*p != '\x88' && *p != '\x89') || i < WIDE || p[-1] != '\xBC' || p[-WIDE] != '\xEF')
		return 0;
	return *p == '\x88' ? 1 : -1;
}

/* （省教育\n\n厅、省科技厅等负责）: whether a bracket that is open before the line `next` of the paragraph that begins at byte `from` closes soon. */
static bool is_in_note(const struct lines *ls, size_t from, const struct line *next)
{
	enum { LONGEST = 300, REACH = LONGEST + 2 }; /* bytes, and with those of a wide bracket before its last */
	size_t i = next->from, end = next->from + LONGEST < ls->text.n ? next->from + LONGEST : ls->text.n;
	struct str before = str_sub(ls->text, i > from + REACH ? i - REACH : from, i);
	int depth = 0;

	/* Before most lines no bracket stands. */
	if (!str_has(before, STR("(")) && !str_has(before, STR("（")))
		return false;
	/* A list of bodies, no clause that a later bracket may happen to close: a full stop between them ends the search, which most lines end with. */
	while (i > from && next->from - i < LONGEST && depth <= 0 && !str_ends(str_sub(ls->text, from, i), STR("。")))
		depth += bracket_at(ls->text, --i);
	if (depth <= 0)
		return false;
	struct buf b = {NULL, 0, 0};
	size_t len;
	bool numbered = outline_marker(fold_into(&b, str_sub(ls->text, next->from, next->to < next->from + 64 ? next->to : next->from + 64)), &len, &(long){0});

	buf_free(&b);
	for (i = next->from; !numbered && i < end; i++)
		if ((depth = bracket_at(ls->text, i)))
			return depth < 0;
	return false;
}

size_t lines_paragraph_end(const struct lines *ls, size_t i)
{
	const struct line *last = &ls->items[i];
	size_t end = i + 1;

	for (size_t k = i + 1; k < ls->n; k++) {
		const struct line *l = &ls->items[k];

		if (l->kind == LINE_FURNITURE)
			continue;
		if (l->kind != LINE_TEXT || !(goes_on(ls, last, l) || is_in_note(ls, ls->items[i].from, l)))
			break;
		last = l;
		end = k + 1;
	}
	return end;
}

void lines_make_row(struct lines *ls, size_t i, const struct cell *cells, size_t n)
{
	struct line *l = &ls->items[i];

	l->kind = LINE_ROW;
	l->cell_count = n;
	l->cells = ARENA_ARRAY(ls->arena, struct cell, n);
	memcpy(l->cells, cells, n * sizeof *cells);
}

struct cell lines_spanning(const struct line *above, size_t k, size_t at)
{
	enum { LONGEST = 1200 }; /* bytes of a list of bodies */

	if (!above || above->cells[k].to - above->cells[k].from > LONGEST)
		return (struct cell){at, at};
	return above->cells[k];
}

/* 2024年工作回顾, 2025年工作安排: a year and that the text looks back on it or ahead. */
static bool heads_year(struct str folded)
{
	enum { LONGEST = 30 };
	struct period p;

	return (words_tail(folded, W_LOOKBACK) || words_tail(folded, W_LOOKAHEAD)) && !str_longer(folded, LONGEST) && period_match(folded, (struct ymd){0, 0, 0}, &p);
}

bool lines_is_title(struct str folded)
{
	if (!(words_tail(folded, W_TITLE) || heads_year(folded)) || str_longer(folded, LONGEST_TITLE) || !str_longer(folded, SHORTEST_TITLE - 1))
		return false;
	return !str_has(folded, STR("。")) && !str_has(folded, STR(";")) && !str_has(folded, STR(",")) &&
	       !str_has(folded, STR(":"));
}

/* ---- CSV ---- */

/* Where each cell stands; whether the file is well-formed is for the reader of lib/io to say. */
void lines_split_csv(struct lines *ls, struct str text, char delimiter, struct arena *a)
{
	memset(ls, 0, sizeof *ls);
	ls->text = text;
	ls->arena = a;
	for (size_t i = 0; i < text.n;) {
		struct line *l = ARENA_PUSH(a, ls->items, ls->n, ls->cap);
		size_t cap = 0;

		/* The place may be that of an empty line that was dropped. */
		*l = (struct line){.kind = LINE_ROW, .from = i};
		for (bool row = true; row;) {
			bool quoted = i < text.n && text.p[i] == '"';
			size_t from = i + quoted, to;

			for (i = from; i < text.n; i++) {
				if (quoted && text.p[i] == '"' && i + 1 < text.n && text.p[i + 1] == '"') {
					l->quoted = true;
					i++;
				} else if (quoted ? text.p[i] == '"' : text.p[i] == delimiter || text.p[i] == '\n') {
					break;
				}
			}
			to = i;
			while (i < text.n && text.p[i] != delimiter && text.p[i] != '\n')
				i++;
			add_cell(ls, l, &cap, str_sub(text, from, to));
			row = i < text.n && text.p[i] == delimiter;
			l->to = i;
			i++;
		}
		if (l->to > l->from && text.p[l->to - 1] == '\r')
			l->to--;
		if (l->to == l->from)
			ls->n--;
	}
}
