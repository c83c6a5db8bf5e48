/* Knows which names are those of a railway's stations, which places are called by: 武汉站, 桂林西站. */
#include "verb/station.h"

#include "verb/listed.h"
#include "verb/members.h"
#include "verb/trace.h"
#include "verb/workname.h"

enum { MOST = 12 };

/* 桂林, 桂林西: a place, or what no common word is in. */
static bool is_place(struct str s)
{
	enum { SHORTEST = 2, LONGEST = 4 };

	return str_sized(s, SHORTEST, LONGEST) && (region_is(s) || workname_coined(s)) && !words_is(s, W_FIELD) && !words_is(s, W_CLASS) && !words_is(s, W_VAGUE);
}

/* The bytes of 站 at the end of the name of a station; 加油站 and 变电站 are other words. */
static size_t station_end(struct str name)
{
	const struct word *end = words_tail(name, W_STATION), *work = words_tail(name, W_WORK);

	return end && !work && words_is(end->text, W_ENDING) && is_place(str_sub(name, 0, name.n - end->text.n)) ? end->text.n : 0;
}

/* 改造武昌站，扩建汉口站: whether the project that the paragraph named last is a station, so that what no table has may be one too. 加油站 alone is none. */
static bool follows_station(const struct doc *d, const struct mentions *m)
{
	const struct finding *last = d->count ? d->findings[d->count - 1] : NULL;
	struct str name = last && last->type == RECORD_PROJECT && str_within(m->s, last->name.n ? last->name : last->list) ? finding_value(last, "name") : STR("");

	return str_reaches(name, 3) && station_end(name);
}

bool station_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct range c = clause_around(m, s, m->items[i].from);
	struct str rest = clause_strip(str_sub(m->s, m->items[i].to, c.to));
	struct list l = {.n = 0};

	members_split(&l, rest);
	size_t end = l.n && l.n <= MOST ? station_end(l.members[l.n - 1]) : 0;

	if (!end || d->head.measures)
		return false;
	bool shared = false, known = follows_station(d, m);

	for (size_t k = 0; k < l.n; k++)
		known |= region_match(l.members[k], 2, NULL) > 0;
	for (size_t k = 0; k + 1 < l.n; k++) {
		if (!station_end(l.members[k]) && !is_place(l.members[k]))
			return false;
		shared |= !station_end(l.members[k]);
	}
	if (!known)
		return false;
	struct str last = l.members[l.n - 1];

	l.tail = l.work = str_from(last, last.n - end);
	l.whole = rest;
	for (size_t k = 0; k < l.n && shared; k++)
		l.members[k].n -= station_end(l.members[k]);
	for (size_t k = 0; k < l.n; k++) {
		TRACE(d, l.members[k], "project", "a station that is built");
		if (shared)
			listed_compose(d, index, &l, k);
		else
			workname_add(d, index, l.members[k], l.members[k], "station");
	}
	return true;
}
