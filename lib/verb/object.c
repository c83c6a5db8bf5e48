/* Knows where the text names those whom a subsidy is for apart from its amount: 补贴对象为…, and for which amounts that holds. */
#include "verb/object.h"

#include "verb/clause.h"
#include "verb/getter.h"

enum {
	LONGEST_OBJECT = 60,  /* characters */
	LONGEST_ANYWHERE = 40 /* of those that hold for all of a document */
};

/* Whether words end in 对象: those whom something is for, and a heading that any rules have. */
static bool names_object(struct str s)
{
	return words_tail(s, W_HEADEND) && words_tail(s, W_PERSON);
}

static struct str object_behind(struct str s, size_t at)
{
	size_t end = at, len;

	for (; end < s.n && end < at + LONGEST_OBJECT * 4; end += len) {
		uint32_t c = str_char(s, end, &len);

		if (c == ',' || c == ';' || c == 0x3002)
			break;
	}
	struct str who = clause_strip(str_sub(s, at, end));

	return str_sized(who, 2, LONGEST_OBJECT) && getter_doer(clause_bare(who)) && !words_of(who, 0, W_TOWHOM) ? who : STR("");
}

struct str object_of(struct str s)
{
	for (size_t i = words_next(s, 0, W_HEADEND); i < s.n; i = words_next(s, i + 1, W_HEADEND)) {
		const struct word *w = words_of(s, i, W_HEADEND);
		size_t end = i + w->text.n;
		const struct word *is = words_of(s, end, W_IS);

		if ((!is && !str_starts(str_from(s, end), STR(":"))) || !names_object(w->text))
			continue;
		struct str who = object_behind(s, end + (is ? is->text.n : 1));

		if (who.n)
			return who;
	}
	return STR("");
}

void object_read(struct doc *d, size_t index, bool paid)
{
	const struct para *p = &d->outline.paras[index];
	bool heads = p->head.n && p->head.n < p->body.n && names_object(p->head);
	struct str who = STR("");

	if (p->kind == PARA_ROW)
		return;
	/* 1.补贴对象。年满80周岁的老年人。 is its own heading. */
	if (heads && p->head.p >= p->body.p)
		who = object_behind(p->body, (size_t)(p->head.p + p->head.n - p->body.p) + (str_starts(str_from(p->body, (size_t)(p->head.p + p->head.n - p->body.p)), STR("。")) ? strlen("。") : 1));
	if (!who.n)
		who = object_of(p->body);
	if (!who.n)
		return;
	d->object = who;
	d->object_own = paid ? index + 1 : 0;
	d->object_section = p->section >= 0 && d->outline.sections[p->section].para == index ? d->outline.sections[p->section].parent : p->section;
}

struct str object_told(const struct doc *d, size_t index)
{
	const struct outline *o = &d->outline;

	if (!d->object.n || (d->object_own && d->object_own != index + 1))
		return STR("");
	if (d->object_section < 0)
		return str_longer(d->object, LONGEST_ANYWHERE) ? STR("") : d->object;
	for (int s = o->paras[index].section; s >= 0; s = o->sections[s].parent)
		if (s == d->object_section)
			return d->object;
	return STR("");
}
