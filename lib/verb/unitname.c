/* Knows how a heading names the unit of what stands under it, and what money of each currency is
 * counted in. */
#include "verb/unitname.h"

#include "base/arena.h"
#include "base/table.h"

static struct arena run;

/* What money is counted in, by its currency: the form that units.tsv reports for the plain unit. */
static struct money {
	struct str currency, unit;
} *monies;
static size_t monies_n;

static bool is_known_money(struct str currency)
{
	for (size_t i = 0; i < monies_n; i++)
		if (str_eq(monies[i].currency, currency))
			return true;
	return false;
}

void unitname_load(void)
{
	const struct table *t = table_get("units");
	size_t kind = table_column(t, "kind"), power = table_column(t, "power");
	size_t currency = table_column(t, "currency"), canonical = table_column(t, "canonical"), cap = 0;

	if (monies_n)
		return;
	for (size_t r = 0; r < t->rows; r++)
		if (str_eq(table_cell(t, r, kind), STR("money")) && str_eq(table_cell(t, r, power), STR("0")) &&
		    !is_known_money(table_cell(t, r, currency)))
			*ARENA_PUSH(&run, monies, monies_n, cap) = (struct money){table_cell(t, r, currency), table_cell(t, r, canonical)};
}

struct str unitname_money(const char *currency)
{
	for (size_t i = 0; i < monies_n; i++)
		if (str_eq(monies[i].currency, str_of(currency)))
			return monies[i].unit;
	return str_of(currency);
}

struct str unitname_heading(struct str s)
{
	size_t open, len = str_find(s, STR(":"), 0);

	if (len < s.n)
		return str_trim(str_from(s, len + 1));
	if (s.n == 0 || s.p[s.n - 1] != ')')
		return s;
	for (open = s.n; open > 0 && s.p[open - 1] != '(';)
		open--;
	return open ? str_trim(str_sub(s, open, s.n - 1)) : s;
}

/* The end of a bracket that opens at `at`, or 0. */
static size_t bracket_end(struct str s, size_t at, size_t *open_len)
{
	static const char *const open[] = {"(", "[", "【", "（"}, *const close[] = {")", "]", "】", "）"};

	for (int i = 0; i < 4; i++)
		if (str_starts(str_from(s, at), str_of(open[i]))) {
			size_t end = str_find(s, str_of(close[i]), at);

			*open_len = strlen(open[i]);
			return end < s.n ? end : 0;
		}
	return 0;
}

/* The parts of what stands in a bracket of a heading: 单位:万元, 万元,含税. */
static struct str unit_among(struct str s, unitname_suits suits, const void *ctx)
{
	size_t from = 0;

	for (size_t i = 0, len; i <= s.n; i += len) {
		uint32_t c = i < s.n ? str_char(s, i, &len) : ',';

		len = i < s.n ? len : 1;
		if (c != ',' && c != ':' && c != ';' && c != ' ' && c != 0x3001)
			continue;
		struct str part = str_trim(str_sub(s, from, i));

		if (part.n && suits(ctx, part))
			return part;
		from = i + len;
	}
	return STR("");
}

struct str unitname_in(struct str name, unitname_suits suits, const void *ctx)
{
	struct str unit = STR("");
	size_t slash = str_find(name, STR("/"), 0);

	for (size_t i = 0, len; i < name.n; i += len) {
		size_t open = 0, end = bracket_end(name, i, &open);
		struct str found = end ? unit_among(str_sub(name, i + open, end), suits, ctx) : STR("");

		if (found.n)
			unit = found;
		str_char(name, i, &len);
	}
	if (!unit.n && slash < name.n && suits(ctx, str_from(name, slash + 1)))
		unit = str_from(name, slash + 1);
	if (!unit.n && unitname_heading(name).n < name.n && suits(ctx, unitname_heading(name)))
		unit = unitname_heading(name);
	return unit;
}
