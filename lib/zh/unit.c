/* Knows the units of units.tsv and which of them a number may take at a place in the text. */
#include "zh/unit.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/table.h"

static struct arena run;
static struct unit *units;
static const struct unit *percent, *times;
static struct phrases after, parts, before, coins;

static enum unit_kind kind_of(struct str name)
{
	static const char *const names[] = {"money", "part", "sign", "percent", "fold", "share", "count", "times", "doubling", "coin", "none"};

	size_t k = str_which(name, names, UNIT_NONE + 1);

	if (k <= UNIT_NONE)
		return (enum unit_kind)k;
	diag_die("units.tsv: no kind %.*s", STR_ARGS(name));
}

static int small_number(struct str s)
{
	struct decimal d;

	return decimal_parse(s, &d) && d.scale == 0 && d.digits < 10000 && d.digits > -10000 ? (int)d.digits : 0;
}

static void read_only(struct unit *u, struct str only)
{
	u->figures = str_eq(only, STR("figures"));
	u->approx = str_eq(only, STR("approx"));
	u->not_year = str_eq(only, STR("span"));
	u->over = str_starts(only, STR("over ")) ? small_number(str_from(only, 5)) : -1;
}

static struct phrases *set_for(enum unit_kind kind)
{
	return kind == UNIT_COIN ? &coins : kind == UNIT_PART ? &parts : kind == UNIT_SIGN || kind == UNIT_SHARE ? &before : &after;
}

void unit_load(void)
{
	static const char *const heads[] = {"unit", "kind", "power", "currency", "canonical", "only", "not_before"};
	const struct table *t = table_get("units");
	size_t at[7];

	numeral_load();
	if (units)
		return;
	for (int i = 0; i < 7; i++)
		at[i] = table_column(t, heads[i]);
	units = ARENA_ARRAY(&run, struct unit, t->rows + 1);
	for (size_t r = 0; r < t->rows; r++) {
		struct unit *u = &units[r];
		struct str currency = table_cell(t, r, at[3]);

		u->name = table_cell(t, r, at[0]);
		u->kind = kind_of(table_cell(t, r, at[1]));
		u->power = small_number(table_cell(t, r, at[2]));
		memcpy(u->currency, currency.p, currency.n < 3 ? 0 : 3);
		u->canonical = table_cell(t, r, at[4]);
		read_only(u, table_cell(t, r, at[5]));
		u->not_before = table_cell(t, r, at[6]);
		phrases_add(set_for(u->kind), u->name, (uint32_t)r);
		if (str_eq(u->name, STR("%")))
			percent = u;
		if (u->kind == UNIT_TIMES)
			times = u;
	}
	phrases_seal(&after);
	phrases_seal(&parts);
	phrases_seal(&coins);
	phrases_seal(&before);
}

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

/* A unit in Latin letters ends where the letters do: 5m, not 5mg of another table. */
static bool ends_there(struct str s, size_t length)
{
	return !(length < s.n && is_word_byte(s.p[length - 1]) && is_word_byte(s.p[length]));
}

/* 2020 and its like, written without multiplier or fraction. */
static bool is_year(const struct numeral *n)
{
	return n->value.scale == 0 && n->tail_power == 0 && decimal_cmp(n->value, decimal_of(1900)) >= 0 &&
	       decimal_cmp(n->value, decimal_of(2200)) < 0;
}

bool unit_takes(const struct unit *u, const struct numeral *n)
{
	return !(u->figures && !n->figures) && !(u->not_year && is_year(n)) &&
	       !(u->over >= 0 && decimal_cmp(n->value, decimal_of(u->over)) <= 0);
}

static const struct unit *find(const struct phrases *set, struct str s, size_t *length)
{
	struct phrase_hit hits[PHRASES_MOST];
	size_t count = phrases_at(set, s, hits);

	for (size_t i = 0; i < count; i++) {
		const struct unit *u = &units[hits[i].row];

		if (ends_there(s, hits[i].length) && !phrases_blocked(u->not_before, str_from(s, hits[i].length))) {
			*length = hits[i].length;
			return u;
		}
	}
	return NULL;
}

const struct unit *unit_after(struct str s, const struct numeral *n, size_t *length)
{
	static const struct unit nothing = {.kind = UNIT_NONE};
	const struct unit *u = find(&after, s, length);

	return u && n && !unit_takes(u, n) ? &nothing : u;
}

const struct unit *unit_part(struct str s, size_t *length)
{
	return find(&parts, s, length);
}

const struct unit *unit_coin(struct str s, size_t *length)
{
	return find(&coins, s, length);
}

/* A sign in letters has its number close behind it: that is the caller's to see. */
const struct unit *unit_before(struct str s, size_t *length)
{
	struct phrase_hit hits[PHRASES_MOST];

	if (phrases_at(&before, s, hits) == 0)
		return NULL;
	*length = hits[0].length;
	return &units[hits[0].row];
}

const struct unit *unit_percent(void)
{
	return percent;
}

const struct unit *unit_times(void)
{
	return times;
}

const struct phrases *unit_words_before(void)
{
	return &before;
}

static struct str strip_brackets(struct str s)
{
	s = str_trim(s);
	if (s.n > 2 && s.p[0] == '(' && s.p[s.n - 1] == ')')
		s = str_trim(str_sub(s, 1, s.n - 1));
	return s;
}

/* A name that no table has: letters and Chinese characters, at most six. */
static bool is_unknown_unit(struct str s, struct unit *own)
{
	if (s.n == 0 || s.n > 18)
		return false;
	for (size_t i = 0, len; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (!phrases_is_han(c) && !((c | 32) >= 'a' && (c | 32) <= 'z') && c != '/')
			return false;
	}
	*own = (struct unit){.name = s, .canonical = s, .kind = UNIT_COUNT, .over = -1, .not_before = STR("-")};
	return true;
}

bool unit_heading(struct str text, struct decimal *factor, const struct unit **unit, struct unit *own)
{
	struct str s = strip_brackets(text);
	struct numeral n;
	size_t length = 0;

	*factor = decimal_of(1);
	if ((*unit = unit_after(s, NULL, &length)) && length == s.n)
		return (*unit)->kind != UNIT_NONE;
	size_t used = numeral_match(s, &n);

	if (used && (n.bare || decimal_cmp(n.value, decimal_of(10)) == 0) && !n.figures && !n.vague) {
		*factor = n.value;
		s = str_trim(str_from(s, used));
	} else if (used) {
		return false;
	}
	*unit = unit_after(s, NULL, &length);
	/* What is paid for each (万元/家) is no part of the unit. */
	if (*unit && (length == s.n || ((*unit)->kind == UNIT_MONEY && s.p[length] == '/')))
		return (*unit)->kind != UNIT_NONE;
	*unit = own;
	return is_unknown_unit(s, own);
}
