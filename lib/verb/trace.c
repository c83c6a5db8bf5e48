/* Knows what readers say of one place, and how what stands there is named to people. */
#include "verb/trace.h"

#include <stdarg.h>
#include <stdio.h>

enum { LONGEST_REASON = 400, LONGEST_SHOWN = 60 /* characters */ };

bool trace_start(struct trace *t, struct str text, size_t point, size_t *length)
{
	size_t at = 0, n = 0;

	*t = (struct trace){.point = point};
	for (size_t len; at < text.n && n < point; at += len, n++)
		str_char(text, at, &len);
	t->byte = at;
	*length = n;
	return at < text.n;
}

void trace_free(struct trace *t)
{
	buf_free(&t->mentions);
	buf_free(&t->verdicts);
}

bool trace_in(const struct doc *d, struct str s)
{
	const struct view *v = &d->outline.view;

	return s.n && view_from(v, s) <= d->trace->byte && d->trace->byte < view_to(v, s);
}

/* The slice as it is written, on one line; what is long has its middle left out. */
static void put_shown(const struct doc *d, struct str s, struct buf *b)
{
	struct str shown = view_written(&d->outline.view, s, d->arena);
	size_t n = str_chars(shown), k = 0;

	buf_byte(b, '"');
	for (size_t i = 0, len; i < shown.n; i += len, k++) {
		str_char(shown, i, &len);
		if (n > LONGEST_SHOWN && k == LONGEST_SHOWN / 2)
			buf_add(b, STR("…"));
		if (n <= LONGEST_SHOWN || k < LONGEST_SHOWN / 2 || k >= n - LONGEST_SHOWN / 2)
			buf_add(b, str_sub(shown, i, i + len));
	}
	buf_byte(b, '"');
}

void trace_add(const struct doc *d, struct str s, const char *reader, const char *fmt, ...)
{
	struct buf line = {NULL, 0, 0};
	char reason[LONGEST_REASON];
	va_list ap;

	if (!trace_in(d, s))
		return;
	va_start(ap, fmt);
	int n = vsnprintf(reason, sizeof reason, fmt, ap);

	va_end(ap);
	/* What is too long ends with a whole character. */
	if (n >= LONGEST_REASON)
		reason[str_before((struct str){reason, LONGEST_REASON - 1}, LONGEST_REASON - 1)] = '\0';
	buf_printf(&line, "%s: ", reader);
	put_shown(d, s, &line);
	buf_printf(&line, ": %s\n", reason);
	/* A rule that is tried from two sides says the same twice. */
	if (!str_has(buf_str(&d->trace->verdicts), buf_str(&line)))
		buf_add(&d->trace->verdicts, buf_str(&line));
	buf_free(&line);
}

/* ---- mentions ---- */

static void put_bounds(const struct quantity *q, struct buf *b)
{
	if (q->has_value)
		decimal_print(q->value, b);
	else
		buf_add(b, STR("no single number"));
	if (q->has_min && !(q->has_value && decimal_cmp(q->min, q->value) == 0 && q->has_max)) {
		buf_add(b, STR(", at least "));
		decimal_print(q->min, b);
	}
	if (q->has_max && !(q->has_value && decimal_cmp(q->max, q->value) == 0 && q->has_min)) {
		buf_add(b, STR(", at most "));
		decimal_print(q->max, b);
	}
	if (q->approx)
		buf_add(b, STR(", about"));
}

static void put_quantity(const struct quantity *q, struct buf *b)
{
	static const char *const kinds[] = {
		[QUANTITY_MONEY] = "an amount of money", [QUANTITY_RATE] = "a rate", [QUANTITY_COUNT] = "a count",
		[QUANTITY_TIMES] = "a multiple", [QUANTITY_BARE] = "a number without a unit",
	};

	buf_printf(b, "%s, read as ", kinds[q->kind]);
	put_bounds(q, b);
	if (q->kind == QUANTITY_MONEY)
		buf_printf(b, ", in %s", q->currency);
	else if (q->unit.n)
		buf_printf(b, ", in %.*s", STR_ARGS(q->unit));
}

static void put_period(const struct period *p, struct buf *b)
{
	buf_add(b, STR("a period, "));
	if (!p->start.year && !p->end.year)
		buf_add(b, p->note == PERIOD_PLAIN ? STR("without days") : p->note == PERIOD_RECURRING ? STR("recurring")
		           : p->note == PERIOD_OPEN ? STR("open") : STR("immediate"));
	if (p->start.year) {
		buf_add(b, STR("from "));
		ymd_print(p->start, b);
	}
	if (p->end.year) {
		buf_add(b, p->start.year ? STR(" to ") : STR("to "));
		ymd_print(p->end, b);
	}
}

static void put_body(const struct body *body, struct buf *b)
{
	static const char *const kinds[] = {
		[BODY_NONE] = "a body", [BODY_DEPARTMENT] = "a body of government", [BODY_TREASURY] = "a public purse",
		[BODY_CLASS] = "a class of bodies", [BODY_SELF] = "the issuer or its region, or the addressee",
		[BODY_ALIAS] = "a short name of this document", [BODY_FIRM] = "a body known by its last word", [BODY_OFFICE] = "an office",
	};

	buf_add(b, str_of(kinds[body->kind]));
	if (body->prefix.n)
		buf_printf(b, " of %.*s", STR_ARGS(body->prefix));
}

static void put_word(const struct word *w, struct buf *b)
{
	const char *before = "a cue word: ";

	for (; w; w = words_also(w)) {
		buf_printf(b, "%s%s", before, words_class(w->class));
		if (!str_eq(w->arg, STR("-")))
			buf_printf(b, " (%.*s)", STR_ARGS(w->arg));
		before = ", ";
	}
}

static void put_mention(const struct mention *x, struct buf *b)
{
	switch (x->kind) {
	case M_BODY: put_body(&x->body, b); break;
	case M_QUANTITY: put_quantity(x->quantity, b); break;
	case M_PERIOD: put_period(x->period, b); break;
	case M_DOCNO:
		buf_add(b, STR("a document number, "));
		docno_print(x->docno, b);
		break;
	case M_QUOTE: buf_add(b, STR("words in quotation marks")); break;
	case M_BRACKET: buf_add(b, STR("a bracket")); break;
	case M_WORD: put_word(x->word, b); break;
	case M_STOP: buf_add(b, STR("the end of a sentence")); break;
	case M_COMMA: buf_add(b, STR("the end of a clause")); break;
	case M_PAUSE: buf_add(b, STR("a pause in a list")); break;
	}
}

void trace_mentions(const struct doc *d, const struct mentions *m)
{
	const struct view *v = &d->outline.view;

	if (!d->trace)
		return;
	for (size_t i = 0; i < m->n; i++) {
		struct str s = mention_text(m, &m->items[i]);
		struct buf *b = &d->trace->mentions;

		if (!trace_in(d, s))
			continue;
		buf_printf(b, "mention: %zu-%zu ", text_point(&d->text, view_from(v, s)), text_point(&d->text, view_to(v, s)));
		put_shown(d, s, b);
		buf_add(b, STR(": "));
		put_mention(&m->items[i], b);
		buf_byte(b, '\n');
	}
}
