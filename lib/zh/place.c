/* Knows which region a text names: how names follow each other, which of several regions of a name is meant, and when a name is not that of
 * the region but part of another one. */
#include "zh/place.h"

#include "zh/placerest.h"
#include "zh/placewords.h"

enum { MOST_NAMES = 256 };

/* Regions that the names read so far may mean. */
struct set {
	const struct region *r[PLACE_MOST];
	enum region_form form[PLACE_MOST];
	size_t n;
};

/* A chain on its way: the last of its names ends at `at`. */
struct chain {
	size_t at;
	int links;
	bool county; /* its last name is that of a county or smaller */
	enum region_form form; /* of the last name */
	struct set set;
};

struct reader {
	struct str s;
	size_t start; /* of the chain at hand */
	int links;    /* of that */
	const struct place_context *c;
	bool old;     /* old names count too */
	const struct region *home;
	bool home_known;
	struct place *out;
};

enum verdict {
	TAKEN,   /* the outcome is told */
	LEFT,    /* this name is part of another one: a shorter chain may be none */
	REFUSED  /* neither this chain nor a shorter one is a place of its own */
};

void place_load(void)
{
	placewords_load();
}

/* Where the issuer is. */

const struct region *place_of_issuer(struct str issuer)
{
	size_t len, used;

	for (size_t i = 0; i < issuer.n; i += len) {
		const struct region *r = region_chain(str_from(issuer, i), &used);

		if (r)
			return r;
		str_char(issuer, i, &len);
	}
	return NULL;
}

static const struct region *home_of(struct reader *rd)
{
	if (!rd->home_known)
		rd->home = place_of_issuer(rd->c->issuer);
	rd->home_known = true;
	return rd->home;
}

/* The nearest region at or above the issuer's own that has the suffix: 区 is the district's or the autonomous region's. */
static const struct region *home_with(struct reader *rd, struct str suffix)
{
	const struct region *r = home_of(rd);

	while (r && !str_ends(r->suffix, suffix))
		r = r->parent;
	return r;
}

/* Which of several. */

static bool is_same_code(const struct region *a, const struct region *b, size_t digits)
{
	return memcmp(a->code.p, b->code.p, digits) == 0;
}

/* Whether a was ever a part of b: a district whose city has had another name (襄樊市樊城区) has today's as its parent, and the code tells. */
static bool lies_in(const struct region *a, const struct region *b)
{
	if (a == b || a->level <= b->level)
		return false;
	if (region_under(a, b))
		return true;
	int from = a->from > b->from ? a->from : b->from, a_end = a->until ? a->until : REGION_TODAY, b_end = b->until ? b->until : REGION_TODAY;

	return is_same_code(a, b, b->level == REGION_PROVINCE ? 2 : 4) && from <= (a_end < b_end ? a_end : b_end);
}

/* Today's codes of a region; its own where it has not ended. */
static struct str codes_now(const struct region *r)
{
	return r->until ? r->now : r->code;
}

/* Whether b is what became of a. */
static bool follows(const struct region *b, const struct region *a)
{
	int b_end = b->until ? b->until : REGION_TODAY;

	return a->until && a->until < b_end && codes_now(a).n && str_starts(codes_now(a), str_sub(codes_now(b), 0, 6)) && codes_now(b).n;
}

static void keep(struct set *s, size_t *n, size_t i)
{
	s->r[*n] = s->r[i];
	s->form[(*n)++] = s->form[i];
}

/* How well a region suits the year: 0 it was there then, 1 it is today's, 2 it has ended. */
static int time_class(const struct region *r, int year)
{
	return year && region_in(r, year) ? 0 : r->until ? 2 : 1;
}

static void keep_best_time(struct set *s, int year)
{
	int best = 3;
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		if (time_class(s->r[i], year) < best)
			best = time_class(s->r[i], year);
	for (size_t i = 0; i < s->n; i++)
		if (time_class(s->r[i], year) == best)
			keep(s, &n, i);
	s->n = n;
}

/* Of what a place was in turn the last counts. */
static void drop_followed(struct set *s)
{
	struct set all = *s;
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++) {
		bool followed = false;

		for (size_t k = 0; k < all.n; k++)
			followed = followed || (k != i && (follows(all.r[k], all.r[i]) || (k < i && all.r[k] == all.r[i])));
		if (!followed)
			keep(s, &n, i);
	}
	s->n = n;
}

