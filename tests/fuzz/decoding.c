/* Knows what decoding promises of any bytes: valid UTF-8 without NUL, by detection and in each encoding that is named. */
#include "fuzz.h"

#include "io/utf8.h"

static const char *const names[] = {NULL, "UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32", "UTF-7", "ISO-2022-CN", "EUC-TW"};

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	charset_load();
	return 0;
}

/* A text that may be cut after each LF reads the same when it is. */
static void decode_lines(struct str raw, const char *name, struct str whole, size_t bad)
{
	struct buf out = {NULL, 0, 0};
	struct charset_result r = {.bad = 0};

	for (size_t at = 0, end; at < raw.n; at = end) {
		end = str_find(raw, STR("\n"), at);
		end += end < raw.n;
		demand(charset_decode_part(str_sub(raw, at, end), name, at, &out, &r));
	}
	demand(str_eq(buf_str(&out), whole) && r.bad == bad);
	buf_free(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct str raw = fuzz_raw(data, n);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct buf out = {NULL, 0, 0};
		struct charset_result r;

		demand(charset_decode(raw, names[i], &out, &r));
		struct str s = buf_str(&out);

		demand(utf8_good(s, 0) == s.n && utf8_good_chars(s, 0) == s.n);
		if (charset_splits_at_lf(r.encoding))
			decode_lines(raw, r.encoding, s, r.bad);
		buf_free(&out);
	}
	return 0;
}
