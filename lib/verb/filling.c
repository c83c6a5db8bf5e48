/* Knows how a field as written is made ready to be read, and how the outcome is put into the record. */
#include "verb/filling.h"

#include "zh/fold.h"
#include "zh/simplify.h"

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

struct str filling_read(struct filling *f, struct str s)
{
	struct buf folded = {NULL, 0, 0};

	if (s.n == 0)
		return s;
	for (size_t i = 0, from = 0; i <= s.n; i++)
		if (i == s.n || is_line_end(s.p[i])) {
			fold_text(str_sub(s, from, i), &folded);
			from = i + 1;
		}
	s = str_trim(filling_take(f, &folded));
	return f->tally->simplify ? simplify_plain(s, f->a) : s;
}

struct str filling_text(struct filling *f, const char *field)
{
	return filling_read(f, record_text(f->r, field));
}

void filling_clear(struct filling *f, const char *const *fields)
{
	for (; *fields; fields++)
		record_set(f->r, *fields, (struct value){VALUE_NULL, false, {NULL, 0}, NULL, 0});
}

void filling_count(struct filling *f, const char *field, enum fill_outcome outcome)
{
	struct fill_tally *t = f->tally;

	for (size_t i = 0; i < t->n; i++)
		if (strcmp(t->name[i], field) == 0)
			t->now[i] = outcome;
}

void filling_unread(struct filling *f, const char *from, const char *to)
{
	record_note(f->r, arena_printf(f->a, "%s: unread", from));
	filling_count(f, to, FILL_UNREAD);
	f->unread++;
}

void filling_set(struct filling *f, const char *field, struct str s)
{
	record_set(f->r, field, value_string(s));
}

struct str filling_take(struct filling *f, struct buf *b)
{
	struct str s = arena_copy(f->a, buf_str(b));

	buf_free(b);
	return s;
}
