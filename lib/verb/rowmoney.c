/* Knows what a sum in a row of a table is: who gives it, who gets it and what for. */
#include "doc/heading.h"
#include "verb/clause.h"
#include "verb/row.h"
#include "verb/rowbodies.h"

enum { LONGEST_LEVEL = 3 /* characters */ };

bool row_is_place(struct str s)
{
	size_t used, open = str_find(s, STR("("), 0);

	if (open && str_ends(s, STR(")")))
		s = str_sub(s, 0, open);
	/* 市本级, 省直 */
	if (words_tail(s, W_NAMED) || words_is(s, W_PURSE) || (words_of(s, 0, W_LEVEL) && !str_longer(s, LONGEST_LEVEL)))
		return true;
	return region_chain(s, &used) && (used == s.n || !(words_tail(s, W_FIRM) || words_tail(s, W_BODY) || words_tail(s, W_DEPARTMENT) || words_tail(s, W_SUBOFFICE)));
}

static bool is_government(const struct doc *d, struct str s)
{
	struct body b;

	return row_is_place(s) || (!words_tail(s, W_FIRM) && body_at(&d->context, s, 0, &b) && b.kind == BODY_DEPARTMENT && b.s.n == s.n);
}

/* 中央财政补助, 省级资金, 县级配套: whose money the column holds, where its heading or the one over it begins with that. */
static struct str giver(const struct column *c)
{
	const struct word *part = words_of(c->head, 0, W_PART);
	/* 其中：市级承担 */
	const struct str heads[] = {part ? clause_strip(str_from(c->head, part->text.n)) : c->head, c->over};

	for (size_t k = 0; k < 2; k++) {
		const struct word *w = words_of(heads[k], 0, W_TREASURY), *purse = words_of(heads[k], 0, W_PURSE);

		w = w ? w : purse;
		/* 省级示范区: a level that something else is of gives nothing. */
		if (w && (w->text.n == heads[k].n || words_of(heads[k], w->text.n, W_FUND) || words_of(heads[k], w->text.n, W_PROGRAM) || words_of(heads[k], w->text.n, W_PAY) || words_tail(heads[k], W_FUND)))
			return str_sub(heads[k], 0, w->text.n);
	}
	return STR("");
}

/* 省财政厅、省水利厅关于下达…资金的通知: the treasury that hands down what its tables list; n 0: none does. */
static struct str hander(const struct head *h)
{
	bool handed = h->subject.n && h->subject.n < h->title.n && str_eq(h->genre, STR("notice")) && words_within(h->subject, W_PROGRAM);

	for (size_t k = 0; handed && k < h->issuer_count; k++)
		if (words_within(h->issuers[k], W_TREASURY))
			return h->issuers[k];
	return STR("");
}

/* Who gets the sum in column i: of a region and who undertakes the project in it the latter. */
static struct str getter(const struct row *r, size_t i)
{
	struct str to = row_cell(r, row_recipient(r, i)), org = row_told(r, COLUMN_ORG);

	if (rowbodies_void(to))
		return rowbodies_void(org) ? STR("") : org;
	return !rowbodies_void(org) && row_is_place(row_bare(to)) ? org : to;
}

/* What a class of the row is for the sum; n 0: none, or a place, where those who get it are listed. */
static struct str class_of(const struct row *r)
{
	struct str told = row_told(r, COLUMN_CATEGORY);
	bool units = grid_column(r->g, COLUMN_NAME) >= 0 || grid_column(r->g, COLUMN_ORG) >= 0;

	if (!rowbodies_void(told))
		return told;
	return units && !row_is_place(r->g->category) ? r->g->category : STR("");
}

/* What is done with the sum, where nothing else names it; n 0: too much is told. */
static struct str content_of(const struct row *r)
{
	enum { LONGEST = 30 };
	struct str told = row_told(r, COLUMN_CONTENT);

	return rowbodies_void(told) || str_longer(told, LONGEST) || words_is(told, W_FUND) ? STR("") : told;
}

/* Where the heading does not say what a sum is for, its class, or what the row begins with, does. */
static struct str purpose_of(const struct row *r, size_t i, bool invested)
{
	const struct column *c = &r->g->columns[i];
	struct str name = row_told(r, COLUMN_NAME), own = r->titled->columns[i].purpose, subject = row_subject(r);
	struct period when;