/* How good a claim to its name a region has: the province before all (吉林); a full name before a short one; a city before the counties
 * that share its short name with it (西安), unless that is an everyday word. */
static int claim(const struct set *s, size_t i)
{
	const struct region *r = s->r[i];

	if (r->level == REGION_PROVINCE)
		return 0;
	if (s->form[i] == REGION_FULL)
		return 1;
	if (s->form[i] == REGION_MIDDLE)
		return 2;
	return r->level == REGION_CITY && r->word == REGION_WORD_NO ? 3 : 4;
}

static void keep_best_claim(struct set *s)
{
	int best = 5;
	size_t n = 0;
	struct set all;

	for (size_t i = 0; i < s->n; i++)
		if (claim(s, i) < best)
			best = claim(s, i);
	for (size_t i = 0; i < s->n; i++)
		if (claim(s, i) == best)
			keep(s, &n, i);
	s->n = n;
	all = *s;
	n = 0;
	for (size_t i = 0; i < all.n; i++) {
		bool inside = false;

		for (size_t k = 0; k < all.n; k++)
			inside = inside || lies_in(all.r[i], all.r[k]);
		if (!inside)
			keep(s, &n, i);
	}
	s->n = n;
}

/* The one region of several that is nearest to the issuer: in its county, its city, its province. */
static void keep_nearest(struct reader *rd, struct set *s)
{
	for (const struct region *h = home_of(rd); h; h = h->parent) {
		size_t n = 0, one = 0;

		for (size_t i = 0; i < s->n; i++)
			if (s->r[i] == h || lies_in(s->r[i], h)) {
				one = i;
				n++;
			}
		if (n == 1) {
			s->n = 0;
			keep(s, &s->n, one);
		}
		if (n)
			return;
	}
}

static void narrow(struct reader *rd, struct set *s)
{
	keep_best_time(s, rd->c->year);
	drop_followed(s);
	keep_best_claim(s);
	if (s->n > 1)
		keep_nearest(rd, s);
}

/* What is told. */

static enum verdict tell(struct reader *rd, enum place_outcome outcome)
{
	rd->out->outcome = outcome;
	return TAKEN;
}

static enum verdict tell_several(struct reader *rd, const struct set *s)
{
	memcpy(rd->out->several, s->r, s->n * sizeof *s->r);
	rd->out->n = s->n;
	return tell(rd, PLACE_AMBIGUOUS);
}

/* A county's short name that is an everyday word is taken only near the issuer. */
static bool is_word(struct reader *rd, const struct set *s)
{
	const struct region *r = s->r[0], *h = home_of(rd);

	if (s->form[0] != REGION_SHORT || r->level != REGION_COUNTY || r->word == REGION_WORD_NO || rd->links > 1)
		return false;
	while (h && h != r && !lies_in(r, h))
		h = h->parent;
	return h == NULL;
}

static enum verdict tell_region(struct reader *rd, struct set s, struct str zone)
{
	narrow(rd, &s);
	if (s.n != 1 || is_word(rd, &s))
		return tell_several(rd, &s);
	rd->out->region = s.r[0];
	rd->out->zone = zone;
	return tell(rd, PLACE_OK);
}

static enum verdict refuse(struct reader *rd, enum place_outcome why)
{
	if (rd->out->outcome == PLACE_NONE)
		rd->out->outcome = why;
	return REFUSED;
}
/* What the rest makes of it. */

static enum verdict judge_words(struct reader *rd, const struct chain *ch, const struct rest *rest)
{
	bool in_full = ch->form != REGION_SHORT;

	if (!in_full)
		return LEFT;
	if (rd->c->find || (ch->county && ch->links > 1 && rest->whole && rest->chars <= 8))
		return tell_region(rd, ch->set, STR(""));
	return refuse(rd, PLACE_BESIDE);
}

