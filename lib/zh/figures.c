/* Knows the characters of numbers, what letters scanners put for digits, and how ASCII digits are
 * grouped. */
#include "zh/figures.h"

#include "base/table.h"
#include "zh/numeral.h"
#include "zh/phrases.h"

enum { MOST_TOKENS = 128, MOST_POWER = 12 };

static struct token tokens[MOST_TOKENS];
static int token_count;
static uint8_t token_of[65536]; /* index + 1, by code point */
struct phrases numeral_heads;

static const struct token *find_token(uint32_t c)
{
	if (c < 65536)
		return token_of[c] ? &tokens[token_of[c] - 1] : NULL;
	for (int i = 0; i < token_count; i++)
		if (tokens[i].c == c)
			return &tokens[i];
	return NULL;
}

static enum token_kind kind_of(struct str name)
{
	static const char *const names[] = {"", "digit", "tens", "power", "vague", "point", "ordinal"};

	for (int k = T_DIGIT; k <= T_ORDINAL; k++)
		if (str_eq(name, str_of(names[k])))
			return (enum token_kind)k;
	return T_NONE;
}

static void add_token(uint32_t c, enum token_kind kind, struct str value, struct str not_before)
{
	struct decimal v = {0, 0};

	decimal_parse(value, &v);
	if (find_token(c))
		return;
	tokens[token_count++] = (struct token){c, kind, (int)v.digits, not_before};
	if (c < 65536)
		token_of[c] = (uint8_t)token_count;
}

static void fill_heads(const struct table *t, size_t key)
{
	static const char figures[] = "0123456789OoIl";
	size_t len;

	for (size_t i = 0; i + 1 < sizeof figures; i++)
		phrases_add(&numeral_heads, (struct str){figures + i, 1}, 0);
	for (size_t r = 0; r < t->rows; r++) {
		const struct token *token = find_token(str_char(table_cell(t, r, key), 0, &len));

		if (token && token->kind < T_POINT)
			phrases_add(&numeral_heads, str_sub(table_cell(t, r, key), 0, len), 0);
	}
	phrases_seal(&numeral_heads);
}

void numeral_load(void)
{
	const struct table *t = table_get("numerals");
	size_t key = table_column(t, "char"), kind = table_column(t, "kind"), value = table_column(t, "value"),
	       not_before = table_column(t, "not_before"), len;

	if (token_count)
		return;
	/* An overlay may add a few. */
	for (size_t r = 0; r < t->rows && r < MOST_TOKENS; r++)
		add_token(str_char(table_cell(t, r, key), 0, &len), kind_of(table_cell(t, r, kind)), table_cell(t, r, value),
		          table_cell(t, r, not_before));
	fill_heads(t, key);
}

const struct token *figures_token(struct str s, size_t i, size_t *len)
{
	*len = 0;
	if (i >= s.n || !((unsigned char)s.p[i] & 0x80))
		return NULL;
	const struct token *t = find_token(str_char(s, i, len));

	return t && !phrases_blocked(t->not_before, str_from(s, i + *len)) ? t : NULL;
}

const struct token *figures_han_digit(struct str s, size_t i, size_t *len)
{
	const struct token *t = figures_token(s, i, len);

	return t && t->kind == T_DIGIT ? t : NULL;
}

/* A multiplier, after a blank also; *next is behind it. */
const struct token *figures_power(struct str s, size_t i, size_t *next)
{
	size_t at = phrases_blanks(s, i), len;
	const struct token *t = figures_token(s, at, &len);

	*next = at + len;
	return t && t->kind == T_POWER ? t : NULL;
}

/* Letters that scanners and typists put for digits. */
int figures_letter(char c)
{
	return c == 'O' || c == 'o' ? 0 : c == 'l' || c == 'I' ? 1 : -1;
}

/* A letter at the end of a run of digits is one only before what can but follow a number: 5O家, l0%;
 * a litre (5l) needs more, a multiplier or a percent sign. */
static bool run_may_end(struct str s, size_t end)
{
	size_t next;

	if (end >= s.n)
		return false;
	if (s.p[end] == '%' || s.p[end] == '.' || figures_power(s, end, &next))
		return true;
	if (s.p[end - 1] == 'l' || s.p[end - 1] == 'I')
		return false;
	return ((unsigned char)s.p[end] & 0x80) != 0;
}

/* The end of the digits at `at`, letters among them taken as digits where that is safe. */
static size_t digits_end(struct str s, size_t at, bool *repaired)
{
	size_t plain = at, mixed = at, digits = 0;

	while (figures_is_digit(s, plain))
		plain++;
	for (mixed = at; mixed < s.n && (figures_is_digit(s, mixed) || figures_letter(s.p[mixed]) >= 0); mixed++)
		digits += figures_is_digit(s, mixed);
	if (mixed == plain || digits == 0)
		return plain;
	bool letter_last = figures_letter(s.p[mixed - 1]) >= 0;
	bool glued = mixed < s.n && ((s.p[mixed] | 32) >= 'a' && (s.p[mixed] | 32) <= 'z');

	if (glued || (letter_last && !run_may_end(s, mixed)) || (figures_letter(s.p[at]) >= 0 && mixed - at < 2))
		return plain;
	*repaired = true;
	return mixed;
}

