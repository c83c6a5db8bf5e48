/* Knows what every record of a document promises: its quote is the text between its ends, and its spans stand in the text. What no
 * record claims stands in the text too, and any place can be explained. */
#include "fuzz.h"

#include "io/jsonl.h"
#include "verb/trace.h"

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	document_load();
	return 0;
}

/* The byte of code point `point`, or behind the end of the text. */
static size_t byte_of(struct str text, size_t point)
{
	size_t i = 0;

	for (size_t len; point && i < text.n; i += len, point--)
		str_char(text, i, &len);
	return point ? text.n + 1 : i;
}

static size_t number(struct str s)
{
	demand(s.n > 0);
	return strtoull(s.p, NULL, 10);
}

/* NAME:START-END */
static void check_span(struct str span, size_t points)
{
	struct str numbers = str_from(span, str_find(span, STR(":"), 0) + 1);
	size_t from = number(numbers), to = number(str_from(numbers, str_find(numbers, STR("-"), 0) + 1));

	demand(from < to && to <= points);
}

static void check_record(struct str line, struct str text, struct arena *a)
{
	struct record r = {.arena = a};
	const char *reason;

	demand(jsonl_parse(line, a, &r, &reason));
	demand(schema_type(record_text(&r, "type")) != RECORD_UNKNOWN);
	size_t from = byte_of(text, number(record_text(&r, "start"))), to = byte_of(text, number(record_text(&r, "end")));

	demand(from < to && to <= text.n && str_eq(record_text(&r, "quote"), str_sub(text, from, to)));
	const struct value *spans = record_get(&r, "spans");

	for (size_t i = 0; spans && i < spans->n; i++)
		check_span(spans->items[i], str_chars(text));
}

static void check_unclaimed(struct str line, struct str text, struct arena *a)
{
	struct record r = {.arena = a};
	const char *reason;

	demand(jsonl_parse(line, a, &r, &reason));
	size_t from = number(record_text(&r, "start")), to = number(record_text(&r, "end"));

	demand(from < to && to <= str_chars(text) && record_text(&r, "text").n);
}

static void check_lines(struct str lines, struct str text, struct arena *a, void (*check)(struct str, struct str, struct arena *))
{
	struct str line;

	for (size_t at = 0; str_split(lines, '\n', &at, &line);)
		if (line.n)
			check(line, text, a);
}

static void explain(struct str text, size_t point)
{
	struct arena a = {NULL, 0};
	struct buf out = {NULL, 0, 0};
	struct trace trace = {.point = 0};
	struct document_input in = {.name = STR("document"), .text = text, .trace = &trace};
	size_t length;

	if (trace_start(&trace, text, point, &length))
		document_read(&in, ~0u, &a, &out);
	trace_free(&trace);
	buf_free(&out);
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	struct arena a = {NULL, 0};
	struct buf b = {NULL, 0, 0}, out = {NULL, 0, 0}, rest = {NULL, 0, 0};
	struct document_input in = {.name = STR("document"), .text = fuzz_text(data, n, &b), .unclaimed = &rest};

	document_read(&in, ~0u, &a, &out);
	check_lines(buf_str(&out), in.text, &a, check_record);
	check_lines(buf_str(&rest), in.text, &a, check_unclaimed);
	/* A quarter of the texts, since it takes as long again. */
	if (n % 4 == 0)
		explain(in.text, str_chars(in.text) / 2);
	buf_free(&b);
	buf_free(&out);
	buf_free(&rest);
	arena_free(&a);
	return 0;
}
