/* Knows how values are written in the test tables, and compares what the parsers read with them.
 *
 *   value-test KIND FILE        KIND: numeral quantity rate count period date docno fold decimal number
 *   value-test show KIND TEXT   what a test line would have to expect
 *   value-test fuzz SEED N      N random and mutated strings through every parser
 *
 * A file has "# " comments, a row of column names and rows; input is folded before it is read, `\n` in
 * it is a line feed. The notation is told at the head of each file. */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/number.h"
#include "zh/docno.h"
#include "zh/fold.h"
#include "zh/period.h"
#include "zh/quantity.h"

/* One row of a test file; a column that the file lacks is empty. */
struct row {
	struct str input, unit, doc_date, how, expected;
};

static void add(struct buf *b, const char *z)
{
	buf_add(b, str_of(z));
}

static void add_rest(struct buf *b, struct str s, size_t used)
{
	if (used < s.n) {
		add(b, " | ");
		buf_add(b, str_from(s, used));
	}
}

static void add_bounds(struct buf *b, bool has_min, struct decimal min, bool has_max, struct decimal max)
{
	add(b, has_min ? "[" : "(");
	if (has_min)
		decimal_print(min, b);
	add(b, ",");
	if (has_max)
		decimal_print(max, b);
	add(b, has_max ? "]" : ")");
}

static size_t print_numeral(struct row r, struct buf *b)
{
	struct numeral n;
	size_t used = numeral_match(r.input, &n);

	if (!used) {
		add(b, "none");
		return 0;
	}
	if (n.vague || n.span) {
		add(b, n.vague ? "~" : "");
		add_bounds(b, true, n.low, true, n.high);
	} else {
		decimal_print(n.value, b);
	}
	add(b, n.bare ? " bare" : "");
	add(b, n.digit_string ? " string" : "");
	add(b, n.repaired ? " !" : "");
	add_rest(b, r.input, used);
	return used;
}

static bool is_exact(const struct quantity *q)
{
	return q->has_value && q->has_min && q->has_max && decimal_cmp(q->min, q->value) == 0 && decimal_cmp(q->max, q->value) == 0;
}

static void add_stated(struct buf *b, const struct quantity *q)
{
	add(b, " (");
	if (q->has_value)
		decimal_print(q->stated, b);
	if (!is_exact(q)) {
		add(b, q->has_value ? " " : "");
		add_bounds(b, q->has_min, q->stated_min, q->has_max, q->stated_max);
	}
	add(b, " ");
	buf_add(b, q->unit);
	add(b, ")");
}

static void add_quantity(struct buf *b, const struct quantity *q)
{
	add(b, q->approx ? "~" : "");
	if (q->has_value)
		decimal_print(q->value, b);
	if (!is_exact(q)) {
		add(b, q->has_value ? " " : "");
		add_bounds(b, q->has_min, q->min, q->has_max, q->max);
	}
	if (q->kind == QUANTITY_MONEY) {
		add(b, " ");
		add(b, q->currency);
	} else if (q->kind == QUANTITY_RATE) {
		add_stated(b, q);
	} else if (q->kind != QUANTITY_BARE) {
		add(b, q->kind == QUANTITY_TIMES ? " x " : " ");
		buf_add(b, q->unit);
	}
	add(b, q->repaired ? " !" : "");
}

static size_t print_quantity(struct row r, struct buf *b)
{
	struct quantity q, whole;
	size_t used = quantity_match(r.input, r.unit, &q);

	if (!used)
		add(b, "none");
	else
		add_quantity(b, &q);
	if (used)
		add_rest(b, r.input, used);
	struct str cell = str_trim(r.input);
	bool parsed = quantity_parse(r.input, r.unit, &whole);

	if (parsed != (cell.n > 0 && quantity_match(cell, r.unit, &whole) == cell.n) || (used == cell.n && used > 0 && !parsed))
		add(b, " (quantity_parse differs)");
	if (used && !(q.number_at <= q.number_end && q.number_end <= q.unit_end && q.unit_end <= used))
		add(b, " (places out of order)");
	return used;
}

static const char *const precisions[] = {"none", "day", "month", "quarter", "half", "year", "plan"};
static const char *const notes[] = {"", " recurring", " open", " immediate"};

