/* Knows where brackets and quotations of running text end, and what stands inside. */
#include "doc/enclosure.h"

enum {
	LONGEST_QUOTE = 240, /* bytes */
	LONGEST_INSIDE = 600
};

/* “高层次人才达到2000名，贡献率达到40%”: clauses with figures, which are read as those outside quotation marks are. */
static bool holds_clauses(struct str s)
{
	bool comma = false, figure = false;

	for (size_t i = 0; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';

		figure |= digit;
		comma |= s.p[i] == ',' && !(i && i + 1 < s.n && s.p[i - 1] >= '0' && s.p[i - 1] <= '9' && s.p[i + 1] >= '0' && s.p[i + 1] <= '9');
	}
	return comma && figure;
}

/* Closing mark of a quotation that opens with c, or 0. Scanners mix the curly marks up. */
size_t enclosure_quote(struct str s, size_t at, uint32_t c)
{
	size_t len;

	if (c != 0x201C && c != 0x300A && c != 0x300C && c != '"')
		return 0;
	for (size_t i = at + (c == '"' ? 1 : 3); i < s.n && i - at < LONGEST_QUOTE; i += len) {
		uint32_t d = str_char(s, i, &len);

		if ((c == 0x300A && d == 0x300B) || (c == 0x300C && d == 0x300D))
			return i + len;
		if ((c == 0x201C || c == '"') && (d == 0x201D || d == '"' || d == 0x201C))
			return holds_clauses(str_sub(s, at, i)) ? 0 : i + len;
		if (d == 0x3002)
			return 0;
	}
	return 0;
}

/* 〔财政部牵头〕, but not the year of a document number. */
bool enclosure_note(struct str s, uint32_t c, size_t behind)
{
	return c == 0x3014 && behind < s.n && !(s.p[behind] >= '0' && s.p[behind] <= '9') && str_find(s, STR("〕"), behind) < behind + LONGEST_INSIDE;
}

/* （牵头单位：A。配合单位：B）: the next bracket behind byte `at` closes. */
bool enclosure_closes(struct str s, size_t at, bool note)
{
	int inner = 0;

	for (size_t i = at, len; i < s.n && i < at + LONGEST_INSIDE; i += len) {
		uint32_t c = str_char(s, i, &len);

		/* Only what 〔 opened may hold a whole bracket behind the stop. */
		if (mention_opens(c) && !note)
			return false;
		if (mention_closes(c) && !inner && !note)
			return true;
		if (note && c == 0x3015)
			return true;
		inner += mention_opens(c) - mention_closes(c);
		if (inner < 0)
			return false;
	}
	return false;
}

/* (A、各乡镇(街道): the last bracket of s closes a short one inside it. */
static bool closes_inner(struct str s)
{
	enum { LONGEST = 60 };
	size_t len, at = s.n;
	int depth = 0;

	do {
		uint32_t c = str_char(s, at = str_before(s, at), &len);

		depth += (mention_closes(c) || c == 0x3015) - (mention_opens(c) || c == 0x3014);
	} while (depth > 0 && at > 0 && s.n - at < LONGEST);
	return depth == 0 && at > 0;
}

struct str enclosure_inside(const struct mentions *m, const struct mention *bracket)
{
	struct str s = mention_text(m, bracket);
	size_t len, last, end = str_before(s, s.n);
	uint32_t close = str_char(s, end, &last);

	str_char(s, 0, &len);
	/* One that is never closed ends with what it holds. */
	return str_sub(s, len, end >= len && (mention_closes(close) || close == 0x3015) && !closes_inner(s) ? end : s.n);
}
