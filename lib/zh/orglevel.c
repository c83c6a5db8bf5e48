/* Knows what regions are beside their level, which words stand for them, and the bodies and words around them that
 * names of departments share. */
#include "base/diag.h"
#include "base/table.h"
#include "zh/orgwords.h"
#include "zh/phrases.h"

/* What a region is beside its level: 南宁市 a capital. */
struct rank {
	struct str name; /* of the region, or its suffix */
	unsigned level;
	bool suffix;
};

static struct arena run;
static struct level_word *levels;
static size_t level_count;
static struct rank *ranks;
static size_t rank_count;
static struct str *zones;
static size_t zone_count;
static struct phrase_filter zone_ends; /* the last characters of zones */
static struct host *hosts;
static size_t host_count;
static struct stem government_stem;
static struct form government = {.stem = &government_stem};
static struct ending *endings;
static struct str *never; /* beginnings in which a level word is none */
static size_t ending_count, never_count;
static struct joint {
	struct str word;
	bool loose;
} *joints;
static size_t joint_count;

struct ranks orglevel_read(const struct table *t, size_t row, struct str cell)
{
	static const char letters[] = "pmcxtakdulnhs";
	unsigned set[2] = {0, 0}, side = 0;

	for (size_t i = 0; i < cell.n; i++) {
		const char *at = strchr(letters, cell.p[i]);

		if (cell.p[i] == '-' && !side)
			side = 1;
		else if (!at || !*at)
			table_bad(t, row, "levels are letters of p m c x t a k d u l n h s, and behind - those left out");
		else
			set[side] |= 1u << (at - letters);
	}
	return (struct ranks){set[0], set[1]};
}

char orglevel_cut(struct str text, struct around *out)
{
	const char *open = text.n ? memchr(text.p, '{', text.n) : NULL;
	size_t at = open ? (size_t)(open - text.p) : text.n;

	*out = (struct around){STR(""), text};
	if (at + 3 > text.n || text.p[at + 2] != '}')
		return 0;
	*out = (struct around){str_sub(text, 0, at), str_from(text, at + 3)};
	return text.p[at + 1];
}

static void read_ways(struct host *h, struct str list)
{
	struct str way;

	h->ways = ARENA_ARRAY(&run, struct around, list.n / 4 + 2);
	h->ways[h->way_count++] = h->name;
	for (size_t at = 0; str_split(list, '|', &at, &way);)
		orglevel_cut(way, &h->ways[h->way_count++]);
}

static void read_hosts(const struct table *t)
{
	hosts = ARENA_ARRAY(&run, struct host, t->rows + 1);
	for (host_count = 0; host_count < t->rows; host_count++) {
		struct host *h = &hosts[host_count];
		struct str letter = table_cell(t, host_count, 0);

		h->letter = letter.p[0];
		if (letter.n != 1 || strchr("RSMW", h->letter))
			table_bad(t, host_count, "a host is one letter, and none of R S M W");
		if (orglevel_cut(table_cell(t, host_count, table_column(t, "name")), &h->name) != 'R')
			table_bad(t, host_count, "the name has no {R}");
		read_ways(h, table_cell(t, host_count, table_column(t, "forms")));
		h->ranks = orglevel_read(t, host_count, table_cell(t, host_count, table_column(t, "levels")));
	}
}

/* Whatever the government is called: a region alone is taken for it. */
static void find_government(void)
{
	government_stem = (struct stem){.mark = 'R', .host = GOVERNMENT};
	for (size_t i = 0; i < host_count; i++)
		if (hosts[i].letter == GOVERNMENT)
			government_stem.ranks.any |= hosts[i].ranks.any;
}

static void add_zone(struct str word)
{
	zones[zone_count++] = word;
	phrase_filter_add(&zone_ends, str_last_char(word));
}

/* A row that tells what a region is, by its name or its suffix. */
static bool read_rank_row(struct str word, struct str suffix, struct str what)
{
	static const struct {
		const char *what;
		unsigned level;
		bool suffix;
	} kinds[] = {{"capital", LEVEL_CAPITAL, false}, {"planned", LEVEL_PLANNED, false},   {"customs", LEVEL_CUSTOMS, false},
	             {"maritime", LEVEL_MARITIME, false}, {"party", LEVEL_AUTONOMOUS, true}, {"district", LEVEL_DISTRICT, true},
	             {"league", LEVEL_LEAGUE, true}};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (str_eq(what, str_of(kinds[i].what))) {
			ranks[rank_count++] = (struct rank){kinds[i].suffix ? suffix : word, kinds[i].level, kinds[i].suffix};
			return true;
		}
	return false;
}

