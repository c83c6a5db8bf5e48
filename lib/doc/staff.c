/* Knows the names of staffs and committees that begin with what they are to do: 省推进铁路建设工作领导小组办公室. */
#include "doc/staff.h"

#include "doc/bureau.h"
#include "doc/words.h"

/* 推进, but neither 建立, which makes a staff, nor 积极. */
static const struct word *aim_at(struct str s, size_t at)
{
	const struct word *w = words_of(s, at, W_URGE);

	return w && words_in(w, W_VERB) && !words_in(w, W_HOLD) && !words_in(w, W_ADVERB) ? w : NULL;
}

/* Whether no name of a staff holds what stands at byte `at`: 市加快|成立领导小组. */
static bool stops(struct str s, size_t at, const struct word *w)
{
	size_t len;
	uint32_t c = str_char(s, at, &len);
	const struct word *verb = w ? words_in(w, W_VERB) : NULL;

	if ((c < 0x4E00 || c > 0x9FFF) && c != 0x201C && c != 0x201D)
		return true;
	if (w && (words_in(w, W_MODAL) || words_in(w, W_OF) || words_in(w, W_BY) || words_in(w, W_GIVE)))
		return true;
	return verb && !str_eq(verb->arg, STR("noun")) && !words_in(w, W_INNAME) && !words_in(w, W_URGE);
}

size_t staff_behind(struct str s, size_t at)
{
	enum { LONGEST = 75 /* bytes */ };
	const struct word *w = aim_at(s, at);
	size_t len;

	for (size_t i = w ? at + w->text.n : s.n; i < s.n && i - at <= LONGEST; i += len) {
		w = words_at(s, i);
		const struct word *end = w ? words_in(w, W_BODY) : NULL;

		if (end && str_eq(end->arg, STR("office")) && bureau_name_ends(s, i + end->text.n))
			return i + end->text.n;
		if (!end && stops(s, i, w))
			return 0;
		str_char(s, i, &len);
		len = w ? w->text.n : len;
	}
	return 0;
}
