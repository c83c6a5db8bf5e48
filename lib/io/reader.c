/* Knows how a stream of raw bytes becomes lines of decoded text piece by piece: the encoding is
 * settled by the first bytes that are not ASCII. */
#include "io/reader.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/diag.h"
#include "io/charset.h"
#include "io/marks.h"

enum { STEP = 256 * 1024, ENOUGH_TO_DETECT = 64 * 1024 };

struct reader {
	int fd;
	const char *file;
	const char *encoding; /* NULL as long as all was ASCII */
	struct charset_result result;
	struct buf raw;       /* read, not decoded */
	size_t raw_at;        /* offset of raw in the file */
	struct buf text;      /* decoded, not yet let go */
	size_t mark, at;      /* in text: start of the kept piece, end of the last line */
	size_t searched;      /* in text: no LF in [at, searched) */
	size_t last;          /* bytes of the last line */
	long number;
	bool ended, failed;
};

struct reader *reader_open(const char *file, const char *encoding)
{
	bool standard = strcmp(file, "-") == 0;
	int fd = standard ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC);
	struct buf nothing = {NULL, 0, 0};
	struct charset_result unused = {0};

	if (encoding && !charset_decode_part(STR(""), encoding, 0, &nothing, &unused))
		diag_die("no encoding is named %s", encoding);
	buf_free(&nothing);
	if (fd < 0) {
		diag_input(file, 0, "%s", strerror(errno));
		return NULL;
	}
	struct reader *r = calloc(1, sizeof *r);

	if (!r)
		diag_die("out of memory");
	r->fd = fd;
	r->file = file;
	r->encoding = encoding;
	return r;
}

static void read_more(struct reader *r)
{
	ssize_t got;

	do
		got = read(r->fd, buf_room(&r->raw, STEP), STEP);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		diag_input(r->file, 0, "%s", strerror(errno));
		r->failed = true;
	}
	if (got <= 0)
		r->ended = true;
	else
		r->raw.n += (size_t)got;
}

static bool is_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] <= 0)
			return false;
	return true;
}

/* What was read, without a last line that may be cut inside a character. */
static struct str whole_lines(const struct reader *r)
{
	struct str s = buf_str(&r->raw);
	const char *lf = r->ended ? NULL : memrchr(s.p, '\n', s.n);

	return lf ? str_sub(s, 0, (size_t)(lf - s.p) + 1) : s;
}

/* ASCII needs no decision: it is UTF-8 so far. A decision is made on as much as can be had, up to
 * a bound, where it is not plain from the first piece. */
static const char *settle_encoding(struct reader *r)
{
	const char *how;
	bool sure;

	if (r->encoding)
		return r->encoding;
	if (is_ascii(buf_str(&r->raw)))
		return "UTF-8";
	while (!r->ended && r->raw.n < ENOUGH_TO_DETECT)
		read_more(r);
	r->encoding = charset_detect(whole_lines(r), &how, &sure);
	return r->encoding;
}

/* How much of raw can be decoded now: whole lines, or all of it at the end. */
static size_t decodable(struct reader *r, const char *encoding)
{
	if (r->ended)
		return r->raw.n;
	if (!charset_splits_at_lf(encoding))
		return 0;
	const char *lf = r->raw.n ? memrchr(r->raw.p, '\n', r->raw.n) : NULL;

	return lf ? (size_t)(lf - r->raw.p) + 1 : 0;
}

/* What is clean UTF-8 already changes places with the text that has all been let go, and only the rest of it is copied. */
static bool take_as_is(struct reader *r, const char *encoding, size_t n)
{
	struct buf read = r->raw;

	if (r->text.n || r->raw_at == 0 || !charset_is_clean(str_sub(buf_str(&read), 0, n), encoding))
		return false;
	r->raw = r->text;
	r->text = read;
	r->text.n = n;
	buf_add(&r->raw, str_from(buf_str(&read), n));
	r->raw_at += n;
	return true;
}

static void decode_some(struct reader *r)
{
	const char *encoding = settle_encoding(r);
	size_t n = decodable(r, encoding);

	if (n == 0 || take_as_is(r, encoding, n))
		return;
	charset_decode_part(str_sub(buf_str(&r->raw), 0, n), encoding, r->raw_at, &r->text, &r->result);
	r->raw_at += n;
	r->raw.n -= n;
	memmove(r->raw.p, r->raw.p + n, r->raw.n);
}

static void let_go(struct reader *r)
{
	if (r->mark == 0)
		return;
	r->text.n -= r->mark;
	memmove(r->text.p, r->text.p + r->mark, r->text.n);
	r->at -= r->mark;
	r->searched -= r->mark;
	r->mark = 0;
}

/* A text without LF is decoded piece by piece only at its end, so that memory grows with the
 * longest line, not time with its square. */
static void fill(struct reader *r)
{
	let_go(r);
	size_t before = r->text.n;

	while (!r->ended && r->text.n == before) {
		size_t had = r->raw.n;

		read_more(r);
		if (r->ended || memchr(r->raw.p + had, '\n', r->raw.n - had))
			decode_some(r);
	}
}

static bool hand_out(struct reader *r, size_t end, struct str *line)
{
	*line = (struct str){r->text.p + r->at, end - r->at};
	r->last = line->n;
	r->at = r->searched = end;
	r->number++;
	return true;
}

bool reader_line(struct reader *r, struct str *line)
{
	for (;;) {
		size_t left = r->text.n - r->searched;
		const char *lf = left ? memchr(r->text.p + r->searched, '\n', left) : NULL;

		if (lf)
			return hand_out(r, (size_t)(lf - r->text.p) + 1, line);
		r->searched = r->text.n;
		if (r->ended)
			break;
		fill(r);
	}
	return r->at < r->text.n ? hand_out(r, r->text.n, line) : false;
}

bool reader_lines(struct reader *r, size_t most, char without, struct str *lines)
{
	reader_mark(r);
	if (r->at == r->text.n && !r->ended)
		fill(r);
	struct str ready = str_sub(buf_str(&r->text), r->at, r->at + most);
	const char *stop = ready.n ? memchr(ready.p, without, ready.n) : NULL;

	if (stop)
		ready.n = (size_t)(stop - ready.p);
	const char *lf = ready.n ? memrchr(ready.p, '\n', ready.n) : NULL;

	if (!lf)
		return false;
	hand_out(r, r->at + (size_t)(lf - ready.p) + 1, lines);
	r->number += (long)marks_count(*lines, '\n') - 1;
	return true;
}

void reader_mark(struct reader *r)
{
	r->mark = r->at;
}

struct str reader_marked(const struct reader *r)
{
	return str_sub(buf_str(&r->text), r->mark, r->at);
}

bool reader_failed(const struct reader *r)
{
	return r->failed;
}

long reader_number(const struct reader *r)
{
	return r->number;
}

void reader_back(struct reader *r)
{
	r->at -= r->last;
	r->searched = r->at;
	r->last = 0;
	r->number--;
}

static void tell_bad_bytes(const struct reader *r)
{
	const struct charset_result *c = &r->result;

	if (c->bad)
		diag_note(r->file, 0, "%zu %s cannot be decoded as %s, the first at offset %zu", c->bad,
		          c->bad == 1 ? "byte" : "bytes", c->encoding, c->bad_at[0]);
}

void reader_close(struct reader *r)
{
	tell_bad_bytes(r);
	if (r->fd != STDIN_FILENO)
		close(r->fd);
	buf_free(&r->raw);
	buf_free(&r->text);
	free(r);
}
