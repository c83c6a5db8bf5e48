/* Knows the language in which fields, figures and conditions are asked for. */
#include "verb/ask.h"

#include "base/diag.h"

static bool is_stop(char c, const char *stops)
{
	return c && strchr(stops, c);
}

struct str ask_piece(struct arena *a, struct str *rest, const char *stops, char *stop)
{
	char *p = arena_alloc(a, rest->n + 1);
	size_t n = 0, i = 0;

	*stop = 0;
	for (; i < rest->n; i++) {
		if (rest->p[i] == '\\' && i + 1 < rest->n) {
			p[n++] = rest->p[++i];
		} else if (is_stop(rest->p[i], stops)) {
			*stop = rest->p[i++];
			break;
		} else {
			p[n++] = rest->p[i];
		}
	}
	*rest = str_from(*rest, i);
	return (struct str){p, n};
}

static void malformed(const char *option, const char *arg, const char *wanted)
{
	diag_die("%s: %s wanted, not \"%s\"", option, wanted, arg);
}

void ask_list(struct arena *a, struct ask_list *list, const char *option, const char *arg)
{
	struct str rest = str_of(arg);
	char stop;

	do {
		struct str name = ask_piece(a, &rest, ",", &stop);

		if (name.n == 0)
			malformed(option, arg, "FIELD,FIELD...");
		*ARENA_PUSH(a, list->items, list->n, list->cap) = name;
	} while (stop);
}

bool ask_listed(const struct ask_list *list, struct str name)
{
	for (size_t i = 0; i < list->n; i++)
		if (str_eq(list->items[i], name))
			return true;
	return false;
}

/* The function that an item begins with, stepped over with its bracket; one that is written with `\` before the
 * bracket is a name like any other. */
static enum ask_part take_part(struct str *rest)
{
	static const char *const words[] = {"", "year(", "quarter(", "month("};

	for (int part = ASK_YEAR; part <= ASK_MONTH; part++)
		if (str_starts(*rest, str_of(words[part]))) {
			*rest = str_from(*rest, strlen(words[part]));
			return (enum ask_part)part;
		}
	return ASK_WHOLE;
}

static struct ask_group read_group(struct arena *a, struct str *rest, char *stop)
{
	struct str all = *rest;
	struct ask_group g = {.part = take_part(rest)};

	g.field = ask_piece(a, rest, g.part ? ")" : ",=", stop);
	if (g.part) {
		struct str behind = *stop ? ask_piece(a, rest, ",=", stop) : STR("?");

		if (behind.n)
			diag_die("-g: %.*s: a bracket is not closed, or text stands behind it", STR_ARGS(all));
	}
	/* A part is named as it is written. */
	g.name = g.part ? str_sub(all, 0, all.n - rest->n - (*stop != 0)) : g.field;
	if (*stop == '=')
		g.name = ask_piece(a, rest, ",", stop);
	return g;
}

void ask_groups(struct arena *a, struct ask_groups *groups, const char *arg)
{
	struct str rest = str_of(arg);
	char stop;

	do {
		struct ask_group g = read_group(a, &rest, &stop);

		if (g.field.n == 0 || g.name.n == 0)
			malformed("-g", arg, "FIELD[=NAME],...");
		*ARENA_PUSH(a, groups->items, groups->n, groups->cap) = g;
	} while (stop);
}

static bool digits_at(struct str s, size_t from, size_t n)
{
	for (size_t i = from; i < from + n; i++)
		if (i >= s.n || s.p[i] < '0' || s.p[i] > '9')
			return false;
	return true;
}

struct str ask_part_of(struct arena *a, struct str s, enum ask_part part)
{
	bool year = digits_at(s, 0, 4) && (s.n == 4 || s.p[4] == '-');
	bool month = year && digits_at(s, 5, 2) && (s.n == 7 || s.p[7] == '-');
	int number = month ? (s.p[5] - '0') * 10 + s.p[6] - '0' : 0;
	bool ends = s.n == 4 || (month && s.n == 7) ||
	            (month && digits_at(s, 8, 2) && (s.n == 10 || s.p[10] == 'T' || s.p[10] == ' '));

	if (!ends || (month && (number < 1 || number > 12)))
		return STR("");
	if (part == ASK_YEAR)
		return str_sub(s, 0, 4);
	if (!month)
		return STR("");
	return part == ASK_MONTH ? str_sub(s, 0, 7) : arena_printf(a, "%.4s-Q%d", s.p, (number + 2) / 3);
}

void ask_figures(struct arena *a, struct ask_figures *figures, const char *arg)
{
	struct str rest = str_of(arg);
	char stop;

	do {
		struct ask_figure f = {.function = ask_piece(a, &rest, ":,=", &stop)};
		bool bad = f.function.n == 0;

		if (stop == ':') {
			f.field = ask_piece(a, &rest, ",=", &stop);
			bad = bad || f.field.n == 0;
		}
		if (stop == '=') {
			f.name = ask_piece(a, &rest, ",", &stop);
			bad = bad || f.name.n == 0;
		}
		if (bad)
			malformed("-a", arg, "FUNC[:FIELD][=NAME],...");
		*ARENA_PUSH(a, figures->items, figures->n, figures->cap) = f;
	} while (stop);
}

/* The operator that the bytes behind the first stop make: `<` and `=` behind it are `<=`. */
static enum ask_operator take_operator(char first, struct str *rest)
{
	bool equal = rest->n && rest->p[0] == '=' && first != '=' && first != '~';

	if (equal)
		*rest = str_from(*rest, 1);
	switch (first) {
	case '!': return ASK_UNEQUAL;
	case '<': return equal ? ASK_AT_MOST : ASK_LESS;
	case '>': return equal ? ASK_AT_LEAST : ASK_MORE;
	case '~': return ASK_HOLDS;
	default: return ASK_EQUAL;
	}
}

void ask_condition(struct arena *a, struct ask_conditions *conditions, const char *arg)
{
	struct str rest = str_of(arg);
	char stop;
	struct ask_condition c = {.field = str_trim(ask_piece(a, &rest, "=!<>~", &stop))};

	if (!stop || c.field.n == 0 || (stop == '!' && (rest.n == 0 || rest.p[0] != '=')))
		malformed("--where", arg, "FIELD OP VALUE with OP one of = != < <= > >= ~");
	c.op = take_operator(stop, &rest);
	c.value = str_trim(rest);
	*ARENA_PUSH(a, conditions->items, conditions->n, conditions->cap) = c;
}

void ask_orders(struct arena *a, struct ask_orders *orders, const char *arg)
{
	struct str rest = str_of(arg);
	char stop;

	do {
		struct ask_order o = {.down = rest.n && rest.p[0] == '-'};

		rest = str_from(rest, o.down);
		o.field = ask_piece(a, &rest, ",", &stop);
		if (o.field.n == 0)
			malformed("--sort", arg, "[-]FIELD,...");
		*ARENA_PUSH(a, orders->items, orders->n, orders->cap) = o;
	} while (stop);
}

unsigned ask_count(const char *option, const char *arg, unsigned least)
{
	unsigned long n = 0;

	for (const char *p = arg; *p; p++) {
		if (*p < '0' || *p > '9' || n > 100000000)
			diag_die("%s: a whole number from %u on wanted, not \"%s\"", option, least, arg);
		n = n * 10 + (unsigned long)(*p - '0');
	}
	if (!*arg || n < least)
		diag_die("%s: a whole number from %u on wanted, not \"%s\"", option, least, arg);
	return (unsigned)n;
}
