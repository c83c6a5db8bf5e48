/* Knows what the heading of one column says: which words it holds, in which unit its cells are. */
#include "doc/heading.h"

#include "base/table.h"
#include "doc/words.h"
#include "zh/fold.h"
#include "zh/lexicon.h"
#include "zh/opening.h"
#include "zh/period.h"
#include "zh/phrases.h"
#include "zh/quantity.h"

enum {
	SHORTEST_INSIDE = 9, /* bytes of a heading word that counts where it only stands in a heading */
	LONGEST_HEADING = 128, /* bytes */
	LONGEST_DIGITS = 9   /* bytes of a number that is not asked for its form */
};

struct heading {
	struct str text, arg;
	enum column_role role;
};

static struct heading *headings;
static struct lexicon heading_words;
static struct phrase_filter heading_ends; /* the last characters of headings */

static const char *const role_names[] = {
	"-", "seq", "name", "task", "org", "partner", "content", "place", "category", "state", "period", "start", "deadline", "duty", "money",
	"count", "recipient", "goal", "policy", "indicator", "unit", "ignore",
};

static enum column_role role_of(struct str s)
{
	const size_t n = sizeof role_names / sizeof *role_names;
	size_t i = str_which(s, role_names, n);

	return i < n ? (enum column_role)i : COLUMN_UNKNOWN;
}

void grid_load(void)
{
	static struct arena run;
	struct arena scratch = {NULL, 0};
	const struct table *t = table_get("headings");

	if (headings)
		return;
	headings = ARENA_ARRAY(&run, struct heading, t->rows + 1);
	for (size_t r = 0; r < t->rows; r++)
		headings[r] = (struct heading){table_cell(t, r, 0), table_cell(t, r, 2), role_of(table_cell(t, r, 1))};
	lexicon_reserve(&heading_words, &scratch, t->rows);
	for (size_t r = 0; r < t->rows; r++) {
		lexicon_add(&heading_words, &scratch, headings[r].text, (uint32_t)r);
		opening_add(headings[r].text, OPENS_HEADING);
		phrase_filter_add(&heading_ends, str_last_char(headings[r].text));
	}
	lexicon_build(&heading_words, &run);
	arena_free(&scratch);
}

struct str heading_fold(struct str raw, struct buf *b)
{
	buf_clear(b);
	for (size_t from = 0, to; from < raw.n; from = to + 1) {
		/* Most characters have three bytes. */
		for (to = from; to < raw.n && raw.p[to] != ' ' && raw.p[to] != '\n';)
			to += (unsigned char)raw.p[to] < 0xE0 ? 1 : 3;
		fold_text(str_trim(str_sub(raw, from, to)), b);
	}
	return buf_str(b);
}

bool heading_may_open(struct str raw)
{
	struct str s = str_trim(raw);
	size_t len, next;

	if (!s.n)
		return false;
	uint32_t c = fold_char(str_char(s, 0, &len)), d = len < s.n ? fold_char(str_char(s, len, &next)) : 0;

	/* Layout goes, and blanks of other kinds may stand before a heading or in it: where one stands nothing is told. */
	return c <= ' ' || (d <= ' ' && len < s.n) || opening_of(c, d) & OPENS_HEADING;
}

bool heading_may_close(struct str raw)
{
	uint32_t c = fold_char(str_last_char(raw));

	/* A unit, or layout that goes. */
	return c < 0x3400 || c > 0x9FFF || phrase_filter_has(&heading_ends, c);
}

/* 12, 1081, 3.5: what most cells of figures hold, told at a glance. */
static bool is_digits(struct str s)
{
	bool point = false;

	if (!s.n || s.n > LONGEST_DIGITS || s.p[0] < '1' || s.p[0] > '9' || s.p[s.n - 1] == '.')
		return false;
	for (size_t i = 1; i < s.n; i++) {
		if ((s.p[i] < '0' || s.p[i] > '9') && (s.p[i] != '.' || point))
			return false;
		point |= s.p[i] == '.';
	}
	return true;
}

bool heading_is_statistic(struct str head)
{
	const struct word *stat = words_tail(head, W_STAT);

	return stat && !str_eq(stat->arg, STR("size"));
}

bool heading_is_number(struct str s)
{
	struct quantity q;

	return is_digits(s) || (quantity_parse(s, STR(""), &q) && q.kind == QUANTITY_BARE);
}

