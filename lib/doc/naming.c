/* Knows how a document tells which place it speaks for and which names it will shorten. */
#include "doc/naming.h"

#include "doc/signer.h"
#include "doc/words.h"
#include "zh/org.h"
#include "zh/place.h"

enum { MOST_ALIASES = 256, MOST_COUNTED = 64, LONGEST_ALIAS = 60, LONGEST_NAME = 150, FRONT = 4, LONGEST_FRONT = 60 };

struct tally {
	const struct region *regions[MOST_COUNTED];
	size_t counts[MOST_COUNTED], n;
};

static void settle(struct context *c, const struct region *r)
{
	if (!c->region)
		c->region = r;
	for (; r; r = r->parent) {
		if (r->level == REGION_PROVINCE && !c->province)
			c->province = r;
		else if (r->level == REGION_CITY && !c->city)
			c->city = r;
		else if (r->level == REGION_COUNTY && !c->county)
			c->county = r;
	}
}

/* 县水利局和县财政局, 县水利局会同县财政局: between two bodies the word that joins them and 县 are no name of a place; nor are they in 要会同县财政局
 * and …，会同县财政局. */
static bool joins_bodies(struct str s, size_t at)
{
	const struct word *join = words_own(s, at, W_JOIN), *with = words_own(s, at, W_WITH), *w = join ? join : with;
	struct str before = str_sub(s, 0, at);

	if (!at || !w || !words_own(s, at + w->text.n, W_LEVEL))
		return false;
	if (with && (str_ends(before, STR(",")) || words_tail(before, W_MODAL) || words_tail(before, W_FUTURE) || words_tail(before, W_ADVERB) || words_tail(before, W_JOIN)))
		return true;
	return words_tail(before, W_DEPARTMENT) || words_tail(before, W_BODY) || words_tail(before, W_SUBOFFICE) || words_tail(before, W_CLASS);
}

static const struct region *region_within(struct str s)
{
	for (size_t i = 0, len; i < s.n; i += len) {
		size_t used;
		const struct region *r = region_chain(str_from(s, i), &used);

		if (r && !joins_bodies(s, i))
			return r;
		str_char(s, i, &len);
	}
	return NULL;
}

static void count_region(struct tally *t, const struct region *r)
{
	for (size_t i = 0; i < t->n; i++)
		if (t->regions[i] == r) {
			t->counts[i]++;
			return;
		}
	if (t->n < MOST_COUNTED) {
		t->regions[t->n] = r;
		t->counts[t->n++] = 1;
	}
}

/* Adds each region that s names to the tally of its level and of those above it. */
static void count_regions(struct tally *t, struct str s)
{
	for (size_t i = 0, len; i < s.n; i += len) {
		const struct region *r;
		size_t n = words_opens(s, i) & OPENS_REGION ? region_match(str_from(s, i), 1, &r) : 0;

		str_char(s, i, &len);
		if (!n || joins_bodies(s, i))
			continue;
		len = n;
		for (r = r->next_same ? NULL : r; r; r = r->parent)
			count_region(&t[r->level], r);
	}
}

static void count_all(struct tally *t, const struct outline *o)
{
	for (size_t i = 0; i < o->count; i++) {
		const struct para *p = &o->paras[i];

		for (size_t k = 0; p->kind == PARA_ROW && k < p->cell_count; k++)
			count_regions(t, p->cells[k]);
		if (p->kind != PARA_ROW)
			count_regions(t, p->s);
	}
}

/* The region named at least three times in five among those of its level, and more than once; how often goes to *times. */
static const struct region *most_named(const struct tally *t, size_t *times)
{
	size_t best = 0, all = 0;

	for (size_t i = 0; i < t->n; i++) {
		all += t->counts[i];
		if (t->counts[i] > t->counts[best])
			best = i;
	}
	*times = t->n ? t->counts[best] : 0;
	return t->n && t->counts[best] > 1 && t->counts[best] * 5 >= all * 3 ? t->regions[best] : NULL;
}

/* Under the title of a report: ——2020年7月20日在某县第九届人民代表大会第二次会议上. */
static const struct region *region_of_front(const struct head *h, const struct outline *o)
{
	const struct region *r = NULL;

	if (!h->title.n)
		return NULL;
	for (size_t i = 0; i < o->count && i < h->first_body + FRONT && !r; i++) {
		const struct para *p = &o->paras[i];

		if (p->s.p < h->title.p + h->title.n)
			continue;
		if (p->kind == PARA_ROW || p->level > 0)
			return NULL;
		if (str_chars(p->s) <= LONGEST_FRONT)
			r = region_within(p->s);
	}
	return r;
}

