/* The parts that cells are read with, for the files cell*.c alone. */
#ifndef PT_VERB_CELLPARTS_H
#define PT_VERB_CELLPARTS_H

#include "verb/cell.h"
#include "zh/bound.h"

static inline bool cell_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool cell_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* cellamount.c: an amount and what stands around it. */

/* 每人每月 at `at`, and 家·年 behind a slash: where the words end, or `at`; the words are added to basis. */
size_t cell_each(struct str s, size_t at, struct buf *basis);
size_t cell_per(struct str s, size_t at, struct buf *basis);
/* b without 按 and without the bound of a rate, whose meaning is told; what a rate at its end is a share of, empty for nothing. */
struct str cell_share_head(struct str b, enum bound_meaning *meaning);
struct str cell_share_of(struct str b);
/* Lays a bound that stands apart from it over an amount; false when it has one already. */
bool cell_set_bound(struct quantity *q, enum bound_meaning meaning);
void cell_negate(struct quantity *q);
/* Whether an amount is one that a column of that kind holds. */
bool cell_is_kind(enum cell_kind kind, const struct quantity *q);
/* The bytes of b in `a`; b is freed. */
struct str cell_take(struct arena *a, struct buf *b);
void cell_read_amount(enum cell_kind kind, struct str s, const struct cell_context *c, struct cell *cell, struct arena *a);

/* cellspoken.c: forms that are read in a cell of their own alone. */

/* 2/3, with a bound before or behind it. */
bool cell_read_ratio(struct str s, struct quantity *q);
/* 三块五, 5块3毛, 500欧. */
bool cell_read_coins(struct str s, struct quantity *q);
/* 50多块 as 元; false when q counts something else. */
bool cell_coins_counted(struct quantity *q);
/* 100元(大写:壹佰元整): the same amount twice. */
bool cell_read_twice(struct str s, struct quantity *q);
/* 10万元≤x<50万元. */
bool cell_read_between(struct str s, struct str unit, struct quantity *q);
/* 5±0.1: the ends are bounds. */
bool cell_read_tolerance(struct str s, struct str unit, struct quantity *q);
/* 50(万元). */
bool cell_read_bracketed(struct str s, struct quantity *q);

/* cellfind.c: an amount among other words. */

size_t cell_blanks_before(struct str s, size_t at);
/* Whether a number ends at byte `end`. */
bool cell_number_ends(struct str s, size_t end);
/* The first amount in s that stands on its own: one with a unit, else a bare number. */
bool cell_find_amount(enum cell_kind kind, struct str s, struct str unit, struct cell *cell, struct arena *a);

/* celldate.c */

void cell_read_period(struct str s, const struct cell_context *c, struct cell *cell);
void cell_read_date(struct str s, const struct cell_context *c, struct cell *cell);

/* cellname.c */

void cell_read_region(struct str s, const struct cell_context *c, struct cell *cell, struct arena *a);
void cell_read_org(struct str s, const struct cell_context *c, struct cell *cell, struct arena *a);

#endif
