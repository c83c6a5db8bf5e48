/* Knows the encodings of Chinese text: which one raw bytes are in, and how they become UTF-8. */
#include "io/charset.h"

#include <errno.h>
#include <iconv.h>
#include <strings.h>

#include "base/diag.h"
#include "io/doublebyte.h"
#include "io/likeness.h"
#include "io/utf8.h"

enum { SAMPLE = 64 * 1024 };

static const char utf8_name[] = "UTF-8", gb18030_name[] = "GB18030", big5_name[] = "Big5", utf16le_name[] = "UTF-16LE",
                  utf16be_name[] = "UTF-16BE";

void charset_load(void)
{
	likeness_load();
}

/* Names under which pages and files call encodings that are read as another one: whoever says
 * gb2312 or gbk may use any character of GB18030, which holds both. */
static const struct {
	const char *alias, *name;
} aliases[] = {
	{"utf-8", utf8_name},       {"utf8", utf8_name},          {"us-ascii", utf8_name},    {"ascii", utf8_name},
	{"gb18030", gb18030_name},  {"gb2312", gb18030_name},     {"gbk", gb18030_name},      {"cp936", gb18030_name},
	{"ms936", gb18030_name},    {"windows-936", gb18030_name}, {"gb_2312-80", gb18030_name}, {"euc-cn", gb18030_name},
	{"csgb2312", gb18030_name}, {"x-gbk", gb18030_name},      {"big5", big5_name},        {"csbig5", big5_name},
	{"big-5", big5_name},       {"cp950", big5_name},         {"utf-16le", utf16le_name}, {"utf-16be", utf16be_name},
};

static const char *find_name(const char *name)
{
	for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
		if (strcasecmp(aliases[i].alias, name) == 0)
			return aliases[i].name;
	return name;
}

static void add_bad(size_t at, struct buf *out, struct charset_result *result)
{
	if (result->bad < CHARSET_KEPT_OFFSETS)
		result->bad_at[result->bad] = at;
	result->bad++;
	buf_char(out, 0xFFFD);
}

static void decode_utf8(struct str raw, size_t base, struct buf *out, struct charset_result *result)
{
	for (size_t i = 0; i < raw.n; i++) {
		size_t stop = utf8_good(raw, i);

		buf_add(out, str_sub(raw, i, stop));
		i = stop;
		if (i < raw.n)
			add_bad(base + i, out, result);
	}
}

/* Bytes of the smallest unit of an encoding, by its name. */
static size_t unit_of(const char *name)
{
	if (strncasecmp(name, "UTF-16", 6) == 0 || strncasecmp(name, "UCS-2", 5) == 0)
		return 2;
	return strncasecmp(name, "UTF-32", 6) == 0 || strncasecmp(name, "UCS-4", 5) == 0 ? 4 : 1;
}

static size_t find_nul(struct str raw, size_t from, size_t unit)
{
	static const char zeros[4];

	for (size_t i = from; i + unit <= raw.n; i += unit)
		if (memcmp(raw.p + i, zeros, unit) == 0)
			return i;
	return raw.n;
}

/* UTF-7 writes any character in base64, NUL as well: each of those behind byte `from` of out becomes one U+FFFD, read at raw offset `at`. */
static void drop_nuls(struct buf *out, size_t from, size_t at, struct charset_result *result)
{
	if (from == out->n || !memchr(out->p + from, '\0', out->n - from))
		return;
	struct buf whole = {NULL, 0, 0};

	buf_add(&whole, str_from(buf_str(out), from));
	out->n = from;
	for (size_t i = 0, nul; i < whole.n; i = nul + 1) {
		nul = find_nul(buf_str(&whole), i, 1);
		buf_add(out, str_sub(buf_str(&whole), i, nul));
		if (nul < whole.n)
			add_bad(at, out, result);
	}
	buf_free(&whole);
}

