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

	if (monies)
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
