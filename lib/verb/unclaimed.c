/* Knows which figures and brackets of bodies a record claims, and finds those that none does. */
#include "verb/unclaimed.h"

#include <stdlib.h>

#include "io/stream.h"
#include "verb/document.h"
#include "verb/goal.h"

struct claim {
	size_t from, to; /* bytes of the text */
};

struct figure {
	size_t from, to;
	const char *kind;
	int section;
};

const struct str unclaimed_fields[] = {
	{"doc", 3}, {"start", 5}, {"end", 3}, {"line", 4}, {"kind", 4}, {"text", 4}, {"section", 7},
};

/* ---- what is claimed ---- */

static void add_claim(struct doc *d, size_t from, size_t to)
{
	struct unclaimed *u = d->unclaimed;

	*ARENA_PUSH(d->arena, u->claims, u->claim_count, u->claim_cap) = (struct claim){from, to};
}

void unclaimed_used(struct doc *d, const struct mentions *m, const enum fund_use *used)
{
	const struct view *v = &d->outline.view;

	for (size_t i = 0; d->unclaimed && i < m->n; i++)
		if (used[i] == FUND_DEALT) {
			struct str s = mention_text(m, &m->items[i]);

			add_claim(d, view_from(v, s), view_to(v, s));
		}
}

/* The evidence of a document and that of a row of a table is all of its head or row: it says nothing of single
 * figures (case a-figure-in-a-column-that-is-not-read-is-unclaimed). */
static bool has_close_evidence(const struct finding *f)
{
	return f->type != RECORD_DOCUMENT && strcmp(f->rule, "table-row") != 0;
}

static int by_claim(const void *x, const void *y)
{
	const struct claim *a = x, *b = y;

	return a->from != b->from ? (a->from < b->from ? -1 : 1) : (a->to > b->to) - (a->to < b->to);
}

/* All claims in their order, those that overlap made one. */
static void settle_claims(struct doc *d)
{
	struct unclaimed *u = d->unclaimed;
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++) {
		const struct finding *f = d->findings[i];

		if (has_close_evidence(f))
			add_claim(d, f->from, f->to);
		for (size_t k = 0; k < f->span_count; k++)
			add_claim(d, f->spans[k].from, f->spans[k].to);
	}
	if (u->claim_count)
		qsort(u->claims, u->claim_count, sizeof *u->claims, by_claim);
	for (size_t i = 0; i < u->claim_count; i++) {
		struct claim c = u->claims[i];

		if (n && c.from < u->claims[n - 1].to)
			u->claims[n - 1].to = c.to > u->claims[n - 1].to ? c.to : u->claims[n - 1].to;
		else
			u->claims[n++] = c;
	}
	u->claim_count = n;
}

static bool is_claimed(const struct doc *d, size_t from, size_t to)
{
	const struct unclaimed *u = d->unclaimed;
	size_t low = 0, high = u->claim_count;

	/* The last claim that begins at or before `from`. */
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (u->claims[middle].from <= from)
			low = middle + 1;
		else
			high = middle;
	}
	return low && to <= u->claims[low - 1].to;
}

static bool is_slice_claimed(const struct doc *d, struct str s)
{
	return is_claimed(d, view_from(&d->outline.view, s), view_to(&d->outline.view, s));
}

/* ---- what there is to claim ---- */

static void add_figure(struct doc *d, struct str s, const char *kind, int section)
{
	struct unclaimed *u = d->unclaimed;
	const struct view *v = &d->outline.view;

	*ARENA_PUSH(d->arena, u->figures, u->figure_count, u->figure_cap) = (struct figure){view_from(v, s), view_to(v, s), kind, section};
}

/* NULL: a number without a unit. */
static const char *kind_of(const struct quantity *q)
{
	switch (q->kind) {
	case QUANTITY_MONEY: return "amount";
	case QUANTITY_RATE: return "rate";
	case QUANTITY_COUNT:
	case QUANTITY_TIMES: return "count";
	default: return NULL;
	}
}

void unclaimed_cell(struct doc *d, int section, struct str cell, struct str unit)
{
	struct quantity q;

	if (!d->unclaimed || !unit.n || !cell.n || !quantity_parse(cell, STR(""), &q) || q.kind != QUANTITY_BARE || (q.has_value && !q.value.digits))
		return;
	/* 500万 under 万元 cannot be read, and is a figure of that unit all the same. */
	if ((quantity_parse(cell, unit, &q) || quantity_parse(STR("1"), unit, &q)) && kind_of(&q))
		add_figure(d, cell, kind_of(&q), section);
}

