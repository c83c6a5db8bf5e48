/* Knows in which order the finders read a document. */
#include "verb/document.h"

#include "base/table.h"
#include "doc/claim.h"
#include "doc/markup.h"
#include "io/charset.h"
#include "verb/approved.h"
#include "verb/clause.h"
#include "verb/duty.h"
#include "verb/explain.h"
#include "verb/fund.h"
#include "verb/goal.h"
#include "verb/onward.h"
#include "verb/rows.h"
#include "verb/sums.h"
#include "verb/unclaimed.h"
#include "verb/work.h"
#include "zh/docno.h"
#include "zh/org.h"
#include "zh/place.h"
#include "zh/simplify.h"

void document_load(void)
{
	schema_load();
	findings_load();
	charset_load();
	simplify_load();
	words_load();
	outline_load();
	grid_load();
	quantity_load();
	period_load();
	docno_load();
	org_load();
	/* What is read when it is needed; faults of the user's tables are told at once. */
	if (table_overlaid())
		place_load();
}

static void add_document(struct doc *d, struct str published)
{
	struct head *h = &d->head;
	const struct para *first = d->outline.paras;
	/* Without evidence it begins with a row whose first cell is empty: the row stands for it. */
	struct finding *f = h->evidence.n ? finding_new(d, RECORD_DOCUMENT, "document", h->evidence)
	                                  : finding_at(d, RECORD_DOCUMENT, "document", first->from, first->to);

	finding_cell(d, f, "title", h->title);
	finding_word(d, f, "genre", h->genre);
	struct str all = STR("");

	for (size_t i = 0; i < h->issuer_count; i++) {
		struct str one = view_written(&d->outline.view, h->issuers[i], d->arena);

		all = all.n ? arena_join(d->arena, arena_join(d->arena, all, STR("、")), one) : one;
	}
	if (h->issuer_count == 1)
		finding_cell(d, f, "issuer", h->issuers[0]);
	else
		finding_word(d, f, "issuer", all);
	finding_cell(d, f, "number", h->number);
	finding_cell(d, f, "date_text", h->date_text);
	if (!h->date_text.n && published.n) {
		finding_word(d, f, "date_text", published);
		finding_note(d, f, STR("date_text: taken from the date of publication"));
	}
	finding_cell(d, f, "addressee", h->addressee);
	for (size_t i = 0; i < h->ref_count; i++)
		finding_another(d, f, "refs", h->refs[i]);
	finding_word(d, f, "encoding", d->encoding);
	finding_word(d, f, "sha256", d->sha256);
	finding_word(d, f, "source", d->source);
}

static void add_namings(struct doc *d)
{
	for (size_t i = 0; i < d->head.naming_count; i++) {
		const struct naming *n = &d->head.namings[i];
		struct finding *f = finding_new(d, RECORD_ORGANIZATION, "short-name", n->s);

		finding_cell(d, f, "name", n->name);
		finding_cell(d, f, "alias", n->alias);
		f->key = view_from(&d->outline.view, n->alias);
	}
}

enum { WINDOW = 12000 }; /* bytes read at once: longer paragraphs are cut, so that the cost stays linear */

/* `duties`: also those are looked for; in a table they stand in columns of their own. */
static void read_window(struct doc *d, size_t index, struct str s, bool duties)
{
	struct arena_mark mark = arena_mark(&d->window);
	struct mentions m;
	size_t from = d->count;

	mentions_find(&m, &d->context, s, d->head.date, &d->window);
	clause_sentences(&m, &d->window);
	trace_mentions(d, &m);
	enum fund_use *used = ARENA_ARRAY(&d->window, enum fund_use, m.n + 1);

	work_find(d, index, &m);
	fund_find(d, index, &m, used);
	if (duties)
		duty_find(d, index, &m);
	goal_find(d, index, &m, used);
	unclaimed_used(d, &m, used);
	for (; from < d->count; from++)
		if (d->findings[from]->section < 0)
			d->findings[from]->section = d->outline.paras[index].section;
	arena_release(&d->window, mark);
}

