/* Knows how well a cell fits a column, and so which cells a row lacks. */
#include "doc/fitting.h"

#include "doc/heading.h"
#include "doc/words.h"
#include "zh/period.h"

enum { IMPOSSIBLE = -100, LONGEST_PLACE = 8 /* characters */ };

/* What a cell is, whatever column it may stand in. */
struct content {
	struct str s;
	bool number, when;
};

static struct content content_of(struct str s)
{
	struct period p;

	return (struct content){s, heading_is_number(s), period_parse(s, (struct ymd){0, 0, 0}, &p)};
}

/* How well a cell fits a column. */
static int fit(const struct content *c, enum column_role role)
{
	struct str s = c->s;
	bool number = c->number, when = c->when;

	switch (role) {
	case COLUMN_SEQ:
		return number ? 2 : -2;
	case COLUMN_MONEY:
	case COLUMN_COUNT:
		return number && !when ? 3 : number ? 1 : -3;
	case COLUMN_PERIOD:
	case COLUMN_START:
	case COLUMN_DEADLINE:
		return when ? 4 : -1;
	case COLUMN_ORG:
	case COLUMN_DUTY:
	case COLUMN_PARTNER:
		return number ? -3 : words_tail(s, W_CLASS) || words_tail(s, W_FIRM) || words_tail(s, W_BODY) || words_tail(s, W_DEPARTMENT) ? 3 : 0;
	case COLUMN_NAME:
		return number ? -3 : 2;
	case COLUMN_PLACE:
	case COLUMN_RECIPIENT:
		return number ? -3 : words_tail(s, W_NAMED) && str_chars(s) <= LONGEST_PLACE ? 3 : 0;
	case COLUMN_POLICY:
		return 1;
	default:
		return number ? -1 : 1;
	}
}

void fitting_place(const struct str *cells, size_t n, const enum column_role *roles, size_t count, size_t *place)
{
	int best[GRID_COLUMNS + 1][GRID_COLUMNS + 1];

	memset(best[0], 0, sizeof best[0]);
	for (size_t i = 1; i <= n; i++) {
		struct content c = content_of(cells[i - 1]);

		for (size_t j = 0; j <= count; j++) {
			int skip = j > 0 ? best[i][j - 1] : IMPOSSIBLE;
			int take = j > 0 && j >= i ? best[i - 1][j - 1] + fit(&c, roles[j - 1]) : IMPOSSIBLE;

			best[i][j] = take >= skip ? take : skip;
		}
	}
	for (size_t i = n, j = count; i > 0 && j > 0; j--)
		if (best[i][j] != best[i][j - 1] || j == i)
			place[--i] = j - 1;
}
