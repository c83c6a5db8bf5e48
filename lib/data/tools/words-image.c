/* Knows how to write the table of words, read and sorted, as the C source that doc/wordimage.h tells of. The build runs it. */
#include <inttypes.h>
#include <stdio.h>

#include "base/table.h"
#include "doc/wordimage.h"

/* The program itself reads the text. */
const struct wordimage wordimage = {.count = 0};

#define PRINT_SET(s) printf("{{UINT64_C(%" PRIu64 "), UINT64_C(%" PRIu64 ")}}", (s).bits[0], (s).bits[1])

/* The texts that stand nowhere in the table, one behind another. */
static void put_made(struct str text)
{
	puts("static const char made[] =");
	for (size_t i = 0; i < word_tables.count; i++)
		if (!str_within(text, word_tables.words[i].text))
			printf("\"%.*s\"\n", STR_ARGS(word_tables.words[i].text));
	puts("\"\";");
}

static void put_rows(struct str text)
{
	size_t made = text.n;

	puts("static const struct wordimage_row rows[] = {");
	for (size_t i = 0; i < word_tables.count; i++) {
		const struct word *w = &word_tables.words[i];
		bool stands = str_within(text, w->text);
		size_t at = stands ? (size_t)(w->text.p - text.p) : made;

		made += stands ? 0 : w->text.n;
		printf("{%zu, %zu, %zu, %zu, %d, %d, ", at, (size_t)(w->arg.p - text.p), w->text.n, w->arg.n, (int)w->class, w->more);
		PRINT_SET(w->classes);
		puts("},");
	}
	puts("};\nstatic const struct word_set may[] = {{{0, 0}},");
	for (size_t i = 1; i <= word_tables.count; i++) {
		PRINT_SET(word_tables.may[i]);
		puts(",");
	}
	puts("};");
}

/* Of each code point; most have none. */
static void put_points(const char *name, const uint16_t *values)
{
	printf("static const uint16_t %s[65536] = {\n", name);
	for (unsigned c = 0; c < 65536; c++)
		if (values[c])
			printf("[%u] = %u,\n", c, values[c]);
	puts("};");
}

static void put_edges(void)
{
	puts("static const struct word_edge edges[] = {");
	for (size_t i = 0; i < word_tables.edge_count; i++) {
		printf("{");
		PRINT_SET(word_edges.edges[i].head);
		printf(", ");
		PRINT_SET(word_edges.edges[i].tail);
		puts("},");
	}
	puts("};\nstatic const struct word_ends ends[W_CLASSES] = {");
	for (size_t i = 0; i < W_CLASSES; i++)
		printf("{UINT64_C(%" PRIu64 "), UINT64_C(%" PRIu64 ")},\n", words_ends[i].last, words_ends[i].before);
	puts("};");
}

static void put_chains(const char *name, const struct chains *c)
{
	printf("static const struct chain %s_places[%u] = {\n", name, c->mask + 1u);
	for (size_t i = 0; i <= c->mask; i++) {
		const struct chain *p = &c->places[i];

		if (p->first)
			printf("[%zu] = {%uu, %u, %uu, %u},\n", i, (unsigned)p->key, (unsigned)p->first, (unsigned)p->nexts, (unsigned)p->whole);
	}
	printf("};\nstatic const struct chains_link %s_links[%u] = {\n", name, (unsigned)c->link_count);
	for (size_t i = 0; i < c->link_count; i++) {
		const struct chains_link *l = &c->links[i];

		printf("{UINT64_C(%" PRIu64 "), UINT64_C(%" PRIu64 "), %u, %u},\n", l->bytes, l->mask, (unsigned)l->word, (unsigned)l->n);
	}
	puts("};");
}

static void put_chains_entry(const char *name, const struct chains *c)
{
	printf("\t\t.%s = {NULL, %s_places, %u, %u, %s_links},\n", name, name, (unsigned)c->mask, (unsigned)c->link_count, name);
}

int main(void)
{
	words_load();
	puts("/* Made by lib/data/tools/words-image.c. */\n#include \"doc/wordimage.h\"\n");
	put_made(table_text("words"));
	put_rows(table_text("words"));
	put_points("alone", word_tables.alone);
	put_points("edge_at", word_edges.at);
	put_edges();
	put_chains("by_pair", &word_tables.by_pair);
	put_chains("by_head", &word_tables.by_head);
	put_chains("by_tail", &word_tables.by_tail);
	printf("\nconst struct wordimage wordimage = {\n\trows, made, %zu, {edges, edge_at}, ends,\n\t{\n\t\t.may = may,\n\t\t.alone = alone,\n", word_tables.count);
	put_chains_entry("by_pair", &word_tables.by_pair);
	put_chains_entry("by_head", &word_tables.by_head);
	put_chains_entry("by_tail", &word_tables.by_tail);
	puts("\t},\n};");
	return fflush(stdout) || ferror(stdout);
}