static size_t print_period(struct row r, struct buf *b)
{
	struct period p;
	struct ymd doc = {0, 0, 0};
	size_t used;

	ymd_parse(r.doc_date, &doc);
	if (str_eq(r.how, STR("cell")))
		used = period_parse(r.input, doc, &p) ? r.input.n : 0;
	else
		used = period_match(r.input, doc, &p);
	if (!used) {
		add(b, "none");
		return 0;
	}
	if (p.start.year)
		ymd_print(p.start, b);
	add(b, "..");
	if (p.end.year)
		ymd_print(p.end, b);
	add(b, " ");
	add(b, precisions[p.precision]);
	add(b, notes[p.note]);
	add(b, p.relative ? " relative" : "");
	add(b, p.repaired ? " !" : "");
	add_rest(b, r.input, used);
	return used;
}

static size_t print_date(struct row r, struct buf *b)
{
	struct ymd d;
	enum precision precision = PRECISION_NONE;

	if (date_parse(r.input, &d, &precision)) {
		ymd_print(d, b);
		return r.input.n;
	}
	add(b, "none");
	if (precision != PRECISION_NONE) {
		add(b, " ");
		add(b, precisions[precision]);
	}
	return 0;
}

static size_t print_docno(struct row r, struct buf *b)
{
	struct docno d;
	size_t from = 0, last = 0;

	for (; docno_find(r.input, from, &d); from = last = d.end) {
		add(b, b->n ? "; " : "");
		docno_print(&d, b);
		add(b, d.repaired ? " !" : "");
		if (d.end <= from || d.end > r.input.n || d.at >= d.end)
			return r.input.n + 1;
	}
	add(b, b->n ? "" : "none");
	return last;
}

static size_t print_fold(struct row r, struct buf *b)
{
	buf_add(b, r.input);
	return r.input.n;
}

/* "A", "A + B", "A * B", "A << N", "A ? B". */
static size_t print_decimal(struct row r, struct buf *b)
{
	struct str part[3] = {{"", 0}, {"", 0}, {"", 0}};
	size_t at = 0, n = 0;
	struct decimal x, y = {0, 0}, z = {0, 0};

	while (n < 3 && str_split(r.input, ' ', &at, &part[n]))
		n++;
	bool ok = decimal_parse(part[0], &x) && (n < 3 || decimal_parse(part[2], &y));

	if (ok && str_eq(part[1], STR("?"))) {
		int c = decimal_cmp(x, y);

		add(b, c < 0 ? "<" : c ? ">" : "=");
		return r.input.n;
	}
	if (ok && n == 1)
		z = x;
	else if (ok && str_eq(part[1], STR("+")))
		ok = decimal_add(x, y, &z);
	else if (ok && str_eq(part[1], STR("*")))
		ok = decimal_mul(x, y, &z);
	else if (ok)
		ok = decimal_shift(x, (int)y.digits, &z);
	if (ok)
		decimal_print(z, b);
	else
		add(b, "none");
	return ok ? r.input.n : 0;
}

/* sum A B...: A + B...; less A B...: A - B...; mean D A B...: their mean with D decimals. */
static bool print_sum(struct str verb, struct str rest, struct buf *b)
{
	struct sum s = {.small = 0};
	struct number n;
	struct str word;
	unsigned long terms = 0;
	unsigned digits = 0;
	size_t at = 0;
	bool mean = str_eq(verb, STR("mean")), less = str_eq(verb, STR("less")), ok = mean || less || str_eq(verb, STR("sum"));

	if (ok && mean && str_split(rest, ' ', &at, &word))
		digits = word.n == 1 ? (unsigned)(word.p[0] - '0') % 10 : 20;
	while (ok && str_split(rest, ' ', &at, &word)) {
		ok = number_read(word, &n);
		if (ok && less && terms)
			sum_subtract(&s, &n);
		else if (ok)
			sum_add(&s, &n);
		terms++;
	}
	ok = ok && terms;
	if (ok && mean)
		sum_print_mean(&s, terms, digits, b);
	else if (ok)
		sum_print(&s, b);
	sum_free(&s);
	return ok;
}

static size_t print_number(struct row r, struct buf *b)
{
	struct number x, y;
	struct str first = str_sub(r.input, 0, str_find(r.input, STR(" "), 0)), rest = str_from(r.input, first.n + 1);
	bool ok = true;

	if (number_read(r.input, &x))
		number_print(&x, b);
	else if (str_starts(rest, STR("? ")) && number_read(first, &x) && number_read(str_from(rest, 2), &y))
		add(b, number_cmp(&x, &y) < 0 ? "<" : number_cmp(&x, &y) ? ">" : "=");
	else
		ok = print_sum(first, rest, b);
	if (!ok)
		add(b, "none");
	return ok ? r.input.n : 0;
}

struct kind {
	const char *name;
	size_t (*print)(struct row r, struct buf *b); /* what was read, in notation; bytes used */
};

