/* Knows how rows wait for their columns without filling memory. A row is its length in bytes, then
 * a column number, a length and the bytes of each cell. */
#include "io/spool.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"

enum { MOST_IN_MEMORY = 8 * 1024 * 1024 };

struct spool {
	struct buf rows; /* what is not in the file */
	struct buf row;  /* the row at hand */
	FILE *file;
	size_t at;       /* in rows, while reading */
};

static void fail(void)
{
	diag_die("temporary file: %s", strerror(errno));
}

static FILE *open_file(void)
{
	const char *dir = getenv("TMPDIR");
	char path[4096];

	if (!dir || !*dir)
		dir = "/tmp";
	if (snprintf(path, sizeof path, "%s/pt.XXXXXX", dir) >= (int)sizeof path)
		diag_die("the name of TMPDIR is too long");
	int fd = mkstemp(path);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "w+b");

	if (!f)
		diag_die("%s: %s", dir, strerror(errno));
	unlink(path);
	return f;
}

struct spool *spool_open(void)
{
	struct spool *s = calloc(1, sizeof *s);

	if (!s)
		diag_die("out of memory");
	return s;
}

static void add_number(struct buf *b, size_t n)
{
	uint64_t v = n;

	buf_add(b, (struct str){(const char *)&v, sizeof v});
}

void spool_cell(struct spool *s, uint32_t column, struct str cell)
{
	add_number(&s->row, column);
	add_number(&s->row, cell.n);
	buf_add(&s->row, cell);
}

static void write_rows(struct spool *s)
{
	if (!s->file)
		s->file = open_file();
	if (s->rows.n && fwrite(s->rows.p, 1, s->rows.n, s->file) != s->rows.n)
		fail();
	buf_clear(&s->rows);
}

void spool_end(struct spool *s)
{
	add_number(&s->rows, s->row.n);
	buf_add(&s->rows, buf_str(&s->row));
	buf_clear(&s->row);
	if (s->rows.n > MOST_IN_MEMORY)
		write_rows(s);
}

void spool_rewind(struct spool *s)
{
	s->at = 0;
	if (!s->file)
		return;
	write_rows(s);
	if (fflush(s->file) || fseeko(s->file, 0, SEEK_SET))
		fail();
}

static bool read_row(struct spool *s, struct str *row)
{
	uint64_t n;

	if (s->file) {
		if (fread(&n, sizeof n, 1, s->file) != 1) {
			if (ferror(s->file))
				fail();
			return false;
		}
		buf_clear(&s->row);
		if (n && fread(buf_room(&s->row, n), 1, n, s->file) != n)
			fail();
		*row = (struct str){s->row.p ? s->row.p : "", n};
		return true;
	}
	if (s->at == s->rows.n)
		return false;
	memcpy(&n, s->rows.p + s->at, sizeof n);
	*row = (struct str){s->rows.p + s->at + sizeof n, n};
	s->at += sizeof n + n;
	return true;
}

bool spool_next(struct spool *s, struct str *slots, size_t columns)
{
	struct str row;
	uint64_t head[2];

	if (!read_row(s, &row))
		return false;
	for (size_t i = 0; i < columns; i++)
		slots[i] = (struct str){NULL, 0};
	while (row.n) {
		memcpy(head, row.p, sizeof head);
		slots[head[0]] = str_sub(row, sizeof head, sizeof head + head[1]);
		row = str_from(row, sizeof head + head[1]);
	}
	return true;
}

void spool_close(struct spool *s)
{
	if (s->file)
		fclose(s->file);
	buf_free(&s->rows);
	buf_free(&s->row);
	free(s);
}
