/* Knows where the tags of a web page begin lines and cells, what of it is not shown, and which characters it names. */
#include "doc/markup.h"

enum {
	LONGEST_TAG = 4096, /* bytes: word processors write long styles */
	MOST_COLUMNS = 64,
	MOST_SPAN = 64,
	LONGEST_CELL = 3000,     /* bytes of words: a longer one is all of a page, which a table lays out */
	LONGEST_REFERENCE = 10   /* bytes */
};

/* What a tag does to the text around it. */
enum tag_kind { TAG_BLOCK, TAG_PARAGRAPH, TAG_BREAK, TAG_TABLE, TAG_ROW, TAG_CELL, TAG_HIDDEN };

struct known_tag {
	const char *name;
	enum tag_kind kind;
};

static const struct known_tag tags[] = {
	{"address", TAG_BLOCK}, {"article", TAG_BLOCK}, {"aside", TAG_BLOCK}, {"blockquote", TAG_BLOCK}, {"body", TAG_BLOCK}, {"br", TAG_BREAK},
	{"center", TAG_BLOCK}, {"dd", TAG_PARAGRAPH}, {"div", TAG_BLOCK}, {"dl", TAG_BLOCK}, {"dt", TAG_PARAGRAPH}, {"footer", TAG_BLOCK},
	{"form", TAG_BLOCK}, {"h1", TAG_PARAGRAPH}, {"h2", TAG_PARAGRAPH}, {"h3", TAG_PARAGRAPH}, {"h4", TAG_PARAGRAPH}, {"h5", TAG_PARAGRAPH},
	{"h6", TAG_PARAGRAPH}, {"head", TAG_BLOCK}, {"header", TAG_BLOCK}, {"hr", TAG_BLOCK}, {"html", TAG_BLOCK}, {"li", TAG_PARAGRAPH},
	{"main", TAG_BLOCK}, {"nav", TAG_BLOCK}, {"ol", TAG_BLOCK}, {"p", TAG_PARAGRAPH}, {"pre", TAG_BLOCK}, {"section", TAG_BLOCK},
	{"table", TAG_TABLE}, {"tbody", TAG_BLOCK}, {"tfoot", TAG_BLOCK}, {"thead", TAG_BLOCK}, {"ul", TAG_BLOCK},
	{"tr", TAG_ROW}, {"td", TAG_CELL}, {"th", TAG_CELL}, {"script", TAG_HIDDEN}, {"style", TAG_HIDDEN}, {"noscript", TAG_HIDDEN}, {"title", TAG_HIDDEN},
};

struct tag {
	size_t from, to; /* bytes, its brackets included */
	const struct known_tag *known; /* NULL: it parts nothing */
	bool closes;
};

