/* Knows how names of regions and bodies are written in the test tables.
 *
 *   names-test region|org|stem FILE
 *   names-test speed            nanoseconds a call of the matchers, on text without and with names
 *
 * A file has "# " comments, a row of column names and rows; an absent cell is `-`. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/arena.h"
#include "base/buf.h"
#include "zh/org.h"
#include "zh/region.h"

enum { MOST_CELLS = 8 };

static struct arena run;
static struct buf got;

static struct str present(struct str cell)
{
	return str_eq(cell, STR("-")) ? STR("") : cell;
}

static void add_code(const struct region *r)
{
	buf_add(&got, r ? r->code : STR("-"));
}

static void show_match(struct str text, int shorts)
{
	const struct region *r = NULL;
	size_t used = region_match(text, shorts, &r);

	if (used)
		buf_printf(&got, "%.*s ", (int)used, text.p);
	add_code(used ? r : NULL);
}

static void show_chain(struct str text)
{
	size_t used;
	const struct region *r = region_chain(text, &used);

	if (used)
		buf_printf(&got, "%.*s ", (int)used, text.p);
	add_code(r);
}

static void show_fields(struct str text)
{
	const struct region *r = region_find(text, NULL);

	if (!r)
		buf_add(&got, STR("-"));
	else
		buf_printf(&got, "%.*s %.*s %.*s %d", STR_ARGS(r->short_name), STR_ARGS(r->suffix),
		           STR_ARGS(r->parent ? r->parent->name : STR("-")), r->until);
}

/* Columns: call, text, within, expected, reason. */
static struct str region_row(const struct str *cell)
{
	struct str within = present(cell[2]);

	if (str_starts(cell[0], STR("match")))
		show_match(cell[1], cell[0].p[5] - '0');
	else if (str_eq(cell[0], STR("find")))
		add_code(region_find(cell[1], within.n ? region_find(within, NULL) : NULL));
	else if (str_eq(cell[0], STR("chain")))
		show_chain(cell[1]);
	else
		show_fields(cell[1]);
	return cell[3];
}

/* Columns: input, issuer, year or month, name, verdict (known, generic, unknown), reason, and source, which is not read. The canonical name of a known body must
 * be its own canonical name. */
static struct str org_row(const struct str *cell)
{
	struct ymd when = {atoi(cell[2].p), cell[2].n == 7 ? atoi(cell[2].p + 5) : 0, 0};
	struct org org, again;

	org_canonical(&run, cell[0], present(cell[1]), when, &org);
	buf_printf(&got, "%.*s %s", STR_ARGS(org.name), org.known ? "known" : org.generic ? "generic" : "unknown");
	org_canonical(&run, org.name, present(cell[1]), when, &again);
	if (!str_eq(org.name, again.name) || org.known != again.known)
		buf_printf(&got, " and then %.*s", STR_ARGS(again.name));
	return arena_printf(&run, "%.*s %.*s", STR_ARGS(cell[3]), STR_ARGS(cell[4]));
}

/* Columns: text, matched, reason. */
static struct str stem_row(const struct str *cell)
{
	size_t used = org_stem_match(cell[0]);

	buf_add(&got, used ? str_sub(cell[0], 0, used) : STR("-"));
	return cell[1];
}

static struct str read_all(const char *path)
{
	static struct buf text;
	FILE *f = fopen(path, "rb");

	if (!f) {
		fprintf(stderr, "names-test: cannot read %s\n", path);
		exit(2);
	}
	for (size_t n = 1; n; text.n += n)
		n = fread(buf_room(&text, 65536), 1, 65536, f);
	fclose(f);
	return buf_str(&text);
}

static int run_file(const char *path, size_t columns, struct str (*row)(const struct str *))
{
	struct str text = read_all(path), line, cell[MOST_CELLS];
	long at = 0, passed = 0, failed = 0;
	bool headed = false;

	for (size_t from = 0; str_split(text, '\n', &from, &line);) {
		size_t n = 0;

		at++;
		if (line.n == 0 || str_starts(line, STR("# ")))
			continue;
		for (size_t c = 0; n < columns && str_split(line, '\t', &c, &cell[n]);)
			n++;
		if (n == columns && !headed) {
			headed = true;
			continue;
		}
		buf_clear(&got);
		struct str expected = n == columns ? row(cell) : STR("a whole row");

		if (str_eq(buf_str(&got), expected)) {
			passed++;
			continue;
		}
		failed++;
		printf("%s:%ld: %.*s: expected \"%.*s\", got \"%.*s\"\n", path, at, STR_ARGS(line), STR_ARGS(expected),
		       STR_ARGS(buf_str(&got)));
	}
	printf("%ld passed, %ld failed\n", passed, failed);
	return failed || !passed;
}

static double nanoseconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void time_text(const char *what, struct str text)
{
	enum { ROUNDS = 20000 };
	size_t len, calls = 0, found = 0;
	double start = nanoseconds();

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < text.n; i += len, calls++) {
			str_char(text, i, &len);
			found += region_match(str_from(text, i), 1, NULL) + org_stem_match(str_from(text, i));
		}
	printf("%s: %.1f ns for both matchers at a character (%zu)\n", what, (nanoseconds() - start) / (double)calls, found);
}

static int speed(void)
{
	time_text("plain", STR("对首次通过认定的高新技术企业给予一次性奖励二十万元，由企业所在地和上一级财政按比例分担。"));
	time_text("names", STR("由自治区科技厅牵头，财政厅、发展改革委、柳州市人民政府配合，桂林、南宁海关支持。"));
	return 0;
}

int main(int argc, char **argv)
{
	double start = nanoseconds();

	org_load();
	if (argc == 2 && strcmp(argv[1], "speed") == 0) {
		printf("load: %.2f ms\n", (nanoseconds() - start) / 1e6);
		return speed();
	}
	if (argc == 3 && strcmp(argv[1], "region") == 0)
		return run_file(argv[2], 5, region_row);
	if (argc == 3 && strcmp(argv[1], "org") == 0)
		return run_file(argv[2], 6, org_row);
	if (argc == 3 && strcmp(argv[1], "stem") == 0)
		return run_file(argv[2], 3, stem_row);
	fprintf(stderr, "usage: names-test region|org|stem FILE, or names-test speed\n");
	return 2;
}
