/* Knows the names that the user gives to bodies and places, and where and when each of them holds. */
#include "verb/alias.h"

#include "base/diag.h"
#include "base/names.h"
#include "base/table.h"
#include "verb/userfile.h"
#include "zh/likename.h"
#include "zh/region.h"

enum { WRITTEN, CANONICAL, REGION, FROM, UNTIL, CELLS };
enum { MOST_FILES = 64 };

struct alias {
	struct str canonical;
	struct str region; /* code; empty: everywhere */
	int from, until;   /* years; 0: open */
	const char *file;
	long line;
	size_t next;       /* another of the same name: its place + 1 */
};

static const char *const columns[] = {"written", "canonical", "region", "from", "until", NULL};
/* What --suggest-aliases writes behind them. */
static const char *const suggested[] = {"reason", "score", "count", "doc", "id", NULL};
static const struct userfile form = {"--aliases", columns, 2, suggested};

static struct arena run;
static const char *files[MOST_FILES];
static size_t file_count;
static struct names keys;   /* of the written names */
static size_t *heads;       /* by key: the first alias + 1 */
static size_t heads_cap;
static struct alias *aliases;
static size_t alias_count, alias_cap;

void alias_file(const char *file)
{
	if (file_count == MOST_FILES)
		diag_die("more than %d --aliases", MOST_FILES);
	files[file_count++] = file;
}

static long find_key(struct str written)
{
	struct buf b = {NULL, 0, 0};

	likename_put(written, &b);
	long key = b.n ? names_find(&keys, buf_str(&b)) : NAMES_NONE;

	buf_free(&b);
	return key;
}

/* The alias whose key that is takes its place in front of those that were there. */
static size_t *add_key(const struct userfile_row *row, struct str written)
{
	struct buf b = {NULL, 0, 0};

	likename_put(written, &b);
	if (b.n == 0)
		userfile_bad(row, "%s: a name is wanted", columns[WRITTEN]);
	size_t before = keys.n, key = names_add(&keys, buf_str(&b));

	buf_free(&b);
	if (key == before)
		*ARENA_PUSH(&run, heads, before, heads_cap) = 0;
	return &heads[key];
}

static int read_year(const struct userfile_row *row, size_t cell)
{
	struct str s = userfile_text(row, &form, cell);
	int year = 0;

	for (size_t i = 0; i < s.n; i++)
		year = s.p[i] >= '0' && s.p[i] <= '9' && year < 10000 ? year * 10 + (s.p[i] - '0') : 10000;
	if (s.n && (year < 1000 || year > 9999))
		userfile_bad(row, "%s: a year like 2018 is wanted, not \"%.*s\"", columns[cell], STR_ARGS(s));
	return year;
}

static bool is_code(struct str s)
{
	const struct table *t = table_get("regions");
	size_t code = table_column(t, "code");

	for (size_t i = 0; i < t->rows; i++)
		if (str_eq(table_cell(t, i, code), s))
			return true;
	return false;
}

/* A region by its code, its name or its chain of names, as a code. */
static struct str read_region(const struct userfile_row *row)
{
	struct str s = userfile_text(row, &form, REGION);
	const struct region *found, *all[2];
	size_t used = 0;

	if (s.n == 0 || is_code(s))
		return s;
	found = region_find(s, NULL);
	if (!found)
		found = region_chain(s, &used);
	if (found && (used == 0 || used == s.n))
		return found->code;
	if (region_all(s, all, 2) > 1)
		userfile_bad(row, "region: several are named %.*s: its code, or a name with the city before it, is wanted", STR_ARGS(s));
	userfile_bad(row, "region: no region is named %.*s", STR_ARGS(s));
}

static bool overlaps(const struct alias *a, const struct alias *b)
{
	return (!a->until || !b->from || b->from <= a->until) && (!b->until || !a->from || a->from <= b->until);
}

/* Which of two contradicting rows is meant nobody can know. */
static void check_others(const struct userfile_row *row, const struct alias *a)
{
	for (size_t at = a->next; at; at = aliases[at - 1].next) {
		const struct alias *b = &aliases[at - 1];

		if (str_eq(a->region, b->region) && overlaps(a, b) && !str_eq(a->canonical, b->canonical))
			userfile_bad(row, "contradicts %s:%ld, where the same name is %.*s", b->file, b->line, STR_ARGS(b->canonical));
	}
}

static void add_row(void *ctx, const struct userfile_row *row)
{
	struct str written = userfile_text(row, &form, WRITTEN);
	struct alias a = {.canonical = userfile_text(row, &form, CANONICAL), .file = row->file, .line = row->line};

	(void)ctx;
	if (a.canonical.n == 0)
		userfile_bad(row, "%s: a name is wanted", columns[CANONICAL]);
	a.region = read_region(row);
	a.from = read_year(row, FROM);
	a.until = read_year(row, UNTIL);
	if (a.from && a.until && a.from > a.until)
		userfile_bad(row, "from is after until");
	size_t *head = add_key(row, written);

	a.next = *head;
	check_others(row, &a);
	*ARENA_PUSH(&run, aliases, alias_count, alias_cap) = a;
	*head = alias_count;
}

void alias_load(void)
{
	if (file_count)
		region_load();
	for (size_t i = 0; i < file_count; i++)
		userfile_read(&form, files[i], &run, add_row, NULL);
	file_count = 0;
}

/* The first region that the issuer names, if it is one. */
static const struct region *issuer_region(struct str issuer)
{
	size_t used, len;

	for (size_t i = 0; i < issuer.n; i += len) {
		const struct region *r = region_chain(str_from(issuer, i), &used);

		if (r || used)
			return r;
		str_char(issuer, i, &len);
	}
	return NULL;
}

struct str alias_issuer_region(struct str issuer)
{
	const struct region *r = issuer_region(issuer);

	return r ? r->code : STR("");
}

static bool holds_then(const struct alias *a, struct ymd when)
{
	if (!a->from && !a->until)
		return true;
	return when.year && (!a->from || when.year >= a->from) && (!a->until || when.year <= a->until);
}

/* The alias for exactly that region that holds then. */
static const struct alias *find_in(size_t at, struct str region, struct ymd when)
{
	for (; at; at = aliases[at - 1].next)
		if (str_eq(aliases[at - 1].region, region) && holds_then(&aliases[at - 1], when))
			return &aliases[at - 1];
	return NULL;
}

struct str alias_find(struct str written, struct str issuer, struct ymd when)
{
	long key = alias_count ? find_key(str_trim(written)) : NAMES_NONE;
	const struct alias *found = NULL;

	if (key == NAMES_NONE)
		return (struct str){NULL, 0};
	for (const struct region *r = issuer_region(issuer); r && !found; r = r->parent)
		found = find_in(heads[key], r->code, when);
	if (!found)
		found = find_in(heads[key], STR(""), when);
	return found ? found->canonical : (struct str){NULL, 0};
}

bool alias_org(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out)
{
	struct str name = alias_find(full, issuer, when);

	if (!name.p) {
		org_canonical(a, full, issuer, when, out);
		return false;
	}
	*out = (struct org){.name = name, .known = true};
	return true;
}