static void read_level_row(const struct table *t, size_t row)
{
	struct str word = table_cell(t, row, 0), suffix = table_cell(t, row, table_column(t, "suffix"));
	struct str what = table_cell(t, row, table_column(t, "forms"));

	if (str_eq(what, STR("zone")))
		add_zone(word);
	else if (str_eq(what, STR("any")) || str_eq(what, STR("upper")))
		levels[level_count++] = (struct level_word){word, suffix, str_eq(what, STR("upper"))};
	else if (!read_rank_row(word, suffix, what))
		table_bad(t, row, "forms is none of any, upper, zone, capital, planned, customs, maritime, party, district, league");
}

static void read_levels(const struct table *t)
{
	levels = ARENA_ARRAY(&run, struct level_word, t->rows + 1);
	ranks = ARENA_ARRAY(&run, struct rank, t->rows + 1);
	zones = ARENA_ARRAY(&run, struct str, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++)
		read_level_row(t, row);
}

static void read_endings(const struct table *t)
{
	size_t where = table_column(t, "where");

	endings = ARENA_ARRAY(&run, struct ending, t->rows + 1);
	never = ARENA_ARRAY(&run, struct str, t->rows + 1);
	joints = ARENA_ARRAY(&run, struct joint, t->rows + 1);
	for (size_t row = 0; row < t->rows; row++) {
		struct str word = table_cell(t, row, 0), place = table_cell(t, row, where);

		bool none = str_eq(place, STR("none"));

		if (str_eq(place, STR("never")))
			never[never_count++] = word;
		else if (str_eq(place, STR("joint")) || str_eq(place, STR("loose")))
			joints[joint_count++] = (struct joint){word, str_eq(place, STR("loose"))};
		else if (!none && !str_eq(place, STR("any")) && !str_eq(place, STR("level")) && !str_eq(place, STR("part")))
			table_bad(t, row, "where is none of any, level, part, none, never, joint, loose");
		else
			endings[ending_count++] = (struct ending){word, !str_eq(place, STR("level")), str_eq(place, STR("part")), none};
	}
}

void orglevel_load(void)
{
	if (levels)
		return;
	read_hosts(table_get("org-host"));
	find_government();
	read_levels(table_get("org-level"));
	read_endings(table_get("org-ending"));
}

unsigned orglevel_rank(const struct region *r)
{
	unsigned rank = r->level == REGION_COUNTY ? LEVEL_COUNTY
	                : r->level == REGION_CITY ? LEVEL_CITY
	                : r->municipality         ? LEVEL_MUNICIPALITY
	                                          : LEVEL_PROVINCE;

	for (size_t i = 0; i < rank_count; i++)
		if (str_eq(ranks[i].name, ranks[i].suffix ? r->suffix : r->name))
			rank |= ranks[i].level;
	return rank;
}

const struct host *orglevel_hosts(size_t *n)
{
	*n = host_count;
	return hosts;
}

const struct host *orglevel_host(char letter, unsigned rank)
{
	for (size_t i = 0; i < host_count; i++)
		if (hosts[i].letter == letter && orglevel_fits(hosts[i].ranks, rank))
			return &hosts[i];
	return NULL;
}

const struct level_word *orglevel_words(size_t *n)
{
	*n = level_count;
	return levels;
}

size_t orglevel_at(struct str s)
{
	size_t found = 0;

	for (size_t i = 0; i < level_count; i++)
		if (str_starts(s, levels[i].word) && levels[i].word.n > found)
			found = levels[i].word.n;
	for (size_t i = 0; i < never_count; i++)
		if (str_starts(s, never[i]))
			return 0;
	return found;
}

bool orglevel_is_zone(struct str s)
{
	if (!phrase_filter_has(&zone_ends, str_last_char(s)))
		return false;
	for (size_t i = 0; i < zone_count; i++)
		if (str_ends(s, zones[i]))
			return true;
	return false;
}

size_t orglevel_joint(struct str s, bool *loose)
{
	size_t found = 0;

	for (size_t i = 0; i < joint_count; i++)
		if (str_starts(s, joints[i].word) && joints[i].word.n > found) {
			found = joints[i].word.n;
			*loose = joints[i].loose;
		}
	return found;
}

bool orglevel_is_zone_word(struct str s)
{
	for (size_t i = 0; i < zone_count; i++)
		if (str_eq(s, zones[i]))
			return true;
	return false;
}

const struct ending *orglevel_ending(struct str s)
{
	const struct ending *best = NULL;

	for (size_t i = 0; i < ending_count; i++)
		if (str_ends(s, endings[i].word) && s.n + endings[i].none > endings[i].word.n && (!best || endings[i].word.n > best->word.n))
			best = &endings[i];
	return best && !best->none ? best : NULL;
}

struct str orglevel_ungoverned(struct str s)
{
	for (size_t i = 0; i < host_count; i++)
		for (size_t k = 0; hosts[i].letter == GOVERNMENT && k < hosts[i].way_count; k++)
			if (s.n > hosts[i].ways[k].tail.n && str_ends(s, hosts[i].ways[k].tail))
				return str_sub(s, 0, s.n - hosts[i].ways[k].tail.n);
	return s;
}

const struct form *orglevel_government(void)
{
	return &government;
}
