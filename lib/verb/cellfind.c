/* Knows which amount among other words stands on its own: what is part of a date, a list, a code or a
 * numbering is none. */
#include "verb/cellparts.h"

#include "zh/numeral.h"
#include "zh/timeword.h"

size_t cell_blanks_before(struct str s, size_t at)
{
	while (at && s.p[at - 1] == ' ')
		at--;
	return at;
}

/* Whether a number ends at byte `end`. */
bool cell_number_ends(struct str s, size_t end)
{
	struct numeral n;
	size_t len;

	for (size_t i = 0; i < end; i += len) {
		if (numeral_match(str_from(s, i), &n) == end - i)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

static bool bound_ends(struct str s, enum bound_place place, size_t end)
{
	size_t len, used;

	for (size_t i = 0; i < end; i += len) {
		const struct bound *b = bound_at(str_from(s, i), place, &used);

		/* 完好 before 50台 is no 好 of 好几十. */
		if (b && !b->vague && i + used == end)
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* Whether what stands before byte `at` leaves a number there its own: no digit, letter, decimal point or dash of a longer number, no
 * part of a fraction or list of numbers, no bound that the number was read without. `unit`: it has a unit of its own. */
static bool begins_there(struct str s, size_t at, bool unit)
{
	size_t end = cell_blanks_before(s, at), before, len;
	char c = end ? s.p[end - 1] : ' ';

	if (end == 0)
		return true;
	if (cell_digit(c) || cell_letter(c) || c == '/' || c == '-' || c == '.')
		return false;
	before = cell_blanks_before(s, end - 1);
	if ((c == '~' || c == '+' || (!unit && (c == ',' || c == ':'))) && before && cell_digit(s.p[before - 1]))
		return false;
	before = str_before(s, end);
	/* 〔2020〕; 30万、20万、10万元 */
	uint32_t mark = str_char(s, before, &len);

	return mark != 0x3014 && !(mark == 0x3001 && cell_number_ends(s, before)) && !bound_ends(s, BOUND_OVER, end) &&
	       !bound_ends(s, BOUND_BEFORE, end) && !bound_ends(s, BOUND_TAIL, end);
}

/* Whether a number that ends at `end` is not the head of a date, a time, a ratio, a longer number or a fraction. */
static bool ends_there(struct str s, size_t end, bool unit)
{
	size_t at = end, unused;

	while (at < s.n && s.p[at] == ' ')
		at++;
	if (at == s.n)
		return true;
	if (cell_digit(s.p[at]) || bound_at(str_from(s, at), BOUND_OVER, &unused) || bound_at(str_from(s, at), BOUND_TAIL, &unused) ||
	    timeword_at(s, at, TIME_UNIT, &unused))
		return false;
	return !(strchr(unit ? "-~" : "-/:.,~", s.p[at]) && at + 1 < s.n && cell_digit(s.p[at + 1]));
}

/* The sign word that ends at byte `at`: true for one that makes less. */
static bool minus_before(struct str s, size_t at)
{
	size_t end = cell_blanks_before(s, at), len;

	for (size_t i = 0; i < end; i += len) {
		size_t used;
		const struct bound *b = bound_at(str_from(s, i), BOUND_SIGN, &used);

		str_char(s, i, &len);
		if (b && i + used == end)
			return b->meaning == BOUND_MINUS;
	}
	return false;
}

/* Where the clause that byte `at` stands in begins. */
static size_t clause_start(struct str s, size_t at)
{
	size_t start = 0, len;

	for (size_t i = 0; i < at; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (c == ',' || c == ';' || c == ':' || c == '(' || c == 0x3001 || c == 0x3002)
			start = i + len;
	}
	return start;
}

/* 不超过投资额的 before a rate in running text: its bound and what it is a share of. */
static void read_share_before(struct str s, size_t at, struct cell *cell)
{
	size_t len;

	for (size_t i = clause_start(s, at); i < at; i += len) {
		enum bound_meaning meaning = BOUND_NONE;
		struct str head = str_sub(s, i, at), rest = cell_share_head(head, &meaning);

		str_char(s, i, &len);
		if (rest.n == head.n || !cell_share_of(rest).n)
			continue;
		cell->basis = cell_share_of(rest);
		cell_set_bound(&cell->q, meaning);
		return;
	}
}

/* A number at the head of a text is its numbering (2.3新建, 一、, (2)新增), and one in Chinese without a unit is a word or a part
 * of one (一是, 五五开). */
static bool is_numbering(struct str s, size_t from, const struct quantity *q)
{
	return q->kind == QUANTITY_BARE && (!cell_digit(s.p[from + q->number_at]) || cell_blanks_before(s, from) == 0 || s.p[cell_blanks_before(s, from) - 1] == '(');
}

/* An amount that begins at byte `at`, with what it is for each of before it; false when it does not stand on its own. */
static bool amount_at(enum cell_kind kind, struct str s, size_t at, struct str unit, struct cell *cell, struct arena *a)
{
	struct buf basis = {NULL, 0, 0};
	size_t from = cell_each(s, at, &basis), used = 0;

	cell->basis = cell_take(a, &basis);
	/* A dash within a text is no sign. */
	if (!numeral_is_tail(s, from) && !(at > 0 && s.p[from] == '-'))
		used = quantity_match(str_from(s, from), unit, &cell->q);
	if (!used || !cell_is_kind(kind, &cell->q) || is_numbering(s, from, &cell->q))
		return false;
	bool united = cell->q.kind != QUANTITY_BARE;

	if (!begins_there(s, from, united) || !begins_there(s, at, united) || !ends_there(s, from + used, united))
		return false;
	if (cell->basis.n == 0) {
		cell_per(s, from + used, &basis);
		cell->basis = cell_take(a, &basis);
	}
	if (cell->basis.n == 0 && cell->q.kind == QUANTITY_RATE && kind == CELL_MONEY)
		read_share_before(s, from, cell);
	cell->repaired = cell->q.repaired;
	cell->was = str_sub(str_from(s, from), cell->q.number_at, cell->q.number_end);
	if (minus_before(s, at))
		cell_negate(&cell->q);
	return true;
}

/* The first amount in s that stands on its own: one with a unit, else a bare number. */
bool cell_find_amount(enum cell_kind kind, struct str s, struct str unit, struct cell *cell, struct arena *a)
{
	size_t bare = s.n, len;

	for (size_t i = 0; i < s.n; i += len) {
		str_char(s, i, &len);
		if (!amount_at(kind, s, i, unit, cell, a))
			continue;
		if (cell->q.kind != QUANTITY_BARE)
			return true;
		bare = bare == s.n ? i : bare;
	}
	return bare < s.n && amount_at(kind, s, bare, unit, cell, a);
}
