/* Knows what each figure keeps of the values of a group and what it makes of them. */
#include "verb/tally.h"

#include <stdlib.h>

#include "io/csv.h"
#include "verb/ask.h"

static struct value no_value(void)
{
	return (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0};
}

/* The text of b as a number, in a; b is freed. */
static struct value number_of(struct arena *a, struct buf *b)
{
	struct value v = value_number(arena_copy(a, buf_str(b)));

	buf_free(b);
	return v;
}

static struct value count_of(struct arena *a, long n)
{
	return value_number(arena_printf(a, "%ld", n));
}

/* count: rows, or the values of a field. */

static void take_count(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	(void)t, (void)group, (void)v;
	++*(long *)state;
}

static void give_count(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	(void)t;
	*out = count_of(a, *(const long *)state);
}

/* sum and mean. */

struct sum_state {
	struct sum sum;
	long n;
};

static void take_sum(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	struct sum_state *s = state;

	(void)t, (void)group;
	sum_add(&s->sum, &v->number);
	s->n++;
}

/* The sum of nothing is nothing, not 0. */
static struct value sum_of(struct arena *a, const struct sum *sum, long terms)
{
	struct buf b = {NULL, 0, 0};

	if (terms == 0)
		return no_value();
	sum_print(sum, &b);
	return number_of(a, &b);
}

static void give_sum(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct sum_state *s = state;

	(void)t;
	*out = sum_of(a, &s->sum, s->n);
}

static void give_mean(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct sum_state *s = state;
	struct buf b = {NULL, 0, 0};

	*out = no_value();
	if (s->n == 0)
		return;
	sum_print_mean(&s->sum, (unsigned long)s->n, t->digits, &b);
	*out = number_of(a, &b);
}

/* min and max. Numbers and dates are kept apart, since it shows only at the end whether dates count. Of two ways to
 * write a number the one with more decimals stands, so that the order of the rows does not show. */

struct extreme_state {
	struct buf number, date;
};

static void keep_number(struct buf *kept, const struct number *n, int wanted)
{
	struct number old = {.minus = false};

	if (kept->n) {
		number_read(buf_str(kept), &old);
		int order = number_cmp(n, &old);

		if (order == -wanted || (order == 0 && n->fraction.n <= old.fraction.n))
			return;
	}
	buf_clear(kept);
	number_print(n, kept);
}

static void take_extreme(void *state, const struct tally_value *v, int wanted)
{
	struct extreme_state *s = state;

	if (!v->date) {
		keep_number(&s->number, &v->number, wanted);
		return;
	}
	int order = s->date.n ? str_cmp(v->text, buf_str(&s->date)) : wanted;

	if (order == 0 || (order < 0) != (wanted < 0))
		return;
	buf_clear(&s->date);
	buf_add(&s->date, v->text);
}

static void take_min(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	(void)t, (void)group;
	take_extreme(state, v, -1);
}

static void take_max(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	(void)t, (void)group;
	take_extreme(state, v, 1);
}

static void give_extreme(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct extreme_state *s = state;

	*out = no_value();
	if (s->number.n)
		*out = value_number(arena_copy(a, buf_str(&s->number)));
	else if (s->date.n && !t->numbers)
		*out = value_string(arena_copy(a, buf_str(&s->date)));
}

/* median: the middle one of all numbers, or the mean of the two in the middle, exactly. */

struct median_state {
	struct str *items;
	size_t n, cap;
};

static void take_median(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	struct median_state *s = state;
	struct buf b = {NULL, 0, 0};

	(void)group;
	number_print(&v->number, &b);
	*ARENA_PUSH(t->arena, s->items, s->n, s->cap) = arena_copy(t->arena, buf_str(&b));
	buf_free(&b);
}

static int compare_numbers(const void *a, const void *b)
{
	struct number x, y;

	number_read(*(const struct str *)a, &x);
	number_read(*(const struct str *)b, &y);
	int order = number_cmp(&x, &y);

	return order ? order : (x.fraction.n > y.fraction.n) - (x.fraction.n < y.fraction.n);
}

static void give_median(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct median_state *s = state;
	struct sum two = {.small = 0};
	struct number low, high;
	struct buf b = {NULL, 0, 0};

	(void)t;
	*out = no_value();
	if (s->n == 0)
		return;
	qsort(s->items, s->n, sizeof *s->items, compare_numbers);
	number_read(s->items[(s->n - 1) / 2], &low);
	number_read(s->items[s->n / 2], &high);
	sum_add(&two, &low);
	sum_add(&two, &high);
	/* A half has one decimal more than what it is the half of. */
	sum_print_mean(&two, 2, two.decimals + 1, &b);
	*out = number_of(a, &b);
	sum_free(&two);
}