/* 青石综合实验区管委会 runs 青石综合实验区. */
static struct str zone_of(struct str issuer)
{
	const struct word *office = words_tail(issuer, W_BODY);
	struct str place = str_sub(issuer, 0, issuer.n - (office ? office->text.n : 0));

	return office && org_is_zone(place) ? place : STR("");
}

/* Whether a body of the country speaks: the place that its title names is what it speaks of. */
static bool is_central(struct context *c)
{
	struct org o;

	org_canonical(c->arena, c->issuer, STR(""), (struct ymd){0, 0, 0}, &o);
	return o.known && o.central;
}

void naming_regions(struct head *h, struct context *c, const struct outline *o)
{
	size_t used;

	if (h->issuer_count) {
		c->issuer = h->issuers[0];
		c->zone = zone_of(c->issuer);
		settle(c, region_chain(c->issuer, &used));
		c->place = c->region ? STR("") : signer_place(c->issuer);
	}
	if (c->region || (h->issuer_count && region_chain(h->title, &used) == NULL && h->issuer_count > 1))
		return;
	if (h->title.n)
		settle(c, region_within(h->title));
	/* 国务院办公厅关于某省…的函: 省 means that one, but 发展改革委 none of its. */
	if (c->region && h->issuer_count && is_central(c)) {
		c->region = NULL;
		return;
	}
	if (!c->region && !h->issuer_count)
		settle(c, region_of_front(h, o));
	if (c->region)
		return;
	size_t cities, counties, times;
	struct tally named[REGION_COUNTY + 1] = {{.n = 0}};

	count_all(named, o);
	const struct region *city = most_named(&named[REGION_CITY], &cities), *county = most_named(&named[REGION_COUNTY], &counties),
	                    *province = most_named(&named[REGION_PROVINCE], &times);
	bool sure;
	const struct region *own = place_of_number(h->number, &sure);

	if (own && (sure || own == province) && (!city || city->parent != own)) {
		c->province = own;
		return;
	}

	/* A county is counted as its city, too: where that is most of the count, the county is meant. */
	if (county && (!city || county->parent == city) && counties * 2 > cities && (!province || county->parent == province || county->parent->parent == province))
		settle(c, county);
	else if (city && (!province || city->parent == province))
		settle(c, city);
	else if (province)
		settle(c, province);
	/* What the text names most tells what 省 and 市 mean, not who issued it. */
	if (h->issuer_count)
		c->region = NULL;
}

/* ---- short names ---- */

/* “双优”政策: marks that stand within s and not around all of it stay. */
static struct str unquoted(struct str s)
{
	static const char *const marks[][2] = {{"“", "”"}, {"\"", "\""}, {"《", "》"}, {"「", "」"}, {"'", "'"}, {"‘", "’"}};

	for (bool again = true; again;) {
		again = false;
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
			struct str open = str_of(marks[i][0]), close = str_of(marks[i][1]);
			bool begins = s.n > open.n && str_starts(s, open), ends = s.n > close.n && str_ends(s, close);

			if (begins && (ends || !str_has(str_from(s, open.n), close)))
				s = str_from(s, open.n), again = true;
			if (ends && (begins || !str_has(str_sub(s, 0, s.n - close.n), open)))
				s = str_sub(s, 0, s.n - close.n), again = true;
		}
	}
	return str_trim(s);
}

/* The name before the bracket: a quoted title, a company, or whatever stands since the last boundary. */
static struct str name_before(struct str s, size_t open)
{
	struct str before = str_trim(str_sub(s, 0, open));
	size_t len;

	if (!before.n)
		return before;
	uint32_t last = str_last_char(before);

	if (last == 0x201D || last == 0x300B || last == '"') {
		uint32_t opening = last == 0x300B ? 0x300A : last == 0x201D ? 0x201C : '"';

		for (size_t i = str_before(before, before.n); i > 0 && before.n - i < LONGEST_NAME * 2;) {
			i = str_before(before, i);
			if (str_char(before, i, &len) == opening)
				return str_from(before, i);
		}
	}
	struct body b;
	size_t floor = before.n > LONGEST_NAME ? before.n - LONGEST_NAME : 0;

