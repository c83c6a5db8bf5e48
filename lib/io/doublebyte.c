/* Knows how bytes pair up in GB18030 and Big5, and which pairing is meant after a damaged byte.
 *
 * In these encodings the second byte of one character looks like the first of another. One byte
 * that is lost or changed makes all pairs wrong up to the next ASCII byte, which in Chinese text is
 * often a whole paragraph away. So a line in which something cannot be decoded, or which shows
 * more odd characters than common ones, is read again as a whole: of all ways to cut it into
 * characters and damaged bytes, the one that looks most like Chinese text. */
#include "io/doublebyte.h"

#include <pthread.h>

#include "base/diag.h"
#include "io/likeness.h"

enum { FIRST_LEAD = 0x81, LEADS = 126, LONG_CODE = 4 };

/* Points that a second reading must win by before it replaces one without a damaged byte. */
enum { CLEAR_LEAD = 24 };

struct codes {
	uint16_t two[LEADS][256]; /* 0: no such character */
	bool ready;
};

struct decoder {
	const struct codes *codes;
	enum doublebyte which;
	doublebyte_ask ask;
	void *converter;
};

static struct codes tables[2];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void fill(struct codes *codes, doublebyte_ask ask, void *converter)
{
	for (int lead = 0; lead < LEADS; lead++)
		for (int trail = 0x40; trail < 0xFF; trail++) {
			char pair[2] = {(char)(lead + FIRST_LEAD), (char)trail};
			uint32_t c;

			if (ask(converter, (struct str){pair, 2}, &c) && c < 0x10000)
				codes->two[lead][trail] = (uint16_t)c;
		}
	codes->ready = true;
}

static const struct codes *get_codes(enum doublebyte which, doublebyte_ask ask, void *converter)
{
	pthread_mutex_lock(&lock);
	if (!tables[which].ready)
		fill(&tables[which], ask, converter);
	pthread_mutex_unlock(&lock);
	return &tables[which];
}

static bool is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* The character at byte i and its length; 0 when none begins there. */
static size_t char_at(const struct decoder *d, struct str s, size_t i, uint32_t *c)
{
	const unsigned char *p = (const unsigned char *)s.p + i;

	if (p[0] < 0x80) {
		*c = p[0];
		return p[0] ? 1 : 0;
	}
	if (p[0] < FIRST_LEAD || p[0] == 0xFF || s.n - i < 2)
		return 0;
	*c = d->codes->two[p[0] - FIRST_LEAD][p[1]];
	if (*c)
		return 2;
	if (d->which == DOUBLEBYTE_GB18030 && s.n - i >= LONG_CODE && is_digit(p[1]) && p[2] > 0x80 && is_digit(p[3]) &&
	    d->ask(d->converter, str_sub(s, i, i + LONG_CODE), c))
		return LONG_CODE;
	return 0;
}

/* Plain reading of one line from the left; tells whether it is to be doubted. */
static bool read_plainly(const struct decoder *d, struct str line, struct buf *out, long *points)
{
	char *room = buf_room(out, line.n * 4 + 4), *p = room;
	bool whole = true;

	*points = 0;
	for (size_t i = 0; i < line.n;) {
		uint32_t c = 0xFFFD;
		size_t len = char_at(d, line, i, &c);

		if (len == 0) {
			whole = false;
			c = 0xFFFD;
			len = 1;
		}
		*points += likeness_char(c);
		p += str_put_char(c, p);
		i += len;
	}
	out->n += (size_t)(p - room);
	return whole;
}

/* best[i] is the most that line[i..] can be worth, step[i] the bytes to take at i for it (0: one
 * damaged byte). A longer step wins among equals. */
static long weigh(const struct decoder *d, struct str line, int32_t *best, unsigned char *step)
{
	best[line.n] = 0;
	for (size_t i = line.n; i-- > 0;) {
		uint32_t c;
		size_t len = char_at(d, line, i, &c);

		best[i] = best[i + 1] + LIKENESS_BAD_BYTE;
		step[i] = 0;
		if (len && best[i + len] + likeness_char(c) >= best[i]) {
			best[i] = best[i + len] + likeness_char(c);
			step[i] = (unsigned char)len;
		}
	}
	return best[0];
}

struct reading {
	int32_t *best;
	unsigned char *step;
	struct buf memory;
};

static struct reading read_best(const struct decoder *d, struct str line, long *points)
{
	struct reading r = {NULL, NULL, {NULL, 0, 0}};
	char *room = buf_room(&r.memory, (line.n + 1) * (sizeof *r.best + 1));

	r.best = (int32_t *)(void *)room;
	r.step = (unsigned char *)room + (line.n + 1) * sizeof *r.best;
	*points = weigh(d, line, r.best, r.step);
	return r;
}

static void write_reading(const struct decoder *d, struct str line, const struct reading *r, size_t base, struct buf *out,
                          doublebyte_bad bad, struct charset_result *result)
{
	for (size_t i = 0; i < line.n;) {
		uint32_t c;

		if (r->step[i] == 0) {
			bad(base + i++, out, result);
		} else {
			i += char_at(d, line, i, &c);
			buf_char(out, c);
		}
	}
}

static void decode_line(const struct decoder *d, struct str line, size_t base, struct buf *out, doublebyte_bad bad,
                        struct charset_result *result)
{
	size_t from = out->n;
	long plain, best;
	bool whole = read_plainly(d, line, out, &plain);

	if (whole && plain >= 0)
		return;
	struct reading r = read_best(d, line, &best);

	if (!whole || best >= plain + CLEAR_LEAD) {
		out->n = from;
		write_reading(d, line, &r, base, out, bad, result);
	}
	buf_free(&r.memory);
}

void doublebyte_decode(enum doublebyte which, doublebyte_ask ask, void *converter, struct str raw, size_t base,
                       struct buf *out, doublebyte_bad bad, struct charset_result *result)
{
	struct decoder d = {get_codes(which, ask, converter), which, ask, converter};

	for (size_t at = 0; at < raw.n;) {
		const char *lf = memchr(raw.p + at, '\n', raw.n - at);
		size_t stop = lf ? (size_t)(lf - raw.p) + 1 : raw.n;

		decode_line(&d, str_sub(raw, at, stop), base + at, out, bad, result);
		at = stop;
	}
}
