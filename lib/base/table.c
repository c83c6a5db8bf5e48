/* Knows the form of a table file and how an overlay changes a built-in table. */
#include "base/table.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* Made by the build (lib/data/embed.awk) from the files in lib/data, ending with a NULL name. */
struct table_builtin {
	const char *name;
	const char *begin, *end;
	const uint32_t *at; /* as in struct table; the names of the columns first */
	size_t columns, rows;
};
extern const struct table_builtin table_builtins[];

enum { MOST_OVERLAYS = 16, MOST_TABLES = 64 };

struct table_part {
	const char *file;
	size_t from, to; /* in the text */
};

static struct arena run;
static const char *overlays[MOST_OVERLAYS];
static int overlay_count;
static struct table *loaded[MOST_TABLES];
static int loaded_count;

static const struct table_builtin *builtin(const char *name)
{
	for (const struct table_builtin *b = table_builtins; b->name; b++)
		if (strcmp(b->name, name) == 0)
			return b;
	return NULL;
}

/* A table under a wrong name would be passed over in silence. */
static void check_names(const char *dir)
{
	DIR *d = opendir(dir);

	if (!d)
		diag_die("--data %s: %s", dir, strerror(errno));
	for (const struct dirent *e; (e = readdir(d));) {
		struct str name = str_of(e->d_name);

		if (name.p[0] == '.' || !str_ends(name, STR(".tsv")))
			continue;
		if (!builtin(arena_printf(&run, "%.*s", (int)name.n - 4, name.p).p))
			diag_die("%s/%s: no table has that name; --dump-data writes all there are", dir, e->d_name);
	}
	closedir(d);
}

void table_overlay(const char *dir)
{
	struct stat st;

	if (overlay_count == MOST_OVERLAYS)
		diag_die("more than %d --data folders", MOST_OVERLAYS);
	if (stat(dir, &st) || !S_ISDIR(st.st_mode))
		diag_die("--data %s: no such folder", dir);
	check_names(dir);
	overlays[overlay_count++] = dir;
}

bool table_overlaid(void)
{
	return overlay_count > 0;
}

static const struct table_builtin *find_builtin(const char *name)
{
	const struct table_builtin *b = builtin(name);

	if (b)
		return b;
	diag_die("no table %s is built in", name);
}

struct str table_text(const char *name)
{
	const struct table_builtin *b = find_builtin(name);

	return (struct str){b->begin, (size_t)(b->end - b->begin)};
}