bool heading_is_figure(struct str s)
{
	struct quantity q;

	return s.n && (is_digits(s) || str_eq(s, STR("-")) || (quantity_parse(s, STR(""), &q) && (q.kind == QUANTITY_BARE || q.kind == QUANTITY_RATE)));
}

bool heading_is_code(struct str s)
{
	enum { SHORTEST = 3, LONGEST = 16 };
	size_t digits = 0;

	if (s.n < SHORTEST || s.n > LONGEST || s.p[0] < 'A' || s.p[0] > 'Z')
		return false;
	for (size_t i = 1; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';

		if (!digit && s.p[i] != '-' && (s.p[i] < 'A' || s.p[i] > 'Z' || digits))
			return false;
		digits += digit;
	}
	return digits >= 2;
}

/* The unit in the last bracket: 总投资(万元). A bracket with anything else stays. */
struct str heading_unit(struct str s, struct str *rest)
{
	*rest = s;
	if (!str_ends(s, STR(")")))
		return STR("");
	size_t open = s.n;

	while (open > 0 && s.p[open - 1] != '(')
		open--;
	if (!open)
		return STR("");
	struct str in = str_trim(str_sub(s, open, s.n - 1));
	const struct word *w = words_of(in, 0, W_UNIT);

	if (w && in.n > w->text.n)
		in = str_trim(str_from(in, in.p[w->text.n] == ':' ? w->text.n + 1 : w->text.n));
	char probe[64] = "1";
	struct quantity q;

	/* 元/亩 */
	in.n = str_find(in, STR("/"), 0);
	if (in.n > sizeof probe - 2)
		return STR("");
	memcpy(probe + 1, in.p, in.n);
	if (!quantity_parse((struct str){probe, in.n + 1}, STR(""), &q))
		return STR("");
	*rest = str_trim(str_sub(s, 0, open - 1));
	return in;
}

/* The longest heading word that is the text, else one that ends it, else one that it holds; the first in the table of several. */
static const struct heading *find_heading(struct str s)
{
	const struct lexicon_entry *e;
	const struct heading *best = NULL;
	int best_fit = 0;
	size_t len, next = 0, n;
	uint32_t c, d = s.n ? str_char(s, 0, &next) : 0;
	/* 湖北省财政厅: a body is headed by no word that it holds. */
	bool body = words_tail(s, W_BODY) || words_tail(s, W_DEPARTMENT);

	for (size_t i = 0; i < s.n; i += len) {
		c = d;
		len = next;
		d = i + len < s.n ? str_char(s, i + len, &next) : 0;
		/* At most places none begins. */
		if (!(opening_of(c, d) & OPENS_HEADING))
			continue;
		struct lexicon_walk w = lexicon_walk(&heading_words, str_from(s, i));

		while (lexicon_next(&w, &e, &n)) {
			const struct heading *h = &headings[e->value];
			/* 城市 is no 市. */
			if (h->role == COLUMN_RECIPIENT && h->text.n == 3 && i)
				continue;
			int fit = i + h->text.n < s.n ? !body && h->text.n >= SHORTEST_INSIDE : i ? 2 : 3;

			if (fit > best_fit || (fit && fit == best_fit && (h->text.n > best->text.n || (h->text.n == best->text.n && h < best)))) {
				best = h;
				best_fit = fit;
			}
		}
	}
	return best;
}

bool heading_like(struct str s)
{
	return s.n > 0 && !str_longer(s, HEADING_MOST) && !str_has(s, STR("。"));
}

/* Of what kind the money is that a heading tells of: 奖励标准. */
static struct str kind_of(struct str head)
{
	for (size_t i = 0, len; i < head.n; i += len) {
		const struct word *w = words_of(head, i, W_FUND);

		if (w && !str_starts(w->arg, STR("weak:")))
			return w->arg;
		str_char(head, i, &len);
	}
	return STR("grant");
}