	if (!rowbodies_void(name))
		return row_bare(name);
	if (!c->head.n && row_recipient(r, i) < 0)
		return subject;
	if (own.n && !(invested && period_parse(own, (struct ymd){0, 0, 0}, &when)))
		return own;
	if (content_of(r).n && row_told(r, COLUMN_ORG).n)
		return content_of(r);
	if (!invested && r->g->title.n && class_of(r).n)
		return class_of(r);
	/* 交通 40 0.78: a row of investments is for what it begins with. */
	if (invested && r->g->title.n && subject.p != r->g->title.p && !period_parse(subject, (struct ymd){0, 0, 0}, &when))
		return subject;
	return r->titled->purpose.n ? r->titled->purpose : subject;
}

/* 城市 under 低保 is 城市低保. */
static void set_purpose(const struct row *r, struct finding *f, size_t i, struct str purpose)
{
	const struct column *c = &r->g->columns[i];
	const struct view *v = &r->d->outline.view;
	struct arena *a = r->d->arena;
	struct str over = purpose.n && str_within(c->head, purpose) ? r->titled->columns[i].over : STR("");

	if (!over.n) {
		finding_cell(r->d, f, "purpose", purpose);
		return;
	}
	finding_word(r->d, f, "purpose", arena_join(a, view_written(v, purpose, a), view_written(v, over, a)));
	finding_note(r->d, f, STR("purpose: from the heading of its column and the one over it"));
}

struct finding *row_money(struct row *r, size_t i)
{
	const struct column *c = &r->g->columns[i];
	struct str unit = c->unit.n ? c->unit : r->g->unit, name = row_told(r, COLUMN_NAME);
	struct quantity q;
	struct str text = rowbodies_void(row_cell(r, (int)i)) ? STR("") : row_figure(row_cell(r, (int)i), unit, &q);

	if (!text.n || (q.kind != QUANTITY_MONEY && q.kind != QUANTITY_BARE))
		return NULL;
	struct finding *f = row_finding(r, RECORD_FUNDING);
	bool invested = str_eq(c->arg, STR("investment"));
	/* What is invested in a project goes to nobody, what is invested in a region to the region. */
	struct str to = invested && grid_column(r->g, COLUMN_NAME) >= 0 ? STR("") : rowbodies_unmanned(r->d, getter(r, i));

	f->key = view_from(&r->d->outline.view, text);
	row_add_bodies(r, f, "recipients", to);
	titled_ask(r->titled, &r->d->head, r->g, i);
	set_purpose(r, f, i, purpose_of(r, i, invested));
	if (!rowbodies_void(name) && !row_tells_policy(r->g))
		finding_cell(r->d, f, "project", row_bare(name));
	finding_cell(r->d, f, "program", r->titled->program);
	struct str purse = giver(c);

	finding_cell(r->d, f, "funder", purse.n || invested || !to.n ? purse : hander(&r->d->head));
	finding_word(r->d, f, "kind", c->arg);
	finding_word(r->d, f, "status", c->status);
	finding_cell(r->d, f, "amount_text", text);
	if (unit.n && q.kind == QUANTITY_MONEY && !str_has(text, unit))
		finding_cell(r->d, f, "unit_text", unit);
	finding_cell(r->d, f, "basis", c->basis);
	/* A table by years has the year of each row in a column of its own. */
	finding_cell(r->d, f, "period_text", c->period.n || grid_column(r->g, COLUMN_NAME) >= 0 ? c->period : row_told(r, COLUMN_PERIOD));
	/* What is handed down to a region or a body of government is budget. */
	if (row_recipient(r, i) >= 0 && str_eq(c->arg, STR("grant")) && to.n && is_government(r->d, row_bare(to)))
		finding_word(r->d, f, "kind", STR("budget"));
	/* 下达金额 of a company */
	const struct word *firm = str_eq(c->arg, STR("budget")) ? words_tail(row_bare(to), W_FIRM) : NULL;

	if (firm && str_eq(firm->arg, STR("company")))
		finding_word(r->d, f, "kind", STR("grant"));
	return f;
}
