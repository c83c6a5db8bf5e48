/* Knows which normalized fields each type of record has. */
#include "verb/fill.h"

#include "base/diag.h"
#include "io/schema.h"
#include "verb/alias.h"
#include "verb/correction.h"
#include "verb/filldate.h"
#include "verb/filling.h"
#include "verb/fillname.h"
#include "verb/fillvalue.h"
#include "verb/wording.h"
#include "zh/docno.h"
#include "zh/org.h"
#include "zh/place.h"

static struct arena run;

const char *fill_outcome_name(enum fill_outcome o)
{
	static const char *const names[FILL_OUTCOMES] = {"ok", "repaired", "ambiguous", "unread", "empty"};

	return names[o];
}

static void add_name(struct fill_tally *tally, struct str name, int type)
{
	size_t i = 0;

	while (i < tally->n && !str_eq(str_of(tally->name[i]), name))
		i++;
	if (i == FILL_MOST_FIELDS)
		diag_die("schema.tsv: more than %d normalized fields", FILL_MOST_FIELDS);
	if (i == tally->n)
		tally->name[tally->n++] = arena_copy(&run, name).p;
	tally->types[i] |= (unsigned char)(1 << type);
}

static void add_names(struct fill_tally *tally)
{
	for (int t = 0; t < RECORD_TYPES; t++) {
		size_t n;
		const struct schema_field *fields = schema_fields((enum record_type)t, &n);

		for (size_t i = 0; i < n; i++)
			if (fields[i].normalized)
				add_name(tally, fields[i].name, t);
	}
}

void fill_load(struct fill_tally *tally)
{
	schema_load();
	correction_load();
	alias_load();
	add_names(tally);
}

void fill_load_type(enum record_type type, bool simplify)
{
	wording_load(simplify);
	filldate_load();
	if (type == RECORD_FUNDING || type == RECORD_TARGET)
		fillvalue_load();
	if (type == RECORD_FUNDING || type == RECORD_RESPONSIBILITY)
		org_load();
	if (type == RECORD_DOCUMENT)
		docno_load();
	if (type == RECORD_PROJECT)
		place_load();
}

static void fill_document(struct filling *f)
{
	fillname_number(f);
	fillname_refs(f);
	filldate_day(f, "date_text", "date");
}

static void fill_type(struct filling *f, enum record_type type)
{
	switch (type) {
	case RECORD_DOCUMENT:
		fill_document(f);
		break;
	case RECORD_PROJECT:
		fillname_project(f);
		fillname_region(f);
		filldate_period(f);
		break;
	case RECORD_FUNDING:
		fillvalue_amount(f);
		fillvalue_count(f);
		filldate_period(f);
		fillname_funder(f);
		break;
	case RECORD_RESPONSIBILITY:
		fillname_responsible(f);
		filldate_deadline(f);
		break;
	case RECORD_TARGET:
		fillvalue_figure(f);
		filldate_period(f);
		break;
	default:
		break;
	}
}

/* What a field has become without a word of it: filled or empty. */
static void count_outcomes(struct filling *f, enum record_type type)
{
	struct fill_tally *t = f->tally;

	for (size_t i = 0; i < t->n; i++) {
		bool there = (t->types[i] >> type & 1) != 0;
		enum fill_outcome o = t->now[i];

		if (o == FILL_OK && there && !record_get(f->r, t->name[i]))
			o = FILL_EMPTY;
		t->count[i][o] += there;
		t->now[i] = FILL_OK;
	}
}

/* The day that the record's document is from, on which other fields depend. */
static struct ymd find_date(struct filling *f, size_t corrections)
{
	struct ymd day = filldate_day(f, "doc_date_text", "doc_date");
	struct ymd none = {0, 0, 0};

	if (correction_lay_date(f->r, corrections) && !ymd_parse(record_text(f->r, "doc_date"), &day))
		day = none;
	return day.year ? day : f->tally->as_of;
}

long fill_record(struct record *r, struct fill_tally *tally)
{
	enum record_type type = schema_type(record_text(r, "type"));
	struct filling f = {.r = r, .a = r->arena, .tally = tally};

	if (type == RECORD_UNKNOWN)
		return 0;
	size_t corrections = correction_find(r);

	correction_lay_written(r, corrections);
	wording_mend(r, tally->simplify, corrections);
	f.doc_date = find_date(&f, corrections);
	fill_type(&f, type);
	correction_lay_made(r, corrections);
	correction_settle_notes(r);
	count_outcomes(&f, type);
	return f.unread;
}
