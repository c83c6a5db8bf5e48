/* What one cell of any table says, when its column is told to hold money, numbers, dates, periods, regions or bodies. */
#ifndef PT_VERB_CELL_H
#define PT_VERB_CELL_H

#include "base/arena.h"
#include "zh/org.h"
#include "zh/period.h"
#include "zh/place.h"
#include "zh/quantity.h"

enum cell_kind { CELL_MONEY, CELL_NUMBER, CELL_DATE, CELL_PERIOD, CELL_TEXT, CELL_REGION, CELL_ORG, CELL_KINDS };

enum cell_outcome {
	CELL_OK,
	CELL_EMPTY,
	CELL_UNREAD,    /* no value of that kind is in it */
	CELL_SEVERAL,   /* an array of JSON, which is no text */
	CELL_BESIDE,    /* there is one, among other words */
	CELL_NO_UNIT,   /* a bare number, and nothing says whether it is 元 or 万元 */
	CELL_TWO_UNITS, /* a number with a multiplier under a unit with another: 500万 under 万元 */
	CELL_NO_DAY,    /* a time, but no single day, month or year */
	CELL_RELATIVE,  /* refers to a date that is not known */
	CELL_RECURRING, /* said to have no date: each year, from now on, at once */
	CELL_OPEN,
	CELL_IMMEDIATE,
	CELL_AMBIGUOUS  /* several regions have the name */
};

struct cell {
	enum cell_outcome outcome;
	struct quantity q;  /* money and numbers */
	struct str basis;   /* 家; two at once joined by U+00B7; what a rate is a share of */
	struct period p;    /* dates and periods */
	const struct region *region;
	int year;           /* that the region is as of; 0: unknown */
	struct str zone;    /* what was written instead of the region that it lies in; empty: nothing */
	const struct region *const *several; /* of CELL_AMBIGUOUS */
	size_t several_n;
	struct org org;
	struct str org_code; /* of the region in the body's name, or empty */
	struct str alias;   /* of regions and bodies: what the user calls them, with `was`; p NULL: nothing */
	bool repaired;
	struct str was;     /* what was repaired, as it was read */
};

struct cell_context {
	struct str unit;     /* folded; empty: none is known */
	const struct quantity *one; /* 1 in that unit, or bare; NULL: plain numbers are not read by themselves */
	struct ymd as_of;    /* what relative dates refer to, and names are as of; year 0: unknown */
	struct str issuer;   /* what 市 and 自治区 in names refer to; may be empty */
	bool find;           /* take the first value among other words */
};

/* Reads the tables that cells of the kind need; call before threads start. */
void cell_load(enum cell_kind kind);

/* A cell made ready for cell_read, in `a` where it is not so already: folded, line ends dropped, trimmed. */
struct str cell_fold(struct arena *a, struct str s);

/* `text` is folded and trimmed; slices of the result are in it or in `a`. Only what the outcome and the kind call for is set. */
void cell_read(enum cell_kind kind, struct str text, const struct cell_context *c, struct arena *a, struct cell *out);

/* The text as tidy_text leaves it: itself, or in `a`. */
struct str cell_clean(struct str text, struct arena *a);

#endif
