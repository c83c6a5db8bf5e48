/* Knows what stands behind the names of regions: an address, a zone, or what makes them part of another name. */
#include "zh/placerest.h"

#include "zh/placewords.h"

/* Characters of names: Chinese ones, letters, digits; what else there is ends them. */
static bool is_name_char(uint32_t c)
{
	return (c >= 0x3400 && c <= 0x9FFF) || c >= 0x20000 || c == 0x3007 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
	       c == '#' || c == '-' || c == 0xB7;
}

static bool is_digit(struct str s, size_t i)
{
	return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

static size_t run_end(struct str s)
{
	size_t i = 0, len = 0;

	for (; i < s.n; i += len)
		if (!is_name_char(str_char(s, i, &len)))
			break;
	return i;
}

/* Words of one character stand in too many others: they count where a name ends, or beside a number. */
static bool is_sure(struct str run, size_t at, const struct placeword_hit *hit)
{
	size_t end = at + hit->len;

	if (hit->len > 3 || end == run.n)
		return hit->len > 3 || at > 0;
	if ((hit->kind == PLACEWORD_ROAD || hit->kind == PLACEWORD_TOWN) && !str_eq(hit->arg, STR("weak")))
		return at > 0;
	return hit->kind != PLACEWORD_BODY && (is_digit(run, end) || (at > 0 && is_digit(run, at - 1)));
}

static enum rest_kind kind_of(const struct placeword_hit *hit)
{
	switch (hit->kind) {
	case PLACEWORD_ROAD: case PLACEWORD_TOWN: return REST_ROAD;
	case PLACEWORD_SITE: return REST_SITE;
	case PLACEWORD_ZONE: return REST_ZONE;
	case PLACEWORD_BODY: return str_eq(hit->arg, STR("office")) ? REST_OFFICE : REST_BODY;
	case PLACEWORD_UNIT: return REST_UNKNOWN;
	default: return REST_OTHER;
	}
}

/* 东路 behind 南京: one or two words for a part, and that for a road. */
static bool is_named_road(struct str run)
{
	for (int parts = 0; parts < 3; parts++) {
		struct placeword_hit road = placewords_at(run, PLACEWORD_BIT(PLACEWORD_ROAD));
		struct placeword_hit part = placewords_at(run, PLACEWORD_BIT(PLACEWORD_ROAD_PART));

		if (road.len)
			return true;
		if (!part.len)
			return false;
		run = str_from(run, part.len);
	}
	return false;
}

/* The first word that tells what the run is, and what it ends with. */
static void scan(struct str run, struct rest *out)
{
	const unsigned kinds = PLACEWORD_BIT(PLACEWORD_ROAD) | PLACEWORD_BIT(PLACEWORD_TOWN) | PLACEWORD_BIT(PLACEWORD_SITE) | PLACEWORD_BIT(PLACEWORD_ZONE) |
	                       PLACEWORD_BIT(PLACEWORD_BODY) | PLACEWORD_BIT(PLACEWORD_PLAIN) | PLACEWORD_BIT(PLACEWORD_STOP) |
	                       PLACEWORD_BIT(PLACEWORD_UNIT);
	size_t len;

	for (size_t i = 0; i < run.n; i += len) {
		struct placeword_hit hit = placewords_at(str_from(run, i), kinds);

		str_char(run, i, &len);
		if (!hit.len)
			continue;
		if (hit.kind == PLACEWORD_STOP && i && str_eq(hit.arg, STR("name")))
			continue;
		if (hit.kind == PLACEWORD_STOP && out->kind == REST_OTHER) {
			out->kind = i ? REST_OTHER : REST_CLOSED;
			return;
		}
		if (hit.kind == PLACEWORD_PLAIN || hit.kind == PLACEWORD_STOP) {
			len = hit.len;
			continue;
		}
		if (!is_sure(run, i, &hit) || (hit.kind == PLACEWORD_UNIT && i + hit.len < run.n))
			continue;
		len = hit.len;
		out->body = hit.kind == PLACEWORD_BODY && i + len == run.n;
		if (out->kind != REST_OTHER)
			continue;
		out->kind = is_named_road(str_from(run, i + len)) ? REST_ROAD : kind_of(&hit); /* 学院路, 科技园路 */
		if (out->kind == REST_ZONE)
			out->zone = str_sub(run, 0, i + len);
	}
}

static bool is_number(struct str run)
{
	for (size_t i = 0; i < run.n; i++)
		if (!is_digit(run, i))
			return false;
	return run.n == 6;
}

/* 市区, and then an end or words of a sentence. */
static bool is_tail(struct str run)
{
	struct placeword_hit tail = placewords_at(run, PLACEWORD_BIT(PLACEWORD_TAIL));
	struct str behind = str_from(run, tail.len);

	return tail.len && (behind.n == 0 || placewords_at(behind, PLACEWORD_BIT(PLACEWORD_STOP)).len);
}

struct rest rest_read(struct str s)
{
	struct str text = str_trim(s), run = str_sub(text, 0, run_end(text));
	struct rest out = {.kind = REST_OTHER, .gap = text.n < s.n && text.p != s.p, .whole = run.n == text.n, .chars = str_chars(run)};

	if (text.n == 0)
		out.kind = REST_NONE;
	else if (run.n == 0)
		out.kind = REST_CLOSED;
	else if (is_tail(run) || is_number(run))
		out.kind = REST_TAIL;
	else if (!out.gap && is_named_road(run))
		out.kind = REST_NAMED;
	else
		scan(run, &out);
	return out;
}

bool rest_is_office(struct str s)
{
	struct str run = str_sub(s, 0, run_end(s));
	size_t len;

	for (size_t i = 0; i < run.n; i += len) {
		struct placeword_hit hit = placewords_at(str_from(run, i), PLACEWORD_BIT(PLACEWORD_BODY));

		str_char(run, i, &len);
		if (hit.len && str_eq(hit.arg, STR("own")))
			return false;
		if (hit.len && i + hit.len == run.n)
			return str_eq(hit.arg, STR("office"));
	}
	return false;
}