/* Digits, letters among them, and thousands marks; at most 30. */
static void take_digits(struct str s, size_t from, size_t to, struct decimal *d)
{
	d->scale = 0;
	d->digits = 0;
	for (size_t i = from; i < to; i++)
		if (s.p[i] != ',')
			d->digits = d->digits * 10 + (figures_is_digit(s, i) ? s.p[i] - '0' : figures_letter(s.p[i]));
}

/* Steps over ",ddd" groups; false when digits follow that are no group. */
static bool take_groups(struct str s, size_t start, size_t *end)
{
	size_t i = *end;

	if (i >= s.n || s.p[i] != ',' || i - start > 3 || s.p[start] == '0')
		return true;
	while (i + 3 < s.n && s.p[i] == ',' && figures_is_digit(s, i + 1) && figures_is_digit(s, i + 2) && figures_is_digit(s, i + 3) && !figures_is_digit(s, i + 4))
		i += 4;
	bool grouped = i > *end;

	*end = i;
	return !(grouped && i < s.n && s.p[i] == ',' && figures_is_digit(s, i + 1));
}

/* A blank after the point alone may be the numbering of a list (1. 30家): it is dropped only where
 * what follows needs a fraction, a percent sign or 万 and 亿. */
static bool fraction_follows(struct str s, size_t end)
{
	size_t at = phrases_blanks(s, end), next;
	const struct token *t = figures_power(s, end, &next);

	return (t && t->value >= 4) || (at < s.n && s.p[at] == '%');
}

/* The fraction after whole digits that end at *end. */
static bool take_fraction(struct str s, size_t *end, struct decimal *d, bool *repaired)
{
	size_t point = phrases_blanks(s, *end);

	if (point >= s.n || s.p[point] != '.')
		return true;
	size_t from = phrases_blanks(s, point + 1), to;
	bool mended = point != *end || from != point + 1;

	if (!figures_is_digit(s, from) && (mended || from >= s.n || figures_letter(s.p[from]) < 0))
		return true;
	bool letters = false;

	to = digits_end(s, from, &letters);
	if (to == from || (from != point + 1 && point == *end && !fraction_follows(s, to)))
		return true;
	if (to < s.n && s.p[to] == '.' && figures_is_digit(s, to + 1))
		return false;
	struct decimal part = {0, 0};

	if (to - from > 30)
		return false;
	take_digits(s, from, to, &part);
	if (!decimal_shift(part, -(int)(to - from), &part) || !decimal_add(*d, part, d))
		return false;
	*repaired |= mended || letters;
	*end = to;
	return true;
}

/* A number in ASCII digits at `at`; 0 when there is none that can be trusted. */
size_t figures_read(struct str s, size_t at, struct decimal *d, bool *repaired)
{
	bool letters = false;
	size_t end = digits_end(s, at, &letters);

	if (end == at || end - at > 30 || (end - at > 1 && (s.p[at] == '0' || figures_letter(s.p[at]) == 0)))
		return 0;
	if ((!letters && !take_groups(s, at, &end)) || end - at > 36)
		return 0;
	take_digits(s, at, end, d);
	if (!take_fraction(s, &end, d, &letters))
		return 0;
	*repaired |= letters;
	return end;
}

bool numeral_may_start(struct str s)
{
	size_t len;

	if (s.n == 0)
		return false;
	if (!((unsigned char)s.p[0] & 0x80))
		return figures_is_digit(s, 0) || (figures_letter(s.p[0]) >= 0 && s.n > 1);
	const struct token *t = find_token(str_char(s, 0, &len));

	return t && t->kind < T_POINT;
}

/* Digits, a letter, a point or a thousands mark straight before the digits at `at`; a single blank between digits may be
 * a scanner's. */
static bool is_ascii_tail(struct str s, size_t at)
{
	char c = s.p[at - 1];
	bool digits_left = at > 1 && figures_is_digit(s, at - 2);

	if ((c >= '0' && c <= '9') || (c | 32) >= 'a')
		return !((unsigned char)c & 0x80) && (c | 32) <= 'z';
	return (c == '.' || c == ',' || c == ' ') && digits_left && figures_is_digit(s, at);
}

bool numeral_is_tail(struct str s, size_t at)
{
	size_t len;

	if (at == 0 || at >= s.n)
		return false;
	if (!((unsigned char)s.p[at - 1] & 0x80))
		return is_ascii_tail(s, at);
	const struct token *t = find_token(str_char(s, str_before(s, at), &len));

	return t && t->kind != T_POINT;
}
