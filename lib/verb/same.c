/* Knows when two cells say the same: the same text, numbers of the same value, and what the user
 * wants overlooked. */
#include "verb/same.h"

#include "base/diag.h"
#include "base/unicode.h"
#include "io/jsonl.h"
#include "verb/ask.h"

void same_tolerance(struct same *s, struct arena *a, const char *arg)
{
	struct str rest = str_of(arg), field;
	struct same_tolerance t = {.field = {NULL, 0}};
	char stop;

	field = ask_piece(a, &rest, "=", &stop);
	if (stop)
		t.field = field;
	struct str by = stop ? rest : field;

	if (!number_read(by, &t.by) || t.by.minus)
		diag_die("--abs-tol: [FIELD=]X wanted with a number X from 0 on, not \"%s\"", arg);
	*ARENA_PUSH(a, s->tolerances, s->n, s->cap) = t;
}

const struct number *same_tolerance_of(const struct same *s, struct str field)
{
	const struct number *every = NULL;

	for (size_t i = s->n; i-- > 0;) {
		if (s->tolerances[i].field.p && str_eq(s->tolerances[i].field, field))
			return &s->tolerances[i].by;
		if (!s->tolerances[i].field.p && !every)
			every = &s->tolerances[i].by;
	}
	return every;
}

bool same_number(struct str text, struct number *n)
{
	return jsonl_is_plain_number(text) && number_read(text, n);
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x00A0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

static void drop_blanks(struct buf *b, size_t from)
{
	size_t to = from, len;

	for (size_t i = from; i < b->n; i += len) {
		uint32_t c = str_char(buf_str(b), i, &len);

		if (is_blank(c))
			continue;
		memmove(b->p + to, b->p + i, len);
		to += len;
	}
	b->n = to;
}

/* Full-width forms as the usual ones (Unicode, block Halfwidth and Fullwidth Forms). */
static void narrow(struct str text, struct buf *out)
{
	size_t len;

	for (size_t i = 0; i < text.n; i += len) {
		uint32_t c = str_char(text, i, &len);

		if (c >= 0xFF01 && c <= 0xFF5E)
			c -= 0xFEE0;
		buf_char(out, c == 0x3000 ? ' ' : c == 0xFFE5 ? 0xA5 : c);
	}
}

void same_fold(const struct same *s, struct str text, struct buf *out)
{
	struct buf wide = {NULL, 0, 0};
	size_t from = out->n;

	if (s->ignore_width) {
		narrow(text, &wide);
		text = buf_str(&wide);
	}
	if (s->ignore_case)
		unicode_lower(text, out);
	else
		buf_add(out, text);
	if (s->ignore_space)
		drop_blanks(out, from);
	buf_free(&wide);
}

void same_fold_value(const struct same *s, struct str text, struct buf *out)
{
	size_t from = out->n;
	struct number n;

	same_fold(s, text, out);
	struct str folded = str_from(buf_str(out), from);

	if (!same_number(folded, &n))
		return;
	while (n.fraction.n && n.fraction.p[n.fraction.n - 1] == '0')
		n.fraction.n--;
	struct buf plain = {NULL, 0, 0};

	number_print(&n, &plain);
	out->n = from;
	buf_add(out, buf_str(&plain));
	buf_free(&plain);
}

static bool within(const struct number *a, const struct number *b, const struct number *tolerance)
{
	struct sum gap = {.small = 0};

	/* The larger less the smaller less the tolerance is not above nothing. */
	bool a_larger = number_cmp(a, b) > 0;

	sum_add(&gap, a_larger ? a : b);
	sum_subtract(&gap, a_larger ? b : a);
	sum_subtract(&gap, tolerance);
	bool ok = sum_sign(&gap) <= 0;

	sum_free(&gap);
	return ok;
}

static bool equal(struct str a, struct str b, const struct number *tolerance)
{
	struct number x, y;

	if (str_eq(a, b))
		return true;
	if (!same_number(a, &x) || !same_number(b, &y))
		return false;
	return tolerance ? within(&x, &y, tolerance) : number_cmp(&x, &y) == 0;
}

bool same_cells(struct same *s, struct str a, struct str b, const struct number *tolerance)
{
	if (equal(a, b, tolerance))
		return true;
	if (!s->ignore_case && !s->ignore_space && !s->ignore_width)
		return false;
	buf_clear(&s->one);
	buf_clear(&s->other);
	same_fold(s, a, &s->one);
	same_fold(s, b, &s->other);
	return equal(buf_str(&s->one), buf_str(&s->other), tolerance);
}