static size_t count_lines(struct str text)
{
	size_t n = 0;

	for (const char *p = text.p, *end = p + text.n; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
		n++;
	return n;
}

/* A bit 0x80 for each of eight bytes that is a tab. */
static uint64_t tabs_of(uint64_t eight)
{
	const uint64_t low = UINT64_C(0x7F7F7F7F7F7F7F7F);

	eight ^= UINT64_C(0x0909090909090909);
	return ~(((eight & low) + low) | eight | low);
}

static size_t first_byte(uint64_t bits)
{
	const uint16_t one = 1;
	unsigned char little;

	memcpy(&little, &one, 1);
	return (size_t)(little ? __builtin_ctzll(bits) : __builtin_clzll(bits)) / 8;
}

/* The next tab at or behind p, or `end`. Cells are short: a call of memchr for each costs more. */
static const char *next_tab(const char *p, const char *end)
{
	for (uint64_t eight; end - p >= 8; p += 8) {
		memcpy(&eight, p, 8);
		eight = tabs_of(eight);
		if (eight)
			return p + first_byte(eight);
	}
	while (p < end && *p != '\t')
		p++;
	return p;
}

/* Lines are counted only where one is told of. */
static struct table_place place_of(const struct table *t, const char *p)
{
	const struct table_part *part = t->parts;
	size_t at = (size_t)(p - t->text);

	while (part + 1 < t->parts + t->part_count && at >= part->to)
		part++;
	return (struct table_place){part->file, (long)count_lines((struct str){t->text + part->from, at - part->from}) + 1};
}

static __attribute__((noreturn)) void bad_at(struct table_place place, const char *what)
{
	diag_note(place.file, place.line, "%s", what);
	diag_die("a table cannot be used");
}

static __attribute__((noreturn)) void bad_line(const struct table *t, struct str line, const char *what)
{
	bad_at(place_of(t, line.p), what);
}

/* The next line from *from on that is no comment. */
static bool next_line(const char **from, const char *end, struct str *line)
{
	while (*from < end) {
		const char *p = *from, *stop = memchr(p, '\n', (size_t)(end - p));

		stop = stop ? stop : end;
		*from = stop + 1;
		*line = (struct str){p, (size_t)(stop - p) - (stop > p && stop[-1] == '\r')};
		if (line->n && (p[0] != '#' || (line->n > 1 && p[1] != ' ')))
			return true;
	}
	return false;
}

static void check_heads(const struct table *t, struct str line)
{
	size_t from = 0, n = 0;
	bool same = true;
	struct str part;

	for (; str_split(line, '\t', &from, &part); n++)
		same = same && n < t->columns && str_eq(part, table_head(t, n));
	if (!same || n != t->columns)
		bad_line(t, line, "the columns are not those of the built-in table");
}

static void split_cells(const struct table *t, struct str line, uint32_t *at)
{
	size_t n = 0;
	const char *end = line.p + line.n;

	for (const char *from = line.p, *tab; from <= end; from = tab + 1) {
		tab = next_tab(from, end);
		if (n == t->columns)
			bad_line(t, line, "more cells than columns");
		at[n++] = (uint32_t)(from - t->text);
	}
	if (n != t->columns)
		bad_line(t, line, "fewer cells than columns");
	at[n] = (uint32_t)(end + 1 - t->text);
}

/* A table with overlays has places of its own. */
static uint32_t *row_at(struct table *t, size_t row)
{
	return (uint32_t *)t->at + row * (t->columns + 1);
}

/* How many of the first rows have the key. */
static size_t count_key(const struct table *t, struct str key, size_t below)
{
	size_t n = 0;

	for (size_t r = 0; r < below; r++)
		n += str_eq(table_cell(t, r, 0), key);
	return n;
}

static void drop_key(struct table *t, struct str key, size_t below)
{
	size_t to = 0;

	for (size_t r = 0; r < t->rows; r++) {
		if (r < below && str_eq(table_cell(t, r, 0), key))
			continue;
		if (to != r)
			memcpy(row_at(t, to), row_at(t, r), (t->columns + 1) * sizeof *t->at);
		to++;
	}
	t->rows = to;
}

/* A row of an overlay: what it says of the first *base rows, which are those below it. */
static void lay_row(struct table *t, struct str line, size_t *base)
{
	bool deletes = line.p[0] == '!';

	if (!deletes)
		split_cells(t, line, row_at(t, t->rows++));
	struct str key = deletes ? str_from(line, 1) : table_cell(t, t->rows - 1, 0);
	size_t before = count_key(t, key, *base);

	if (deletes && !before)
		bad_line(t, line, "no such key to delete");
	if (before)
		drop_key(t, key, *base);
	*base -= before;
}

static void lay_part(struct table *t, const struct table_part *part)
{
	const char *from = t->text + part->from, *end = t->text + part->to;
	struct str line;
	size_t base = t->rows;

	if (next_line(&from, end, &line))
		check_heads(t, line);
	while (next_line(&from, end, &line))
		lay_row(t, line, &base);
}

static bool read_file(const char *path, struct buf *out)
{
	FILE *f = fopen(path, "rb");

	if (!f && errno == ENOENT)
		return false;
	if (!f)
		diag_die("%s: %s", path, strerror(errno));
	for (size_t got = 1; got;) {
		char *room = buf_room(out, 65536);

		got = fread(room, 1, 65536, f);
		out->n += got;
	}
	if (ferror(f))
		diag_die("%s: %s", path, strerror(errno));
	fclose(f);
	return true;
}

/* The text of the overlays goes behind that of the built-in table. */
static void join_parts(struct table *t)
{
	struct buf text = {NULL, 0, 0};

	buf_add(&text, table_text(t->name));
	for (int i = 0; i < overlay_count; i++) {
		size_t from = text.n;
		const char *file = arena_printf(&run, "%s/%s.tsv", overlays[i], t->name).p;

		if (read_file(file, &text))
			t->parts[t->part_count++] = (struct table_part){file, from, text.n};
	}
	if (text.n >= UINT32_MAX)
		diag_die("the table %s has more than 4 GiB", t->name);
	t->text = arena_copy(&run, buf_str(&text)).p;
	buf_free(&text);
}

static void lay_overlays(struct table *t)
{
	size_t most = t->rows;

	join_parts(t);
	for (size_t i = 1; i < t->part_count; i++)
		most += count_lines((struct str){t->text + t->parts[i].from, t->parts[i].to - t->parts[i].from}) + 1;
	uint32_t *at = ARENA_ROOM(&run, uint32_t, (most + 1) * (t->columns + 1));

	memcpy(at, t->at, t->rows * (t->columns + 1) * sizeof *at);
	t->at = at;
	for (size_t i = 1; i < t->part_count; i++)
		lay_part(t, &t->parts[i]);
}

static struct table *load(const char *name)
{
	const struct table_builtin *b = find_builtin(name);
	struct table *t = ARENA_NEW(&run, struct table);

	*t = (struct table){.name = b->name, .columns = b->columns, .rows = b->rows, .text = b->begin, .heads = b->at, .at = b->at + b->columns + 1};
	t->parts = ARENA_ARRAY(&run, struct table_part, (size_t)overlay_count + 1);
	t->parts[t->part_count++] = (struct table_part){arena_printf(&run, "%s.tsv", name).p, 0, (size_t)(b->end - b->begin)};
	if (overlay_count)
		lay_overlays(t);
	return t;
}

static const struct table *get(const char *name)
{
	for (int i = 0; i < loaded_count; i++)
		if (strcmp(loaded[i]->name, name) == 0)
			return loaded[i];
	if (loaded_count == MOST_TABLES)
		diag_die("more than %d tables", MOST_TABLES);
	return loaded[loaded_count++] = load(name);
}

const struct table *table_get(const char *name)
{
	static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

	pthread_mutex_lock(&lock);
	const struct table *t = get(name);

	pthread_mutex_unlock(&lock);
	return t;
}

struct table_place table_place(const struct table *t, size_t row)
{
	return place_of(t, table_cell(t, row, 0).p);
}

void table_bad(const struct table *t, size_t row, const char *what)
{
	bad_at(table_place(t, row), what);
}

size_t table_column(const struct table *t, const char *head)
{
	for (size_t i = 0; i < t->columns; i++)
		if (str_eq(table_head(t, i), str_of(head)))
			return i;
	diag_die("table %s has no column %s", t->name, head);
}

void table_dump(const char *dir)
{
	for (const struct table_builtin *b = table_builtins; b->name; b++) {
		char path[4096];

		snprintf(path, sizeof path, "%s/%s.tsv", dir, b->name);
		FILE *f = fopen(path, "wb");

		if (!f)
			diag_die("%s: %s", path, strerror(errno));
		fwrite(b->begin, 1, (size_t)(b->end - b->begin), f);
		if (fclose(f))
			diag_die("%s: %s", path, strerror(errno));
	}
}