/* A body that bears the region's name is not looked for in it. One with a name of its own behind a city and its district is an address. */
static enum verdict judge_body(struct reader *rd, const struct chain *ch, const struct rest *rest)
{
	if (ch->form == REGION_SHORT)
		return LEFT;
	if (rest->kind == REST_BODY && !rd->c->find && (rest->gap || (ch->county && ch->links > 1)))
		return tell_region(rd, ch->set, STR(""));
	return REFUSED;
}

static enum verdict judge_address(struct reader *rd, const struct chain *ch, const struct rest *rest)
{
	bool in_full = ch->form != REGION_SHORT, alone = ch->links == 1 && rest->chars <= 10;

	if (rest->body && (alone || rd->c->find))
		return judge_body(rd, ch, rest);
	if (!in_full && ch->county)
		return LEFT;
	if (rest->kind == REST_SITE && !rest->gap && (!in_full || (!ch->county && ch->links == 1)))
		return judge_words(rd, ch, rest);
	return tell_region(rd, ch->set, STR(""));
}

static enum verdict judge_zone(struct reader *rd, const struct chain *ch, const struct rest *rest)
{
	if (rest->body)
		return judge_body(rd, ch, rest);
	return str_chars(rest->zone) > 16 ? judge_words(rd, ch, rest) : tell_region(rd, ch->set, rest->zone);
}

/* A region without parts of its own in the tables (东莞市, 台湾省) has some that people call 区 and 市. */
static enum verdict judge_unknown(struct reader *rd, const struct chain *ch, const struct rest *rest)
{
	bool whole = !region_has_parts(ch->set.r[0]);

	if (ch->form == REGION_SHORT && !(whole && ch->set.r[0]->level == REGION_PROVINCE))
		return LEFT;
	if (ch->county || whole)
		return tell_region(rd, ch->set, STR(""));
	return rd->c->find ? judge_words(rd, ch, rest) : LEFT;
}

/* Behind a mark an address may follow; anything else is another thing. */
static enum verdict judge_closed(struct reader *rd, const struct chain *ch)
{
	struct str s = str_from(rd->s, ch->at);
	size_t at = 0, len;
	struct rest rest = {.kind = REST_CLOSED};

	if (rd->c->find)
		return tell_region(rd, ch->set, STR(""));
	while (at < s.n && rest.kind == REST_CLOSED && !placewords_at(str_from(s, at), PLACEWORD_BIT(PLACEWORD_STOP)).len) {
		str_char(s, at, &len);
		at += len;
		rest = rest_read(str_from(s, at));
	}
	if (rest.kind == REST_NONE || rest.kind == REST_ROAD || (rest.kind == REST_SITE && ch->form != REGION_SHORT))
		return tell_region(rd, ch->set, STR(""));
	return refuse(rd, PLACE_BESIDE);
}

/* A zone with a name of its own lies in one region whatever stands before it. */
static bool take_area(struct reader *rd, size_t at, const struct set *within)
{
	struct placeword_hit hit = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_AREA));
	const struct region *r = hit.len ? region_of_code(hit.arg) : NULL;
	struct set set = {.r = {r}, .form = {REGION_FULL}, .n = 1};
	bool fits = within == NULL;

	for (size_t i = 0; r && within && i < within->n; i++)
		fits = fits || within->r[i] == r || lies_in(r, within->r[i]);
	if (!r || !fits)
		return false;
	struct rest rest = rest_read(str_from(rd->s, at + hit.len));

	if (rest.body || rest.kind == REST_BODY || rest.kind == REST_OFFICE || (rest.kind == REST_OTHER && !rd->c->find))
		return false;
	tell_region(rd, set, str_sub(rd->s, at, at + hit.len));
	return true;
}

static enum verdict judge(struct reader *rd, const struct chain *ch)
{
	struct rest rest = rest_read(str_from(rd->s, ch->at));

	rd->links = ch->links;
	if (take_area(rd, ch->at, &ch->set))
		return TAKEN;
	switch (rest.kind) {
	case REST_NONE: case REST_TAIL: return tell_region(rd, ch->set, STR(""));
	case REST_CLOSED: return judge_closed(rd, ch);
	case REST_NAMED: return ch->form == REGION_SHORT ? LEFT : tell_region(rd, ch->set, STR(""));
	case REST_ROAD: case REST_SITE: return judge_address(rd, ch, &rest);
	case REST_ZONE: return judge_zone(rd, ch, &rest);
	case REST_OFFICE: case REST_BODY: return judge_body(rd, ch, &rest);
	case REST_UNKNOWN: return judge_unknown(rd, ch, &rest);
	default: return judge_words(rd, ch, &rest);
	}
}