/* 我市 and the public purse are the place and the money, no bodies that have something to do. */
static bool is_named(const struct mention *x)
{
	return x->kind == M_BODY && x->body.kind != BODY_SELF && x->body.kind != BODY_TREASURY;
}

/* Whether a body that stands in the bracket at mention i, and in none within it, is in no record. */
static bool has_free_body(const struct doc *d, const struct mentions *m, size_t i)
{
	const struct mention *x = &m->items[i];

	for (size_t k = i + 1; k < m->n && m->items[k].from < x->to; k++)
		if (is_named(&m->items[k]) && m->items[k].depth == x->depth + 1 && !is_slice_claimed(d, mention_text(m, &m->items[k])))
			return true;
	return false;
}

/* Quotation marks hold titles and mottoes, whose counts are words (“三重一大”); a sum or a share in them is one all the
 * same (fixture table-onecell-flood.txt). */
static bool is_figure(const struct mentions *m, const struct mention *x, bool quoted)
{
	if (x->kind != M_QUANTITY || goal_is_idle(m, x))
		return false;
	return !quoted || x->quantity->kind == QUANTITY_MONEY || x->quantity->kind == QUANTITY_RATE;
}

/* The words between the marks. */
static struct str unquoted(struct str s)
{
	size_t len;

	str_char(s, 0, &len);
	return str_sub(s, len, str_before(s, s.n));
}

static void find_in(struct doc *d, struct str s, int section, bool quoted)
{
	struct arena tmp = {NULL, 0};
	struct mentions m;

	mentions_find(&m, &d->context, s, d->head.date, &tmp);
	for (size_t i = 0; i < m.n; i++) {
		const struct mention *x = &m.items[i];
		const char *kind = is_figure(&m, x, quoted) ? kind_of(x->quantity) : NULL;

		if (x->kind == M_QUOTE && !quoted)
			find_in(d, unquoted(mention_text(&m, x)), section, true);
		if (x->kind == M_BRACKET && has_free_body(d, &m, i))
			kind = "bodies";
		if (kind)
			add_figure(d, mention_text(&m, x), kind, section);
	}
	arena_free(&tmp);
}

static void find_all(struct doc *d, struct str s, int section)
{
	while (s.n) {
		size_t end = document_window(s);

		find_in(d, str_sub(s, 0, end), section, false);
		s = str_from(s, end);
	}
}

static int by_figure(const void *x, const void *y)
{
	const struct figure *a = x, *b = y;

	return a->from != b->from ? (a->from < b->from ? -1 : 1) : (a->to > b->to) - (a->to < b->to);
}

static void write_figure(struct doc *d, const struct figure *f, struct buf *out)
{
	struct arena_mark mark = arena_mark(d->arena);
	struct record r = {.arena = d->arena};
	size_t n;
	struct str *titles = finding_sections(d, f->section, d->arena, &n);

	record_set(&r, "doc", value_string(d->name));
	record_set(&r, "start", value_number(arena_printf(d->arena, "%zu", text_point(&d->text, f->from))));
	record_set(&r, "end", value_number(arena_printf(d->arena, "%zu", text_point(&d->text, f->to))));
	record_set(&r, "line", value_number(arena_printf(d->arena, "%zu", text_line(&d->text, f->from))));
	record_set(&r, "kind", value_string(str_of(f->kind)));
	record_set(&r, "text", value_string(str_sub(d->text.s, f->from, f->to)));
	if (n)
		record_set(&r, "section", value_array(titles, n));
	record_to_json(&r, out);
	arena_release(d->arena, mark);
}

void unclaimed_write(struct doc *d, struct buf *out)
{
	struct unclaimed *u = d->unclaimed;

	settle_claims(d);
	for (size_t i = 0; i < d->outline.count; i++) {
		const struct para *p = &d->outline.paras[i];

		if (p->kind != PARA_ROW)
			find_all(d, p->s, p->section);
		else
			for (size_t k = 0; k < p->cell_count; k++)
				find_all(d, p->cells[k], p->section);
	}
	if (u->figure_count)
		qsort(u->figures, u->figure_count, sizeof *u->figures, by_figure);
	for (size_t i = 0; i < u->figure_count; i++)
		if (!is_claimed(d, u->figures[i].from, u->figures[i].to))
			write_figure(d, &u->figures[i], out);
}
