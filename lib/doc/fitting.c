/* Knows how well a cell fits a column, and so which cells a row lacks. */
#include "doc/fitting.h"

#include "doc/body.h"
#include "doc/heading.h"
#include "doc/words.h"
#include "zh/period.h"

enum { IMPOSSIBLE = -1000, LONGEST_PLACE = 8 /* characters */ };

/* What a cell is, whatever column it may stand in. */
struct content {
	struct str s;
	bool number, when, rate;
};

static struct content content_of(struct str s)
{
	struct period p;

	return (struct content){s, heading_is_number(s), period_parse(s, (struct ymd){0, 0, 0}, &p), s.n > 1 && s.p[s.n - 1] == '%' && heading_is_figure(s)};
}

bool fitting_rest(struct str s)
{
	enum { SHORTEST = 2 }; /* characters of the name of a company */
	const struct word *firm = words_tail(s, W_FIRM);

	return firm && (firm->text.n == s.n || (str_eq(firm->arg, STR("company")) && !str_reaches(str_sub(s, 0, s.n - firm->text.n), SHORTEST)));
}

bool fitting_body(struct str s)
{
	static const struct context none;

	if (fitting_rest(s))
		return false;
	return words_tail(s, W_CLASS) || words_tail(s, W_FIRM) || words_tail(s, W_BODY) || words_tail(s, W_DEPARTMENT) || words_tail(s, W_SUBOFFICE) || words_tail(s, W_STATION) || body_only(&none, s);
}

/* 北滘镇, but not 镇 */
static bool is_named(struct str s)
{
	const struct word *w = words_tail(s, W_NAMED);

	return w && w->text.n < s.n && str_chars(s) <= LONGEST_PLACE;
}

/* How well a cell fits a column. */
static int fit(const struct content *c, enum column_role role)
{
	struct str s = c->s;
	bool number = c->number, when = c->when;

	switch (role) {
	case COLUMN_SEQ:
		return number || heading_is_code(s) ? 2 : -2;
	case COLUMN_COUNT:
		if (c->rate)
			return 3;
		/* fall through */
	case COLUMN_MONEY:
		return number && !when ? 3 : number ? 1 : -3;
	case COLUMN_PERIOD:
	case COLUMN_START:
	case COLUMN_DEADLINE:
		return when ? 4 : -1;
	case COLUMN_ORG:
	case COLUMN_DUTY:
	case COLUMN_PARTNER:
		return number ? -3 : fitting_body(s) ? 3 : 0;
	case COLUMN_NAME:
		return number ? -3 : 2;
	case COLUMN_PLACE:
	case COLUMN_RECIPIENT:
		return number ? -3 : is_named(s) ? 3 : 0;
	case COLUMN_POLICY:
		return 1;
	default:
		return number ? -1 : 1;
	}
}

int fitting_cell(struct str cell, enum column_role role)
{
	struct content c = content_of(cell);

	return fit(&c, role);
}

void fitting_cells(struct str cell, const enum column_role *roles, size_t count, int *fits)
{
	struct content c = content_of(cell);

	for (size_t j = 0; j < count; j++) {
		size_t same = 0;

		while (roles[same] != roles[j])
			same++;
		fits[j] = same < j ? fits[same] : fit(&c, roles[j]);
	}
}

/* 王某 behind 县水利局: a short word in a column of bodies that is none and no deed. */
static bool is_person(const struct content *c, enum column_role role)
{
	enum { SHORTEST = 2, LONGEST = 4 }; /* characters */

	if ((role != COLUMN_ORG && role != COLUMN_DUTY) || c->number || !str_reaches(c->s, SHORTEST) || str_longer(c->s, LONGEST))
		return false;
	return !fitting_body(c->s) && !words_of(c->s, 0, W_VERB) && !words_of(c->s, 0, W_BUILD);
}

/* What it costs a word to stand in the column of the word before it: little where the column holds sentences, or where it may be who answers for a
 * body. */
