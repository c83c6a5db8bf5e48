/* Knows which as-written field each normalized field is made from, and what is noted when it cannot
 * be. */
#include "verb/fill.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/table.h"
#include "io/schema.h"
#include "verb/confusion.h"
#include "zh/docno.h"
#include "zh/fold.h"
#include "zh/org.h"
#include "zh/period.h"
#include "zh/quantity.h"
#include "zh/region.h"

struct filling {
	struct record *r;
	struct arena *a;
	struct fill_tally *tally;
	struct ymd doc_date; /* year 0: unknown */
	long unread;
};

static struct arena run;

static void add_name(struct fill_tally *tally, struct str name)
{
	for (size_t i = 0; i < tally->n; i++)
		if (str_eq(str_of(tally->name[i]), name))
			return;
	if (tally->n == FILL_MOST_FIELDS)
		diag_die("schema.tsv: more than %d normalized fields", FILL_MOST_FIELDS);
	tally->name[tally->n++] = arena_copy(&run, name).p;
}

static void add_names(struct fill_tally *tally)
{
	for (int t = 0; t < RECORD_TYPES; t++) {
		size_t n;
		const struct schema_field *fields = schema_fields((enum record_type)t, &n);

		for (size_t i = 0; i < n; i++)
			if (fields[i].normalized)
				add_name(tally, fields[i].name);
	}
}

/* What money is counted in, by its currency: the form that units.tsv reports for the plain unit. */
static struct money {
	struct str currency, unit;
} *monies;
static size_t monies_n;

static bool is_known_money(struct str currency)
{
	for (size_t i = 0; i < monies_n; i++)
		if (str_eq(monies[i].currency, currency))
			return true;
	return false;
}

static void load_monies(void)
{
	const struct table *t = table_get("units");
	size_t kind = table_column(t, "kind"), power = table_column(t, "power");
	size_t currency = table_column(t, "currency"), canonical = table_column(t, "canonical"), cap = 0;

	for (size_t r = 0; r < t->rows; r++)
		if (str_eq(table_cell(t, r, kind), STR("money")) && str_eq(table_cell(t, r, power), STR("0")) &&
		    !is_known_money(table_cell(t, r, currency)))
			*ARENA_PUSH(&run, monies, monies_n, cap) = (struct money){table_cell(t, r, currency), table_cell(t, r, canonical)};
}

static struct str money_unit(const char *currency)
{
	for (size_t i = 0; i < monies_n; i++)
		if (str_eq(monies[i].currency, str_of(currency)))
			return monies[i].unit;
	return str_of(currency);
}

void fill_load(struct fill_tally *tally)
{
	schema_load();
	confusion_load();
	quantity_load();
	period_load();
	region_load();
	org_load();
	load_monies();
	add_names(tally);
}

/* A field as written, made ready for the parsers: line ends that only the layout put there dropped, folded,
 * trimmed. Empty when there is nothing to read. */
static struct str read_field(struct filling *f, struct str s)
{
	struct buf folded = {NULL, 0, 0}, joined = {NULL, 0, 0};

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] != '\n' && s.p[i] != '\r')
			buf_byte(&joined, s.p[i]);
	fold_text(buf_str(&joined), &folded);
	s = arena_copy(f->a, str_trim(buf_str(&folded)));
	buf_free(&folded);
	buf_free(&joined);
	return s;
}

static struct str written(struct filling *f, const char *field)
{
	return read_field(f, record_text(f->r, field));
}

static void clear(struct filling *f, const char *const *fields)
{
	for (; *fields; fields++)
		record_set(f->r, *fields, (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0});
}

static void count(struct filling *f, const char *field, bool ok)
{
	struct fill_tally *t = f->tally;

	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->name[i], field) == 0)
			(ok ? t->ok : t->unread)[i]++;
}

/* `from` could not be read, so that `to` stays null. */
static void tell_unread(struct filling *f, const char *from, const char *to)
{
	record_note(f->r, arena_printf(f->a, "%s: unread", from));
	count(f, to, false);
	f->unread++;
}

static void set_text(struct filling *f, const char *field, struct str s)
{
	record_set(f->r, field, value_string(s));
}

static struct str take_text(struct filling *f, struct buf *b)
{
	struct str s = arena_copy(f->a, buf_str(b));

	buf_free(b);
	return s;
}

static struct str decimal_text(struct filling *f, struct decimal d)
{
	struct buf b = {NULL, 0, 0};

