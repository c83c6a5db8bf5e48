/* Knows how a run of digits that nothing parts makes several figures: by their cents, or by the one that is the sum of the others. */
#include "doc/undivided.h"

#include "zh/figures.h"

#include <stdint.h>
#include <string.h>

enum { CENTS = 2, MOST_TRIES = 40000, LONGEST_FIGURE = 12 /* digits */ };

/* How many digits stand behind the point at byte `at`. */
static size_t decimals(struct str s, size_t at)
{
	size_t n = 0;

	while (figures_is_digit(s, at + 1 + n))
		n++;
	return n;
}

/* The row has figures in cents only where none has less than two digits behind its point, and one of them just two. */
bool undivided_cents(struct str row, size_t at)
{
	bool cents = false;

	if (at <= CENTS || row.p[at - CENTS - 1] != '.')
		return false;
	for (size_t i = 1; i < row.n; i++) {
		if (row.p[i] != '.' || !figures_is_digit(row, i - 1) || !figures_is_digit(row, i + 1))
			continue;
		size_t n = decimals(row, i);

		/* 100.0050.00: the figure behind begins within. */
		if (n < CENTS)
			return false;
		cents |= n == CENTS;
	}
	return cents;
}

struct search {
	struct str run;
	size_t figures, total;
	const bool *parts;
	uint64_t values[UNDIVIDED_FIGURES];
	size_t begins[UNDIVIDED_FIGURES], found[UNDIVIDED_FIGURES];
	size_t ways, tries;
};

static bool adds_up(const struct search *s)
{
	uint64_t sum = 0;
	size_t parts = 0;

	for (size_t k = 0; k < s->figures; k++) {
		sum += s->parts[k] ? s->values[k] : 0;
		parts += s->parts[k];
	}
	return parts > 1 && sum == s->values[s->total];
}

/* Tries all lengths of the figure that begins at digit `at`. */
static void try_figure(struct search *s, size_t k, size_t at)
{
	size_t left = s->figures - k - 1;
	uint64_t value = 0;

	/* The last figure takes all that is left. */
	if (!left && s->run.n - at > LONGEST_FIGURE)
		return;
	s->begins[k] = at;
	for (size_t n = 1; n <= LONGEST_FIGURE && at + n + left <= s->run.n && s->ways < 2 && s->tries < MOST_TRIES; n++) {
		value = value * 10 + (uint64_t)(s->run.p[at + n - 1] - '0');
		/* 0 alone begins with it. */
		if (n > 1 && s->run.p[at] == '0')
			return;
		s->values[k] = value;
		if (!left && at + n < s->run.n)
			continue;
		if (left) {
			try_figure(s, k + 1, at + n);
			continue;
		}
		s->tries++;
		if (!adds_up(s))
			continue;
		s->ways++;
		memcpy(s->found, s->begins, sizeof s->found);
	}
}

bool undivided_sums(struct str run, size_t figures, size_t total, const bool parts[UNDIVIDED_FIGURES], size_t begins[UNDIVIDED_FIGURES])
{
	struct search s = {.run = run, .figures = figures, .total = total, .parts = parts};

	if (figures < 3 || figures > UNDIVIDED_FIGURES || run.n < figures || run.n > UNDIVIDED_DIGITS)
		return false;
	try_figure(&s, 0, 0);
	if (s.ways != 1 || s.tries >= MOST_TRIES)
		return false;
	memcpy(begins, s.found, sizeof s.found);
	return true;
}
