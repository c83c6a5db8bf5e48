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

/* Made by the build from the files in lib/data: {name, text} pairs, ending with a NULL name. */
struct table_builtin {
	const char *name;
	const char *begin, *end;
};
extern const struct table_builtin table_builtins[];

enum { MOST_OVERLAYS = 16, MOST_TABLES = 64 };

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

struct reader {
	struct table *t;
	const char *file;
	size_t cap;
	bool overlay;
};

static void bad(const char *file, long line, const char *what)
{
	diag_note(file, line, "%s", what);
	diag_die("a table cannot be used");
}

static void drop_key(struct table *t, struct str key, size_t below)
{
	size_t to = 0;

	for (size_t r = 0; r < t->rows; r++) {
		if (r < below && str_eq(table_cell(t, r, 0), key))
			continue;
		if (to != r) {
			memcpy(t->cells + to * t->columns, t->cells + r * t->columns, t->columns * sizeof *t->cells);
			t->files[to] = t->files[r];
			t->lines[to] = t->lines[r];
		}
		to++;
	}
	t->rows = to;
}

static size_t count_key(const struct table *t, struct str key, size_t below)
{
	size_t n = 0;

	for (size_t r = 0; r < below; r++)
		n += str_eq(table_cell(t, r, 0), key);
	return n;
}

/* Room for as many rows more, so that a table is moved once for each of its files. */
static void make_room(struct reader *rd, size_t more)
{
	struct table *t = rd->t;

	if (t->rows + more <= rd->cap)
		return;
	size_t cap = t->rows + more;
	struct str *cells = arena_array(&run, cap * t->columns, sizeof *cells);
	const char **files = arena_array(&run, cap, sizeof *files);
	long *lines = arena_array(&run, cap, sizeof *lines);

	if (t->rows) {
		memcpy(cells, t->cells, t->rows * t->columns * sizeof *cells);
		memcpy(files, t->files, t->rows * sizeof *files);
		memcpy(lines, t->lines, t->rows * sizeof *lines);
	}
	t->cells = cells;
	t->files = files;
	t->lines = lines;
	rd->cap = cap;
}

static void read_heads(struct reader *rd, struct str line, long at)
{
	size_t from = 0, n = 0;
	struct str part, heads[32];

	while (str_split(line, '\t', &from, &part)) {
		if (n == 32)
			bad(rd->file, at, "more than 32 columns");
		heads[n++] = part;
	}
	if (rd->overlay) {
		bool same = n == rd->t->columns;

		for (size_t i = 0; same && i < n; i++)
			same = str_eq(heads[i], rd->t->heads[i]);
		if (!same)
			bad(rd->file, at, "the columns are not those of the built-in table");
		return;
	}
	rd->t->heads = arena_array(&run, n, sizeof *heads);
	memcpy(rd->t->heads, heads, n * sizeof *heads);
	rd->t->columns = n;
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

static void split_cells(const struct table *t, const char *file, struct str line, long at, struct str *row)
{
	size_t n = 0;
	const char *end = line.p + line.n;

	for (const char *from = line.p, *tab; from <= end; from = tab + 1) {
		tab = next_tab(from, end);
		if (n == t->columns)
			bad(file, at, "more cells than columns");
		row[n++] = (struct str){from, (size_t)(tab - from)};
	}
	if (n != t->columns)
		bad(file, at, "fewer cells than columns");
}

static void read_row(struct reader *rd, struct str line, long at, size_t *base)
{
	struct table *t = rd->t;

	if (rd->overlay && line.p[0] == '!') {
		size_t before = count_key(t, str_from(line, 1), *base);

		if (!before)
			bad(rd->file, at, "no such key to delete");
		drop_key(t, str_from(line, 1), *base);
		*base -= before;
		return;
	}
	struct str *row = t->cells + t->rows * t->columns;

	split_cells(t, rd->file, line, at, row);
	t->files[t->rows] = rd->file;
	t->lines[t->rows] = at;
	t->rows++;
	if (rd->overlay) {
		size_t before = count_key(t, row[0], *base);

		if (before) {
			drop_key(t, row[0], *base);
			*base -= before;
		}
	}
}

static size_t count_lines(struct str text)
{
	size_t n = 1;

	for (const char *p = text.p, *end = p + text.n; p < end && (p = memchr(p, '\n', (size_t)(end - p))); p++)
		n++;
	return n;
}

/* The next line that is no comment; its number goes to *at, which begins with 0. */
static bool next_line(struct str text, size_t *from, long *at, struct str *line)
{
	while (str_split(text, '\n', from, line)) {
		++*at;
		if (line->n && line->p[line->n - 1] == '\r')
			line->n--;
		if (line->n && (line->p[0] != '#' || (line->n > 1 && line->p[1] != ' ')))
			return true;
	}
	return false;
}

static void read_text(struct reader *rd, struct str text)
{
	struct str line;
	size_t from = 0, base = rd->overlay ? rd->t->rows : 0;
	bool headed = false;

	for (long at = 0; next_line(text, &from, &at, &line);) {
		if (headed) {
			read_row(rd, line, at, &base);
			continue;
		}
		read_heads(rd, line, at);
		make_room(rd, count_lines(str_from(text, from)));
		headed = true;
	}
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

static const struct table_builtin *find_builtin(const char *name)
{
	const struct table_builtin *b = builtin(name);

	if (b)
		return b;
	diag_die("no table %s is built in", name);
}

static struct table *load(const char *name)
{
	const struct table_builtin *b = find_builtin(name);
	struct table *t = ARENA_NEW(&run, struct table);
	struct reader rd = {t, arena_printf(&run, "%s.tsv", name).p, 0, false};

	t->name = b->name;
	read_text(&rd, (struct str){b->begin, (size_t)(b->end - b->begin)});
	rd.overlay = true;
	for (int i = 0; i < overlay_count; i++) {
		struct buf text = {NULL, 0, 0};

		rd.file = arena_printf(&run, "%s/%s.tsv", overlays[i], name).p;
		if (read_file(rd.file, &text))
			read_text(&rd, arena_copy(&run, buf_str(&text)));
		buf_free(&text);
	}
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

void table_walk(struct table_walk *w, const char *name)
{
	const struct table_builtin *b = find_builtin(name);

	*w = (struct table_walk){.kept = overlay_count ? table_get(name) : NULL, .text = {b->begin, (size_t)(b->end - b->begin)}};
	if (w->kept) {
		w->head = *w->kept;
		w->most = w->kept->rows;
		return;
	}
	struct reader rd = {&w->head, arena_printf(&run, "%s.tsv", name).p, 0, false};
	struct str line;

	w->head.name = b->name;
	w->file = rd.file;
	if (next_line(w->text, &w->at, &w->line, &line))
		read_heads(&rd, line, w->line);
	w->cells = arena_array(&run, w->head.columns, sizeof *w->cells);
	w->most = count_lines(str_from(w->text, w->at));
}

bool table_next(struct table_walk *w)
{
	struct str line;

	if (!w->kept) {
		if (!next_line(w->text, &w->at, &w->line, &line))
			return false;
		split_cells(&w->head, w->file, line, w->line, w->cells);
		return true;
	}
	if (w->row == w->kept->rows)
		return false;
	w->cells = w->kept->cells + w->row * w->kept->columns;
	w->file = w->kept->files[w->row];
	w->line = w->kept->lines[w->row++];
	return true;
}

size_t table_column(const struct table *t, const char *head)
{
	for (size_t i = 0; i < t->columns; i++)
		if (str_eq(t->heads[i], str_of(head)))
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
