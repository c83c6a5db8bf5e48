/* Knows which region a text names: how names follow each other, and where they may begin. */
#include "zh/place.h"

#include "zh/placeparts.h"
#include "zh/placerest.h"
#include "zh/placewords.h"

enum {
	MOST_NAMES = 256,
	MOST_LINKS = 8 /* of a chain; more names than that are a list */
};

void place_load(void)
{
	placewords_load();
}

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

const struct region *place_of_office(struct str issuer)
{
	size_t len, used;

	for (size_t i = 0; i < issuer.n; i += len) {
		const struct region *r = region_chain(str_from(issuer, i), &used);

		if (r) {
			bool whole = i == 0 && used == issuer.n && str_ends(issuer, r->suffix);

			return whole || rest_is_office(str_from(issuer, i + used)) ? r : NULL;
		}
		str_char(issuer, i, &len);
	}
	return NULL;
}

/* The nearest region at or above the issuer's own that has the suffix: 区 is the district's or the autonomous region's. */
static const struct region *home_with(struct place_reader *rd, struct str suffix)
{
	const struct region *r = place_home(rd);

	while (r && !str_ends(r->suffix, suffix))
		r = r->parent;
	return r;
}

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

static bool is_of_home(struct place_reader *rd, const struct region *r)
{
	const struct region *home = place_home(rd);

	return home && (placeset_is_home(r, home) || (home->level == REGION_COUNTY && placeset_is_home(r, home->parent)));
}

/* Whether a development zone is all that stands there: then the name before it may be that of a county (昆山开发区). */
static bool is_zone(struct str s)
{
	struct rest rest = rest_read(s);

	return rest.kind == REST_ZONE && rest.zone.p == s.p && rest.zone.n == s.n && !rest.body;
}

/* Which names may open a chain. A name that is everything there is may be anything. */
static bool may_open(struct place_reader *rd, const struct region_name *name, size_t end)
{
	const struct region *r = name->region;
	bool whole = end == rd->s.n && rd->start == 0;

	bool small = r->word == REGION_WORD_NAME || (name->form == REGION_SHORT && r->level == REGION_COUNTY);

	if (small && r->until && r->until < REGION_OLD && !(rd->c->year && region_in(r, rd->c->year)) && !is_of_home(rd, r))
		return false;
	if (whole)
		return true;
	if (name->form == REGION_SHORT && (r->level == REGION_CITY) != (r->word == REGION_WORD_NO))
		return r->level != REGION_PROVINCE ? is_zone(str_from(rd->s, end)) : r->word == REGION_WORD_NO;
	if (name->form == REGION_SHORT)
		return r->level <= REGION_CITY && r->word == REGION_WORD_NO;
	return r->word != REGION_WORD_NAME;
}

/* What the names of one length make of the chain: those in it; the same again (北京市北京市); with a mark between, what it lies in. */
static bool extend(const struct place_chain *ch, const struct region_name *names, size_t n, bool apart, struct place_chain *next)
{
	struct placeset in = {.n = 0}, same = {.n = 0}, below = {.n = 0};

	for (size_t i = 0; i < n; i++) {
		const struct region *r = names[i].region;

		if (placeset_any_above(&ch->set, r))
			placeset_add(&in, r, names[i].form);
		else if (placeset_any_same(&ch->set, r))
			placeset_add(&same, r, names[i].form);
		else if (apart)
			placeset_any_below(&ch->set, r, &below);
	}
	next->set = in.n ? in : same.n ? same : below;
	next->form = in.n || same.n ? names[0].form : ch->form;
	return next->set.n > 0;
}

static bool open_chain(struct place_reader *rd, const struct region_name *names, size_t n, size_t end, struct place_chain *next)
{
	/* More districts were called 郊区 than a set holds: those that the issuer's city had first. */
	bool many = n > PLACE_MOST;

	next->set.n = 0;
	for (int home = many; home >= 0; home--)
		for (size_t i = 0; i < n; i++)
			if ((!many || is_of_home(rd, names[i].region) == (home == 1)) && may_open(rd, &names[i], end))
				placeset_add(&next->set, names[i].region, names[i].form);
	next->form = next->set.n ? next->set.form[0] : REGION_SHORT;
	return next->set.n > 0;
}

/* Another region's full name where a part of this one is wanted: 广东省南宁市. */
static enum place_verdict tell_conflict(struct place_reader *rd, const struct place_chain *ch, const struct region_name *names, size_t n)
{
	struct placeset all = ch->set, other = {.n = 0};

