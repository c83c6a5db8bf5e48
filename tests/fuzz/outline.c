/* Knows what an outline promises of any text: places within the text, sections that stand under earlier ones of lower level. */
#include "fuzz.h"

#include "doc/markup.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	document_load();
	return 0;
}

static void check_place(const struct outline *o, struct str s)
{
	if (!s.n)
		return;
	demand(s.p >= o->view.p && s.p + s.n <= o->view.p + o->view.n);
	size_t from = view_from(&o->view, s), to = view_to(&o->view, s);

	demand(from < to && to <= o->view.text->s.n);
	demand(text_point(o->view.text, from) < text_point(o->view.text, to));
}

static void check_paras(const struct outline *o)
{
	for (size_t i = 0; i < o->count; i++) {
		const struct para *p = &o->paras[i];

		check_place(o, p->s);
		check_place(o, p->body);
		check_place(o, p->head);
		for (size_t k = 0; k < p->cell_count; k++)
			check_place(o, p->cells[k]);
		demand(p->section < (int)o->section_count && p->level >= 0 && p->level < OUTLINE_LEVELS);
	}
}

static void check_sections(const struct outline *o)
{
	for (size_t i = 0; i < o->section_count; i++) {
		const struct section *s = &o->sections[i];

		demand(s->para < o->count && s->parent < (int)i);
		demand(s->parent < 0 || o->sections[s->parent].level < s->level);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {NULL, 0};
	struct buf b = {NULL, 0, 0};
	struct text t = {.pages = 0};
	struct outline o;

	text_init(&t, fuzz_text(data, n, &b), &a);
	t.plain = markup_blank(t.plain, &a);
	outline_text(&o, &t, &a);
	check_paras(&o);
	check_sections(&o);
	arena_free(&a);
	buf_free(&b);
	return 0;
}
