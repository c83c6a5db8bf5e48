/* Knows that any text may be taken for a table: by its delimiter, or for what stands in it between tabs and bars. */
#include "fuzz.h"

#include "doc/grid.h"
#include "doc/markup.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	document_load();
	return 0;
}

static void read_table(struct str text, char delimiter)
{
	struct arena a = {NULL, 0};
	struct buf out = {NULL, 0, 0};
	struct document_input in = {.name = STR("table"), .text = text, .delimiter = delimiter};

	document_read(&in, ~0u, &a, &out);
	buf_free(&out);
	arena_free(&a);
}

/* What rows are, wherever a table is begun: it ends behind its first row, and its columns are counted. */
static void read_grids(struct str text)
{
	struct arena a = {NULL, 0};
	struct text t = {.pages = 0};
	struct outline o;
	struct grid g, before;

	text_init(&t, text, &a);
	t.plain = markup_blank(t.plain, &a);
	outline_text(&o, &t, &a);
	for (size_t i = 0, tables = 0; i < o.count; i++) {
		if (o.paras[i].kind != PARA_ROW)
			continue;
		grid_read(&g, &o, i, tables++ ? &before : NULL);
		demand(g.first == i && g.last > i && g.last <= o.count && g.body >= i && g.body <= g.last);
		demand(g.column_count <= GRID_COLUMNS);
		for (size_t k = g.first; k < g.last; k++) {
			struct str group;

			grid_row(&g, &o, k, &group);
		}
		before = g;
		i = g.last - 1;
	}
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct buf b = {NULL, 0, 0};
	struct str text = fuzz_text(data, n, &b);

	read_table(text, ',');
	read_table(text, '\t');
	read_grids(text);
	buf_free(&b);
	return 0;
}
