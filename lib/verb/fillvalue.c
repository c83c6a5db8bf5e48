/* Knows which numbers an amount, a figure and a count as written become. */
#include "verb/fillvalue.h"

#include "verb/unitname.h"
#include "zh/quantity.h"

void fillvalue_load(void)
{
	quantity_load();
	unitname_load();
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

static struct str number_text(struct filling *f, const struct quantity *q)
{
	struct str low = decimal_text(f, q->has_min ? q->min : q->max), high = decimal_text(f, q->has_max ? q->max : q->min);

	if (q->has_value)
		return decimal_text(f, q->value);
	return q->has_min && q->has_max ? arena_printf(f->a, "%.*s-%.*s", STR_ARGS(low), STR_ARGS(high)) : low;
}

/* What a mended number was and what it was taken for. */
static void note_digits(struct filling *f, const char *field, const char *to, struct str s, const struct quantity *q)
{
	struct str before = str_sub(s, q->number_at, q->number_end);

	if (!q->repaired)
		return;
	filling_count(f, to, FILL_REPAIRED);
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
	struct str s = filling_text(f, "amount_text"), unit = unitname_heading(filling_text(f, "unit_text"));
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q);

	/* 50万 said of money can be in nothing but 元. */
	if (ok && q.kind == QUANTITY_BARE && !unit.n && numeral_has_large(s))
		ok = quantity_parse(s, unitname_money("CNY"), &q);
	/* 不超过1:0.5 */
	if (!ok && !unit.n)
		ok = quantity_ratio(s, &q) == s.n;
	filling_clear(f, made);
	if (!ok || (q.kind != QUANTITY_MONEY && q.kind != QUANTITY_RATE)) {
		filling_unread(f, "amount_text", "amount");
	} else if (q.kind == QUANTITY_MONEY) {
		set_bounds(f, &q, "amount", "amount_min", "amount_max");
		filling_set(f, "currency", arena_copy(f->a, str_of(q.currency)));
		note_digits(f, "amount_text", "amount", s, &q);
	} else {
		set_bounds(f, &q, "rate", "rate_min", "rate_max");
		note_digits(f, "amount_text", "rate", s, &q);
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
	struct str s = filling_text(f, "value_text"), unit = unitname_heading(filling_text(f, "unit_text"));
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
	struct str reported = q.kind == QUANTITY_MONEY ? unitname_money(q.currency) : q.unit;

	if (reported.n)
		filling_set(f, "unit", arena_copy(f->a, reported));
	note_digits(f, "value_text", "value", s, &q);
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
		note_digits(f, "count_text", "count", s, &q);
}
