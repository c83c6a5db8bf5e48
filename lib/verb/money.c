/* Knows which funding records would be counted twice, or are no sums of money, and what cannot be
 * added up for its currency. */
#include "verb/money.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "verb/ask.h"

static const char *const kind_names[MONEY_KINDS] = {"parts", "caps", "rules", "basis"};

/* A chain of parts longer than this has a loop in it. */
enum { LONGEST_CHAIN = 64 };

const char *money_kind_name(enum money_kind k)
{
	return kind_names[k];
}

static void include_word(struct money *m, struct str word)
{
	bool known = false;

	for (int k = 0; k < MONEY_KINDS; k++)
		if (str_eq(word, str_of(kind_names[k])))
			m->include[k] = known = true;
	if (!known)
		diag_die("--include: no kind of record is named %.*s: parts, caps, rules, basis", STR_ARGS(word));
	if (m->include[MONEY_RULES])
		m->include[MONEY_BASIS] = true;
}

void money_include(struct money *m, const char *arg)
{
	struct arena arena = {NULL, 0};
	struct ask_list words = {NULL, 0, 0};

	ask_list(&arena, &words, "--include", arg);
	for (size_t i = 0; i < words.n; i++)
		include_word(m, words.items[i]);
	arena_free(&arena);
}

void money_fields(struct money *m, struct pick *p)
{
	m->type = pick_field(p, STR("type"), false);
	m->doc = pick_field(p, STR("doc"), false);
	m->id = pick_field(p, STR("id"), false);
	m->part_of = pick_field(p, STR("part_of"), false);
	m->cap_of = pick_field(p, STR("cap_of"), false);
	m->status = pick_field(p, STR("status"), false);
	m->basis = pick_field(p, STR("basis"), false);
	m->currency = pick_field(p, STR("currency"), false);
}

bool money_is_amount(struct str field)
{
	return str_eq(field, STR("amount")) || str_eq(field, STR("amount_min")) || str_eq(field, STR("amount_max"));
}

enum money_kind money_kind(const struct money *m, struct pick *p, const struct record *r)
{
	if (!m->include[MONEY_CAPS] && pick_value(p, r, m->cap_of))
		return MONEY_CAPS;
	if (!m->include[MONEY_RULES] && str_eq(pick_text(p, r, m->status), STR("rule")))
		return MONEY_RULES;
	return !m->include[MONEY_BASIS] && pick_value(p, r, m->basis) ? MONEY_BASIS : MONEY_KINDS;
}

static size_t record_number(struct money *m, struct str doc, struct str id)
{
	struct buf key = {NULL, 0, 0};
	size_t before = m->records.n;

	/* Nothing can refer to a record without an id: it is one of its own. */
	if (id.n == 0)
		buf_printf(&key, "\n%zu", before);
	buf_add(&key, id);
	buf_byte(&key, '\n');
	buf_add(&key, doc);
	size_t number = names_add(&m->records, buf_str(&key));

	buf_free(&key);
	if (number >= m->cap) {
		m->cap = m->cap ? m->cap * 2 : 1024;
		m->whole = realloc(m->whole, m->cap * sizeof *m->whole);
		if (!m->whole)
			diag_die("out of memory");
	}
	if (number == before)
		m->whole[number] = 0;
	return number;
}

size_t money_enter(struct money *m, struct pick *p, const struct record *r, bool *part)
{
	struct str doc = pick_text(p, r, m->doc), whole = pick_text(p, r, m->part_of);
	size_t number = record_number(m, doc, pick_text(p, r, m->id));

	*part = whole.n > 0;
	if (*part) {
		size_t of = record_number(m, doc, whole);

		m->whole[number] = of == number ? 0 : (uint32_t)of + 1;
	}
	return number;
}

static struct str held_key(const uint64_t *key)
{
	return (struct str){(const char *)key, 2 * sizeof *key};
}

void money_hold(struct money *m, size_t record, uint64_t group)
{
	uint64_t key[2] = {record, group};

	names_add(&m->held, held_key(key));
}

bool money_whole_held(const struct money *m, size_t record, uint64_t group)
{
	for (int i = 0; i < LONGEST_CHAIN && m->whole[record]; i++) {
		uint64_t key[2] = {m->whole[record] - 1, group};

		if (names_find(&m->held, held_key(key)) != NAMES_NONE)
			return true;
		record = m->whole[record] - 1;
	}
	return false;
}

uint32_t money_currency(struct money *m, struct pick *p, const struct record *r)
{
	return (uint32_t)names_add(&m->currencies, pick_text(p, r, m->currency)) + 1;
}

struct str money_currency_name(const struct money *m, uint32_t currency)
{
	struct str name = names_get(&m->currencies, currency - 1);

	return name.n ? name : STR("none");
}

void money_free(struct money *m)
{
	names_free(&m->records);
	names_free(&m->held);
	names_free(&m->currencies);
	free(m->whole);
}
