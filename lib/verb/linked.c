/* Knows how works are named that link two others: by a word of joining and what makes one of the two, or by a dash. */
#include "verb/linked.h"

#include "doc/words.h"
#include "verb/workname.h"

enum {
	COINED = 6,  /* bytes of the name of a place on either side of a dash, of which no common word is made */
	NEAREST = 6, /* bytes of the second of two works at least */
	FIRST = 9,   /* of the first */
	FARTHEST = 45
};

bool linked_joins(struct str s, size_t at)
{
	const struct word *join = words_of(s, at, W_JOIN);
	size_t from = at + (join ? join->text.n : 0), len;

	for (size_t i = from; join && i < s.n && i < from + FARTHEST; i += len) {
		const struct word *link = words_of(s, i, W_INNAME);

		if (link && str_eq(link->arg, STR("link")))
			return i >= from + NEAREST && !str_starts(join->text, STR("、"));
		if (str_char(s, i, &len) < 0x3400 || words_of(s, i, W_JOIN) || words_of(s, i, W_OF))
			break;
	}
	return false;
}

/* 青草河-陈行|连通工程, 青河—白河: one dash between two places, which no chain (生产-加工-销售) has. */
static bool is_dashed(struct str name)
{
	size_t dashes = 0, before = 0, behind = 0, len;

	for (size_t i = 0; i < name.n; i += len) {
		uint32_t c = str_char(name, i, &len);

		if (c != '-' && c != 0x2014 && c != 0x2013)
			continue;
		before = i;
		behind = i + len;
		dashes++;
	}
	return dashes == 1 && before >= COINED && behind + COINED < name.n && workname_coined(str_sub(name, before - COINED, before)) && workname_coined(str_sub(name, behind, behind + COINED));
}

bool linked_two(struct str name)
{
	size_t at = words_next(name, FIRST, W_JOIN);

	while (at < name.n && !linked_joins(name, at))
		at = words_next(name, at + 1, W_JOIN);
	return at < name.n && workname_coined(str_sub(name, 0, COINED));
}

bool linked_is(struct str name)
{
	return is_dashed(name) || linked_two(name);
}