/* The names of a chain. */

static bool is_separator(uint32_t c)
{
	return c == ' ' || c == '/' || c == '-' || c == '_' || c == '>' || c == '|' || c == '(' || c == ')' || c == ':' || c == ',' || c == '\\' || c == 0xB7;
}

/* Where the next name of a chain may begin: behind marks and words for a level that there is not. */
static size_t next_place(struct str s, size_t at, bool *apart)
{
	size_t from = at;

	for (*apart = false; at < s.n;) {
		struct placeword_hit fill = placewords_at(str_from(s, at), PLACEWORD_BIT(PLACEWORD_FILL));
		size_t len;

		if (is_separator(str_char(s, at, &len)))
			at += len;
		else if (fill.len && from > 0)
			at += fill.len;
		else
			break;
		*apart = true;
	}
	return at;
}

/* The suffix begins another word: 柳州市场. */
static bool is_broken(struct str s, size_t end)
{
	size_t last = str_before(s, end);
	struct placeword_hit hit = placewords_at(str_from(s, last), PLACEWORD_BIT(PLACEWORD_BROKEN) | PLACEWORD_BIT(PLACEWORD_PLAIN));

	return hit.kind == PLACEWORD_BROKEN && hit.len > end - last;
}

/* Which names may open a chain. A name that is everything there is may be anything. */
static bool may_open(const struct reader *rd, const struct region_name *name, size_t end)
{
	const struct region *r = name->region;
	bool whole = end == rd->s.n && rd->start == 0;

	bool small = r->word == REGION_WORD_NAME || (name->form == REGION_SHORT && r->level == REGION_COUNTY);

	if (small && r->until && r->until < REGION_OLD && !(rd->c->year && region_in(r, rd->c->year)))
		return false;
	if (whole)
		return true;
	if (name->form == REGION_SHORT)
		return r->level <= REGION_CITY && r->word == REGION_WORD_NO;
	return r->word != REGION_WORD_NAME;
}

static void add_to_set(struct set *s, const struct region *r, enum region_form form)
{
	if (s->n == PLACE_MOST)
		return;
	s->r[s->n] = r;
	s->form[s->n++] = form;
}

static bool any_above(const struct set *s, const struct region *r)
{
	for (size_t i = 0; i < s->n; i++)
		if (lies_in(r, s->r[i]))
			return true;
	return false;
}

static bool any_below(const struct set *s, const struct region *r, struct set *out)
{
	size_t n = out->n;

	for (size_t i = 0; i < s->n; i++)
		if (lies_in(s->r[i], r))
			add_to_set(out, s->r[i], s->form[i]);
	return out->n > n;
}

static bool any_same(const struct set *s, const struct region *r)
{
	for (size_t i = 0; i < s->n; i++)
		if (s->r[i] == r)
			return true;
	return false;
}

/* What the names of one length make of the chain: those in it; the same again (北京市北京市); with a mark between, what it lies in. */
static bool extend(const struct chain *ch, const struct region_name *names, size_t n, bool apart, struct chain *next)
{
	struct set in = {.n = 0}, same = {.n = 0}, below = {.n = 0};

	for (size_t i = 0; i < n; i++) {
		const struct region *r = names[i].region;

		if (any_above(&ch->set, r))
			add_to_set(&in, r, names[i].form);
		else if (any_same(&ch->set, r))
			add_to_set(&same, r, names[i].form);
		else if (apart)
			any_below(&ch->set, r, &below);
	}
	next->set = in.n ? in : same.n ? same : below;
	next->form = in.n || same.n ? names[0].form : ch->form;
	return next->set.n > 0;
}

static bool open_chain(const struct reader *rd, const struct region_name *names, size_t n, size_t end, struct chain *next)
{
	next->set.n = 0;
	for (size_t i = 0; i < n; i++)
		if (may_open(rd, &names[i], end))
			add_to_set(&next->set, names[i].region, names[i].form);
	next->form = next->set.n ? next->set.form[0] : REGION_SHORT;
	return next->set.n > 0;
}