static const struct kind kinds[] = {
	{"numeral", print_numeral}, {"quantity", print_quantity}, {"rate", print_quantity}, {"count", print_quantity},
	{"period", print_period},   {"date", print_date},      {"docno", print_docno},   {"fold", print_fold},
	{"decimal", print_decimal}, {"number", print_number},  {NULL, NULL},
};

static const struct kind *find_kind(const char *name)
{
	for (const struct kind *k = kinds; k->name; k++)
		if (strcmp(k->name, name) == 0)
			return k;
	fprintf(stderr, "value-test: no kind %s\n", name);
	exit(2);
}

/* Folds a row's input and gives \n its meaning. */
static void prepare(struct str raw, struct buf *out)
{
	struct buf text = {NULL, 0, 0};

	for (size_t i = 0; i < raw.n; i++) {
		bool escape = raw.p[i] == '\\' && i + 1 < raw.n && raw.p[i + 1] == 'n';

		buf_byte(&text, escape ? '\n' : raw.p[i]);
		i += escape;
	}
	fold_text(buf_str(&text), out);
	buf_free(&text);
}

struct columns {
	struct str names[8];
	size_t n;
};

static struct row read_row(const struct columns *c, struct str line)
{
	struct row r = {{"", 0}, {"", 0}, {"", 0}, {"", 0}, {"", 0}};
	struct str cell;
	size_t at = 0;

	for (size_t i = 0; i < c->n && str_split(line, '\t', &at, &cell); i++) {
		struct str *to = str_eq(c->names[i], STR("input"))    ? &r.input
		                 : str_eq(c->names[i], STR("unit"))     ? &r.unit
		                 : str_eq(c->names[i], STR("doc_date")) ? &r.doc_date
		                 : str_eq(c->names[i], STR("how"))      ? &r.how
		                 : str_eq(c->names[i], STR("expected")) ? &r.expected
		                                                        : NULL;

		if (to)
			*to = to != &r.input && str_eq(cell, STR("-")) ? (struct str){"", 0} : cell;
	}
	return r;
}

static bool run_row(const struct kind *k, struct row r, const char *file, long at)
{
	struct buf input = {NULL, 0, 0}, unit = {NULL, 0, 0}, got = {NULL, 0, 0};
	struct str raw = r.input, want = r.expected;

	prepare(raw, &input);
	prepare(r.unit, &unit);
	r.input = buf_str(&input);
	r.unit = buf_str(&unit);
	k->print(r, &got);
	/* A line feed in what is left over would break the message and the table. */
	for (size_t i = 0; i < got.n; i++)
		if (got.p[i] == '\n')
			got.p[i] = ' ';
	bool ok = str_eq(buf_str(&got), want);

	if (!ok)
		printf("%s:%ld: %.*s: expected %.*s, got %.*s\n", file, at, STR_ARGS(raw), STR_ARGS(want), (int)got.n,
		       got.p ? got.p : "");
	buf_free(&input);
	buf_free(&unit);
	buf_free(&got);
	return ok;
}

static int run_file(const struct kind *k, const char *file)
{
	FILE *f = fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;
	long at = 0, passed = 0, failed = 0;
	struct columns c = {.n = 0};
	static char heads[512];

	if (!f) {
		perror(file);
		return 2;
	}
	for (ssize_t n; (n = getline(&line, &cap, f)) >= 0;) {
		struct str text = {line, (size_t)n};

		at++;
		text.n -= n > 0 && line[n - 1] == '\n';
		if (text.n == 0 || str_starts(text, STR("# ")) || str_eq(text, STR("#")))
			continue;
		if (c.n == 0) {
			size_t from = 0;

			snprintf(heads, sizeof heads, "%.*s", STR_ARGS(text));
			while (c.n < 8 && str_split(str_of(heads), '\t', &from, &c.names[c.n]))
				c.n++;
			continue;
		}
		if (run_row(k, read_row(&c, text), file, at))
			passed++;
		else
			failed++;
	}
	free(line);
	fclose(f);
	printf("%ld passed, %ld failed\n", passed, failed);
	return failed > 0;
}

static uint64_t seed;

static uint32_t next_random(void)
{
	seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (uint32_t)(seed >> 33);
}