/* Feeds raw[from, to) to iconv; each unit that it refuses becomes one U+FFFD a byte. */
static void decode_segment(iconv_t cd, struct str raw, size_t from, size_t to, size_t unit, size_t base, struct buf *out,
                           struct charset_result *result)
{
	char *in = (char *)(uintptr_t)(raw.p + from);
	size_t left = to - from;

	while (left) {
		char *room = buf_room(out, left * 2 + 16), *p = room;
		size_t space = left * 2 + 16;
		size_t begin = out->n, at = base + (size_t)(in - raw.p), got = iconv(cd, &in, &left, &p, &space);

		out->n += (size_t)(p - room);
		drop_nuls(out, begin, at, result);
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		for (size_t k = 0; k < unit && left; k++, in++, left--)
			add_bad(base + (size_t)(in - raw.p), out, result);
	}
}

static bool decode_by_iconv(struct str raw, const char *name, size_t base, struct buf *out, struct charset_result *result)
{
	iconv_t cd = iconv_open("UTF-8", name);
	size_t unit = unit_of(name);

	if (cd == (iconv_t)-1)
		return false;
	for (size_t i = 0; i < raw.n; i += unit) {
		size_t nul = find_nul(raw, i, unit);

		decode_segment(cd, raw, i, nul, unit, base, out, result);
		i = nul;
		if (i < raw.n)
			add_bad(base + i, out, result);
	}
	char *room = buf_room(out, 64), *p = room;
	size_t space = 64;

	iconv(cd, NULL, NULL, &p, &space);
	out->n += (size_t)(p - room);
	iconv_close(cd);
	return true;
}

/* The double-byte decoder asks here for what iconv says about a few bytes. */
static bool ask_iconv(void *cd, struct str bytes, uint32_t *c)
{
	char *in = (char *)(uintptr_t)bytes.p, *p = (char *)c;
	uint32_t two[2] = {0, 0};
	size_t left = bytes.n, space = sizeof two;

	p = (char *)two;
	iconv(cd, NULL, NULL, NULL, NULL);
	if (iconv(cd, &in, &left, &p, &space) != 0 || left || space != sizeof *two)
		return false;
	*c = two[0];
	return *c >= 0x80;
}

static bool decode_doublebyte(struct str raw, const char *name, size_t base, struct buf *out, struct charset_result *result)
{
	const uint16_t one = 1;
	iconv_t cd = iconv_open(*(const char *)&one ? "UCS-4LE" : "UCS-4BE", name);

	if (cd == (iconv_t)-1)
		return false;
	likeness_load();
	doublebyte_decode(name == gb18030_name ? DOUBLEBYTE_GB18030 : DOUBLEBYTE_BIG5, ask_iconv, cd, raw, base, out,
	                  add_bad, result);
	iconv_close(cd);
	return true;
}

static bool decode(struct str raw, const char *name, size_t base, struct buf *out, struct charset_result *result)
{
	if (name == utf8_name)
		decode_utf8(raw, base, out, result);
	else if (name == gb18030_name || name == big5_name)
		return decode_doublebyte(raw, name, base, out, result);
	else
		return decode_by_iconv(raw, name, base, out, result);
	return true;
}

static const char *find_bom(struct str raw)
{
	if (str_starts(raw, STR("\xEF\xBB\xBF")))
		return utf8_name;
	if (str_starts(raw, STR("\xFF\xFE")))
		return utf16le_name;
	if (str_starts(raw, STR("\xFE\xFF")))
		return utf16be_name;
	return str_starts(raw, STR("\x84\x31\x95\x33")) ? gb18030_name : NULL;
}

static size_t first_odd_byte(struct str raw)
{
	for (size_t i = 0; i < raw.n; i++)
		if (raw.p[i] <= 0)
			return i;
	return raw.n;
}

/* A stretch around the first byte that is not ASCII: from the line it stands in, so that no
 * character is cut, or from the start where lines are not to be told (UTF-16). */