	for (size_t i = 0; i < n; i++)
		placeset_add(&other, names[i].region, names[i].form);
	placeset_narrow(&all, rd->c->year, place_home(rd));
	placeset_narrow(&other, rd->c->year, place_home(rd));
	for (size_t i = 0; i < other.n; i++)
		placeset_add(&all, other.r[i], other.form[i]);
	return place_tell_several(rd, &all);
}

static bool is_conflict(const struct place_reader *rd, const struct place_chain *ch, const struct region_name *longest, bool apart)
{
	return ch->links > 0 && !apart && !rd->c->find && longest->form != REGION_SHORT && longest->region->word == REGION_WORD_NO &&
	       ch->form != REGION_SHORT && !ch->county && !longest->region->until;
}

/* A new area that has since become a district is one in the years of that alone. */
static bool area_goes_first(const struct place_reader *rd, size_t at)
{
	struct region_name names[MOST_NAMES];
	struct placeword_hit area = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_AREA));
	size_t n = area.len ? region_names(str_from(rd->s, at), false, names, MOST_NAMES) : 0;

	if (n == 0 || names[n - 1].form == REGION_SHORT || names[n - 1].len < area.len)
		return area.len > 0;
	if (names[n - 1].len > area.len)
		return false;
	return rd->c->year && !region_in(names[n - 1].region, rd->c->year);
}

/* Whether the full name of a part of the chain's last region stands at `at`. */
static bool has_part_at(const struct place_reader *rd, const struct place_chain *ch, size_t at, size_t longer_than)
{
	struct region_name names[MOST_NAMES];
	size_t n = region_names(str_from(rd->s, at), rd->old, names, MOST_NAMES);

	for (size_t i = 0; i < n; i++)
		if (names[i].form != REGION_SHORT && names[i].len > longer_than && placeset_any_above(&ch->set, names[i].region))
			return true;
	return false;
}

/* Whether the suffix that the chain ends with is the head of what follows: in 柳州市场 of a word, in 济南市中区 of a district. Not in
 * 大连市长海县, where the name of a part follows. */
static bool is_torn(const struct place_reader *rd, const struct place_chain *ch)
{
	size_t last = str_before(rd->s, ch->at);

	if (ch->form == REGION_SHORT || has_part_at(rd, ch, ch->at, 0))
		return false;
	return is_broken(rd->s, ch->at) || has_part_at(rd, ch, last, ch->at - last);
}

/* The names at `at`, another name of a region (巴州) among them. */
static size_t names_at(const struct place_reader *rd, size_t at, struct region_name *names)
{
	struct str s = str_from(rd->s, at);
	struct placeword_hit alias = placewords_at(s, PLACEWORD_BIT(PLACEWORD_ALIAS));
	size_t n = region_names(s, rd->old, names, MOST_NAMES - 1), i = n, first;

	if (!alias.len || (str_char(s, 0, &first) && first == alias.len))
		return n;
	for (; i > 0 && names[i - 1].len > alias.len; i--)
		names[i] = names[i - 1];
	names[i] = (struct region_name){region_of_code(alias.arg), alias.len, REGION_MIDDLE};
	return n + 1;
}

static enum place_verdict walk(struct place_reader *rd, const struct place_chain *ch)
{
	struct region_name names[MOST_NAMES];
	bool apart;
	size_t at = next_place(rd->s, ch->at, &apart), n = names_at(rd, at, names);

	if (ch->links && rd->c->year && area_goes_first(rd, at) && place_take_area(rd, at, &ch->set))
		return PLACE_TAKEN;
	for (size_t end = ch->links < MOST_LINKS ? n : 0, from; end > 0; end = from) {
		struct place_chain next = {.at = at + names[end - 1].len, .links = ch->links + 1};
		enum place_verdict v;

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
		if (v != PLACE_LEFT)
			return v;
	}
	return ch->links ? place_judge(rd, ch) : PLACE_LEFT;
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
static enum place_verdict begin_at_home(struct place_reader *rd, size_t at)
{
	unsigned kinds = PLACEWORD_BIT(PLACEWORD_LEVEL) | (rd->start == 0 ? PLACEWORD_BIT(PLACEWORD_BARE) : 0);
	struct placeword_hit hit = placewords_at(str_from(rd->s, at), kinds);
	size_t end = at + hit.len;

	if (!hit.len || (hit.kind == PLACEWORD_BARE && end < rd->s.n))
		return PLACE_LEFT;
	const struct region *r = home_with(rd, hit.arg);
	struct place_chain ch = {.at = end, .links = 1, .form = REGION_FULL, .set = {.r = {r}, .form = {REGION_FULL}, .n = 1}};