	decimal_print(d, &b);
	return take_text(f, &b);
}

static void set_decimal(struct filling *f, const char *field, bool has, struct decimal d)
{
	if (has)
		record_set(f->r, field, value_number(decimal_text(f, d)));
}

static struct str date_text(struct filling *f, struct ymd d)
{
	struct buf b = {NULL, 0, 0};

	ymd_print(d, &b);
	return take_text(f, &b);
}

static void set_date(struct filling *f, const char *field, struct ymd d)
{
	if (d.year)
		set_text(f, field, date_text(f, d));
}

/* The number behind a heading's words: 总投资(万元) and 单位:万元 are 万元. */
static struct str unit_in(struct str s)
{
	size_t open, len = str_find(s, STR(":"), 0);

	if (len < s.n)
		return str_trim(str_from(s, len + 1));
	if (s.n == 0 || s.p[s.n - 1] != ')')
		return s;
	for (open = s.n; open > 0 && s.p[open - 1] != '(';)
		open--;
	return open ? str_trim(str_sub(s, open, s.n - 1)) : s;
}

static struct str number_text(struct filling *f, const struct quantity *q)
{
	struct str low = decimal_text(f, q->has_min ? q->min : q->max), high = decimal_text(f, q->has_max ? q->max : q->min);

	if (q->has_value)
		return decimal_text(f, q->value);
	return q->has_min && q->has_max ? arena_printf(f->a, "%.*s-%.*s", STR_ARGS(low), STR_ARGS(high)) : low;
}