/* Characters by name; those that show nothing are blanks. */
static const struct {
	const char *name;
	uint32_t c;
} characters[] = {
	{"nbsp", ' '}, {"ensp", ' '}, {"emsp", ' '}, {"thinsp", ' '}, {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'},
	{"ldquo", 0x201C}, {"rdquo", 0x201D}, {"lsquo", 0x2018}, {"rsquo", 0x2019}, {"mdash", 0x2014}, {"ndash", 0x2013}, {"middot", 0xB7}, {"hellip", 0x2026},
	{"times", 0xD7}, {"plusmn", 0xB1}, {"permil", 0x2030}, {"yen", 0xA5}, {"le", 0x2264}, {"ge", 0x2265},
};

/* A column, as the rows above have left it. */
struct column {
	size_t rows; /* in how many further rows its cell stands */
	size_t from; /* which row of the table its cell began in */
};

struct page {
	struct str s;
	char *out;
	size_t bare;    /* behind this byte only blanks have been put out */
	size_t line;    /* where the line of the source begins */
	size_t block;   /* where the words of the paragraph at hand begin; s.n: none is open */
	size_t row;     /* where the row at hand begins; s.n: none is read */
	size_t rows;    /* of the table so far, that at hand included */
	size_t body;    /* the first row of it that has a figure: those before are its head */
	size_t column;  /* how many cells of the row stand before this place */
	size_t wide;    /* so many columns the cell before spans beside its own */
	struct column columns[MOST_COLUMNS];
	size_t words;   /* bytes of the cell at hand that are shown */
	bool laid;      /* the row at hand lays out the page: it has a cell that is too long, or a table */
	bool unended;   /* a hidden part that does not end was met: no more are looked for */
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(struct str s, const char *name)
{
	size_t n = 0;

	while (n < s.n && name[n] && (s.p[n] | 0x20) == (name[n] | 0x20))
		n++;
	return !name[n] && !(n < s.n && (is_letter(s.p[n]) || (s.p[n] >= '0' && s.p[n] <= '9')));
}

static const struct known_tag *find_known(struct str s)
{
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (is_name(s, tags[i].name))
			return &tags[i];
	return NULL;
}

static bool is_kind(const struct tag *t, enum tag_kind kind)
{
	return t->known && t->known->kind == kind;
}

size_t markup_tag(struct str s, size_t i, size_t most)
{
	struct str near = str_sub(s, 0, i + most);
	bool remark = str_starts(str_from(near, i), STR("<!--"));
	size_t name = i + 1 + (i + 1 < near.n && s.p[i + 1] == '/'), end;

	if (remark) {
		end = str_find(near, STR("-->"), i);
		return end < near.n ? end + 3 - i : 0;
	}
	if (name >= near.n || !(is_letter(s.p[name]) || s.p[name] == '!'))
		return 0;
	for (end = name; end < near.n && s.p[end] != '>' && s.p[end] != '<';)
		end++;
	return end < near.n && s.p[end] == '>' ? end + 1 - i : 0;
}

/* The tag or the remark that begins at byte i of s, which is '<'. */
static bool read_tag(struct str s, size_t i, struct tag *t)
{
	size_t n = markup_tag(s, i, LONGEST_TAG);

	*t = (struct tag){.from = i, .to = i + n, .closes = n && s.p[i + 1] == '/'};
	t->known = n ? find_known(str_from(s, i + 1 + t->closes)) : NULL;
	return n > 0;
}

/* rowspan="3": the number, 1 without it. */
static size_t span_of(const struct page *p, const struct tag *t, struct str attribute)
{
	struct str in = str_sub(p->s, t->from, t->to);
	size_t n = 0;

	for (size_t i = 0; i < in.n; i++)
		if (in.p[i] == attribute.p[0] && str_starts(str_from(in, i), attribute)) {
			for (i += attribute.n; i < in.n && (in.p[i] == '=' || in.p[i] == '"' || in.p[i] == '\'' || in.p[i] == ' ');)
				i++;
			for (; i < in.n && in.p[i] >= '0' && in.p[i] <= '9' && n <= MOST_SPAN; i++)
				n = n * 10 + (size_t)(in.p[i] - '0');
			break;
		}
	return n == 0 || n > MOST_SPAN ? 1 : n;
}

/* The line breaks of the source between two bytes are none of the page; `made`: also those that were put there. */
static void join_lines(struct page *p, size_t from, size_t to, bool made)
{
	for (size_t i = from; i < to; i++)
		if (p->out[i] == '\n' && (made || p->s.p[i] == '\n'))
			p->out[i] = ' ';
}

/* Puts out c where nothing is shown up to byte `end`. */
static void put(struct page *p, size_t end, char c)
{
	if (p->bare < end)
		p->out[p->bare++] = c;
}

/* The rest of a cell that spans columns, and the cells from other rows that stand at this place of the row. What spans rows of the head is told once. */
static void pass_spanned(struct page *p, size_t end)
{
	for (; p->wide; p->wide--)
		put(p, end, '\t');
	for (; p->column < MOST_COLUMNS && p->columns[p->column].rows; p->column++) {
		p->columns[p->column].rows--;
		if (p->column)
			put(p, end, '\t');
		if (p->columns[p->column].from >= p->body)
			put(p, end, MARKUP_SPANNED);
	}
}

static void open_cell(struct page *p, const struct tag *t)
{
	size_t rows = span_of(p, t, STR("rowspan")), columns = span_of(p, t, STR("colspan"));

	if (p->column == 0) {
		put(p, t->to, '\n');
		p->row = p->bare;
	}
	pass_spanned(p, t->to);
	if (p->column)
		put(p, t->to, '\t');
	for (size_t k = 0; k < columns && p->column < MOST_COLUMNS; k++)
		p->columns[p->column++] = (struct column){rows - 1, p->rows};
	p->wide = columns - 1;
	p->words = 0;
}

/* A row that only lays out the page: its cells are as blocks. */
static void part_cells(struct page *p, size_t to)
{
	for (size_t i = p->row; i < to; i++)
		if (p->out[i] == '\t')
			p->out[i] = '\n';
}

/* Ends the row at hand before byte `to`; `end`: behind the tag that ends it. */
static void end_row(struct page *p, size_t to, size_t end)
{
	if (p->row == p->s.n)
		return;
	if (p->laid)
		part_cells(p, to);
	else {
		join_lines(p, p->row, to, true);
		pass_spanned(p, end);
	}
	put(p, end, '\n');
	p->row = p->s.n;
}

static void begin_row(struct page *p, size_t at)
{
	p->row = at;
	p->column = p->wide = p->words = 0;
	p->laid = false;
	p->rows++;
}

/* A paragraph is one line up to a break or its end. */
static void end_lines(struct page *p, const struct tag *t)
{
	bool opened = p->block < p->s.n, breaks = is_kind(t, TAG_BREAK);

	if (opened && (breaks || t->closes))
		join_lines(p, p->block, t->from, false);
	p->block = (breaks && opened) || (!breaks && !t->closes) ? t->to : p->s.n;
}

static void begin_table(struct page *p)
{
	memset(p->columns, 0, sizeof p->columns);
	p->rows = 0;
	p->body = SIZE_MAX;
}

static void add_tag(struct page *p, const struct tag *t)
{
	bool row = is_kind(t, TAG_ROW), table = is_kind(t, TAG_TABLE), cell = is_kind(t, TAG_CELL);

	memset(p->out + t->from, MARKUP_NOTHING, t->to - t->from);
	if (!t->known)
		return;
	p->laid |= table && !t->closes;
	if (row || table)
		end_row(p, t->from, t->to);
	if (is_kind(t, TAG_PARAGRAPH) || is_kind(t, TAG_BREAK))
		end_lines(p, t);
	else
		p->block = p->s.n;
	if (table)
		begin_table(p);
	if (row && !t->closes)
		begin_row(p, t->to);
	else if (cell && !t->closes && p->row < p->s.n)
		open_cell(p, t);
	else if (p->row == p->s.n || !cell)
		put(p, t->to, '\n');
}

/* Where what begins with tag t and is not shown ends: before the tag that closes it. */
static size_t hidden_end(struct page *p, const struct tag *t)
{
	if (p->unended || t->closes)
		return t->to;
	for (size_t i = t->to; i + 2 < p->s.n; i++)
		if (p->s.p[i] == '<' && p->s.p[i + 1] == '/' && is_name(str_from(p->s, i + 2), t->known->name))
			return i;
	p->unended = true;
	return t->to;
}

/* Where it goes on behind what begins at byte i, a '<'. */
static size_t read_markup(struct page *p, size_t i)
{
	struct tag t;

	if (!read_tag(p->s, i, &t)) {
		p->bare = i + 1;
		return i + 1;
	}
	add_tag(p, &t);
	if (!is_kind(&t, TAG_HIDDEN))
		return t.to;
	size_t end = hidden_end(p, &t);

	memset(p->out + t.to, MARKUP_NOTHING, end - t.to);
	return end;
}

static void add_byte(struct page *p, size_t i)
{
	bool blank = p->s.p[i] == ' ' || p->s.p[i] == '\t' || p->s.p[i] == '\r' || p->s.p[i] == '\n';

	/* Tabs of a row's source, and those that indent a line, part no cells. */
	if (p->s.p[i] == '\t' && (p->row < p->s.n || p->bare <= p->line))
		p->out[i] = ' ';
	if (p->s.p[i] == '\n')
		p->line = i + 1;
	if (blank)
		return;
	if (p->s.p[i] >= '0' && p->s.p[i] <= '9' && p->row < p->s.n && p->rows < p->body)
		p->body = p->rows;
	p->bare = i + 1;
	p->laid |= ++p->words > LONGEST_CELL;
}

/* Most bytes are above all that means something to a page: adds those from byte i on; the byte behind them. */
static size_t add_plain(struct page *p, size_t i)
{
	size_t end = i;

	while (end < p->s.n && (unsigned char)p->s.p[end] > '<')
		end++;
	if (end == i)
		return i;
	p->bare = end;
	p->words += end - i;
	p->laid |= p->words > LONGEST_CELL;
	return end;
}

/* 8220, x201C: the character of that number; 0: there is none. */
static uint32_t character_of(struct str number)
{
	bool hex = number.n > 1 && (number.p[0] | 0x20) == 'x';
	uint32_t c = 0;

	for (size_t k = hex; k < number.n; k++) {
		char digit = (char)(number.p[k] | 0x20);
		bool decimal = number.p[k] >= '0' && number.p[k] <= '9';

		if (!decimal && !(hex && digit >= 'a' && digit <= 'f'))
			return 0;
		c = c * (hex ? 16 : 10) + (uint32_t)(decimal ? number.p[k] - '0' : digit - 'a' + 10);
	}
	return c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF) ? c : 0;
}

/* The character that is written &ldquo; or &#8220; at byte i, and behind which byte it ends; 0: there is none. */
static uint32_t read_reference(struct str s, size_t i, size_t *end)
{
	struct str near = str_sub(s, 0, i + LONGEST_REFERENCE);

	*end = str_find(near, STR(";"), i);
	if (*end == near.n)
		return 0;
	struct str name = str_sub(s, i + 1, (*end)++);

	if (name.n > 1 && name.p[0] == '#')
		return character_of(str_from(name, 1));
	for (size_t k = 0; k < sizeof characters / sizeof *characters; k++)
		if (str_eq(name, str_of(characters[k].name)))
			return characters[k].c;
	return 0;
}

/* Where it goes on behind an '&'. */
static size_t read_character(struct page *p, size_t i)
{
	char bytes[4];
	size_t end;
	uint32_t c = read_reference(p->s, i, &end);
	size_t n = c ? str_put_char(c <= ' ' || c == 0xA0 ? ' ' : c, bytes) : 0;

	/* A short number may name a long character. */
	if (!n || n > end - i) {
		p->bare = i + 1;
		return i + 1;
	}
	memset(p->out + i, MARKUP_NOTHING, end - i);
	memcpy(p->out + i, bytes, n);
	p->bare = bytes[0] == ' ' ? p->bare : i + n;
	return end;
}

/* Whether a block or a row ends somewhere in s. */
static bool is_page(struct str s)
{
	struct tag t;

	for (const char *at = s.p, *end = s.p + s.n; at < end && (at = memchr(at, '<', (size_t)(end - at))); at++)
		if (at + 1 < end && at[1] == '/' && read_tag(s, (size_t)(at - s.p), &t) && t.known)
			return true;
	return false;
}

struct str markup_blank(struct str s, struct arena *a)
{
	bool tagged = is_page(s);

	if (!s.n || (!tagged && !memchr(s.p, '&', s.n)))
		return s;
	struct page p = {.s = s, .out = arena_alloc(a, s.n + 1), .block = s.n, .row = s.n, .body = SIZE_MAX};

	memcpy(p.out, s.p, s.n);
	for (size_t i = 0; (i = add_plain(&p, i)) < s.n;) {
		if (tagged && s.p[i] == '<')
			i = read_markup(&p, i);
		else if (s.p[i] == '&')
			i = read_character(&p, i);
		else
			add_byte(&p, i++);
	}
	return (struct str){p.out, s.n};
}
