/* Knows which marks, widths and blanks suit the characters beside them. */
#include "zh/tidy.h"

#include <stdlib.h>

#include "base/arena.h"
#include "base/unicode.h"

enum {
	WIDE_OPEN = 0xFF08, WIDE_CLOSE = 0xFF09, WIDE_COMMA = 0xFF0C, WIDE_COLON = 0xFF1A, WIDE_SEMICOLON = 0xFF1B, WIDE_QUESTION = 0xFF1F,
	WIDE_EXCLAMATION = 0xFF01, FULL_STOP = 0x3002, QUOTE_OPEN = 0x201C, QUOTE_CLOSE = 0x201D
};

/* A character of the text, with the blanks before it. */
struct letter {
	uint32_t c;      /* what it becomes */
	size_t from, to; /* in the text */
	size_t hans;     /* how many Chinese characters stand before it */
	bool gap;        /* blanks stand before it */
};

struct page {
	struct letter *l;
	size_t n;
	size_t hans;
};

bool tidy_is_han(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || (c >= 0x3005 && c <= 0x3007);
}

bool tidy_is_unseen(uint32_t c)
{
	return (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0xAD;
}

bool tidy_is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
	       c == 0x2029 || c == 0x202F || c == 0x205F;
}

static bool is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

static bool is_latin(uint32_t c)
{
	return is_digit(c) || is_letter(c) || c == '%';
}

/* Characters beside which no blank stands. */
static bool is_wide(uint32_t c)
{
	return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

/* Chinese characters and marks, those too that other writing shares. */
static bool is_chinese(uint32_t c)
{
	return is_wide(c) || (c >= 0x2014 && c <= QUOTE_CLOSE) || c == 0x2026;
}

/* Full-width signs that Chinese punctuation has no use for; those that it has stay. */
static bool is_mere_width(uint32_t c)
{
	static const char signs[] = "\"#$%&'*+-./<=>@\\^_`{|}";

	if (c < 0xFF01 || c > 0xFF5E)
		return false;
	c -= 0xFEE0;
	return is_digit(c) || is_letter(c) || strchr(signs, (int)c);
}

/* The small and half-width marks of old code pages. */
static uint32_t plain_mark(uint32_t c)
{
	switch (c) {
	case 0xFE50: return WIDE_COMMA;
	case 0xFE51: case 0xFF64: return 0x3001;
	case 0xFE52: return '.';
	case 0xFE54: return WIDE_SEMICOLON;
	case 0xFE55: case 0xFE30: return WIDE_COLON;
	case 0xFE56: return WIDE_QUESTION;
	case 0xFE57: return WIDE_EXCLAMATION;
	case 0xFE59: return WIDE_OPEN;
	case 0xFE5A: return WIDE_CLOSE;
	case 0xFE6A: return '%';
	case 0xFF61: return FULL_STOP;
	case 0xFF62: return 0x300C;
	case 0xFF63: return 0x300D;
	default: return c;
	}
}

static uint32_t plain_shape(uint32_t c)
{
	if (c < 0x2E80)
		return c;
	if (is_mere_width(c))
		return c - 0xFEE0;
	if (c <= 0x2FD5 || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F))
		return unicode_compatible(c);
	return plain_mark(c);
}

/* Whether a full-width point stands behind the number of an item, which is none of its text: 10．5G网络. */
static bool is_behind_item(const struct page *p, uint32_t c)
{
	size_t i = 0;

	while (c == 0xFF0E && i < p->n && i < 4 && is_digit(p->l[i].c) && p->l[i].to - p->l[i].from == 1)
		i++;
	return i > 0 && i < 4 && i == p->n;
}

/* Takes the text apart. What is behind its last character is layout. */
static void read_page(struct str s, struct page *p)
{
	size_t len, from = 0;
	bool gap = false;

	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (tidy_is_blank(c) || tidy_is_unseen(c)) {
			gap = gap || (p->n > 0 && tidy_is_blank(c));
			continue;
		}
		c = is_behind_item(p, c) ? c : plain_shape(c);
		p->l[p->n++] = (struct letter){c, from, i + len, p->hans, gap};
		p->hans += tidy_is_han(c);
		from = i + len;
		gap = false;
	}
}

/* What stands beside a letter; 0: nothing. */
static uint32_t before(const struct page *p, size_t i)
{
	return i ? p->l[i - 1].c : 0;
}

