/* Knows how bytes leave the program and how an output file takes its place. */
#include "io/out.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"

enum {
	FULL = 256 * 1024,
	LARGE = 16 * 1024 /* as much is written as it is: to copy it would cost more than a call saves */
};

struct out {
	int fd;
	char *file;  /* the name asked for; NULL: standard output */
	char *place; /* where the file shall stand, links followed; NULL: written to directly */
	char *made;  /* the passing name */
	struct buf buf;
};

static const char *name_of(const struct out *o)
{
	return o->file ? o->file : "standard output";
}

static void fail(struct out *o)
{
	int error = errno;

	if (o->made)
		unlink(o->made);
	if (error == EPIPE)
		diag_closed_pipe();
	diag_die("%s: %s", name_of(o), strerror(error));
}

/* Permissions of the file that is replaced, or those that any new file gets. */
static mode_t mode_for(const char *place)
{
	struct stat st;

	if (stat(place, &st) == 0)
		return st.st_mode & 0777;
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

static void *check(void *p)
{
	if (!p)
		diag_die("out of memory");
	return p;
}

static void make_beside(struct out *o)
{
	char *real = realpath(o->file, NULL);

	o->place = real ? real : check(strdup(o->file));
	o->made = check(malloc(strlen(o->place) + sizeof ".XXXXXX"));
	strcat(strcpy(o->made, o->place), ".XXXXXX");
	o->fd = mkstemp(o->made);
	if (o->fd < 0 || fchmod(o->fd, mode_for(o->place)))
		diag_die("%s: %s", o->file, strerror(errno));
}

struct out *out_open(const char *file)
{
	struct out *o = check(calloc(1, sizeof *o));
	struct stat st;

	o->fd = STDOUT_FILENO;
	if (!file)
		return o;
	o->file = check(strdup(file));
	if (stat(file, &st) == 0 && !S_ISREG(st.st_mode)) {
		o->fd = open(file, O_WRONLY | O_CLOEXEC);
		if (o->fd < 0)
			diag_die("%s: %s", file, strerror(errno));
	} else {
		make_beside(o);
	}
	return o;
}

static void write_all(struct out *o, struct str s)
{
	while (s.n) {
		ssize_t n = write(o->fd, s.p, s.n);

		if (n >= 0)
			s = str_from(s, (size_t)n);
		else if (errno != EINTR)
			fail(o);
	}
}

void out_flush(struct out *o)
{
	write_all(o, buf_str(&o->buf));
	buf_clear(&o->buf);
}

void out_add(struct out *o, struct str s)
{
	if (s.n > LARGE || o->buf.n + s.n > FULL)
		out_flush(o);
	if (s.n > LARGE)
		write_all(o, s);
	else
		buf_add(&o->buf, s);
}

void out_close(struct out *o)
{
	out_flush(o);
	if (o->place && fsync(o->fd))
		fail(o);
	if (close(o->fd) && errno != EINTR)
		fail(o);
	if (o->place && rename(o->made, o->place))
		fail(o);
	free(o->file);
	free(o->place);
	free(o->made);
	buf_free(&o->buf);
	free(o);
}