/* Another region's full name where a part of this one is wanted: 广东省南宁市. */
static enum verdict tell_conflict(struct reader *rd, const struct chain *ch, const struct region_name *names, size_t n)
{
	struct set all = ch->set, other = {.n = 0};

	for (size_t i = 0; i < n; i++)
		add_to_set(&other, names[i].region, names[i].form);
	narrow(rd, &all);
	narrow(rd, &other);
	for (size_t i = 0; i < other.n; i++)
		add_to_set(&all, other.r[i], other.form[i]);
	return tell_several(rd, &all);
}

static bool is_conflict(const struct reader *rd, const struct chain *ch, const struct region_name *longest, bool apart)
{
	return ch->links > 0 && !apart && !rd->c->find && longest->form != REGION_SHORT && longest->region->word == REGION_WORD_NO &&
	       ch->form != REGION_SHORT && !ch->county && !longest->region->until;
}

/* A new area that has since become a district is one in the years of that alone; without a date, behind what it lies in (`opening` false). */
static bool area_goes_first(const struct reader *rd, size_t at, bool opening)
{
	struct region_name names[MOST_NAMES];
	struct placeword_hit area = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_AREA));
	size_t n = area.len ? region_names(str_from(rd->s, at), false, names, MOST_NAMES) : 0;

	if (n == 0 || names[n - 1].form == REGION_SHORT || names[n - 1].len < area.len)
		return area.len > 0;
	if (names[n - 1].len > area.len)
		return false;
	return rd->c->year ? !region_in(names[n - 1].region, rd->c->year) : opening;
}

/* Whether the full name of a part of the chain's last region stands at `at`. */
static bool has_part_at(const struct reader *rd, const struct chain *ch, size_t at, size_t longer_than)
{
	struct region_name names[MOST_NAMES];
	size_t n = region_names(str_from(rd->s, at), rd->old, names, MOST_NAMES);

	for (size_t i = 0; i < n; i++)
		if (names[i].form != REGION_SHORT && names[i].len > longer_than && any_above(&ch->set, names[i].region))
			return true;
	return false;
}

/* Whether the suffix that the chain ends with is the head of what follows: in 柳州市场 of a word, in 济南市中区 of a district. Not in
 * 大连市长海县, where the name of a part follows. */
static bool is_torn(const struct reader *rd, const struct chain *ch)
{
	size_t last = str_before(rd->s, ch->at);

	if (ch->form == REGION_SHORT || has_part_at(rd, ch, ch->at, 0))
		return false;
	return is_broken(rd->s, ch->at) || has_part_at(rd, ch, last, ch->at - last);
}

static enum verdict walk(struct reader *rd, const struct chain *ch)
{
	struct region_name names[MOST_NAMES];
	bool apart;
	size_t at = next_place(rd->s, ch->at, &apart), n = region_names(str_from(rd->s, at), rd->old, names, MOST_NAMES);

	if (ch->links && rd->c->year && area_goes_first(rd, at, false) && take_area(rd, at, &ch->set))
		return TAKEN;
	for (size_t end = n, from; end > 0; end = from) {
		struct chain next = {.at = at + names[end - 1].len, .links = ch->links + 1};
		enum verdict v;

		for (from = end - 1; from > 0 && names[from - 1].len == names[end - 1].len;)
			from--;
		if (!(ch->links ? extend(ch, names + from, end - from, apart, &next) : open_chain(rd, names + from, end - from, next.at, &next))) {
			if (end == n && is_conflict(rd, ch, &names[from], apart))
				return tell_conflict(rd, ch, names + from, end - from);
			continue;
		}
		if (is_torn(rd, &next))
			continue;
		next.county = next.set.r[0]->level == REGION_COUNTY;
		v = walk(rd, &next);
		if (v != LEFT)
			return v;
	}
	return ch->links ? judge(rd, ch) : LEFT;
}

/* Where a chain may begin. */

