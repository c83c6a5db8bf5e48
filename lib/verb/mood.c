/* Knows by which words a part of a report shows that it looks back or ahead. */
#include "verb/mood.h"

#include "doc/heading.h"

enum {
	FEWEST_URGED = 3, /* sentences that urge */
	SURE = 3          /* times as many as those that look back */
};

enum mood mood_of_heading(const struct doc *d, int section)
{
	for (; section >= 0; section = d->outline.sections[section].parent) {
		struct str title = d->outline.sections[section].title;

		if (words_within(title, W_LOOKBACK))
			return MOOD_REACHED;
		if (words_within(title, W_LOOKAHEAD))
			return MOOD_AIMED;
	}
	return MOOD_UNKNOWN;
}

static void count_sentences(struct str s, size_t *urged, size_t *past)
{
	struct str stop = STR("。");

	for (size_t from = 0; from < s.n;) {
		size_t to = str_find(s, stop, from);
		struct str one = str_sub(s, from, to);

		*urged += words_of(one, 0, W_URGE) != NULL;
		*past += words_within(one, W_PAST) || words_within(one, W_LOOKBACK);
		from = to < s.n ? to + stop.n : s.n;
	}
}

/* Sentences that open with a call (加快…, 力争…) against those that tell of the past. */
static enum mood mood_of_sentences(const struct doc *d, int section)
{
	size_t urged = 0, past = 0, next = section < 0 ? d->outline.section_count : (size_t)section + 1;

	/* An item behind an inner section may be the outer one's again. */
	while (next < d->outline.section_count && d->outline.sections[next].parent >= section)
		next++;
	size_t end = next < d->outline.section_count ? d->outline.sections[next].para : d->outline.count;

	for (size_t i = section < 0 ? 0 : d->outline.sections[section].para; i < end; i++)
		if (d->outline.paras[i].section == section && d->outline.paras[i].kind == PARA_TEXT)
			count_sentences(d->outline.paras[i].body, &urged, &past);
	if (urged >= FEWEST_URGED && urged >= SURE * past)
		return MOOD_AIMED;
	return past > urged ? MOOD_REACHED : MOOD_UNKNOWN;
}

/* 2012年主要工作 behind 过去五年工作回顾: the part of a year that follows the one that looks back looks ahead. */
static bool follows_review(const struct doc *d, int section)
{
	enum { NEAR = 200 /* sections between both */ };
	const struct section *all = d->outline.sections;
	struct period p;

	/* The first section is the document. */
	while (section > 0 && all[section].parent > 0)
		section = all[section].parent;
	if (section <= 0 || !period_match(all[section].title, (struct ymd){0, 0, 0}, &p))
		return false;
	for (int s = section - 1; s > 0 && s + NEAR > section; s--)
		if (all[s].parent == all[section].parent)
			return words_within(all[s].title, W_LOOKBACK);
	return false;
}

/* 2022年主要工作, 2023年工作思路: of two years that a report tells side by side one has passed and one is to come. */
static enum mood mood_of_years(const struct doc *d, int section)
{
	enum { NEAR = 200 /* sections between both */ };
	const struct section *all = d->outline.sections;

	while (section > 0 && all[section].parent > 0)
		section = all[section].parent;
	/* 完成2025年预算任务的主要措施 behind 2024年预算执行情况 */
	long year = section > 0 && str_eq(d->head.genre, STR("report")) ? heading_year(heading_period(all[section].title)) : 0;

	for (int s = section > NEAR ? section - NEAR : 0; year && s < (int)d->outline.section_count && s < section + NEAR; s++) {
		long other = s != section && all[s].parent == all[section].parent ? heading_year(all[s].title) : 0;

		if (other && other != year)
			return year < other ? MOOD_REACHED : MOOD_AIMED;
	}
	return MOOD_UNKNOWN;
}

/* 关于2024年预算执行情况的报告: a title that looks back and nowhere ahead; 三、2025年预算安排 under it is of a later year. */
static enum mood mood_of_title(const struct doc *d, int section)
{
	const struct section *all = d->outline.sections;
	struct str title = d->head.title;

	if (!str_eq(d->head.genre, STR("report")) || !words_within(title, W_LOOKBACK) || words_within(title, W_LOOKAHEAD))
		return MOOD_UNKNOWN;
	while (section > 0 && all[section].parent > 0)
		section = all[section].parent;
	long year = section > 0 ? heading_year(all[section].title) : 0, own = heading_year(heading_period(title));

	return year && own && year > own ? MOOD_AIMED : MOOD_REACHED;
}

enum mood mood_of(struct doc *d, size_t index)
{
	int section = d->outline.paras[index].section;

	if (!d->moods) {
		d->moods = ARENA_ARRAY(d->arena, signed char, d->outline.section_count + 1);
		memset(d->moods, -1, d->outline.section_count + 1);
	}
	signed char *known = &d->moods[section + 1];

	if (*known < 0) {
		enum mood m = mood_of_years(d, section);

		if (!m)
			m = mood_of_heading(d, section);
		if (!m && follows_review(d, section))
			m = MOOD_AIMED;
		if (!m)
			m = mood_of_title(d, section);
		*known = (signed char)(m ? m : mood_of_sentences(d, section));
	}
	return (enum mood)*known;
}

bool mood_plans(const struct mentions *m, const struct range *s, size_t to)
{
	for (size_t k = s->first; k < s->last && m->items[k].from < to; k++) {
		const struct mention *x = &m->items[k];
		const struct word *share = mention_word(x, W_FUTURE) ? words_of(m->s, clause_around(m, s, x->from).from, W_GROWTH) : NULL;

		if (mention_word(x, W_FUTURE) && !(share && words_set_has(&share->classes, W_REACH)))
			return true;
	}
	return false;
}
