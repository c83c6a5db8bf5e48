/* Knows which numbers an amount, a figure and a count as written become. */
#include "verb/fillvalue.h"

#include "base/table.h"
#include "zh/quantity.h"

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

void fillvalue_load(void)
{
	const struct table *t = table_get("units");
	size_t kind = table_column(t, "kind"), power = table_column(t, "power");
	size_t currency = table_column(t, "currency"), canonical = table_column(t, "canonical"), cap = 0;

	quantity_load();
	for (size_t r = 0; r < t->rows; r++)
		if (str_eq(table_cell(t, r, kind), STR("money")) && str_eq(table_cell(t, r, power), STR("0")) &&
		    !is_known_money(table_cell(t, r, currency)))
			*ARENA_PUSH(&run, monies, monies_n, cap) = (struct money){table_cell(t, r, currency), table_cell(t, r, canonical)};
}

static struct str money_unit(const char *currency)
{
	for (size_t i = 0; i < monies_n; i++)
		if (str_eq(monies[i].currency, str_of(currency)))
			return monies[i].unit;
	return str_of(currency);
}

static struct str decimal_text(struct filling *f, struct decimal d)
{
	struct buf b = {NULL, 0, 0};

	decimal_print(d, &b);
	return filling_take(f, &b);
}

static void set_decimal(struct filling *f, const char *field, bool has, struct decimal d)
{
	if (has)
		record_set(f->r, field, value_number(decimal_text(f, d)));
}

/* The unit behind a heading's words: 总投资(万元) and 单位:万元 are 万元. */
static struct str unit_in(struct str s)
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

static struct str number_text(struct filling *f, const struct quantity *q)
{
	struct str low = decimal_text(f, q->has_min ? q->min : q->max), high = decimal_text(f, q->has_max ? q->max : q->min);

	if (q->has_value)
		return decimal_text(f, q->value);
	return q->has_min && q->has_max ? arena_printf(f->a, "%.*s-%.*s", STR_ARGS(low), STR_ARGS(high)) : low;
}

/* What a mended number was and what it was taken for. */
static void note_digits(struct filling *f, const char *field, struct str s, const struct quantity *q)
{
	struct str before = str_sub(s, q->number_at, q->number_end);

	if (q->repaired)
		record_note(f->r, arena_printf(f->a, "%s: digits: %.*s -> %.*s", field, STR_ARGS(before), STR_ARGS(number_text(f, q))));
}

static void set_bounds(struct filling *f, const struct quantity *q, const char *value, const char *min, const char *max)
{
	set_decimal(f, value, q->has_value, q->value);
	set_decimal(f, min, q->has_min, q->min);
	set_decimal(f, max, q->has_max, q->max);
	if (q->approx)
		record_set(f->r, "approx", value_boolean(true));
}

void fillvalue_amount(struct filling *f)
{
	static const char *const made[] = {"amount", "amount_min", "amount_max", "approx", "currency", "rate", "rate_min", "rate_max", NULL};
	struct str s = filling_text(f, "amount_text"), unit = unit_in(filling_text(f, "unit_text"));
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q);

	filling_clear(f, made);
	if (!ok || (q.kind != QUANTITY_MONEY && q.kind != QUANTITY_RATE)) {
		filling_unread(f, "amount_text", "amount");
	} else if (q.kind == QUANTITY_MONEY) {
		set_bounds(f, &q, "amount", "amount_min", "amount_max");
		filling_set(f, "currency", arena_copy(f->a, str_of(q.currency)));
		note_digits(f, "amount_text", s, &q);
	} else {
		set_bounds(f, &q, "rate", "rate_min", "rate_max");
		note_digits(f, "amount_text", s, &q);
	}
}

/* A share is tabulated as it was written, 60 with the unit %. */
static void set_stated(struct filling *f, const struct quantity *q)
{
	set_decimal(f, "value", q->has_value, q->stated);
	set_decimal(f, "value_min", q->has_min, q->stated_min);
	set_decimal(f, "value_max", q->has_max, q->stated_max);
	if (q->approx)
		record_set(f->r, "approx", value_boolean(true));
}

void fillvalue_figure(struct filling *f)
{
	static const char *const made[] = {"value", "value_min", "value_max", "approx", "unit", NULL};
	struct str s = filling_text(f, "value_text"), unit = unit_in(filling_text(f, "unit_text"));
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q);

	filling_clear(f, made);
	if (!ok) {
		filling_unread(f, "value_text", "value");
		return;
	}
	if (q.kind == QUANTITY_RATE)
		set_stated(f, &q);
	else
		set_bounds(f, &q, "value", "value_min", "value_max");
	struct str reported = q.kind == QUANTITY_MONEY ? money_unit(q.currency) : q.unit;

	if (reported.n)
		filling_set(f, "unit", arena_copy(f->a, reported));
	note_digits(f, "value_text", s, &q);
}

void fillvalue_count(struct filling *f)
{
	static const char *const made[] = {"count", NULL};
	struct str s = filling_text(f, "count_text"), unit = filling_text(f, "count_unit");
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q) && q.has_value && (q.kind == QUANTITY_COUNT || q.kind == QUANTITY_BARE);

	filling_clear(f, made);
	if (ok)
		set_decimal(f, "count", true, q.value);
	else
		filling_unread(f, "count_text", "count");
	if (ok)
		note_digits(f, "count_text", s, &q);
}