static int joint(const struct content *c, enum column_role role)
{
	enum { AMONG_WORDS = 1, AMONG_NAMES = 2 };

	if (role == COLUMN_SEQ || role == COLUMN_MONEY || role == COLUMN_COUNT || role == COLUMN_START || role == COLUMN_UNIT)
		return -IMPOSSIBLE;
	return role == COLUMN_TASK || role == COLUMN_CONTENT || is_person(c, role) ? AMONG_WORDS : AMONG_NAMES;
}

int fitting_place(const struct str *cells, size_t n, const enum column_role *roles, size_t count, bool joins, size_t *place)
{
	int best[GRID_COLUMNS + 1][GRID_COLUMNS + 1], here[GRID_COLUMNS + 1][GRID_COLUMNS + 1]; /* of the first i cells in the first j columns; cell i in column j */
	int costs[GRID_COLUMNS + 1][GRID_COLUMNS + 1]; /* of what cell i joined to that before it in column j comes to */

	for (size_t j = 0; j <= count; j++) {
		best[0][j] = 0;
		here[0][j] = IMPOSSIBLE;
	}
	for (size_t i = 1; i <= n; i++) {
		struct content c = content_of(cells[i - 1]);

		best[i][0] = here[i][0] = IMPOSSIBLE;
		for (size_t j = 1; j <= count; j++) {
			int one = fit(&c, roles[j - 1]), alone = best[i - 1][j - 1], joined = joins ? here[i - 1][j] - joint(&c, roles[j - 1]) : IMPOSSIBLE;

			costs[i][j] = joined;
			here[i][j] = (alone >= joined ? alone : joined) + one;
			best[i][j] = here[i][j] >= best[i][j - 1] ? here[i][j] : best[i][j - 1];
		}
	}
	/* Where they fit nowhere, each has a place all the same. */
	for (size_t i = 0; i < n; i++)
		place[i] = i < count ? i : count - 1;
	for (size_t i = n, j = count; i > 0 && j > 0;) {
		/* What fits as well further left stands there. */
		if (best[i][j] == best[i][j - 1]) {
			j--;
			continue;
		}
		/* Cells of one column, up to the first of them. */
		for (bool more = true; more && i > 0; i--) {
			place[i - 1] = j - 1;
			more = best[i - 1][j - 1] <= costs[i][j];
		}
		j--;
	}
	return best[n][count];
}

bool fitting_spent(struct str heading)
{
	struct column c;

	heading_read(&c, heading);
	return c.role == COLUMN_MONEY && str_eq(c.status, STR("actual"));
}

void fitting_spare(size_t *place, size_t n, const enum column_role *roles, const bool *spent, size_t count)
{
	for (size_t i = n; i-- > 0;) {
		size_t next = place[i] + 1;

		if (next < count && spent[place[i]] && !spent[next] && roles[next] == COLUMN_MONEY && (i + 1 == n || place[i + 1] > next))
			place[i] = next;
	}
}

/* Whether a heading may stand over others. */
static bool may_span(enum column_role role)
{
	return role == COLUMN_UNKNOWN || role == COLUMN_MONEY || role == COLUMN_PERIOD;
}

int fitting_nest(const struct str *cells, size_t n, const enum column_role *roles, size_t count, size_t from, size_t *order)
{
	struct content contents[GRID_COLUMNS];
	int best = -1;

	for (size_t i = 0; i < n; i++)
		contents[i] = content_of(cells[i]);
	for (size_t over = 1; over < from; over++) {
		size_t at = 0, turn[GRID_COLUMNS] = {0};
		int score = 0;

		if (!may_span(roles[over]))
			continue;
		for (size_t k = 0; k < over; k++)
			turn[at++] = k;
		for (size_t k = from; k < count; k++)
			turn[at++] = k;
		for (size_t k = over + 1; k < from; k++)
			turn[at++] = k;
		for (size_t i = 0; i < n && score >= 0; i++) {
			int one = fit(&contents[i], roles[turn[i]]);

			score = one < 0 ? -1 : score + one;
		}
		if (score <= best)
			continue;
		best = score;
		memcpy(order, turn, n * sizeof *order);
	}
	return best;
}
