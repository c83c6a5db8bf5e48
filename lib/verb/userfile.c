/* Knows how a user's own small tables are read, and how what is wrong in them is told. */
#include "verb/userfile.h"

#include <stdarg.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/names.h"
#include "io/stream.h"

enum { MOST_NAMES = 16 };

struct reading {
	const struct userfile *u;
	const char *file;
	struct names seen; /* columns that were looked at */
};

static void refuse(const char *option, const char *file, long line, const char *what)
{
	diag_note(file, line, "%s", what);
	diag_die("%s %s cannot be used", option, file);
}

void userfile_bad(const struct userfile_row *row, const char *fmt, ...)
{
	char what[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(what, sizeof what, fmt, args);
	va_end(args);
	refuse(row->option, row->file, row->line, what);
	diag_die("%s", what);
}

static void refuse_row(void *ctx, const char *file, long line, const char *reason, struct str raw)
{
	const struct reading *reading = ctx;

	(void)raw;
	refuse(reading->u->option, file, line, reason);
}

static bool is_named(const char *const *names, struct str name)
{
	for (; *names; names++)
		if (str_eq(str_of(*names), name))
			return true;
	return false;
}

/* A column whose name is misspelt would be passed over in silence. */
static void check_column(struct reading *reading, struct str name)
{
	const struct userfile *u = reading->u;

	if (names_find(&reading->seen, name) != NAMES_NONE)
		return;
	names_add(&reading->seen, name);
	if (!is_named(u->names, name) && !is_named(u->known, name))
		diag_note(reading->file, 0, "column %.*s means nothing to %s and is passed over", STR_ARGS(name), u->option);
}

static void check_columns(struct reading *reading, const struct source *source)
{
	size_t n;
	const struct str *columns = source_columns(source, &n);

	for (size_t i = 0; columns && i < n; i++)
		check_column(reading, columns[i]);
	for (size_t k = 0; columns && k < reading->u->required; k++)
		if (names_find(&reading->seen, str_of(reading->u->names[k])) == NAMES_NONE)
			refuse(reading->u->option, reading->file, 1, arena_printf(&reading->seen.arena, "no column is named %s", reading->u->names[k]).p);
}

static struct value cell_of(const struct record *r, const char *name)
{
	const struct value *v = record_get(r, name);
	bool empty = !v || (v->kind == VALUE_STRING && v->s.n == 0) || (v->kind == VALUE_ARRAY && v->n == 0);

	return empty ? (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0} : *v;
}

static void give_row(const struct reading *reading, const struct record *r, long line, void (*take)(void *ctx, const struct userfile_row *row),
                     void *ctx)
{
	struct value cells[MOST_NAMES];
	struct userfile_row row = {reading->u->option, reading->file, line, cells};
	size_t n = 0;

	for (; reading->u->names[n]; n++)
		cells[n] = cell_of(r, reading->u->names[n]);
	take(ctx, &row);
}

void userfile_read(const struct userfile *u, const char *file, struct arena *a, void (*row)(void *ctx, const struct userfile_row *row),
                   void *ctx)
{
	const struct source_options from = {.as_text = true, .keep = true};
	struct reading reading = {.u = u, .file = file};
	struct source *source = source_open(file, &from, refuse_row, &reading);
	struct record r;
	long line;

	if (!source)
		diag_die("%s %s cannot be used", u->option, file);
	check_columns(&reading, source);
	while (source_next(source, a, &r, &line)) {
		for (size_t i = 0; i < r.n && source_format(source) == FORMAT_JSONL; i++)
			check_column(&reading, r.fields[i].name);
		give_row(&reading, &r, line, row, ctx);
	}
	source_close(source);
	names_free(&reading.seen);
}

struct str userfile_text(const struct userfile_row *row, const struct userfile *u, size_t cell)
{
	const struct value *v = &row->cells[cell];

	if (v->kind != VALUE_NULL && v->kind != VALUE_STRING && v->kind != VALUE_NUMBER)
		userfile_bad(row, "%s: a text is wanted", u->names[cell]);
	return v->kind == VALUE_NULL ? STR("") : str_trim(v->s);
}