/* distinct: how many different texts. */

static void take_distinct(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	struct buf key = {NULL, 0, 0};
	size_t before = t->seen->n;

	buf_add(&key, (struct str){(const char *)&group, sizeof group});
	buf_add(&key, (struct str){(const char *)&t->figure, sizeof t->figure});
	buf_add(&key, v->text);
	names_add(t->seen, buf_str(&key));
	*(long *)state += t->seen->n > before;
	buf_free(&key);
}

/* first and last: a value as it was. An array is kept as text and parted again. */

struct kept_state {
	struct buf text;
	enum value_kind kind; /* VALUE_NULL: nothing yet */
};

static void keep(struct kept_state *s, const struct tally_value *v)
{
	s->kind = v->v->kind;
	buf_clear(&s->text);
	buf_add(&s->text, v->text);
}

static void take_first(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	(void)t, (void)group;
	if (((struct kept_state *)state)->kind == VALUE_NULL)
		keep(state, v);
}

static void take_last(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	(void)t, (void)group;
	keep(state, v);
}

static void give_kept(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct kept_state *s = state;
	struct str text = arena_copy(a, buf_str(&s->text));

	(void)t;
	*out = (struct value){s->kind, str_eq(text, STR("true")), text, NULL, 0};
	if (s->kind == VALUE_ARRAY)
		csv_unjoin(a, text, &out->items, &out->n);
}

/* list: all values in the order of the rows; members of arrays are members of it. */

struct list_state {
	struct buf joined;
	long n;
};

static void take_list(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	struct list_state *s = state;

	(void)t, (void)group;
	if (s->n++)
		buf_byte(&s->joined, ';');
	if (v->v->kind == VALUE_ARRAY)
		buf_add(&s->joined, v->text);
	else
		csv_join(&s->joined, &v->text, 1);
}

static void give_list(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct list_state *s = state;
	struct str *items;
	size_t n;

	(void)t;
	*out = no_value();
	if (s->n && csv_unjoin(a, arena_copy(a, buf_str(&s->joined)), &items, &n))
		*out = value_array(items, n);
}

/* bounds: what the sum is at least and at most, and how many terms leave a side open. */

struct bounds_state {
	struct sum low, high;
	long open, lows, highs;
};

static void take_bounds(const struct tally *t, void *state, uint64_t group, const struct tally_value *v)
{
	struct bounds_state *s = state;

	(void)t, (void)group;
	s->open += !v->has_low || !v->has_high;
	s->lows += v->has_low;
	s->highs += v->has_high;
	if (v->has_low)
		sum_add(&s->low, &v->number);
	if (v->has_high)
		sum_add(&s->high, &v->high);
}

static void give_bounds(const struct tally *t, const void *state, struct arena *a, struct value *out)
{
	const struct bounds_state *s = state;
	(void)t;
	out[0] = sum_of(a, &s->low, s->lows);
	out[1] = sum_of(a, &s->high, s->highs);
	out[2] = count_of(a, s->open);
}

static const struct tally_function functions[] = {
	{"count", TALLY_ROW, sizeof(long), take_count, give_count},
	{"sum", TALLY_NUMBER, sizeof(struct sum_state), take_sum, give_sum},
	{"min", TALLY_ORDER, sizeof(struct extreme_state), take_min, give_extreme},
	{"max", TALLY_ORDER, sizeof(struct extreme_state), take_max, give_extreme},
	{"mean", TALLY_NUMBER, sizeof(struct sum_state), take_sum, give_mean},
	{"median", TALLY_NUMBER, sizeof(struct median_state), take_median, give_median},
	{"distinct", TALLY_ANY, sizeof(long), take_distinct, give_count},
	{"first", TALLY_ANY, sizeof(struct kept_state), take_first, give_kept},
	{"last", TALLY_ANY, sizeof(struct kept_state), take_last, give_kept},
	{"list", TALLY_ANY, sizeof(struct list_state), take_list, give_list},
	{"bounds", TALLY_BOUNDS, sizeof(struct bounds_state), take_bounds, give_bounds},
};

enum { FUNCTIONS = sizeof functions / sizeof *functions };

const struct tally_function *tally_function(struct str name)
{
	for (int i = 0; i < FUNCTIONS; i++)
		if (str_eq(name, str_of(functions[i].name)))
			return &functions[i];
	return NULL;
}

void tally_names(struct buf *b)
{
	for (int i = 0; i < FUNCTIONS; i++)
		buf_printf(b, "%s%s", i ? ", " : "", functions[i].name);
}

bool tally_is_date(struct arena *a, struct str s)
{
	return s.n >= 7 && ask_part_of(a, s, ASK_MONTH).n > 0;
}
