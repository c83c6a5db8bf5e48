/* Knows how cells that cannot be used are told: how many, and where the first ones stand. */
#include "verb/trouble.h"

#include "base/diag.h"
#include "io/aligned.h"

/* The cell on one line, cut between characters. */
static void keep_text(char *to, struct str text)
{
	struct buf b = {NULL, 0, 0};
	size_t n = text.n;

	if (n > TROUBLE_TEXT - 4) {
		n = str_before(text, TROUBLE_TEXT - 4);
		aligned_cell(&b, str_sub(text, 0, n));
		buf_add(&b, STR("…"));
	} else {
		aligned_cell(&b, text);
	}
	if (b.n)
		memcpy(to, b.p, b.n);
	to[b.n] = '\0';
	buf_free(&b);
}

void trouble_add(struct trouble *t, const char *file, long line, struct str text)
{
	if (t->n < TROUBLE_PLACES) {
		t->places[t->n].file = file;
		t->places[t->n].line = line;
		keep_text(t->places[t->n].text, text);
	}
	t->n++;
}

void trouble_tell(const struct trouble *t, struct str what, const char *result)
{
	struct buf b = {NULL, 0, 0};

	if (t->n == 0)
		return;
	for (long i = 0; i < t->n && i < TROUBLE_PLACES; i++)
		buf_printf(&b, "%s%s:%ld \"%s\"", i ? ", " : "", t->places[i].file, t->places[i].line, t->places[i].text);
	diag_note(NULL, 0, "%.*s: %ld %s: %.*s%s", STR_ARGS(what), t->n, result, STR_ARGS(buf_str(&b)),
	          t->n > TROUBLE_PLACES ? ", ..." : "");
	buf_free(&b);
}
