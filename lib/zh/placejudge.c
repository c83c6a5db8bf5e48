/* Knows when a name is not that of the region but part of another one, and what an address or a zone behind it means. */
#include "zh/placeparts.h"
#include "zh/placerest.h"
#include "zh/placewords.h"

enum place_verdict place_tell(struct place_reader *rd, enum place_outcome outcome)
{
	rd->out->outcome = outcome;
	return PLACE_TAKEN;
}

enum place_verdict place_tell_several(struct place_reader *rd, const struct placeset *s)
{
	memcpy(rd->out->several, s->r, s->n * sizeof *s->r);
	rd->out->n = s->n;
	return place_tell(rd, PLACE_AMBIGUOUS);
}

const struct region *place_home(struct place_reader *rd)
{
	if (!rd->asked)
		rd->home = place_of_issuer(rd->c->issuer);
	rd->asked = true;
	return rd->home;
}

/* Whether the region is of the issuer's province. */
static bool is_near(struct place_reader *rd, const struct region *r)
{
	const struct region *h = place_home(rd);

	while (h && h->parent)
		h = h->parent;
	return h && placeset_is_home(r, h);
}

/* A county's name that is an everyday word is taken only near the issuer, and one that other counties have or had not far from it. */
static bool is_doubtful(struct place_reader *rd, const struct region *r, enum region_form form, const struct placeset *all)
{
	if (r->level != REGION_COUNTY || rd->links > 1 || is_near(rd, r))
		return false;
	if (r->word == (form == REGION_SHORT ? REGION_WORD_SHORT : REGION_WORD_NAME))
		return true;
	return all->n > 1 && place_home(rd);
}

static enum place_verdict place_tell_region(struct place_reader *rd, struct placeset s, struct str zone)
{
	struct placeset all = s;

	placeset_narrow(&s, rd->c->year, place_home(rd));
	if (s.n != 1)
		return place_tell_several(rd, &s);
	placeset_namesakes(&all);
	if (is_doubtful(rd, s.r[0], s.form[0], &all))
		return place_tell_several(rd, &all);
	rd->out->region = s.r[0];
	rd->out->zone = zone;
	return place_tell(rd, PLACE_OK);
}

static enum place_verdict refuse(struct place_reader *rd, enum place_outcome why)
{
	if (rd->out->outcome == PLACE_NONE)
		rd->out->outcome = why;
	return PLACE_REFUSED;
}
static enum place_verdict judge_words(struct place_reader *rd, const struct place_chain *ch, const struct rest *rest)
{
	bool in_full = ch->form != REGION_SHORT;

	if (!in_full)
		return PLACE_LEFT;
	if (rd->c->find || (ch->county && ch->links > 1 && rest->whole && rest->chars <= 8))
		return place_tell_region(rd, ch->set, STR(""));
	return refuse(rd, PLACE_BESIDE);
}

/* A body that bears the region's name is not looked for in it. One with a name of its own behind a city and its district is an address. */
static enum place_verdict judge_body(struct place_reader *rd, const struct place_chain *ch, const struct rest *rest)
{
	if (ch->form == REGION_SHORT)
		return PLACE_LEFT;
	if (rest->kind == REST_BODY && !rd->c->find && (rest->gap || (ch->county && ch->links > 1)))
		return place_tell_region(rd, ch->set, STR(""));
	return PLACE_REFUSED;
}

static enum place_verdict judge_address(struct place_reader *rd, const struct place_chain *ch, const struct rest *rest)
{
	bool in_full = ch->form != REGION_SHORT, alone = ch->links == 1 && rest->chars <= 10;

	if (rest->body && (alone || rd->c->find))
		return judge_body(rd, ch, rest);
	if (!in_full && ch->county)
		return PLACE_LEFT;
	if (rest->kind == REST_SITE && !rest->gap && (!in_full || (!ch->county && ch->links == 1)))
		return judge_words(rd, ch, rest);
	return place_tell_region(rd, ch->set, STR(""));
}

static enum place_verdict judge_zone(struct place_reader *rd, const struct place_chain *ch, const struct rest *rest)
{
	if (rest->body)
		return judge_body(rd, ch, rest);
	return str_chars(rest->zone) > 16 ? judge_words(rd, ch, rest) : place_tell_region(rd, ch->set, rest->zone);
}

