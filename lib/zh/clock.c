/* Knows how times of day and weekdays are written behind a date. */
#include "zh/clock.h"

#include "zh/calendar.h"
#include "zh/moment.h"
#include "zh/phrases.h"
#include "zh/timeword.h"

static bool is_digit_at(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

/* Two digits from 00 to `most` at `at`. */
static bool is_two(struct str s, size_t at, int most)
{
	return is_digit_at(s, at) && is_digit_at(s, at + 1) && (s.p[at] - '0') * 10 + s.p[at + 1] - '0' <= most;
}

/* Z, +08:00 or +0800 behind a time in figures. */
static size_t zone_end(struct str s, size_t at)
{
	if (at < s.n && s.p[at] == 'Z')
		return at + 1;
	if (at >= s.n || (s.p[at] != '+' && s.p[at] != '-') || !is_two(s, at + 1, 14))
		return at;
	size_t minutes = at + 3 < s.n && s.p[at + 3] == ':' ? at + 4 : at + 3;

	return is_two(s, minutes, 59) && !is_digit_at(s, minutes + 2) ? minutes + 2 : at;
}

/* .123 behind seconds. */
static size_t decimals_end(struct str s, size_t at)
{
	size_t end = at + 1;

	if (at >= s.n || s.p[at] != '.')
		return at;
	while (is_digit_at(s, end))
		end++;
	return end > at + 1 ? end : at;
}

/* 8:30, 08:30:00; behind T also 083000. The end, or `at`. */
static size_t figures_end(struct str s, size_t at, bool basic)
{
	size_t hour = is_two(s, at, 24) ? 2 : is_digit_at(s, at) ? 1 : 0, end = at + hour;

	if (basic && hour == 2 && is_two(s, end, 59) && !(end + 2 < s.n && s.p[end + 2] == ':')) {
		end += is_two(s, end + 2, 59) ? 4 : 2;
		return is_digit_at(s, end) ? at : zone_end(s, decimals_end(s, end));
	}
	if (!hour || end >= s.n || s.p[end] != ':' || !is_two(s, end + 1, 59))
		return at;
	end += 3;
	if (end < s.n && s.p[end] == ':' && is_two(s, end + 1, 59))
		end = decimals_end(s, end + 3);
	return is_digit_at(s, end) ? at : basic || (end < s.n && (s.p[end] == 'Z' || s.p[end] == '+')) ? zone_end(s, end) : end;
}

/* A number up to `most` and its unit at `at`; the end, or `at`. */
static size_t counted(struct str s, size_t at, int most, enum timeword_place place, enum timeword_meaning unit)
{
	struct date_number n;
	size_t end;
	bool some = moment_number(s, phrases_blanks(s, at), &n);
	const struct timeword *w = some && n.value <= most ? timeword_at(s, n.end, place, &end) : NULL;

	return w && w->meaning == unit ? end : at;
}

/* 9时30分15秒, 3点半, 9点一刻. */
static size_t words_end(struct str s, size_t at)
{
	size_t end = counted(s, at, 24, TIME_UNIT, TIME_HOUR), next;

	if (end == at)
		return at;
	const struct timeword *half = timeword_at(s, end, TIME_CLOCK, &next);

	if (half && half->meaning == TIME_HALF)
		return next;
	next = counted(s, end, 3, TIME_CLOCK, TIME_QUARTER);
	if (next > end)
		return next;
	next = counted(s, end, 59, TIME_CLOCK, TIME_MINUTE);
	if (next > end)
		return counted(s, next, 59, TIME_CLOCK, TIME_SECOND);
	/* 8点30 */
	return is_two(s, end, 59) && (end + 2 == s.n || s.p[end + 2] == '-') ? end + 2 : end;
}

size_t clock_end(struct str s, size_t at)
{
	size_t from = phrases_blanks(s, at), end, next;

	if (from >= s.n)
		return at;
	if (s.p[from] == 'T') {
		end = figures_end(s, from + 1, true);
		return end > from + 1 ? end : at;
	}
	const struct timeword *part = timeword_at(s, from, TIME_CLOCK, &next);

	if (part && part->meaning != TIME_PART)
		return at;
	end = part ? phrases_blanks(s, next) : from;
	size_t words = words_end(s, end), figures = figures_end(s, end, false);

	if (words > end || figures > end)
		return words > figures ? words : figures;
	return part ? next : at;
}

size_t clock_stretch(struct str s, size_t at)
{
	size_t end = clock_end(s, at), from = at;
	const struct timeword *w = end > at ? timeword_at(s, end, TIME_BETWEEN, &from) : NULL;
	size_t last = w && w->meaning == TIME_RANGE ? clock_end(s, from) : from;

	return last > from ? last : end;
}

size_t clock_weekday(struct str s, size_t at, struct ymd day)
{
	size_t from = phrases_blanks(s, at), end;
	bool bracket = from < s.n && s.p[from] == '(';
	const struct timeword *w = timeword_at(s, bracket ? from + 1 : from, TIME_WEEKDAY_NAME, &end);

	if (!w || (bracket && (end >= s.n || s.p[end] != ')')) || (day.year && calendar_weekday(day) != w->from))
		return at;
	return bracket ? end + 1 : end;
}