/* What a mended number was and what it was taken for. */
static void note_digits(struct filling *f, const char *field, struct str s, const struct quantity *q)
{
	struct str before = str_sub(s, q->number_at, q->number_end);

	if (q->repaired)
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

static void fill_amount(struct filling *f)
{
	static const char *const made[] = {"amount", "amount_min", "amount_max", "approx", "currency", "rate", "rate_min", "rate_max", NULL};
	struct str s = written(f, "amount_text"), unit = unit_in(written(f, "unit_text"));
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q);

	clear(f, made);
	if (!ok || (q.kind != QUANTITY_MONEY && q.kind != QUANTITY_RATE)) {
		tell_unread(f, "amount_text", "amount");
	} else if (q.kind == QUANTITY_MONEY) {
		set_bounds(f, &q, "amount", "amount_min", "amount_max");
		set_text(f, "currency", arena_copy(f->a, str_of(q.currency)));
		note_digits(f, "amount_text", s, &q);
	} else {
		set_bounds(f, &q, "rate", "rate_min", "rate_max");
		note_digits(f, "amount_text", s, &q);
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

static void fill_value(struct filling *f)
{
	static const char *const made[] = {"value", "value_min", "value_max", "approx", "unit", NULL};
	struct str s = written(f, "value_text"), unit = unit_in(written(f, "unit_text"));
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q);

	clear(f, made);
	if (!ok) {
		tell_unread(f, "value_text", "value");
		return;
	}
	if (q.kind == QUANTITY_RATE)
		set_stated(f, &q);
	else
		set_bounds(f, &q, "value", "value_min", "value_max");
	struct str reported = q.kind == QUANTITY_MONEY ? money_unit(q.currency) : q.unit;

	if (reported.n)
		set_text(f, "unit", arena_copy(f->a, reported));
	note_digits(f, "value_text", s, &q);
}

static void fill_count(struct filling *f)
{
	static const char *const made[] = {"count", NULL};
	struct str s = written(f, "count_text"), unit = written(f, "count_unit");
	struct quantity q;

	if (s.n == 0)
		return;
	bool ok = quantity_parse(s, unit, &q) && q.has_value && (q.kind == QUANTITY_COUNT || q.kind == QUANTITY_BARE);

	clear(f, made);
	if (ok)
		set_decimal(f, "count", true, q.value);
	else
		tell_unread(f, "count_text", "count");
	if (ok)
		note_digits(f, "count_text", s, &q);
}

static const char *note_word(enum period_note n)
{
	return n == PERIOD_RECURRING ? "recurring" : n == PERIOD_OPEN ? "open" : n == PERIOD_IMMEDIATE ? "immediate" : NULL;
}

/* True when the text said that there is no date to have. */
static bool note_period(struct filling *f, const char *field, const struct period *p)
{
	const char *word = note_word(p->note);

	if (word)
		record_note(f->r, arena_printf(f->a, "%s: %s", field, word));
	return word != NULL;
}

static void note_dates(struct filling *f, const char *field, struct str s, const struct period *p)
{
	if (!p->repaired)
		return;
	struct str from = p->start.year ? date_text(f, p->start) : STR(""), to = p->end.year ? date_text(f, p->end) : STR("");

	record_note(f->r, arena_printf(f->a, "%s: digits: %.*s -> %.*s%s%.*s", field, STR_ARGS(s), STR_ARGS(from), from.n && to.n ? "/" : "", STR_ARGS(to)));
}

static void fill_period(struct filling *f)
{
	static const char *const made[] = {"start_date", "end_date", NULL};
	struct str s = written(f, "period_text");
	struct period p;

	if (s.n == 0)
		return;
	bool ok = period_parse(s, f->doc_date, &p);

	clear(f, made);
	if (ok && note_period(f, "period_text", &p))
		return;
	if (!ok || (!p.start.year && !p.end.year)) {
		tell_unread(f, "period_text", "start_date");
		count(f, "end_date", false);
		return;
	}
	set_date(f, "start_date", p.start);
	set_date(f, "end_date", p.end);
	note_dates(f, "period_text", s, &p);
}

static void fill_deadline(struct filling *f)
{
	static const char *const made[] = {"deadline", NULL};
	struct str s = written(f, "deadline_text");
	struct period p;

	if (s.n == 0)
		return;
	bool ok = period_parse(s, f->doc_date, &p);

	clear(f, made);
	if (ok && note_period(f, "deadline", &p))
		return;
	if (ok && p.end.year) {
		set_date(f, "deadline", p.end);
		note_dates(f, "deadline_text", s, &p);
	} else if (ok && p.start.year) {
		record_note(f->r, STR("deadline: open"));
	} else {
		tell_unread(f, "deadline_text", "deadline");
	}
}

/* A day; a month or a year alone is told in a note and makes no date. Returns year 0 for none. */
static struct ymd fill_day(struct filling *f, const char *from, const char *to)
{
	const char *const made[] = {to, NULL};
	struct str s = written(f, from), standing = record_text(f->r, to);
	struct ymd day = {0, 0, 0};
	enum precision precision = PRECISION_NONE;

	if (s.n == 0)
		return standing.n && ymd_parse(standing, &day) ? day : (struct ymd){0, 0, 0};
	bool ok = date_parse(s, &day, &precision);

	clear(f, made);
	if (ok) {
		set_date(f, to, day);
		return day;
	}
	if (precision == PRECISION_MONTH || precision == PRECISION_YEAR)
		record_note(f->r, arena_printf(f->a, "%s: %s only", to, precision == PRECISION_MONTH ? "month" : "year"));
	else
		tell_unread(f, from, to);
	return (struct ymd){0, 0, 0};
}

/* The standard form of a document number; p NULL when there is none in s. */
static struct str docno_text(struct filling *f, const char *field, struct str written_form)
{
	struct str s = read_field(f, written_form);
	struct docno d;

	if (!docno_find(s, 0, &d))
		return (struct str){NULL, 0};
	struct buf b = {NULL, 0, 0};

	docno_print(&d, &b);
	struct str form = take_text(f, &b);

	if (d.repaired)
		record_note(f->r, arena_printf(f->a, "%s: form: %.*s -> %.*s", field, STR_ARGS(str_sub(s, d.at, d.end)), STR_ARGS(form)));
	return form;
}

static void fill_number(struct filling *f)
{
	static const char *const made[] = {"number_norm", NULL};
	struct str s = record_text(f->r, "number");

	if (str_trim(s).n == 0)
		return;
	struct str form = docno_text(f, "number", s);

	clear(f, made);
	if (form.p)
		set_text(f, "number_norm", form);
	else
		tell_unread(f, "number", "number_norm");
}

static void fill_refs(struct filling *f)
{
	static const char *const made[] = {"refs_norm", NULL};
	const struct value *v = record_get(f->r, "refs");

	if (!v || v->kind != VALUE_ARRAY || v->n == 0)
		return;
	struct value refs = *v;
	struct str *items = ARENA_ARRAY(f->a, struct str, refs.n);
	size_t n = 0;

	for (size_t i = 0; i < refs.n; i++) {
		items[n] = docno_text(f, "refs", refs.items[i]);
		n += items[n].p != NULL;
	}
	clear(f, made);
	if (n)
		record_set(f->r, "refs_norm", value_array(items, n));
	if (n < refs.n)
		tell_unread(f, "refs", "refs_norm");
}

static const struct region *issuer_region(struct filling *f)
{
	size_t used;

	return region_chain(written(f, "doc_issuer"), &used);
}

/* The place that a chain of full names opens (柳州市鱼峰区 and a street behind it), if nothing behind it names
 * another one. */
static const struct region *region_of_address(struct str s)
{
	size_t used = 0;
	const struct region *found = region_chain(s, &used);
	struct str rest = str_from(s, used);

	if (!found || !str_ends(str_sub(s, 0, used), found->name))
		return NULL;
	return str_has(rest, STR("、")) || str_has(rest, STR(",")) || str_has(rest, STR(";")) || str_has(rest, STR("/")) ? NULL : found;
}

static void note_ambiguous(struct filling *f, const struct region *first)
{
	struct buf b = {NULL, 0, 0};

	buf_add(&b, STR("place: ambiguous: "));
	for (const struct region *g = first; g; g = g->next_same) {
		if (g != first)
			buf_add(&b, STR(", "));
		if (g->parent)
			buf_add(&b, g->parent->name);
		buf_add(&b, g->name);
	}
	record_note(f->r, buf_str(&b));
	buf_free(&b);
}

static void fill_region(struct filling *f)
{
	static const char *const made[] = {"region_code", "region_name", NULL};
	struct str s = written(f, "place");
	const struct region *found, *first;

	if (s.n == 0)
		return;
	found = region_find(s, issuer_region(f));
	if (!found)
		found = region_of_address(s);
	clear(f, made);
	if (found) {
		set_text(f, "region_code", found->code);
		set_text(f, "region_name", found->name);
	} else if (region_match(s, 2, &first) == s.n && first->next_same) {
		note_ambiguous(f, first);
		count(f, "region_code", false);
		f->unread++;
	} else {
		tell_unread(f, "place", "region_code");
	}
}

static bool fill_org(struct filling *f, const char *full, const char *as_written, const char *to)
{
	struct str s = record_text(f->r, full), issuer = record_text(f->r, "doc_issuer");
	struct org org;

	if (str_trim(s).n == 0)
		s = record_text(f->r, as_written);
	if (str_trim(s).n == 0)
		return false;
	org_canonical(f->a, str_trim(s), issuer.p ? issuer : STR(""), f->doc_date, &org);
	set_text(f, to, arena_copy(f->a, org.name));
	return org.generic;
}

static void fill_responsible(struct filling *f)
{
	static const char *const made[] = {"org_generic", NULL};
	bool any = record_text(f->r, "org").n || record_text(f->r, "org_full").n;
	bool generic = fill_org(f, "org_full", "org", "org_name");

	if (any)
		clear(f, made);
	if (generic)
		record_set(f->r, "org_generic", value_boolean(true));
}

static void fill_document(struct filling *f)
{
	fill_number(f);
	fill_refs(f);
	fill_day(f, "date_text", "date");
}

static void fill_type(struct filling *f, enum record_type type)
{
	switch (type) {
	case RECORD_DOCUMENT:
		fill_document(f);
		break;
	case RECORD_PROJECT:
		fill_region(f);
		fill_period(f);
		break;
	case RECORD_FUNDING:
		fill_amount(f);
		fill_count(f);
		fill_period(f);
		fill_org(f, "funder_full", "funder", "funder_name");
		break;
	case RECORD_RESPONSIBILITY:
		fill_responsible(f);
		fill_deadline(f);
		break;
	case RECORD_TARGET:
		fill_value(f);
		fill_period(f);
		break;
	default:
		break;
	}
}

static void count_filled(struct filling *f)
{
	for (size_t i = 0; i < f->tally->n; i++)
		f->tally->ok[i] += record_get(f->r, f->tally->name[i]) != NULL;
}

long fill_record(struct record *r, struct fill_tally *tally)
{
	enum record_type type = schema_type(record_text(r, "type"));
	struct filling f = {.r = r, .a = r->arena, .tally = tally};

	if (type == RECORD_UNKNOWN)
		return 0;
	confusion_mend(r);
	f.doc_date = fill_day(&f, "doc_date_text", "doc_date");
	fill_type(&f, type);
	count_filled(&f);
	tally->unread_records += f.unread > 0;
	return f.unread;
}
