/* Knows how the cell of a row lists bodies, and when it holds nothing. */
#include "verb/rowbodies.h"

#include "verb/clause.h"
#include "verb/leads.h"

enum { MOST_BODIES = 64 };

bool rowbodies_void(struct str s)
{
	size_t len;

	if (!s.n)
		return true;
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t c = str_char(s, i, &len);

		if (c != '-' && c != '/' && c != 0x2014 && c != ' ' && c != '0' && c != '.' && c != 0x65E0)
			return false;
	}
	return true;
}

/* Whether s ends as bodies do. */
static bool is_office(const struct doc *d, struct str s)
{
	return words_tail(s, W_BODY) || words_tail(s, W_FIRM) || words_tail(s, W_SUBOFFICE) || words_tail(s, W_DEPARTMENT) || body_only(&d->context, s);
}

struct str rowbodies_unmanned(const struct doc *d, struct str cell)
{
	enum { SHORTEST = 2, LONGEST = 4 }; /* characters of a person's name */
	const struct view *v = &d->outline.view;
	size_t at = cell.n;

	for (size_t n = 1; at && n <= LONGEST + 1; n++) {
		at = str_before(cell, at);
		bool slash = cell.p[at] == '/' && n > SHORTEST;

		if (!at || !(slash || (n >= SHORTEST && n <= LONGEST && view_gap(v, view_at(v, cell) + at))))
			continue;
		struct str before = clause_strip(str_sub(cell, 0, at)), last = str_from(cell, at + slash);
		/* 县水利局/业主: no word but that of an office begins what is told of a person. */
		const struct word *known = words_of(last, 0, W_POST) ? NULL : words_at(last, 0);

		return is_office(d, before) && !(known && str_longer(known->text, 1)) && !is_office(d, last) && !words_tail(last, W_NAMED) ? before : cell;
	}
	return cell;
}

static bool is_parted(const struct view *v, struct str text)
{
	for (size_t i = 1; i < text.n; i++)
		if (view_gap(v, view_at(v, text) + i))
			return true;
	return false;
}

/* Whether the line end before byte i lies in a name: in the word for what a body is in charge of (县乡, 村振兴局), or before what only ends one, where
 * nothing has ended before it (各乡镇, 人民政府). */
static bool splits_name(struct str text, size_t i)
{
	enum { LONGEST_WORD = 4 }; /* characters */
	const struct word *body = words_own(text, i, W_BODY), *end = body ? body : words_own(text, i, W_DEPARTMENT);
	size_t behind = end ? i + end->text.n : 0, len;

	for (size_t at = i, n = 0; at && n < LONGEST_WORD; n++) {
		at = str_before(text, at);
		const struct word *w = words_own(text, at, W_FIELD);

		if (w && at + w->text.n > i)
			return true;
	}
	if (!end || (behind < text.n && str_char(text, behind, &len) != 0x3001 && str_char(text, behind, &len) != ','))
		return false;
	return !words_tail(str_sub(text, 0, i), W_BODY) && !words_tail(str_sub(text, 0, i), W_FIRM) && !words_tail(str_sub(text, 0, i), W_SUBOFFICE);
}

/* Whether the page itself breaks the line before byte i of the cell, so that another name begins: 东街街道<br>高新园. */
static bool breaks_line(const struct view *v, struct str text, size_t i)
{
	size_t at = view_at(v, text) + i;

	for (size_t k = v->src[at - 1]; k < v->src[at]; k++)
		if (v->text->s.p[k] == '<')
			return true;
	return false;
}

/* Whether a part of a cell is a body: 东街街道, and where the page parts it from the others, a place or zone. */
static bool is_part(const struct doc *d, struct str s, bool broken)
{
	size_t open = str_ends(s, STR(")")) ? str_find(s, STR("("), 0) : 0;

	s = open ? str_trim(str_sub(s, 0, open)) : s;
	return is_office(d, s) || words_tail(s, W_TOWN) || words_tail(s, W_CLASS) || (broken && (words_tail(s, W_NAMED) || words_tail(s, W_LEVEL)));
}

/* 县教体局 各乡镇政府: bodies that a blank or a line end parts; 0 where the cell has none, or where a part is no body. */
static size_t read_parted(const struct doc *d, struct str text, struct body items[MOST_BODIES])
{
	const struct view *v = &d->outline.view;
	size_t n = 0, from = 0, parts = 0;
	bool broken = false, breaks = false;

	if (!is_parted(v, text))
		return 0;
	for (size_t i = 0, len; i <= text.n; i += len) {
		len = 1;
		if (i < text.n)
			str_char(text, i, &len);
		if (i < text.n && !(i && view_gap(v, view_at(v, text) + i) && !splits_name(text, i)))
			continue;
		struct str part = str_trim(str_sub(text, from, i));

		breaks = i > 0 && i < text.n && breaks_line(v, text, i);
		if (!part.n || !is_part(d, part, broken || breaks) || n == MOST_BODIES)
			return 0;
		broken = breaks;
		n += body_list(part, items + n, MOST_BODIES - n);
		from = i;
		parts++;
	}
	return parts > 1 ? n : 0;
}

/* Whether any word of the cell may tell who does what: what a note says beyond a mere list. */
static bool tells_roles(struct str s)
{
	static const struct word_set openers = {
		{WORD_BIT(W_LABEL, 0) | WORD_BIT(W_ROLE, 0) | WORD_BIT(W_WITH, 0), WORD_BIT(W_LABEL, 1) | WORD_BIT(W_ROLE, 1) | WORD_BIT(W_WITH, 1)}};

	for (size_t i = 0, len; i < s.n; i += len) {
		if (words_may_open(str_from(s, i), &openers) && (words_own(s, i, W_LABEL) || words_own(s, i, W_ROLE) || words_own(s, i, W_WITH)))
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* 市文物局牵头，市财政局配合 in a cell: a note that says who does what; else a mere list in the role of the column. */
size_t rowbodies_read(const struct doc *d, struct str text, struct str role, struct note_member *out)
{
	struct body items[MOST_BODIES];
	struct note note;
	size_t n;

	if (rowbodies_void(text))
		return 0;
	text = rowbodies_unmanned(d, text);
	if (tells_roles(text) && note_read(&d->context, text, false, &note) && note.n)
		for (size_t k = 0; k < note.n; k++)
			if (!str_eq(note.members[k].role, STR("responsible"))) {
				memcpy(out, note.members, note.n * sizeof *out);
				return note.n;
			}
	/* A、B|按职责分工|负责: how they do it is no part of the last name. */
	for (const struct word *w; ((w = words_tail(text, W_ADVERB)) || ((w = words_tail(text, W_ROLE)) && str_eq(w->arg, STR("responsible")))) && w->text.n < text.n;)
		text = clause_strip(str_sub(text, 0, text.n - w->text.n));
	n = read_parted(d, text, items);
	if (!n)
		n = body_list(text, items, NOTE_MOST);
	for (size_t k = 0; k < n && k < NOTE_MOST; k++)
		out[k] = (struct note_member){items[k], leads_role(&d->context.leads, text, items[k].s, k == 0, role), k == 0};
	return n;
}
