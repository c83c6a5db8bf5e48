/* Knows how a document says once which bodies of its lists lead: 列逗号之前的为牵头单位, 排第一位的为牵头部门. */
#include "verb/leads.h"

#include "doc/words.h"

enum { LONGEST = 90 /* bytes from what is told of a place to the role that it tells */ };

/* Where the role stands behind a word that tells a place, or 0. */
static size_t leading_role(struct str s, size_t at)
{
	for (size_t k = at, len; k < s.n && k < at + LONGEST; k += len) {
		const struct word *w = words_of(s, k, W_LABEL);

		if (str_char(s, k, &len) == 0x3002)
			return 0;
		if (!w)
			w = words_of(s, k, W_ROLE);
		if (w && str_eq(w->arg, STR("lead")) && words_tail(str_sub(s, at, k), W_IS))
			return k;
	}
	return 0;
}

/* The clause, or the bracket, that byte `at` stands in begins here. */
static size_t clause_begin(struct str s, size_t at)
{
	while (at) {
		size_t before = str_before(s, at), len;
		uint32_t c = str_char(s, before, &len);

		if (c == ',' || c == ';' || c == 0xFF1B || c == 0x3002 || c == '(' || c == ':')
			break;
		at = before;
	}
	return at;
}

bool leads_told(struct str s, struct leads *out, size_t *from)
{
	for (size_t i = words_next(s, 0, W_ORDINAL); i < s.n; i = words_next(s, i + 1, W_ORDINAL)) {
		const struct word *w = words_of(s, i, W_ORDINAL);
		size_t role = str_eq(w->arg, STR("-")) ? 0 : leading_role(s, i + w->text.n);

		if (!role)
			continue;
		out->how = str_eq(w->arg, STR("comma")) ? LEADS_BEFORE_COMMA : LEADS_FIRST;
		out->others = STR("responsible");
		for (size_t k = role, len; k < s.n && str_char(s, k, &len) != 0x3002; k += len) {
			const struct word *other = words_of(s, k, W_LABEL);

			if (other || (other = words_of(s, k, W_ROLE)))
				out->others = str_eq(other->arg, STR("support")) ? other->arg : out->others;
		}
		*from = clause_begin(s, i);
		return true;
	}
	return false;
}

/* The first comma of a list that no bracket holds, or its end. */
static size_t list_comma(struct str list)
{
	size_t depth = 0, i = 0, len;

	for (; i < list.n; i += len) {
		uint32_t c = str_char(list, i, &len);

		if (c == ',' && !depth)
			break;
		depth += c == '(' || c == 0x3014;
		depth -= (c == ')' || c == 0x3015) && depth;
	}
	return i;
}

struct str leads_role(const struct leads *l, struct str list, struct str member, bool first, struct str role)
{
	if (l->how == LEADS_UNTOLD || !str_eq(role, STR("responsible")))
		return role;
	if (l->how == LEADS_FIRST)
		return first ? STR("lead") : l->others;
	size_t comma = list_comma(list);

	/* A list without a comma says nothing of it. */
	if (comma == list.n)
		return role;
	return member.p < list.p + comma ? STR("lead") : l->others;
}
