/* Knows when a record meets a condition: numbers by value, all else by text, members of an array
 * one by one. */
#include "verb/where.h"

#include "verb/tally.h"

struct where_test {
	size_t field;
	struct ask_condition c;
	struct number number;
	bool numeric; /* the value asked for is a number */
	struct trouble trouble;
};

void where_make(struct where *w, struct arena *a, struct pick *p, const struct ask_conditions *conditions)
{
	w->n = conditions->n;
	w->tests = ARENA_ARRAY(a, struct where_test, w->n);
	for (size_t i = 0; i < w->n; i++) {
		struct where_test *t = &w->tests[i];

		t->c = conditions->items[i];
		t->field = pick_field(p, t->c.field, true);
		t->numeric = number_read(t->c.value, &t->number);
	}
}

static bool is_ordering(enum ask_operator op)
{
	return op == ASK_LESS || op == ASK_AT_MOST || op == ASK_MORE || op == ASK_AT_LEAST;
}

static bool meets(enum ask_operator op, int order)
{
	switch (op) {
	case ASK_EQUAL: return order == 0;
	case ASK_UNEQUAL: return order != 0;
	case ASK_LESS: return order < 0;
	case ASK_AT_MOST: return order <= 0;
	case ASK_MORE: return order > 0;
	default: return order >= 0;
	}
}

/* A date is compared with a year as text: 2020-07-20 comes after 2020. */
static bool meets_text(struct where_test *t, struct str text, struct arena *a, const char *file, long line)
{
	struct number n;

	if (t->c.op == ASK_HOLDS)
		return str_has(text, t->c.value);
	if (t->numeric && number_read(text, &n))
		return meets(t->c.op, number_cmp(&n, &t->number));
	if (t->numeric && is_ordering(t->c.op) && !tally_is_date(a, text)) {
		trouble_add(&t->trouble, file, line, text);
		return false;
	}
	return meets(t->c.op, str_cmp(text, t->c.value));
}

/* Nothing is equal to the empty value alone, and comes neither before nor after anything. */
static bool meets_nothing(const struct where_test *t)
{
	return t->c.op == ASK_EQUAL ? t->c.value.n == 0 : t->c.op == ASK_UNEQUAL && t->c.value.n > 0;
}

static bool holds(struct where_test *t, const struct value *v, struct arena *a, const char *file, long line)
{
	if (!v || (v->kind == VALUE_STRING && v->s.n == 0))
		return meets_nothing(t);
	if (v->kind != VALUE_ARRAY)
		return meets_text(t, value_text(a, v), a, file, line);
	/* One member is enough, but `!=` asks that none is equal. */
	bool all = t->c.op == ASK_UNEQUAL;

	for (size_t i = 0; i < v->n; i++)
		if (meets_text(t, v->items[i], a, file, line) != all)
			return !all;
	return all;
}

bool where_holds(struct where *w, struct pick *p, const struct record *r, const char *file, long line)
{
	for (size_t i = 0; i < w->n; i++)
		if (!holds(&w->tests[i], pick_value(p, r, w->tests[i].field), r->arena, file, line))
			return false;
	return true;
}

long where_tell(const struct where *w)
{
	long n = 0;

	for (size_t i = 0; i < w->n; i++) {
		trouble_tell(&w->tests[i].trouble, w->tests[i].c.field, "cells are no numbers and cannot be compared");
		n += w->tests[i].trouble.n;
	}
	return n;
}