	if (r) {
		ch.county = r->level == REGION_COUNTY;
		return walk(rd, &ch);
	}
	/* 全州 is a county's name as well. */
	enum rest_kind rest = rest_read(str_from(rd->s, end)).kind;
	bool alone = rest == REST_NONE || rest == REST_TAIL;

	ch = (struct place_chain){.at = alone ? at : end};
	enum place_verdict v = walk(rd, &ch);

	return alone && v == PLACE_LEFT ? place_tell(rd, PLACE_RELATIVE) : v;
}

/* 高新区 as a cell of its own: that of the issuer's city or county. */
static enum place_verdict begin_with_zone(struct place_reader *rd, size_t at)
{
	struct placeword_hit zone = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_ZONE));
	const struct region *home = place_home(rd);

	if (rd->start || zone.len < rd->s.n - at || str_chars(str_from(rd->s, at)) < 3 || !home || (home->level == REGION_PROVINCE && !home->municipality))
		return PLACE_LEFT;
	rd->out->region = home;
	rd->out->zone = str_from(rd->s, at);
	return place_tell(rd, PLACE_OK);
}

/* 桂, 沪. */
static enum place_verdict begin_with_alias(struct place_reader *rd, size_t at)
{
	struct placeword_hit hit = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_ALIAS));
	struct place_chain ch = {.at = at + hit.len, .links = 1, .form = REGION_SHORT, .set = {.form = {REGION_MIDDLE}, .n = 1}};
	size_t first;

	if (!hit.len || (str_char(rd->s, at, &first) && first != hit.len) || ch.at < rd->s.n || rd->start)
		return PLACE_LEFT;
	ch.set.r[0] = region_of_code(hit.arg);
	return walk(rd, &ch);
}

static enum place_verdict begin(struct place_reader *rd, size_t at)
{
	struct place_chain none = {.at = at};
	enum place_verdict v;

	if (area_goes_first(rd, at) && place_take_area(rd, at, NULL))
		return PLACE_TAKEN;
	if (!rd->c->find && (v = begin_at_home(rd, at)) != PLACE_LEFT)
		return v;
	v = walk(rd, &none);
	if (v == PLACE_LEFT)
		v = begin_with_alias(rd, at);
	return v == PLACE_LEFT && at < rd->s.n ? begin_with_zone(rd, at) : v;
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

static void read_text(struct place_reader *rd, struct place *out)
{
	size_t at = skip_lead(rd->s, 0), len;

	rd->s = str_from(rd->s, at);
	rd->start = 0;
	*out = (struct place){.outcome = PLACE_NONE};
	if (rd->s.n == 0 || begin(rd, 0) == PLACE_TAKEN || !rd->c->find)
		return;
	for (at = 0; at < rd->s.n; at += len) {
		str_char(rd->s, at, &len);
		rd->start = at;
		if (at && begin(rd, at) == PLACE_TAKEN)
			return;
	}
}

/* A county that is none of the issuer's city, with nothing before its name: the city may have had one of that name. */
static bool is_strange(struct place_reader *rd, const struct place *out)
{
	const struct region *home = rd->links == 1 ? place_home(rd) : NULL, *r;

	if (!home || (out->outcome != PLACE_OK && out->outcome != PLACE_AMBIGUOUS))
		return false;
	r = out->outcome == PLACE_OK ? out->region : out->several[0];
	return r->level == REGION_COUNTY && out->zone.n == 0 && !is_of_home(rd, r);
}

void place_read(struct str text, const struct place_context *c, struct place *out)
{
	struct place_reader rd = {.s = text, .c = c, .out = out, .old = c->year && c->year < REGION_OLD};
	struct place again;

	*out = (struct place){.outcome = PLACE_NONE};
	if (read_code(text, out))
		return;
	read_text(&rd, out);
	bool strange = is_strange(&rd, out);

	if (rd.old || (!strange && out->outcome != PLACE_NONE && out->outcome != PLACE_BESIDE))
		return;
	rd.s = text;
	rd.out = &again;
	rd.old = true;
	read_text(&rd, &again);
	if (strange ? again.outcome == PLACE_OK && is_of_home(&rd, again.region) : again.outcome == PLACE_OK || again.outcome == PLACE_AMBIGUOUS)
		*out = again;
}

const struct region *place_of_number(struct str code, bool *sure)
{
	*sure = false;
	if (!code.n)
		return NULL;
	placewords_load();
	struct placeword_hit hit = placewords_at(code, PLACEWORD_BIT(PLACEWORD_ALIAS));
	const struct region *r = hit.len ? region_of_code(hit.arg) : NULL;

	*sure = r && !region_begins_city(str_sub(code, 0, hit.len));
	return r && r->level == REGION_PROVINCE ? r : NULL;
}