static size_t skip_lead(struct str s, size_t at)
{
	for (;;) {
		struct placeword_hit lead = placewords_at(str_from(s, at), PLACEWORD_BIT(PLACEWORD_LEAD));

		while (at < s.n && lead.len == 0 && (s.p[at] == ' ' || s.p[at] == '"'))
			at++, lead = placewords_at(str_from(s, at), PLACEWORD_BIT(PLACEWORD_LEAD));
		if (!lead.len || at + lead.len == s.n)
			return at;
		at += lead.len;
	}
}

/* 全市, 我区, and as a cell of their own 市, 自治区: the issuer's. */
static enum verdict begin_at_home(struct reader *rd, size_t at)
{
	unsigned kinds = PLACEWORD_BIT(PLACEWORD_LEVEL) | (rd->start == 0 ? PLACEWORD_BIT(PLACEWORD_BARE) : 0);
	struct placeword_hit hit = placewords_at(str_from(rd->s, at), kinds);
	size_t end = at + hit.len;

	if (!hit.len || (hit.kind == PLACEWORD_BARE && end < rd->s.n))
		return LEFT;
	const struct region *r = home_with(rd, hit.arg);
	struct chain ch = {.at = end, .links = 1, .form = REGION_FULL, .set = {.r = {r}, .form = {REGION_FULL}, .n = 1}};

	if (r) {
		ch.county = r->level == REGION_COUNTY;
		return walk(rd, &ch);
	}
	/* 全州 is a county's name as well. */
	enum rest_kind rest = rest_read(str_from(rd->s, end)).kind;
	bool alone = rest == REST_NONE || rest == REST_TAIL;

	ch = (struct chain){.at = alone ? at : end};
	enum verdict v = walk(rd, &ch);

	return alone && v == LEFT ? tell(rd, PLACE_RELATIVE) : v;
}

static enum verdict begin_with_alias(struct reader *rd, size_t at)
{
	struct placeword_hit hit = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_ALIAS));
	struct chain ch = {.at = at + hit.len, .links = 1, .form = REGION_SHORT, .set = {.form = {REGION_MIDDLE}, .n = 1}};
	size_t first;

	if (!hit.len || (str_char(rd->s, at, &first) && first == hit.len && (ch.at < rd->s.n || rd->start)))
		return LEFT;
	ch.set.r[0] = region_of_code(hit.arg);
	return walk(rd, &ch);
}

static enum verdict begin(struct reader *rd, size_t at)
{
	struct chain none = {.at = at};
	enum verdict v;

	if (area_goes_first(rd, at, true) && take_area(rd, at, NULL))
		return TAKEN;
	if (!rd->c->find && (v = begin_at_home(rd, at)) != LEFT)
		return v;
	v = walk(rd, &none);
	return v == LEFT ? begin_with_alias(rd, at) : v;
}

/* The digits of GB/T 2260 themselves, also with the six more of a village. */
static bool read_code(struct str s, struct place *out)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9' || (i >= 6 && s.p[i] != '0'))
			return false;
	if (s.n != 6 && s.n != 12)
		return false;
	out->region = region_of_code(str_sub(s, 0, 6));
	out->outcome = out->region ? PLACE_OK : PLACE_NONE;
	return true;
}

static void read_text(struct reader *rd, struct place *out)
{
	size_t at = skip_lead(rd->s, 0), len;

	rd->s = str_from(rd->s, at);
	rd->start = 0;
	*out = (struct place){.outcome = PLACE_NONE};
	if (rd->s.n == 0 || begin(rd, 0) == TAKEN || !rd->c->find)
		return;
	for (at = 0; at < rd->s.n; at += len) {
		str_char(rd->s, at, &len);
		rd->start = at;
		if (at && begin(rd, at) == TAKEN)
			return;
	}
}

void place_read(struct str text, const struct place_context *c, struct place *out)
{
	struct reader rd = {.s = text, .c = c, .out = out, .old = c->year && c->year < REGION_OLD};
	struct place again;

	*out = (struct place){.outcome = PLACE_NONE};
	if (read_code(text, out))
		return;
	read_text(&rd, out);
	if (rd.old || (out->outcome != PLACE_NONE && out->outcome != PLACE_BESIDE))
		return;
	rd = (struct reader){.s = text, .c = c, .out = &again, .old = true};
	read_text(&rd, &again);
	if (again.outcome == PLACE_OK || again.outcome == PLACE_AMBIGUOUS)
		*out = again;
}
