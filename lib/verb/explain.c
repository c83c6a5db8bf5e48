/* Knows how a place of a document and the records that cover it are told to people. */
#include "verb/explain.h"

#include "verb/document.h"

static void put_character(const struct doc *d, struct buf *b)
{
	size_t len;
	uint32_t c = str_char(d->text.s, d->trace->byte, &len);

	buf_printf(b, "%.*s: character %zu is ", STR_ARGS(d->name), d->trace->point);
	if (c > ' ' && c != 0x7F)
		buf_printf(b, "\"%.*s\", ", STR_ARGS(str_sub(d->text.s, d->trace->byte, d->trace->byte + len)));
	buf_printf(b, "U+%04X, in line %zu", (unsigned)c, text_line(&d->text, d->trace->byte));
	if (d->text.pages > 1)
		buf_printf(b, " on page %zu", text_page(&d->text, d->trace->byte));
	buf_byte(b, '\n');
}

/* ---- the paragraph and its headings ---- */

static bool holds(const struct doc *d, const struct para *p)
{
	if (p->kind == PARA_ROW)
		return p->from <= d->trace->byte && d->trace->byte < p->to;
	return trace_in(d, p->s);
}

static void put_cell(const struct doc *d, const struct para *p, struct buf *b)
{
	for (size_t i = 0; i < p->cell_count; i++)
		if (trace_in(d, p->cells[i])) {
			buf_printf(b, ", cell %zu of %zu", i + 1, p->cell_count);
			return;
		}
}

static void put_sections(const struct doc *d, int section, struct buf *b)
{
	size_t n;
	const struct str *titles = finding_sections(d, section, d->arena, &n);

	if (!n)
		return;
	buf_add(b, STR("section: "));
	for (size_t i = 0; i < n; i++)
		buf_printf(b, "%s%.*s", i ? " > " : "", STR_ARGS(titles[i]));
	buf_byte(b, '\n');
}

static void put_paragraph(const struct doc *d, struct buf *b)
{
	static const char *const kinds[] = {[PARA_TEXT] = "running text", [PARA_HEADING] = "a heading", [PARA_ROW] = "a row of a table"};

	for (size_t i = 0; i < d->outline.count; i++) {
		const struct para *p = &d->outline.paras[i];

		if (!holds(d, p))
			continue;
		buf_printf(b, "paragraph: number %zu, %s", i + 1, kinds[p->kind]);
		if (p->kind == PARA_ROW)
			put_cell(d, p, b);
		else if (p->level)
			buf_printf(b, " of level %d", p->level);
		if (p->repaired)
			buf_add(b, STR(", joined from several lines"));
		buf_byte(b, '\n');
		put_sections(d, p->section, b);
		return;
	}
	buf_add(b, STR("paragraph: none, the place is layout, or furniture of a page\n"));
}

/* ---- words that no reader of sentences was given ---- */

static struct str words_at_place(const struct doc *d, const struct para *p)
{
	if (p->kind != PARA_ROW)
		return p->s;
	for (size_t i = 0; i < p->cell_count; i++)
		if (trace_in(d, p->cells[i]))
			return p->cells[i];
	return STR("");
}

static void find_unread(struct doc *d, struct str s)
{
	struct arena tmp = {NULL, 0};
	struct mentions m;

	mentions_find(&m, &d->context, s, d->head.date, &tmp);
	trace_mentions(d, &m);
	if (d->trace->mentions.n)
		buf_add(&d->trace->mentions, STR("mention: no reader of sentences was given it\n"));
	arena_free(&tmp);
}

void explain_unread(struct doc *d)
{
	if (d->trace->mentions.n)
		return;
	for (size_t i = 0; i < d->outline.count; i++)
		if (holds(d, &d->outline.paras[i])) {
			struct str s = words_at_place(d, &d->outline.paras[i]);

			find_unread(d, str_sub(s, 0, document_window(s)));
			return;
		}
}

/* ---- records ---- */

static bool covers(const struct doc *d, size_t from, size_t to)
{
	return from <= d->trace->byte && d->trace->byte < to;
}

static bool covers_field(const struct doc *d, const struct finding *f, const char *name)
{
	bool found = false;

	for (size_t i = 0; i < f->span_count; i++)
		found |= strcmp(f->spans[i].field, name) == 0 && covers(d, f->spans[i].from, f->spans[i].to);
	return found;
}

/* The evidence of the document itself says nothing of a place in it. */
static bool is_touched(const struct doc *d, const struct finding *f)
{
	bool found = f->type != RECORD_DOCUMENT && covers(d, f->from, f->to);

	for (size_t i = 0; i < f->span_count; i++)
		found |= covers(d, f->spans[i].from, f->spans[i].to);
	return found;
}

static void put_fields(const struct doc *d, const struct finding *f, struct buf *b)
{
	for (size_t i = 0; i < f->field_count; i++) {
		const struct finding_field *x = &f->fields[i];

		buf_printf(b, "  %s%s: ", x->name, covers_field(d, f, x->name) ? " (here)" : "");
		buf_printf(b, "%.*s", STR_ARGS(x->value));
		for (size_t k = 0; k < x->others; k++)
			buf_printf(b, "; %.*s", STR_ARGS(x->more[k]));
		buf_byte(b, '\n');
	}
	if (f->part_of)
		buf_printf(b, "  part_of: %s\n", f->part_of->id);
	if (f->cap_of)
		buf_printf(b, "  cap_of: %s\n", f->cap_of->id);
	for (size_t i = 0; i < f->note_count; i++)
		buf_printf(b, "  note: %.*s\n", STR_ARGS(f->notes[i]));
}

static void put_records(const struct doc *d, struct buf *b)
{
	size_t n = 0;

	for (size_t i = 0; i < d->count; i++) {
		const struct finding *f = d->findings[i];

		if (!is_touched(d, f))
			continue;
		n++;
		buf_printf(b, "record: %.*s %s, found by %s, evidence %zu-%zu%s\n", STR_ARGS(schema_type_name(f->type)), f->id, f->rule,
		           text_point(&d->text, f->from), text_point(&d->text, f->to), covers(d, f->from, f->to) ? "" : ", which ends elsewhere");
		put_fields(d, f, b);
	}
	if (!n)
		buf_add(b, STR("record: none covers the place\n"));
}

void explain_place(struct doc *d, struct buf *out)
{
	put_character(d, out);
	put_paragraph(d, out);
	if (d->trace->mentions.n)
		buf_add(out, buf_str(&d->trace->mentions));
	else
		buf_add(out, STR("mention: none\n"));
	buf_add(out, buf_str(&d->trace->verdicts));
	put_records(d, out);
}