	while (floor < before.n && ((unsigned char)before.p[floor] & 0xC0) == 0x80)
		floor++;
	for (size_t i = before.n; i > floor;) {
		i = str_before(before, i);
		uint32_t ch = str_char(before, i, &len);

		if (ch == 0x3002 || ch == ',' || ch == ';' || ch == ':' || ch == 0x3001 || ch == 0x201D || ch == 0x300B) {
			floor = i + len;
			break;
		}
	}
	const struct word *firm = words_tail(before, W_FIRM);

	if (firm && body_before(before, floor, before.n - firm->text.n, before.n, &b))
		return b.s;
	if (body_before(before, floor, before.n, before.n, &b))
		return b.s;
	return str_from(before, floor);
}

/* 南河镇、北山镇和白石乡（以下统称三乡镇）: the whole list before the bracket. */
static struct str names_before(struct str s, size_t open)
{
	enum { MOST_NAMES = 64 };
	struct str all = name_before(s, open);
	const struct word *join;

	for (size_t n = 1; all.n && n < MOST_NAMES; n++) {
		struct str before = str_sub(s, 0, (size_t)(all.p - s.p));
		size_t joint = str_ends(before, STR("、")) ? strlen("、") : (join = words_tail(before, W_JOIN)) ? join->text.n : 0;
		struct str name = joint ? name_before(s, before.n - joint) : STR("");

		if (!name.n)
			break;
		all = str_sub(s, (size_t)(name.p - s.p), open);
	}
	return str_trim(all);
}

static void add_naming(struct head *h, struct context *c, struct str s, size_t close, struct str name, struct str alias)
{
	struct naming n = {unquoted(name), alias, {NULL, 0}};
	size_t len;
	long value;

	/* 第六条 某联席会议（以下简称联席会议） */
	if (outline_marker(n.name, &len, &value) && len < n.name.n)
		n.name = str_trim(str_from(n.name, len));
	size_t cap = c->alias_cap, ncap = h->naming_cap;

	/* （以下简称专项资金）, （以下简称“双优”政策）: no body. */
	if (words_tail(alias, W_PROGRAM) || words_tail(alias, W_FUND) || words_tail(alias, W_TITLE))
		return;
	/* 支持对象（以下简称“企业”）, …应具有法人资格（以下简称申报单位）: who is such, no name. */
	bool named = words_tail(n.name, W_FIRM) || words_tail(n.name, W_BODY) || words_tail(n.name, W_DEPARTMENT);

	if (words_of(n.name, 0, W_CONDITION) || (words_is(alias, W_CLASS) && !named))
		return;
	if (!n.name.n || !alias.n || alias.n > LONGEST_ALIAS)
		return;
	n.s = str_sub(s, (size_t)(n.name.p - s.p), close);
	*ARENA_PUSH(c->arena, h->namings, h->naming_count, ncap) = n;
	h->naming_cap = ncap;
	*ARENA_PUSH(c->arena, c->aliases, c->alias_count, cap) = (struct alias){alias, n.name};
	if (!c->alias_heads)
		c->alias_heads = ARENA_NEW(c->arena, struct phrase_filter);
	phrase_filter_add(c->alias_heads, str_char(alias, 0, &len));
	c->alias_cap = cap;
}

static void read_paragraph(struct head *h, struct context *c, struct str s)
{
	enum { LONGEST = 3 * LONGEST_ALIAS }; /* bytes of a bracket, with its word and the marks around the name */

	for (size_t at = str_find(s, STR("("), 0); at < s.n && c->alias_count < MOST_ALIASES; at = str_find(s, STR("("), at + 1)) {
		const struct word *w = words_of(s, at + 1, W_ALIAS);
		struct str near = str_sub(s, 0, s.n - at > LONGEST ? at + LONGEST : s.n);
		size_t close = w ? str_find(near, STR(")"), at) : near.n;

		if (close == near.n)
			continue;
		struct str alias = str_trim(str_sub(s, at + 1 + w->text.n, close));

		if (str_starts(alias, STR(":")) || str_starts(alias, STR(",")))
			alias = str_trim(str_from(alias, 1));
		add_naming(h, c, s, close + 1, str_eq(w->arg, STR("all")) ? names_before(s, at) : name_before(s, at), unquoted(alias));
	}
}

void naming_aliases(struct head *h, struct context *c, const struct outline *o)
{
	for (size_t i = 0; i < o->count; i++)
		if (o->paras[i].kind != PARA_ROW)
			read_paragraph(h, c, o->paras[i].s);
}