static uint32_t behind(const struct page *p, size_t i)
{
	return i + 1 < p->n ? p->l[i + 1].c : 0;
}

static bool holds_han(const struct page *p, size_t from, size_t to)
{
	return p->l[to].hans > p->l[from].hans;
}

static bool is_open(uint32_t c)
{
	return c == '(' || c == WIDE_OPEN;
}

static bool is_close(uint32_t c)
{
	return c == ')' || c == WIDE_CLOSE;
}

/* Brackets that hold Chinese are Chinese, and so are those beside it, as numbering is before it: 甲(ABC), (1)甲. What stands between letters is
 * ASCII. Of a pair of two kinds the first rule that says something counts. */
static void set_pair(struct page *p, size_t i, size_t j)
{
	uint32_t left = before(p, i), right = behind(p, j);
	bool wide = p->l[i].c == WIDE_OPEN && p->l[j].c == WIDE_CLOSE;

	if (holds_han(p, i, j))
		wide = true;
	else if (wide)
		wide = i + 1 == j || !((is_latin(left) && right < 0x80) || (left == 0 && is_latin(right)));
	else if (i + 1 < j)
		wide = is_chinese(left) || (left == 0 && tidy_is_han(right));
	p->l[i].c = wide ? WIDE_OPEN : '(';
	p->l[j].c = wide ? WIDE_CLOSE : ')';
}

static void set_brackets(struct page *p, size_t *open)
{
	size_t depth = 0;

	for (size_t i = 0; i < p->n; i++) {
		if (is_open(p->l[i].c))
			open[depth++] = i;
		else if (is_close(p->l[i].c) && depth)
			set_pair(p, open[--depth], i);
	}
}

static bool is_quote(const struct page *p, size_t i)
{
	return p->l[i].c == '"';
}

/* Straight quotation marks in pairs, but for those of inches. */
static void set_quotes(struct page *p)
{
	size_t n = 0, open = 0;

	for (size_t i = 0; i < p->n; i++) {
		n += is_quote(p, i);
		if (is_quote(p, i) && is_digit(before(p, i)))
			return;
	}
	for (size_t i = 0, at = 0; n % 2 == 0 && i < p->n; i++) {
		if (!is_quote(p, i))
			continue;
		if (at++ % 2 == 0) {
			open = i;
		} else if (holds_han(p, open, i)) {
			p->l[open].c = QUOTE_OPEN;
			p->l[i].c = QUOTE_CLOSE;
		}
	}
}

/* Whether ASCII stands where a Chinese mark should. A comma before Chinese parts no digits. */
static bool wants_wide(const struct page *p, size_t i)
{
	uint32_t c = p->l[i].c, left = before(p, i), right = behind(p, i);

	if (c == '?' || c == '!')
		return is_chinese(left);
	if (c == ':' && (right == '/' || right == ':' || left == ':'))
		return false;
	return (c == ',' || c == ':') && left && (is_chinese(left) || tidy_is_han(right));
}

static size_t count_digits(const struct page *p, size_t from)
{
	size_t n = 0;

	while (from + n < p->n && is_digit(p->l[from + n].c) && !p->l[from + n].gap)
		n++;
	return n;
}

/* Digits in groups of three with what they count behind them: the commas of 1，234万. Returns where the digits end. */
static size_t set_groups(struct page *p, size_t from)
{
	size_t first = count_digits(p, from + 1) + 1, at = from + first, commas = 0, next;

	for (; at < p->n && p->l[at].c == WIDE_COMMA && !p->l[at].gap && count_digits(p, at + 1) == 3; commas++)
		at += 4;
	next = at < p->n ? p->l[at].c : 0;
	if (commas == 0 || first > 3 || p->l[from].c == '0' || !(tidy_is_han(next) || next == '%' || next == '.'))
		return from + first;
	for (size_t i = 0; i < commas; i++)
		p->l[from + first + 4 * i].c = ',';
	return at;
}

static void set_numbers(struct page *p)
{
	for (size_t i = 0; i < p->n;) {
		bool first = is_digit(p->l[i].c) && before(p, i) != '.' && before(p, i) != WIDE_COMMA;

		i = first ? set_groups(p, i) : i + 1;
	}
}

