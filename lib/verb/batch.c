/* Knows how much is worked on together, and how its memory is used again. */
#include "verb/batch.h"

#include <stdlib.h>

#include "base/diag.h"

enum { BATCH_BYTES = 512 * 1024 };

struct batch *batch_get(struct batch **idle)
{
	struct batch *b = *idle;

	if (b) {
		*idle = b->next;
		return b;
	}
	b = calloc(1, sizeof *b);
	if (!b)
		diag_die("out of memory");
	/* One block that is kept. */
	arena_alloc(&b->arena, BATCH_BYTES);
	b->mark = (struct arena_mark){b->arena.top, 0};
	arena_release(&b->arena, b->mark);
	return b;
}

bool batch_read(struct batch *b, struct source *source, bool rows)
{
	size_t bytes = 0;

	/* A second block of the arena means that the batch is large enough. */
	while (b->n < BATCH_MOST && b->arena.top == b->mark.top && bytes < BATCH_BYTES / 4) {
		struct batch_item item = {.rows = {NULL, 0}};

		if (rows && source_rows(source, &b->arena, &item.rows, &item.line))
			bytes += item.rows.n;
		else if (source_next(source, &b->arena, &item.r, &item.line))
			b->in++;
		else
			return false;
		b->items[b->n++] = item;
	}
	return true;
}

void batch_reject(struct batch *b, long line, const char *reason, struct str raw)
{
	struct buf *text = &b->reject_text;
	struct batch_reject r = {.line = line, .reason = text->n};

	buf_add(text, str_of(reason));
	buf_byte(text, '\0');
	r.raw = text->n;
	buf_add(text, raw);
	r.end = text->n;
	if (b->rejects_n == b->rejects_cap) {
		b->rejects_cap = 2 * b->rejects_cap + 8;
		b->rejects = realloc(b->rejects, b->rejects_cap * sizeof *b->rejects);
		if (!b->rejects)
			diag_die("out of memory");
	}
	b->rejects[b->rejects_n++] = r;
}

static int by_line(const void *a, const void *b)
{
	long x = ((const struct batch_reject *)a)->line, y = ((const struct batch_reject *)b)->line;

	return (x > y) - (x < y);
}

void batch_take_rejects(struct batch *b, void (*take)(void *ctx, const struct batch *b, long line, const char *reason, struct str raw), void *ctx)
{
	struct str text = buf_str(&b->reject_text);

	if (b->rejects_n)
		qsort(b->rejects, b->rejects_n, sizeof *b->rejects, by_line);
	for (size_t i = 0; i < b->rejects_n; i++) {
		const struct batch_reject *r = &b->rejects[i];

		take(ctx, b, r->line, text.p + r->reason, str_sub(text, r->raw, r->end));
	}
	b->rejects_n = 0;
	buf_clear(&b->reject_text);
}

void batch_free(struct batch *b, struct batch **idle)
{
	arena_release(&b->arena, b->mark);
	buf_clear(&b->out);
	b->n = 0;
	b->in = b->unread = 0;
	b->next = *idle;
	*idle = b;
}

void batch_free_all(struct batch **idle)
{
	for (struct batch *b; (b = *idle);) {
		*idle = b->next;
		arena_free(&b->arena);
		buf_free(&b->out);
		buf_free(&b->reject_text);
		free(b->rejects);
		free(b);
	}
}