/* The document's own title is no section of it. */
static void drop_title_sections(struct doc *d)
{
	for (size_t i = 0; i < d->outline.section_count; i++)
		if (d->outline.sections[i].para < d->head.first_body && d->head.title.n)
			d->outline.sections[i].title = STR("");
}

/* Where a paragraph that is too long for one window is cut: behind a full stop, else behind a comma. */
size_t document_window(struct str s)
{
	static const char *const marks[] = {"。", ";", ",", "、"};

	if (s.n <= WINDOW)
		return s.n;
	for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
		for (size_t at = WINDOW; at > WINDOW / 2; at--)
			if (str_starts(str_from(s, at), str_of(marks[k])))
				return at + strlen(marks[k]);
	size_t at = WINDOW;

	while (((unsigned char)s.p[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static void read_prose(struct doc *d, size_t index, struct str s)
{
	while (s.n) {
		size_t end = document_window(s);

		read_window(d, index, str_sub(s, 0, end), true);
		s = str_from(s, end);
	}
}

static void read_task(struct doc *d, size_t index, struct str s)
{
	read_window(d, index, str_sub(s, 0, document_window(s)), false);
}

/* The title, whom it is sent to, who gave it, and over the title what a page tells of it: 责任部门:某局. */
static bool is_front(const struct doc *d, size_t i)
{
	const struct para *p = &d->outline.paras[i];
	struct str t = d->head.title, a = d->head.addressee, by = d->head.author;

	if ((by.n && p->s.p == by.p) || (t.n && i < d->head.first_body && claim_in_run(&d->outline, i)))
		return true;
	return (t.n && p->s.p >= t.p && p->s.p + p->s.n <= t.p + t.n) || (a.n && p->s.p <= a.p && a.p + a.n <= p->s.p + p->s.n && p->s.n <= a.n + 1);
}

static void read_body(struct doc *d)
{
	static const struct rows_readers readers = {read_prose, read_task};
	struct grid before;
	bool has_before = false;

	/* The first block stays where all that is in it is given back. */
	arena_room(&d->window, 1, 1);
	for (size_t i = 0; i < d->outline.count;) {
		const struct para *p = &d->outline.paras[i];

		if (p->kind == PARA_ROW) {
			i = rows_find(d, i, &before, &has_before, &readers);
			continue;
		}
		if (!is_front(d, i))
			read_prose(d, i, p->s);
		else
			TRACE(d, p->s, "document", "the title, the addressee, who is named between them or what a page tells over them, which no other rule reads");
		i++;
	}
	arena_free(&d->window);
}

void document_read(const struct document_input *in, unsigned types, struct arena *a, struct buf *out)
{
	struct doc *d = ARENA_NEW(a, struct doc);

	d->arena = a;
	d->name = in->name;
	d->encoding = in->encoding;
	d->sha256 = in->sha256;
	d->text_sha256 = in->text_sha256;
	d->source = in->source;
	text_init(&d->text, in->text, a);
	if (!in->delimiter)
		d->text.plain = markup_blank(d->text.plain, a);
	if (in->delimiter)
		outline_csv(&d->outline, &d->text, in->delimiter, a);
	else
		outline_text(&d->outline, &d->text, a);
	d->trace = in->trace;
	if (in->unclaimed)
		d->unclaimed = ARENA_NEW(a, struct unclaimed);
	if (!d->outline.count) {
		if (d->trace)
			explain_place(d, out);
		return;
	}
	words_index((struct str){d->outline.view.p, d->outline.view.n}, a);
	head_read(&d->head, &d->context, &d->outline, a);
	d->numbered = onward_numbered(d);
	drop_title_sections(d);
	approved_open(d);
	add_document(d, in->published);
	add_namings(d);
	read_body(d);
	sums_find(d);
	if (in->unclaimed)
		unclaimed_write(d, in->unclaimed);
	if (d->trace)
		explain_unread(d);
	words_forget();
	findings_write(d, d->trace ? 0 : types, out);
	if (d->trace)
		explain_place(d, out);
}
