/* Knows how the changes of a text are told in few words. */
#include "zh/rewrite.h"

static struct str last_char(struct str s)
{
	return s.n ? str_from(s, str_before(s, s.n)) : s;
}

static struct str first_char(struct str s)
{
	size_t len = 0;

	if (s.n)
		str_char(s, 0, &len);
	return str_sub(s, 0, len);
}

static bool is_told(struct str pairs, struct str pair)
{
	static const char comma[] = ", ";

	for (size_t at = 0; (at = str_find(pairs, pair, at)) < pairs.n; at++) {
		struct str before = str_sub(pairs, 0, at), behind = str_from(pairs, at + pair.n);

		if ((before.n == 0 || str_ends(before, str_of(comma))) && (behind.n == 0 || str_starts(behind, str_of(comma))))
			return true;
	}
	return false;
}

/* `beside` is what follows the change. */
static void close_change(struct rewrite *r, struct str beside)
{
	struct buf pair = {NULL, 0, 0};

	if (!r->open)
		return;
	buf_add(&r->was, beside);
	buf_add(&r->is, beside);
	buf_add(&pair, buf_str(&r->was));
	buf_add(&pair, STR(" -> "));
	buf_add(&pair, buf_str(&r->is));
	if (!is_told(buf_str(&r->pairs), buf_str(&pair))) {
		buf_add(&r->pairs, r->pairs.n ? STR(", ") : STR(""));
		buf_add(&r->pairs, buf_str(&pair));
	}
	buf_free(&pair);
	r->open = false;
}

static void open_change(struct rewrite *r)
{
	struct str beside = r->neighbours ? last_char(buf_str(&r->out)) : STR("");

	if (r->open)
		return;
	buf_clear(&r->was);
	buf_clear(&r->is);
	buf_add(&r->was, beside);
	buf_add(&r->is, beside);
	r->open = true;
}

void rewrite_keep(struct rewrite *r, struct str part)
{
	if (part.n == 0)
		return;
	close_change(r, r->neighbours ? first_char(part) : STR(""));
	buf_add(&r->out, part);
}

void rewrite_put(struct rewrite *r, struct str before, struct str after)
{
	open_change(r);
	buf_add(&r->was, before);
	buf_add(&r->is, after);
	buf_add(&r->out, after);
	r->changes++;
}

void rewrite_end(struct rewrite *r)
{
	close_change(r, STR(""));
}

void rewrite_clear(struct rewrite *r)
{
	buf_clear(&r->out);
	buf_clear(&r->pairs);
	r->open = false;
	r->changes = 0;
}

void rewrite_free(struct rewrite *r)
{
	buf_free(&r->out);
	buf_free(&r->pairs);
	buf_free(&r->was);
	buf_free(&r->is);
}

struct str rewrite_take(struct rewrite *r, struct str s, struct arena *a)
{
	if (r->changes)
		s = arena_copy(a, buf_str(&r->out));
	rewrite_free(r);
	return s;
}