static struct str take_sample(struct str raw)
{
	size_t from = first_odd_byte(raw);

	if (raw.n <= SAMPLE || from < SAMPLE / 2)
		return str_sub(raw, 0, SAMPLE);
	while (from && raw.p[from - 1] != '\n')
		from--;
	from &= ~(size_t)1;
	return str_sub(raw, from, from + SAMPLE);
}

static long points_of(struct str sample, const char *name)
{
	struct buf text = {NULL, 0, 0};
	struct charset_result result = {0};
	long points = decode(sample, name, 0, &text, &result) ? likeness_text(buf_str(&text)) : INT32_MIN;

	buf_free(&text);
	return points;
}

/* Any two bytes are a character of UTF-16: without the NULs of its Latin ones, only a text of common characters is
 * taken for it (two points a character), lest a few bytes with one damaged become two odd characters. */
static bool fits_utf16(struct str sample, long points)
{
	return memchr(sample.p, '\0', sample.n) || points >= (long)sample.n;
}

static const char *best_reading(struct str raw)
{
	static const char *const names[] = {utf8_name, gb18030_name, utf16le_name, utf16be_name, big5_name};
	struct str sample = take_sample(raw);
	const char *best = NULL;
	long most = 0;

	likeness_load();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		long points = points_of(sample, names[i]);

		if ((names[i] == utf16le_name || names[i] == utf16be_name) && !fits_utf16(sample, points))
			continue;
		if (!best || points > most) {
			best = names[i];
			most = points;
		}
	}
	return best;
}

/* Text that is valid UTF-8 hardly ever is anything else; only where every character has two bytes
 * could it be Chinese in GB18030 (both bytes of many of its characters fit that pattern). */
static bool has_long_sequence(struct str raw)
{
	for (size_t i = 0; i < raw.n; i++)
		if ((unsigned char)raw.p[i] >= 0xE0)
			return true;
	return false;
}

/* A control character that no text has shows that bytes below 0x80 are not meant as ASCII. */
static bool has_control(struct str raw)
{
	for (size_t i = 0; i < raw.n; i++)
		if (raw.p[i] >= 0 && raw.p[i] < ' ' && likeness_char((uint32_t)raw.p[i]) < 0)
			return true;
	return false;
}

const char *charset_detect(struct str raw, const char **how, bool *sure)
{
	const char *name = find_bom(raw);

	*sure = true;
	*how = name ? "BOM" : "detected";
	if (name)
		return name;
	if (utf8_good(raw, 0) == raw.n) {
		*sure = first_odd_byte(raw) < raw.n;
		if (*sure ? has_long_sequence(raw) : !has_control(raw))
			return utf8_name;
	}
	return best_reading(raw);
}

bool charset_is_clean(struct str raw, const char *encoding)
{
	return find_name(encoding) == utf8_name && utf8_good(raw, 0) == raw.n;
}

bool charset_splits_at_lf(const char *encoding)
{
	const char *name = find_name(encoding);

	return name == utf8_name || name == gb18030_name || name == big5_name;
}

bool charset_decode_part(struct str raw, const char *encoding, size_t base, struct buf *out, struct charset_result *result)
{
	size_t from = out->n;

	result->encoding = find_name(encoding);
	if (!decode(raw, result->encoding, base, out, result))
		return false;
	if (base == 0 && str_starts(str_from(buf_str(out), from), STR("\xEF\xBB\xBF"))) {
		out->n -= 3;
		memmove(out->p + from, out->p + from + 3, out->n - from);
	}
	return true;
}

bool charset_decode(struct str raw, const char *encoding, struct buf *out, struct charset_result *result)
{
	bool sure;

	*result = (struct charset_result){.how = "named"};
	if (!encoding)
		encoding = charset_detect(raw, &result->how, &sure);
	return charset_decode_part(raw, encoding, 0, out, result);
}