static const char *const pieces[] = {
	"0", "1", "2", "5", "9", "10", "2020", "1999", "12", "31", "000", ",", ".", "-", "~", "/", ":", " ", "\n", "%", "‰",
	"一", "二", "三", "五", "两", "〇", "十", "百", "千", "万", "亿", "兆", "点", "几", "数", "多", "余", "约", "近", "不低于",
	"不超过", "最高", "以上", "以下", "以内", "左右", "起", "至", "到", "元", "美元", "人民币", "￥", "角", "分", "个", "家",
	"辆", "吨", "公里", "年", "月", "日", "底", "前", "后", "内", "自", "以来", "期间", "“十四五”", "十二五", "上半年",
	"第", "季度", "每", "今年", "近", "旬", "百分之", "分之", "倍", "番", "翻", "成", "折", "减半", "〔", "〕", "(", ")",
	"[", "]", "J", "号", "国办发", "O", "l", "I", "第", "(含)", "整", "\xE4\xB8", "\xFF", "kW", "m2", "USD", "壹", "佰", "仟",
	"99999999999999999999", "0.", "1e9", "\t", "；", "和", "、",
};

static void make_text(struct buf *b)
{
	buf_clear(b);
	for (uint32_t n = 1 + next_random() % 10; n; n--) {
		uint32_t kind = next_random() % 16;

		if (kind == 0)
			buf_byte(b, (char)(next_random() % 256));
		else if (kind == 1)
			buf_char(b, 0x4E00 + next_random() % 0x5200);
		else
			add(b, pieces[next_random() % (sizeof pieces / sizeof *pieces)]);
	}
	if (b->n && next_random() % 8 == 0)
		b->p[next_random() % b->n] = (char)next_random();
}

/* An E behind a digit in what was read; the rest is not looked at. */
static bool has_exponent(const struct kind *k, const struct buf *b)
{
	struct str s = str_sub(buf_str(b), 0, k->print == print_fold ? 0 : str_find(buf_str(b), STR(" | "), 0));

	for (size_t i = 1; i + 1 < s.n; i++)
		if ((s.p[i] == 'e' || s.p[i] == 'E') && s.p[i - 1] >= '0' && s.p[i - 1] <= '9')
			return true;
	return false;
}

static bool try_text(struct str s)
{
	static const char *const units[] = {"", "万元", "个", "%", "年", "x"};
	struct row r = {s, str_of(units[next_random() % 6]), str_of(next_random() % 2 ? "2020-07-20" : ""),
	                str_of(next_random() % 4 ? "" : "cell"), {"", 0}};
	bool ok = true;

	for (const struct kind *k = kinds; k->name; k++) {
		struct buf got = {NULL, 0, 0};
		size_t used = k->print(r, &got);

		if (used > s.n || has_exponent(k, &got) || str_has(buf_str(&got), STR("differs)")) || str_has(buf_str(&got), STR("order)"))) {
			printf("%s: %.*s: used %zu of %zu, got %.*s\n", k->name, STR_ARGS(s), used, s.n, (int)got.n, got.p);
			ok = false;
		}
		buf_free(&got);
	}
	return ok;
}

/* Each text is read from memory of just its size, so that a sanitizer sees a look past its end. */
static int run_fuzz(uint64_t from, long n)
{
	struct buf b = {NULL, 0, 0}, folded = {NULL, 0, 0};
	long failed = 0;

	seed = from;
	for (long i = 0; i < n; i++) {
		make_text(&b);
		buf_clear(&folded);
		fold_text(buf_str(&b), &folded);
		char *exact = malloc(folded.n ? folded.n : 1);

		if (folded.n)
			memcpy(exact, folded.p, folded.n);
		failed += !try_text((struct str){exact, folded.n});
		free(exact);
	}
	buf_free(&b);
	buf_free(&folded);
	printf("%ld passed, %ld failed\n", n - failed, failed);
	return failed > 0;
}

static void show(const struct kind *k, const char *text)
{
	struct buf input = {NULL, 0, 0}, got = {NULL, 0, 0};

	prepare(str_of(text), &input);
	k->print((struct row){buf_str(&input), {"", 0}, {"", 0}, {"", 0}, {"", 0}}, &got);
	printf("%s\t%.*s\n", text, (int)got.n, got.p ? got.p : "");
	buf_free(&input);
	buf_free(&got);
}

int main(int argc, char **argv)
{
	quantity_load();
	period_load();
	docno_load();
	if (argc == 4 && strcmp(argv[1], "fuzz") == 0)
		return run_fuzz(strtoull(argv[2], NULL, 10), atol(argv[3]));
	if (argc > 3 && strcmp(argv[1], "show") == 0) {
		for (int i = 3; i < argc; i++)
			show(find_kind(argv[2]), argv[i]);
		return 0;
	}
	if (argc == 3)
		return run_file(find_kind(argv[1]), argv[2]);
	fputs("usage: value-test KIND FILE | show KIND TEXT... | fuzz SEED N\n", stderr);
	return 2;
}
