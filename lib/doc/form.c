/* Knows how the labels of a form say what stands behind them. */
#include "doc/form.h"

#include "doc/heading.h"
#include "doc/words.h"

enum {
	LOOKED_AT = 6,    /* rows */
	LONGEST_NAME = 80, /* characters */
	FEWEST_LABELS = 3 /* rows one below the other that begin with a label: a column holds no headings */
};

/* The label without 其中: before it and the colon behind it. */
static struct str bare_label(struct str s, bool *part)
{
	const struct word *w = words_of(s, 0, W_PART);

	*part = w != NULL;
	if (w)
		s = str_from(s, w->text.n);
	while (s.n && s.p[0] == ':')
		s = str_from(s, 1);
	while (s.n && s.p[s.n - 1] == ':')
		s.n--;
	return str_trim(s);
}

/* All cells are headings: the head of a table, and no label with what it holds. */
static bool is_head_row(const struct para *p)
{
	for (size_t k = 0; k < p->cell_count; k++)
		if (p->cells[k].n && !heading_is(p->cells[k]))
			return false;
	return true;
}

bool form_begins(const struct outline *o, size_t first)
{
	size_t rows = 0;
	bool part;

	if (is_head_row(&o->paras[first]))
		return false;
	for (size_t i = first; i < o->count && o->paras[i].kind == PARA_ROW && rows < LOOKED_AT; i++) {
		const struct para *p = &o->paras[i];

		if (!p->cell_count || !p->cells[0].n)
			continue;
		if (p->cell_count < 2 || !heading_is(bare_label(p->cells[0], &part)))
			break;
		rows++;
	}
	return rows >= FEWEST_LABELS;
}

bool form_sum(struct form *f, const struct para *p, size_t *k, struct column *c)
{
	bool part, other;
	struct str label = bare_label(p->cells[*k], &part), value = *k + 1 < p->cell_count ? p->cells[*k + 1] : STR("");
	bool figure = heading_is_figure(value);

	++*k;
	heading_read(c, label);
	/* A label over others, 项目资金(万元), stands before one; else the cell behind it is what it holds. */
	bool over = !value.n || heading_is(bare_label(value, &other));

	if ((c->role == COLUMN_NAME || c->role == COLUMN_CATEGORY) && !over && !figure && !f->name.n)
		*f = (struct form){.name = str_longer(value, LONGEST_NAME) ? STR("") : value};
	if (heading_is_money(c->unit) && (over || !f->unit.n))
		f->unit = c->unit;
	if (over)
		return false;
	*k += c->role != COLUMN_UNKNOWN;
	if (c->role != COLUMN_MONEY || !figure || !f->unit.n)
		return false;
	if (!c->unit.n)
		c->unit = f->unit;
	/* 其中：财政拨款, and 其他资金 in the row below it. */
	f->parts |= part && f->whole;
	c->part = f->parts && !c->total;
	f->whole |= !c->part;
	c->period = heading_period(c->head);
	return true;
}
