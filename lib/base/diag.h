/* Messages on standard error and the exit status: the only place that writes the one and sets the
 * other. Safe to call from several threads. */
#ifndef PT_BASE_DIAG_H
#define PT_BASE_DIAG_H

#include <stdbool.h>

enum { STATUS_OK = 0, STATUS_INPUT = 1, STATUS_TROUBLE = 2 };

void diag_init(const char *program);

/* "prog: file:line: message": an input that cannot be used; the status becomes 1. line 0: no line;
 * file NULL: no place at all. */
void diag_input(const char *file, long line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* A remark that leaves the status alone. */
void diag_note(const char *file, long line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* Trouble: message, end with status 2. */
void diag_die(const char *fmt, ...) __attribute__((cold, format(printf, 1, 2), noreturn));

/* Ends quietly with the status of a filter whose reader went away. */
void diag_closed_pipe(void) __attribute__((noreturn));

/* Raises the status (never lowers it). */
void diag_status(int status);
int diag_exit_status(void);

#endif