/* A region without parts of its own in the tables (东莞市, 台湾省) has some that people call 区 and 市. */
static enum place_verdict judge_unknown(struct place_reader *rd, const struct place_chain *ch, const struct rest *rest)
{
	bool whole = !region_has_parts(ch->set.r[0]);

	if (ch->form == REGION_SHORT && !(whole && ch->set.r[0]->level == REGION_PROVINCE))
		return PLACE_LEFT;
	if (ch->county || whole)
		return place_tell_region(rd, ch->set, STR(""));
	return rd->c->find ? judge_words(rd, ch, rest) : PLACE_LEFT;
}

/* Behind a mark an address may follow; anything else is another thing. */
static enum place_verdict judge_closed(struct place_reader *rd, const struct place_chain *ch)
{
	struct str s = str_from(rd->s, ch->at);
	size_t at = 0, len;
	struct rest rest = {.kind = REST_CLOSED};

	if (rd->c->find)
		return place_tell_region(rd, ch->set, STR(""));
	while (at < s.n && rest.kind == REST_CLOSED && !placewords_at(str_from(s, at), PLACEWORD_BIT(PLACEWORD_STOP)).len) {
		str_char(s, at, &len);
		at += len;
		rest = rest_read(str_from(s, at));
	}
	if (rest.kind == REST_NONE || rest.kind == REST_ROAD || (rest.kind == REST_SITE && ch->form != REGION_SHORT))
		return place_tell_region(rd, ch->set, STR(""));
	return refuse(rd, PLACE_BESIDE);
}

/* A zone with a name of its own lies in one region whatever stands before it. */
bool place_take_area(struct place_reader *rd, size_t at, const struct placeset *within)
{
	struct placeword_hit hit = placewords_at(str_from(rd->s, at), PLACEWORD_BIT(PLACEWORD_AREA));
	const struct region *r = hit.len ? region_of_code(hit.arg) : NULL;
	struct placeset set = {.r = {r}, .form = {REGION_FULL}, .n = 1};
	bool fits = within == NULL;

	for (size_t i = 0; r && within && i < within->n; i++)
		fits = fits || within->r[i] == r || placeset_lies_in(r, within->r[i]);
	if (!r || !fits)
		return false;
	struct rest rest = rest_read(str_from(rd->s, at + hit.len));

	if (rest.body || rest.kind == REST_BODY || rest.kind == REST_OFFICE || (rest.kind == REST_OTHER && !rd->c->find))
		return false;
	place_tell_region(rd, set, str_sub(rd->s, at, at + hit.len));
	return true;
}

/* 市区 behind 柳州, whose name has taken the first character. */
static bool has_tail(const struct place_reader *rd, const struct place_chain *ch)
{
	size_t last = str_before(rd->s, ch->at), len = placewords_at(str_from(rd->s, last), PLACEWORD_BIT(PLACEWORD_TAIL)).len;

	return ch->form != REGION_SHORT && len && last + len == rd->s.n;
}

enum place_verdict place_judge(struct place_reader *rd, const struct place_chain *ch)
{
	struct rest rest = rest_read(str_from(rd->s, ch->at));

	rd->links = ch->links;
	if (place_take_area(rd, ch->at, &ch->set))
		return PLACE_TAKEN;
	if (has_tail(rd, ch))
		return place_tell_region(rd, ch->set, STR(""));
	switch (rest.kind) {
	case REST_NONE: case REST_TAIL: return place_tell_region(rd, ch->set, STR(""));
	case REST_CLOSED: return judge_closed(rd, ch);
	case REST_NAMED: return ch->form == REGION_SHORT ? PLACE_LEFT : place_tell_region(rd, ch->set, STR(""));
	case REST_ROAD: case REST_SITE: return judge_address(rd, ch, &rest);
	case REST_ZONE: return judge_zone(rd, ch, &rest);
	case REST_OFFICE: case REST_BODY: return judge_body(rd, ch, &rest);
	case REST_UNKNOWN: return judge_unknown(rd, ch, &rest);
	default: return judge_words(rd, ch, &rest);
	}
}
