/* Knows how changes look to people: a block a row, field names aligned by display width, old and new
 * on lines of their own, in colour on a terminal. */
#include "verb/report.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/unicode.h"
#include "io/aligned.h"
#include "io/csv.h"

struct line {
	struct str field, old, new, delta;
	bool has_old, has_new;
};

struct report {
	struct out *out;
	bool color, begun;
	const char *old, *new;
	struct arena row;  /* holds the row at hand */
	struct arena_mark mark;
	struct line *lines;
	size_t n, cap;
	struct change head; /* of the row at hand: kind, key, row and lines */
	struct buf text;
};

enum color { PLAIN, RED, GREEN, BOLD, CYAN };

static bool wants_color(const char *output, enum report_color color)
{
	const char *no_color = getenv("NO_COLOR");

	if (color != COLOR_AUTO)
		return color == COLOR_ALWAYS;
	return !output && isatty(STDOUT_FILENO) && !(no_color && *no_color);
}

struct report *report_open(const char *output, enum report_color color, const char *old, const char *new)
{
	struct report *r = calloc(1, sizeof *r);

	if (!r)
		diag_die("out of memory");
	r->out = out_open(output);
	r->color = wants_color(output, color);
	r->old = old;
	r->new = new;
	r->mark = arena_mark(&r->row);
	return r;
}

static void put(struct report *r, enum color color, struct str s)
{
	static const char *const codes[] = {"", "\033[31m", "\033[32m", "\033[1m", "\033[36m"};

	if (r->color)
		buf_add(&r->text, str_of(codes[color]));
	buf_add(&r->text, s);
	if (r->color && color)
		buf_add(&r->text, STR("\033[m"));
}

static void end_line(struct report *r)
{
	buf_byte(&r->text, '\n');
	out_add(r->out, buf_str(&r->text));
	buf_clear(&r->text);
}

static void begin(struct report *r)
{
	if (r->begun)
		return;
	r->begun = true;
	put(r, RED, arena_printf(&r->row, "--- %s", r->old));
	end_line(r);
	put(r, GREEN, arena_printf(&r->row, "+++ %s", r->new));
	end_line(r);
}

/* A value as it is shown: on one line, an empty one as "". */
static struct str shown(struct report *r, const struct value *v)
{
	struct buf joined = {NULL, 0, 0}, line = {NULL, 0, 0};

	if (v->kind == VALUE_ARRAY)
		csv_join(&joined, v->items, v->n);
	else if (v->kind == VALUE_BOOLEAN)
		buf_add(&joined, v->b ? STR("true") : STR("false"));
	else
		buf_add(&joined, v->s);
	aligned_cell(&line, buf_str(&joined));
	struct str text = arena_copy(&r->row, line.n ? buf_str(&line) : STR("\"\""));

	buf_free(&joined);
	buf_free(&line);
	return text;
}

static void put_blanks(struct report *r, size_t n)
{
	while (n--)
		buf_byte(&r->text, ' ');
}

/* The line of the document where there is one, else that of the table. */
static struct str place_text(struct report *r, struct str doc, struct str text_line, long line)
{
	if (doc.p && text_line.p)
		return arena_printf(&r->row, "%.*s:%.*s", STR_ARGS(doc), STR_ARGS(text_line));
	return arena_printf(&r->row, "line %ld", line);
}

static void put_head(struct report *r)
{
	const struct change *c = &r->head;
	struct value key = value_string(c->key);

	put(r, BOLD, change_kind_name(c->kind));
	if (c->key.p) {
		buf_add(&r->text, STR("  "));
		put(r, BOLD, shown(r, &key));
	}
	if (c->key.p && c->row > 1)
		buf_printf(&r->text, " (%zu)", c->row);
	buf_add(&r->text, STR("  "));
	if (c->old_line)
		put(r, CYAN, place_text(r, c->old_doc, c->old_text_line, c->old_line));
	if (c->old_line && c->new_line)
		put(r, CYAN, STR(" -> "));
	if (c->new_line)
		put(r, CYAN, place_text(r, c->new_doc, c->new_text_line, c->new_line));
	end_line(r);
}

static void put_side(struct report *r, enum color color, char sign, struct str text, struct str delta)
{
	put(r, color, arena_printf(&r->row, "%c %.*s", sign, STR_ARGS(text)));
	if (delta.p)
		buf_printf(&r->text, "  (%s%.*s)", delta.p[0] == '-' ? "" : "+", STR_ARGS(delta));
	end_line(r);
}

static void put_line(struct report *r, const struct line *l, size_t width)
{
	struct str none = {NULL, 0};

	buf_add(&r->text, STR("  "));
	buf_add(&r->text, l->field);
	put_blanks(r, width - unicode_width(l->field) + 2);
	if (l->has_old)
		put_side(r, RED, '-', l->old, none);
	if (l->has_old && l->has_new)
		put_blanks(r, width + 4);
	if (l->has_new)
		put_side(r, GREEN, '+', l->new, l->has_old ? l->delta : none);
}

static void end_row(struct report *r)
{
	size_t width = 0;

	if (r->n == 0)
		return;
	put_head(r);
	for (size_t i = 0; i < r->n; i++)
		if (unicode_width(r->lines[i].field) > width)
			width = unicode_width(r->lines[i].field);
	for (size_t i = 0; i < r->n; i++)
		put_line(r, &r->lines[i], width);
	arena_release(&r->row, r->mark);
	r->lines = NULL;
	r->n = r->cap = 0;
}

static bool same_row(const struct change *a, const struct change *b)
{
	return a->kind == b->kind && a->row == b->row && a->old_line == b->old_line && a->new_line == b->new_line;
}

static struct str copy(struct report *r, struct str s)
{
	return s.p ? arena_copy(&r->row, s) : s;
}

void report_change(struct report *r, const struct change *c)
{
	struct value field = value_string(c->field);

	begin(r);
	if (r->n && !same_row(&r->head, c))
		end_row(r);
	if (c->kind >= CHANGE_COLUMN_ADDED) {
		put(r, BOLD, change_kind_name(c->kind));
		buf_add(&r->text, STR("  "));
		put(r, c->kind == CHANGE_COLUMN_ADDED ? GREEN : RED, shown(r, &field));
		end_line(r);
		return;
	}
	if (r->n == 0) {
		r->head = *c;
		r->head.key = copy(r, c->key);
		r->head.old_doc = copy(r, c->old_doc);
		r->head.new_doc = copy(r, c->new_doc);
		r->head.old_text_line = copy(r, c->old_text_line);
		r->head.new_text_line = copy(r, c->new_text_line);
	}
	*ARENA_PUSH(&r->row, r->lines, r->n, r->cap) = (struct line){
		.field = shown(r, &field),
		.old = shown(r, &c->old),
		.new = shown(r, &c->new),
		.delta = copy(r, c->delta),
		.has_old = c->kind != CHANGE_ADDED,
		.has_new = c->kind != CHANGE_REMOVED,
	};
}

void report_line(struct report *r, struct str line)
{
	begin(r);
	end_row(r);
	buf_add(&r->text, line);
	end_line(r);
}

void report_close(struct report *r)
{
	if (r->n)
		end_row(r);
	out_close(r->out);
	arena_free(&r->row);
	buf_free(&r->text);
	free(r);
}