/* The ASCII mark for a Chinese one in text without any Chinese, or 0. */
static uint32_t foreign_mark(uint32_t c)
{
	switch (c) {
	case WIDE_COMMA: return ',';
	case WIDE_COLON: return ':';
	case WIDE_SEMICOLON: return ';';
	case WIDE_QUESTION: return '?';
	case WIDE_EXCLAMATION: return '!';
	case FULL_STOP: return '.';
	default: return 0;
	}
}

/* Behind a word of letters: one letter may be a name in a Chinese list. */
static void set_foreign(struct page *p, size_t i)
{
	uint32_t mark = foreign_mark(p->l[i].c);

	if (!mark || i < 2 || !is_letter(p->l[i - 1].c) || !is_letter(p->l[i - 2].c))
		return;
	p->l[i].c = mark;
	if (i + 1 < p->n && is_latin(p->l[i + 1].c))
		p->l[i + 1].gap = true;
}

static void set_mark(struct page *p, size_t i)
{
	struct letter *l = &p->l[i];

	if (wants_wide(p, i))
		l->c += 0xFEE0;
	else if (l->c == WIDE_COLON && is_digit(before(p, i)) && is_digit(behind(p, i)) && !l->gap && !p->l[i + 1].gap)
		l->c = ':';
	else if (p->hans == 0)
		set_foreign(p, i);
}

static void write_page(const struct page *p, struct str s, struct rewrite *r)
{
	size_t end = 0;

	for (size_t i = 0; i < p->n; i++) {
		const struct letter *l = &p->l[i];
		bool blank = l->gap && !is_wide(before(p, i)) && !is_wide(l->c);
		char text[5] = " ";
		struct str was = str_sub(s, l->from, l->to), is = {text, blank + str_put_char(l->c, text + blank)};

		if (str_eq(was, is))
			rewrite_keep(r, was);
		else
			rewrite_put(r, was, is);
		end = l->to;
	}
	if (end < s.n)
		rewrite_put(r, str_from(s, end), STR(""));
}

/* What a byte of a text may be a part of. */
enum { PLAIN, WORD = 1, MARK = 2, DOUBT = 4 };

/* Full-width punctuation (EF BC xx) is in its place where neither letters nor digits are; so are quotation marks and dashes (E2 80 xx). */
static unsigned look_at(const char *p, size_t left)
{
	unsigned char c = (unsigned char)p[0];

	if (c < 0x80)
		return is_digit(c) || is_letter(c) ? WORD : c <= ' ' || strchr("\"(),:?!", c) ? DOUBT : PLAIN;
	if (c >= 0xE4 && c <= 0xE9)
		return PLAIN;
	if (c == 0xEF && left > 2)
		return memcmp(p + 1, "\xBC", 1) == 0 && memchr("\x81\x88\x89\x8C\x9A\x9B\x9F", p[2], 7) ? MARK : DOUBT;
	if (c == 0xE2 && left > 2)
		return memcmp(p + 1, "\x80", 1) == 0 && memchr("\x94\x98\x99\x9C\x9D\xA6", p[2], 6) ? PLAIN : DOUBT;
	if (c == 0xE3 && left > 2)
		return memcmp(p + 1, "\x80\x80", 2) == 0 ? DOUBT : memcmp(p + 1, "\x80\x82", 2) == 0 ? MARK : PLAIN;
	return c >= 0xC0 ? DOUBT : PLAIN;
}

/* Whether anything in s may have to change: most texts have neither blanks nor full-width forms nor ASCII marks. */
static bool is_doubtful(struct str s)
{
	unsigned seen = PLAIN;
	size_t len;

	for (size_t i = 0; i < s.n && !(seen & DOUBT); i += len) {
		seen |= look_at(s.p + i, s.n - i);
		len = (unsigned char)s.p[i] >= 0xE0 ? 3 : 1;
	}
	return (seen & DOUBT) || ((seen & WORD) && (seen & MARK));
}

void tidy_text(struct str s, struct rewrite *r)
{
	if (!is_doubtful(s)) {
		rewrite_keep(r, s);
		return;
	}
	struct arena a = {NULL, 0};
	struct page p = {ARENA_ARRAY(&a, struct letter, s.n), 0, 0};

	read_page(s, &p);
	if (!str_has(s, STR("://"))) {
		set_brackets(&p, ARENA_ARRAY(&a, size_t, p.n));
		set_quotes(&p);
		set_numbers(&p);
		for (size_t i = 0; i < p.n; i++)
			set_mark(&p, i);
	}
	write_page(&p, s, r);
	arena_free(&a);
}