void heading_read(struct column *c, struct str cell)
{
	memset(c, 0, sizeof *c);
	if (!heading_like(cell))
		return;
	c->unit = heading_unit(cell, &c->head);
	if (c->unit.n && c->unit.p[c->unit.n] == '/')
		c->basis = str_trim(str_sub(cell, (size_t)(c->unit.p - cell.p) + c->unit.n + 1, cell.n - 1));
	if (!c->head.n)
		c->head = cell;
	const struct heading *h = find_heading(c->head);
	size_t open = str_find(c->head, STR("("), 0);
	struct period when;

	/* 建设(业主)单位 */
	char bare[LONGEST_HEADING];
	size_t close = str_find(c->head, STR(")"), open);

	if (open && close < c->head.n && c->head.n < sizeof bare && !(h && h->text.n == c->head.n)) {
		size_t rest = c->head.n - close - 1;

		memcpy(bare, c->head.p, open);
		memcpy(bare + open, c->head.p + close + 1, rest);
		const struct heading *other = rest ? find_heading((struct str){bare, open + rest}) : NULL;

		if (other && (!h || other->text.n > h->text.n))
			h = other;
	}
	/* 地区(单位) */
	if (!h && open < c->head.n && str_ends(c->head, STR(")")))
		h = find_heading(str_trim(str_sub(c->head, 0, open)));
	if (h) {
		size_t colon = str_find(h->arg, STR(":"), 0);

		c->role = h->role;
		c->arg = str_sub(h->arg, 0, colon);
		c->status = str_from(h->arg, colon + (colon < h->arg.n));
	}
	/* 2023年主要建设内容 is what this year is to bring. */
	if (c->role == COLUMN_CONTENT && period_match(c->head, (struct ymd){0, 0, 0}, &when))
		c->role = COLUMN_GOAL;
	struct quantity q;
	char probe[64] = "1";

	if (c->unit.n && c->unit.n < sizeof probe - 2) {
		memcpy(probe + 1, c->unit.p, c->unit.n);
		bool money = quantity_parse((struct str){probe, c->unit.n + 1}, STR(""), &q) && q.kind == QUANTITY_MONEY;

		/* 营业收入(万元), 研发费用(万元): figures of who gets something. */
		bool statistic = money && c->role != COLUMN_MONEY && heading_is_statistic(c->head);
		bool counts = !money && (c->role == COLUMN_UNKNOWN || c->role == COLUMN_MONEY || c->role == COLUMN_NAME || c->role == COLUMN_TASK || c->role == COLUMN_INDICATOR);

		if (statistic || counts) {
			c->role = COLUMN_COUNT;
		} else if (money && c->role != COLUMN_MONEY && c->role != COLUMN_POLICY) {
			c->role = COLUMN_MONEY;
			c->arg = STR("budget");
			c->status = STR("planned");
		}
	}
	if (c->role == COLUMN_POLICY) {
		c->arg = kind_of(c->head);
		c->status = STR("rule");
	}
	/* 已下达中央投资 */
	if (c->role == COLUMN_MONEY && words_of(c->head, 0, W_DONE) && !words_of(c->head, 0, W_TOTAL) && !words_of(c->head, 0, W_SUM))
		c->status = STR("actual");
	c->total = words_tail(c->head, W_SUM) != NULL;
	c->part = words_of(c->head, 0, W_PART) != NULL;
}

int heading_year(struct str head)
{
	struct period p;

	return period_match(head, (struct ymd){0, 0, 0}, &p) && p.start.year == p.end.year ? p.end.year : 0;
}

struct str heading_period(struct str head)
{
	struct period p;

	for (size_t i = 0, len; i < head.n; i += len) {
		size_t n = period_match(str_from(head, i), (struct ymd){0, 0, 0}, &p);

		if (n && (p.start.year || p.end.year))
			return str_sub(head, i, i + n);
		str_char(head, i, &len);
	}
	return STR("");
}

bool heading_is(struct str s)
{
	struct str head;
	size_t n;

	heading_unit(s, &head);
	return head.n && lexicon_find(&heading_words, head, &n);
}

bool heading_is_pair(struct str name, struct str sum)
{
	enum column_role first = grid_heading(name);

	return (first == COLUMN_RECIPIENT || first == COLUMN_NAME || first == COLUMN_ORG || first == COLUMN_CATEGORY) && grid_heading(sum) == COLUMN_MONEY && heading_is(name) &&
	       heading_is(sum);
}

enum column_role grid_heading(struct str heading)
{
	struct column c;

	heading_read(&c, heading);
	return c.role;
}

bool heading_is_money(struct str unit)
{
	char probe[64] = "1";
	struct quantity q;

	if (!unit.n || unit.n > sizeof probe - 2)
		return false;
	memcpy(probe + 1, unit.p, unit.n);
	return quantity_parse((struct str){probe, unit.n + 1}, STR(""), &q) && q.kind == QUANTITY_MONEY;
}
