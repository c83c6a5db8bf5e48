/* Knows which names are those of rivers, lakes and hills, and what is done to them. */
#include "verb/landscape.h"

#include "verb/workname.h"

enum {
	LAND = 3, /* bytes of 河, 湖, 山 */
	OWN = 6   /* bytes that the name of a small water has before its last word */
};

size_t landscape_at(struct str s)
{
	enum { FARTHEST = 12 }; /* bytes of a river's name before its last character */

	for (size_t i = 3; i <= FARTHEST && i < s.n; i += 3) {
		const struct word *land = words_of(s, i, W_NAMED);

		if (land && str_eq(land->arg, STR("geo")))
			return workname_coined(str_sub(s, 0, i)) ? i + land->text.n : 0;
	}
	return 0;
}

bool landscape_deed(struct str name, bool small)
{
	enum { NEAR = 12 };
	size_t least = small ? OWN : LAND;
	const struct word *deed = words_tail(name, W_ENDING);

	for (size_t i = least; deed && str_eq(deed->arg, STR("deed")) && i <= NEAR && i + deed->text.n < name.n; i += 3) {
		/* 河道 keeps 河 from being found at its begin. */
		const struct word *land = words_is(str_sub(name, i, i + LAND), W_NAMED);

		/* 中小河流, 大运河, 城北河湖 are of a kind, great, or many. */
		if (land && str_eq(land->arg, STR("geo")) && workname_coined(str_sub(name, 0, i)))
			return !words_of(name, 0, W_PLAIN) && !(words_of(name, 0, W_VAGUE) && small) && !(words_is(str_sub(name, i + LAND, i + LAND + LAND), W_NAMED) && words_of(name, i, W_VAGUE));
	}
	return false;
}

bool landscape_treated(const struct mention *x, struct str name)
{
	return (mention_word(x, W_LIGHT) || mention_word(x, W_BUILD)) && landscape_deed(name, true) && !words_within(name, W_OF) && !words_tail(name, W_BUILD) && !workname_etc(name);
}
