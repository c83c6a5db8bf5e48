/* Knows which characters differ only in width or shape, and the one that stands for them. */
#include "zh/fold.h"

#include "base/unicode.h"

/* Characters outside the full-width block. Small forms (U+FE50-FE6B) are what old systems of Taiwan
 * and scanners write. */
static uint32_t fold_other(uint32_t c)
{
	switch (c) {
	case 0x00A0: case 0x202F: case 0x205F: case 0x3000: case 0x200B: case 0xFEFF:
		return ' ';
	case 0x25CB: case 0x25EF: case 0x2B58:
		return 0x3007;
	case 0x2212: case 0xFE58: case 0xFE63: case 0x2500: case 0x2501:
		return '-';
	case 0x301C: case 0x223C: case 0x02DC:
		return '~';
	case 0x2024: case 0xFE52: case 0xFF61:
		return '.';
	case 0xFE50:
		return ',';
	case 0xFE54:
		return ';';
	case 0xFE55: case 0xFE30: case 0x2236:
		return ':';
	case 0xFE59:
		return '(';
	case 0xFE5A:
		return ')';
	case 0xFE6A:
		return '%';
	case 0xFFE5: case 0x00A5:
		return 0x00A5;
	case 0xFFE0:
		return 0x00A2;
	case 0xFFE1:
		return 0x00A3;
	default:
		return c;
	}
}

uint32_t fold_char(uint32_t c)
{
	if (c < 0x80 || (c >= 0x3400 && c < 0xA000))
		return c;
	/* The brackets stay: a document number tells itself by them. */
	if (c == 0xFF3B || c == 0xFF3D)
		return c;
	if (c >= 0xFF01 && c <= 0xFF5E)
		return c - 0xFEE0;
	if (c >= 0x2010 && c <= 0x2015)
		return '-';
	if (c >= 0x2000 && c <= 0x200A)
		return ' ';
	if ((c >= 0x2E80 && c <= 0x2FD5) || (c >= 0xF900 && c <= 0xFAFF))
		return unicode_compatible(c);
	return fold_other(c);
}

/* Bytes that no folded character starts with: ASCII, the bulk of Chinese (E4-E9), and 、 。 with what stands beside them. */
static size_t plain_run(struct str s, size_t at)
{
	size_t i = at;

	while (i < s.n) {
		unsigned char c = (unsigned char)s.p[i];
		bool whole = i + 3 <= s.n, han = c >= 0xE4 && c <= 0xE9;

		if (c < 0x80)
			i++;
		else if (whole && (han || (c == 0xE3 && (unsigned char)s.p[i + 1] == 0x80 && (unsigned char)s.p[i + 2] > 0x80 && (unsigned char)s.p[i + 2] < 0x90)))
			i += 3;
		else
			break;
	}
	return i - at;
}

void fold_text(struct str s, struct buf *out)
{
	for (size_t i = 0; i < s.n;) {
		size_t len = plain_run(s, i);

		if (len) {
			buf_add(out, str_sub(s, i, i + len));
			i += len;
			continue;
		}
		uint32_t c = str_char(s, i, &len);

		buf_char(out, fold_char(c));
		i += len;
	}
}
