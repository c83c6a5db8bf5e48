/* Knows in which ways two names of one body differ: short forms, endings, characters that a scanner confuses. */
#include "verb/samebody.h"

#include "base/table.h"
#include "zh/region.h"

struct ending {
	struct str suffix, kind;
	bool bureau;
};

/* A character that scanners read for another one. */
struct slip {
	struct str wrong, right;
};

static struct arena run;
static struct ending *endings;
static size_t ending_count;
static struct slip *slips;
static size_t slip_count, slip_cap;
static struct str *levels;
static size_t level_count;

static void load_endings(void)
{
	const struct table *t = table_get("org-class");
	size_t kind = table_column(t, "class"), bureau = table_column(t, "bureau");

	endings = ARENA_ARRAY(&run, struct ending, t->rows + 1);
	for (; ending_count < t->rows; ending_count++)
		endings[ending_count] = (struct ending){table_cell(t, ending_count, 0), table_cell(t, ending_count, kind),
		                                        str_eq(table_cell(t, ending_count, bureau), STR("yes"))};
}

static void load_levels(void)
{
	const struct table *t = table_get("org-level");

	levels = ARENA_ARRAY(&run, struct str, t->rows + 1);
	for (; level_count < t->rows; level_count++)
		levels[level_count] = table_cell(t, level_count, 0);
}

static void add_slip(struct slip s)
{
	for (size_t i = 0; i < slip_count; i++)
		if (str_eq(slips[i].wrong, s.wrong) && str_eq(slips[i].right, s.right))
			return;
	*ARENA_PUSH(&run, slips, slip_count, slip_cap) = s;
}

/* The one character in which two words differ; false when they do in more. */
static bool differ_in_one(struct str wrong, struct str right, struct slip *out)
{
	size_t n = 0, a, b, i = 0, k = 0;

	for (; i < wrong.n && k < right.n; i += a, k += b) {
		str_char(wrong, i, &a);
		str_char(right, k, &b);
		if (str_eq(str_sub(wrong, i, i + a), str_sub(right, k, k + b)))
			continue;
		*out = (struct slip){str_sub(wrong, i, i + a), str_sub(right, k, k + b)};
		n++;
	}
	return n == 1 && i == wrong.n && k == right.n;
}

/* The table of slips has words; which characters look alike is in them. */
static void load_slips(void)
{
	const struct table *t = table_get("confusions");
	size_t wrong = table_column(t, "wrong"), right = table_column(t, "right");
	struct slip s = {{NULL, 0}, {NULL, 0}};

	for (size_t i = 0; i < t->rows; i++)
		if (differ_in_one(table_cell(t, i, wrong), table_cell(t, i, right), &s))
			add_slip(s);
}

void samebody_load(void)
{
	if (endings)
		return;
	load_endings();
	load_levels();
	load_slips();
}

static struct str drop_level(struct str s)
{
	size_t longest = 0;

	for (size_t i = 0; i < level_count; i++)
		if (str_starts(s, levels[i]) && levels[i].n > longest && levels[i].n < s.n)
			longest = levels[i].n;
	return str_from(s, longest);
}

void samebody_part(struct str name, struct body_parts *out)
{
	size_t used = 0;
	const struct region *r = region_chain(name, &used);

	*out = (struct body_parts){.stem = name};
	if (r && used < name.n) {
		out->region = r->code;
		out->stem = str_from(name, used);
	}
	out->bare = out->region.n ? out->stem : drop_level(out->stem);
	for (size_t i = 0; i < ending_count; i++)
		if (str_ends(out->stem, endings[i].suffix) && endings[i].suffix.n > out->ending) {
			out->kind = endings[i].kind;
			out->bureau = endings[i].bureau;
			out->ending = endings[i].suffix.n;
		}
}

static bool is_subsequence(struct str brief, struct str full)
{
	size_t i = 0, a, b;

	for (size_t k = 0; k < full.n && i < brief.n; k += b) {
		str_char(full, k, &b);
		str_char(brief, i, &a);
		if (str_eq(str_sub(brief, i, i + a), str_sub(full, k, k + b)))
			i += a;
	}
	return i == brief.n;
}

bool samebody_is_short(const struct body_parts *brief, struct str brief_stem, const struct body_parts *full)
{
	enum { FEWEST = 2, MOST_TIMES = 3 };
	struct str stem = full->bare;
	size_t first, core, whole;

	if (brief->kind.n == 0 || !str_eq(brief->kind, full->kind) || brief_stem.n >= stem.n || brief_stem.n <= brief->ending)
		return false;
	core = str_chars(str_sub(brief_stem, 0, brief_stem.n - brief->ending));
	whole = str_chars(str_sub(stem, 0, stem.n - full->ending));
	str_char(brief_stem, 0, &first);
	return core >= FEWEST && whole <= MOST_TIMES * core && str_starts(stem, str_sub(brief_stem, 0, first)) && is_subsequence(brief_stem, stem);
}

bool samebody_mended(struct str name, size_t at, struct buf *out)
{
	size_t len;

	for (size_t i = 0; i < name.n; i += len) {
		str_char(name, i, &len);
		for (size_t k = 0; k < slip_count; k++)
			if (str_eq(slips[k].wrong, str_sub(name, i, i + len)) && at-- == 0) {
				buf_clear(out);
				buf_add(out, str_sub(name, 0, i));
				buf_add(out, slips[k].right);
				buf_add(out, str_from(name, i + len));
				return true;
			}
	}
	return false;
}
