/* Knows how messages look and what the exit status will be. */
#include "base/diag.h"

#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const char *program = "pt";
static int status;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void diag_init(const char *name)
{
	program = name;
}

static void say(const char *file, long line, const char *fmt, va_list ap)
{
	pthread_mutex_lock(&lock);
	fprintf(stderr, "%s: ", program);
	if (file && line)
		fprintf(stderr, "%s:%ld: ", file, line);
	else if (file)
		fprintf(stderr, "%s: ", file);
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	pthread_mutex_unlock(&lock);
}

void diag_input(const char *file, long line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(file, line, fmt, ap);
	va_end(ap);
	diag_status(STATUS_INPUT);
}

void diag_note(const char *file, long line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(file, line, fmt, ap);
	va_end(ap);
}

void diag_die(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(NULL, 0, fmt, ap);
	va_end(ap);
	_exit(STATUS_TROUBLE);
}

void diag_closed_pipe(void)
{
	_exit(diag_exit_status());
}

void diag_status(int s)
{
	pthread_mutex_lock(&lock);
	if (s > status)
		status = s;
	pthread_mutex_unlock(&lock);
}

int diag_exit_status(void)
{
	return status;
}
