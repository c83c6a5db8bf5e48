/* What the user asks for on the command line, in the little language of pt-aggregate and pt-diff: lists of fields,
 * figures, conditions. Everything ends with status 2 and a message when it is malformed; slices are in the arena or
 * in the argument. */
#ifndef PT_VERB_ASK_H
#define PT_VERB_ASK_H

#include "base/arena.h"

/* Reads *rest up to the first character of `stops` that no `\` stands before, which is stepped over and put into
 * *stop (0: the end). `\` before any character stands for that character. */
struct str ask_piece(struct arena *a, struct str *rest, const char *stops, char *stop);

/* FIELD,FIELD...: added to the list. */
struct ask_list {
	struct str *items;
	size_t n, cap;
};

void ask_list(struct arena *a, struct ask_list *list, const char *option, const char *arg);
bool ask_listed(const struct ask_list *list, struct str name);

enum ask_part { ASK_WHOLE, ASK_YEAR, ASK_QUARTER, ASK_MONTH };

/* FIELD, year(FIELD), quarter(FIELD) or month(FIELD), and =NAME behind it. */
struct ask_group {
	struct str field, name;
	enum ask_part part;
};

struct ask_groups {
	struct ask_group *items;
	size_t n, cap;
};

void ask_groups(struct arena *a, struct ask_groups *groups, const char *arg);

/* The part of an ISO 8601 date (YYYY, YYYY-MM, YYYY-MM-DD, more may follow a `T` or blank): 2020, 2020-Q3,
 * 2020-07. Empty when s is no date or has no such part. */
struct str ask_part_of(struct arena *a, struct str s, enum ask_part part);

/* FUNC[:FIELD][=NAME]; field and name have p NULL when absent. */
struct ask_figure {
	struct str function, field, name;
};

struct ask_figures {
	struct ask_figure *items;
	size_t n, cap;
};

void ask_figures(struct arena *a, struct ask_figures *figures, const char *arg);

enum ask_operator { ASK_EQUAL, ASK_UNEQUAL, ASK_LESS, ASK_AT_MOST, ASK_MORE, ASK_AT_LEAST, ASK_HOLDS };

/* FIELD OP VALUE; the value is taken as it stands, without blanks at its ends. */
struct ask_condition {
	struct str field, value;
	enum ask_operator op;
};

struct ask_conditions {
	struct ask_condition *items;
	size_t n, cap;
};

void ask_condition(struct arena *a, struct ask_conditions *conditions, const char *arg);

/* [-]FIELD,...: by which the rows are sorted, `-` from the last to the first. */
struct ask_order {
	struct str field;
	bool down;
};

struct ask_orders {
	struct ask_order *items;
	size_t n, cap;
};

void ask_orders(struct arena *a, struct ask_orders *orders, const char *arg);

/* A whole number from `least` on. */
unsigned ask_count(const char *option, const char *arg, unsigned least);

#endif
