/* Knows which amounts of money are funding, of what kind, and how several in one sentence hang together. */
#include "verb/fund.h"

#include "verb/clause.h"
#include "verb/slots.h"

enum { LONGEST_ITEM = 22, LONG_CONDITION = 90, BEHIND = 45, LIST_GAP = 24, SHORTEST_PURPOSE = 2 };

struct judge {
	struct doc *d;
	const struct mentions *m;
	size_t index;
	bool *used;
	struct range sentence;
	/* carried through the paragraph */
	struct body funder;
	struct str funder_text;
	struct str period;
	struct finding *whole; /* what 其中 refers to */
	struct str purpose;    /* of the record before */
	/* carried through the sentence */
	struct finding *last;
	size_t last_amount;    /* mention; m->n: none */
	struct str kind;
	bool parts;            /* 其中 stood before */
	int parts_depth;
};

struct cue {
	struct str kind;  /* n 0: no cue */
	bool weak, stat, given, behind;
	struct str word;
};

static bool is_rate(const struct mention *x)
{
	return x->quantity->kind == QUANTITY_RATE;
}

/* A word of money behind the amount: 20万元/家的奖励, 400万元资助. */
static struct cue cue_behind(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct cue c = {.kind = STR("")};
	size_t end = x->to;
	bool given = false;

	for (size_t k = i + 1; k < j->sentence.last; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->from > end + BEHIND || y->kind == M_COMMA || y->kind == M_STOP)
			break;
		/* 分别给予3万元/家和1万元/家的奖励: the word behind the list is for all of it. */
		if (y->kind == M_QUANTITY) {
			if (!given && (y->quantity->kind != x->quantity->kind || y->from > end + LIST_GAP))
				break;
			end = y->to;
			continue;
		}
		/* 按费用的20%给予最高300万元的补助: the word behind both is for the share too. */
		given |= mention_word(y, W_GIVE) != NULL;
		const struct word *w = mention_word(y, W_FUND);

		if (mention_word(y, W_STAT) && !w)
			break;
		if (w && !str_starts(w->arg, STR("weak:"))) {
			c.kind = w->arg;
			c.word = w->text;
			c.behind = true;
			return c;
		}
	}
	return c;
}

/* The nearest word before the amount that says what it is; a strong word before a weak one. */
static struct cue cue_before(const struct judge *j, size_t i, size_t floor)
{
	struct cue c = {.kind = STR("")};

	for (size_t k = i; k-- > j->sentence.first;) {
		const struct mention *y = &j->m->items[k];

		if (y->to <= floor)
			break;
		if (y->kind == M_COMMA && c.kind.n)
			break;
		if (y->kind == M_QUANTITY && y->quantity->kind == QUANTITY_MONEY && y->depth == j->m->items[i].depth)
			break;
		const struct word *w = mention_word(y, W_FUND);

		if (mention_word(y, W_STAT) && !w && !c.kind.n) {
			c.stat = true;
			return c;
		}
		if (mention_word(y, W_GIVE))
			c.given = true;
		if (!w)
			continue;
		bool weak = str_starts(w->arg, STR("weak:"));

		if (!weak) {
			c.kind = w->arg;
			c.word = w->text;
			c.weak = false;
			return c;
		}
		if (!c.kind.n) {
			c.kind = str_from(w->arg, strlen("weak:"));
			c.word = w->text;
			c.weak = true;
		}
	}
	return c;
}

/* 5000万元以上、亩均税收不低于25万元的新建项目: the first of two conditions. */
static bool is_joint_threshold(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	bool noun = false;

	if (x->quantity->has_min == x->quantity->has_max || !x->quantity->has_min)
		return false;
	for (size_t k = i + 1; k < j->sentence.last && j->m->items[k].from < x->to + LONG_CONDITION; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->kind == M_COMMA || mention_word(y, W_GIVE) || mention_word(y, W_FUND))
			break;
		noun |= mention_word(y, W_OF) != NULL;
	}
	return noun;
}

/* An amount that qualifies a noun is a condition: 总投资500万元以上的项目, 达到1亿元的企业. */
static bool is_threshold(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct str rest = str_from(j->m->s, x->to);
	const struct word *of = words_of(rest, 0, W_OF);

	if (!of)
		return is_joint_threshold(j, i);
	struct cue behind = cue_behind(j, i);
	const struct quantity *q = x->quantity;
	struct str noun = str_from(rest, of->text.n);
	const struct word *first = words_at(noun, 0);

	/* 100万元以下的项目一次性拨付: a bounded sum before a noun is a condition whatever follows. */
	if (q->has_min != q->has_max && !(first && (first->class == W_FUND || first->class == W_ONCE || words_of(noun, 0, W_FUND))) &&
	    (words_of(noun, 0, W_PERSON) || words_of(noun, 0, W_WORK) || words_of(noun, 0, W_CLASS)))
		return true;
	if (behind.kind.n)
		return false;
	/* 投资4600万元的繁育中心项目: an exact sum that is said to be invested is no condition. */
	if (q->has_min == q->has_max && x->from >= strlen("投") && words_tail(str_sub(j->m->s, 0, x->from), W_FUND) &&
	    clause_first_word(j->m, &j->sentence, W_TOWHOM, j->sentence.from, x->from) < 0)
		return false;
	struct str after = str_from(rest, of->text.n);
	const struct word *w = words_at(after, 0);

	return !w || (w->class != W_FUND && w->class != W_ONCE);
}

/* A share that is a statistic: 增长12%, 占…的30%, 率达到95%. */
static bool is_statistic(const struct judge *j, size_t i)
{
	size_t from = j->m->items[i].from;
	struct str before = str_sub(j->m->s, from > 60 ? from - 60 : 0, from);

	while (before.n && ((unsigned char)before.p[0] & 0xC0) == 0x80)
		before = str_from(before, 1);
	for (const struct word *w; (w = words_tail(before, W_ONCE));)
		before = str_sub(before, 0, before.n - w->text.n);
	return words_tail(before, W_GROWTH) != NULL;
}

static bool list_continues(const struct judge *j, size_t i)
{
	if (j->last_amount >= j->m->n || !j->last)
		return false;
	for (size_t k = j->last_amount + 1; k < i; k++) {
		const struct mention *y = &j->m->items[k];

		if (y->kind != M_PAUSE && !mention_word(y, W_JOIN) && !(y->kind == M_WORD && mention_word(y, W_PERUNIT)))
			return false;
	}
	size_t from = j->m->items[j->last_amount].to, to = j->m->items[i].from;

	return to - from <= 30;
}

/* An item of an enumeration of sums names only what it is for: 专项债券3.5亿元，自筹2.7亿元，威宁县6120万元. It is of the kind
 * of the sum before it. Few words may stand before it, none of them a statistic or a verb of its own. */
static bool is_enumerated(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct range c = clause_around(j->m, &j->sentence, x->from);
	size_t from = c.from;

	if (!j->last || x->quantity->kind != QUANTITY_MONEY)
		return false;
	for (size_t k = i; k-- > c.first;)
		if (j->m->items[k].kind == M_PAUSE || j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_BRACKET) {
			from = j->m->items[k].kind == M_BRACKET ? j->m->items[k].from + 1 : j->m->items[k].to;
			break;
		}
	if (str_chars(str_sub(j->m->s, from, x->from)) > LONGEST_ITEM || clause_first_word(j->m, &j->sentence, W_STAT, from, x->from) >= 0)
		return false;
	return clause_first_word(j->m, &j->sentence, W_REACH, from, x->from) < 0 || clause_first_word(j->m, &j->sentence, W_PART, j->sentence.from, x->from) >= 0 ||
	       clause_first_word(j->m, &j->sentence, W_MORE, from, x->from) >= 0;
}

/* In a notice that hands down money, a sum beside the name of a purpose is that money. */
static struct str kind_of_title(const struct judge *j)
{
	struct str t = j->d->head.title, kind = STR("");

	if (!str_eq(j->d->head.genre, STR("notice")))
		return kind;
	for (size_t i = 0, len; i < t.n; i += len) {
		const struct word *w = words_of(t, i, W_FUND);

		str_char(t, i, &len);
		if (w && !str_starts(w->arg, STR("weak:")))
			kind = w->arg, len = w->text.n;
	}
	return kind;
}

/* 单个企业每年累计不超过4000万元: a limit to what the paragraph gave before. */
static bool is_further_cap(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	return j->kind.n && x->quantity->kind == QUANTITY_MONEY && x->quantity->has_max && !x->quantity->has_min &&
	       (clause_first_word(j->m, &j->sentence, W_PERUNIT, clause_around(j->m, &j->sentence, x->from).from, x->from) >= 0 || j->last);
}

static struct cue judge_amount(struct judge *j, size_t i, size_t floor)
{
	struct cue behind = cue_behind(j, i), before = cue_before(j, i, floor), none = {.kind = STR("")};
	bool rate = is_rate(&j->m->items[i]);

	if (list_continues(j, i)) {
		struct cue c = {.kind = behind.kind.n ? behind.kind : j->kind};

		return c;
	}
	if (is_threshold(j, i))
		return none;
	if (rate && is_statistic(j, i))
		return none;
	/* 由480元提高到650元: the first sum is no more. */
	if (words_of(j->m->s, j->m->items[i].to, W_MORE))
		return none;
	if (rate && !behind.kind.n && str_eq(before.kind, STR("investment")))
		return none;
	if (behind.kind.n && (rate || !(before.stat && !before.given)))
		return behind;
	if (is_further_cap(j, i))
		return (struct cue){.kind = j->kind};
	if (rate && words_is(mention_text(j->m, &j->m->items[i]), W_RELIEF))
		return (struct cue){.kind = j->kind.n ? j->kind : STR("other")};
	if (before.stat)
		return none;
	if (rate && !before.given && before.weak && clause_first_word(j->m, &j->sentence, W_RELIEF, floor, j->m->s.n) < 0)
		return none;
	if (!before.kind.n && before.given)
		before.kind = STR("grant");
	if (!before.kind.n && !rate && words_of(j->m->s, j->m->items[i].to, W_FORWHAT))
		before.kind = j->kind.n ? j->kind : STR("grant");
	if (!before.kind.n && is_enumerated(j, i))
		before.kind = j->kind;
	if (!before.kind.n && !rate)
		before.kind = kind_of_title(j);
	return before;
}

/* ---- status ---- */

static bool has_word(const struct judge *j, enum word_class c, size_t from, size_t to)
{
	return clause_first_word(j->m, &j->sentence, c, from, to) >= 0;
}

/* Whoever qualifies gets it: a class of recipients behind 对, an amount for each, a cap or a share. */
static bool is_rule(const struct judge *j, const struct slots *s, const struct quantity *q, bool past)
{
	bool named = s->recipient_count && words_tail(s->recipients[0], W_FIRM) && !str_has(s->recipients[0], STR("的"));
	bool whoever = has_word(j, W_TOWHOM, s->floor, j->m->items[s->amount].from) && !named;

	if (str_eq(j->kind, STR("investment")))
		return false;
	if (j->d->head.measures)
		return !str_eq(j->kind, STR("budget"));
	if (whoever || (s->basis_count && !past))
		return true;
	return q->kind == QUANTITY_RATE && !past;
}

static struct str judge_status(const struct judge *j, const struct slots *s, const struct quantity *q)
{
	size_t from = s->floor, at = j->m->items[s->amount].from;
	bool past = has_word(j, W_DONE, from, at) || has_word(j, W_PAST, from, s->clause.to);
	bool future = has_word(j, W_FUTURE, from, at) || has_word(j, W_PLANNED, from, at);

	if (is_rule(j, s, q, past))
		return STR("rule");
	if (future)
		return STR("planned");
	if (past)
		return STR("actual");
	struct period p;
	struct ymd date = j->d->head.date;

	if (s->period.n && period_parse(s->period, date, &p) && date.year && p.end.year && p.end.year < date.year)
		return STR("actual");
	if (has_word(j, W_TOTALINVEST, from, s->clause.to))
		return STR("planned");
	if (str_eq(j->d->head.genre, STR("reply")) || str_eq(j->d->head.genre, STR("report")))
		return STR("actual");
	return STR("planned");
}

/* ---- assembling ---- */

/* The project named last before the amount in its sentence, else the one that heads the paragraph. */
static const struct finding *project_of(const struct judge *j, size_t amount_from)
{
	const struct view *v = &j->d->outline.view;
	size_t at = view_from(v, str_from(j->m->s, amount_from)), start = view_from(v, str_from(j->m->s, j->sentence.from)), para = view_from(v, j->m->s);

	for (size_t k = j->d->count; k-- > 0 && k + 60 > j->d->count;) {
		const struct finding *f = j->d->findings[k];

		if (f->type == RECORD_PROJECT && f->key >= start && f->key < at)
			return f;
	}
	for (size_t k = j->d->count; k-- > 0 && k + 60 > j->d->count;) {
		const struct finding *f = j->d->findings[k];

		if (f->type == RECORD_PROJECT && strcmp(f->rule, "headed") == 0 && f->key >= para && f->key < at)
			return f;
	}
	return NULL;
}

static struct str basis_text(struct doc *d, const struct slots *s)
{
	struct str out = STR("");

	for (size_t i = 0; i < s->basis_count; i++) {
		struct str one = view_written(&d->outline.view, s->basis[i], d->arena);

		out = out.n ? arena_join(d->arena, arena_join(d->arena, out, STR("·")), one) : one;
	}
	return out;
}

static struct str heading_over(const struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index];

	if (p->head.n)
		return p->head;
	int s = p->section;

	return s >= 0 ? d->outline.sections[s].title : STR("");
}

/* 生物医药产业专项资金: the fund's name without its last words. */
static struct str program_purpose(struct str program)
{
	for (const struct word *w; (w = words_tail(program, W_PROGRAM)) || (w = words_tail(program, W_FUND));)
		program = clause_strip(str_sub(program, 0, program.n - w->text.n));
	struct body b;
	const struct context none = {0};

	if (body_at(&none, program, 0, &b))
		program = clause_strip(str_from(program, b.s.n));
	return str_chars(program) >= 4 ? program : STR("");
}

/* The words before the word of money in the amount's clause, or what follows 支持. */
static struct str clause_purpose(const struct judge *j, const struct slots *s)
{
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &j->m->items[i];

		if (!mention_word(x, W_FUND) || x->from < s->floor)
			continue;
		struct str before = slots_name_before(j->m, s->clause.from, x->from);
		struct body b;

		if (str_chars(before) >= 4 && !(body_at(&j->d->context, before, 0, &b) && b.s.n == before.n))
			return before;
		break;
	}
	return STR("");
}

/* What the money is for, when no word of purpose says so: what is counted, the project it is invested in, the condition
 * that its recipient meets, the sum that it is a part or a limit of, the words beside it, the fund's name, the heading. */
static struct str implied_purpose(const struct judge *j, const struct slots *s, struct str project)
{
	if (s->counted.n && str_chars(s->counted) <= 30)
		return s->counted;
	if (project.n && s->invested)
		return project;
	if (s->recipient_count == 1 && clause_last_word(j->m, &j->sentence, W_TOWHOM, s->floor, j->m->items[s->amount].from) >= 0)
		return s->recipients[0];
	struct str beside = clause_purpose(j, s);

	if (beside.n)
		return beside;
	if (j->purpose.n && (j->parts || j->last))
		return j->purpose;
	beside = program_purpose(s->program);
	if (beside.n)
		return beside;
	if (j->purpose.n && j->m->items[s->amount].quantity->has_max && !j->m->items[s->amount].quantity->has_min)
		return j->purpose;
	return heading_over(j->d, j->index);
}

static struct str amount_text(const struct mentions *m, const struct mention *x)
{
	struct str s = mention_text(m, x);

	for (const struct word *w; (w = words_of(s, 0, W_TOTAL)) && w->text.n < s.n;)
		s = clause_strip(str_from(s, w->text.n));
	return s;
}

static struct str evidence_of(const struct judge *j, const struct slots *s)
{
	size_t from = j->m->items[s->amount].from, to = s->clause.to;

	if (s->clause.from < from && s->clause.from >= s->floor)
		from = s->clause.from;
	if (s->funder.kind && (size_t)(s->funder.s.p - j->m->s.p) < from && s->funder.s.p >= j->m->s.p + s->floor)
		from = (size_t)(s->funder.s.p - j->m->s.p);
	for (size_t i = 0; i < s->recipient_count; i++) {
		size_t at = (size_t)(s->recipients[i].p - j->m->s.p);
		/* 对 belongs to the words of the clause. */
		size_t lead = at >= strlen("对") && at < j->m->s.n ? at - strlen("对") : at;

		if (at < from && at >= s->floor)
			from = lead >= s->floor ? lead : at;
	}
	if (s->purpose.n && (size_t)(s->purpose.p + s->purpose.n - j->m->s.p) > to)
		to = (size_t)(s->purpose.p + s->purpose.n - j->m->s.p);
	if (s->count_text.n && (size_t)(s->count_text.p - j->m->s.p) < from)
		from = clause_around(j->m, &j->sentence, (size_t)(s->count_text.p - j->m->s.p)).from;
	return clause_strip(str_sub(j->m->s, from, to));
}

static void set_relations(struct judge *j, struct finding *f, const struct slots *s, const struct quantity *q)
{
	const struct mention *x = &j->m->items[s->amount];
	size_t since = j->last_amount < j->m->n ? j->m->items[j->last_amount].to : j->sentence.from;

	if (clause_last_word(j->m, &j->sentence, W_PART, since, x->from) >= 0 || has_word(j, W_PART, since, x->from))
		j->parts = true, j->parts_depth = x->depth;
	bool cap = q->has_max && !q->has_min && j->last && f->type == RECORD_FUNDING && j->last != j->whole;

	if (q->has_max && !q->has_min && j->last && (str_has(finding_value(j->last, "amount_text"), STR("%")) || finding_value(j->last, "basis").n))
		cap = true;
	if (cap && !j->parts)
		f->cap_of = j->last->cap_of ? j->last->cap_of : j->last;
	else if (j->parts && j->whole)
		f->part_of = j->whole;
	if (!f->part_of && !f->cap_of)
		j->whole = f;
}

/* 下达, 安排 to a region or a body of government is budget; so is what a notice hands down to those it is addressed to. */
static bool is_handed_down(const struct judge *j, const struct slots *s)
{
	struct body b;
	size_t used;
	bool verb = clause_first_word(j->m, &j->sentence, W_HANDDOWN, j->sentence.from, j->m->items[s->amount].from) >= 0;

	if (s->recipient_count && (verb || clause_first_word(j->m, &j->sentence, W_HELP, j->sentence.from, j->m->items[s->amount].from) >= 0)) {
		if (region_chain(s->recipients[0], &used) && used == s->recipients[0].n)
			return true;
		if (body_at(&j->d->context, s->recipients[0], 0, &b) && b.kind == BODY_DEPARTMENT)
			return true;
	}
	return verb && !s->recipient_count && str_eq(j->d->head.genre, STR("notice"));
}

static void add_record(struct judge *j, size_t i, struct cue cue, size_t floor)
{
	struct doc *d = j->d;
	const struct mention *x = &j->m->items[i];
	struct slots s = {.m = j->m, .sentence = j->sentence, .clause = clause_around(j->m, &j->sentence, x->from), .amount = i, .floor = floor,
	                  .invested = str_eq(cue.kind, STR("investment"))};

	slots_read(&s, is_rate(x) && !str_eq(cue.kind, STR("tax")));
	j->kind = cue.kind;
	struct str carried = STR(""), text = amount_text(j->m, x);
	struct str evidence = evidence_of(j, &s);

	if (!text.n || !evidence.n)
		return;
	struct finding *f = finding_new(d, RECORD_FUNDING, cue.behind ? "amount-and-word-behind" : "amount-and-word-before", evidence);

	f->key = view_from(&d->outline.view, text);
	if (s.funder.kind) {
		j->funder = s.funder;
	} else if (j->funder.kind && !str_eq(cue.kind, STR("investment"))) {
		s.funder = j->funder;
		finding_note(d, f, STR("funder: carried over from the sentence before"));
	}
	if (s.funder.kind) {
		struct str full = body_full(&d->context, &s.funder, &carried);

		finding_cell(d, f, "funder", s.funder.s);
		if (!str_eq(full, s.funder.s))
			finding_word(d, f, "funder_full", full);
	}
	for (size_t k = 0; k < s.recipient_count; k++)
		finding_item(d, f, "recipients", s.recipients[k]);
	const struct finding *project = project_of(j, x->from);
	struct str name = project ? project->name : STR(""), purpose = s.purpose.n ? s.purpose : implied_purpose(j, &s, name);

	finding_cell(d, f, "purpose", purpose);
	j->purpose = purpose;
	if (project && !s.count_text.n && name.n)
		finding_cell(d, f, "project", name);
	else if (project && !s.count_text.n)
		finding_word(d, f, "project", finding_value(project, "name"));
	finding_cell(d, f, "program", s.program);
	if (str_eq(cue.kind, STR("grant")) && is_handed_down(j, &s))
		cue.kind = STR("budget");
	finding_word(d, f, "kind", cue.kind);
	finding_cell(d, f, "amount_text", text);
	finding_word(d, f, "basis", basis_text(d, &s));
	if (s.count_text.n) {
		finding_cell(d, f, "count_text", s.count_text);
		finding_word(d, f, "count_unit", arena_copy(d->arena, s.count_unit));
	}
	if (!s.period.n)
		s.period = j->period;
	finding_cell(d, f, "period_text", s.period);
	finding_word(d, f, "status", judge_status(j, &s, x->quantity));
	set_relations(j, f, &s, x->quantity);
	f->section = d->outline.paras[j->index].section;
	j->used[i] = true;
	for (size_t k = 0; k < j->m->n; k++)
		if (s.count_text.n && j->m->items[k].from == (size_t)(s.count_text.p - j->m->s.p))
			j->used[k] = true;
	j->last = f;
	j->last_amount = i;
}

static void read_sentence(struct judge *j)
{
	size_t floor = j->sentence.from;

	j->last = NULL;
	j->last_amount = j->m->n;
	j->parts = false;
	for (size_t i = j->sentence.first; i < j->sentence.last; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->kind != M_QUANTITY || (x->quantity->kind != QUANTITY_MONEY && x->quantity->kind != QUANTITY_RATE))
			continue;
		bool list = list_continues(j, i);
		struct cue cue = judge_amount(j, i, floor);

		if (!cue.kind.n) {
			if (!list && x->quantity->kind == QUANTITY_MONEY)
				floor = clause_around(j->m, &j->sentence, x->from).from;
			continue;
		}
		if (j->last && !list) {
			struct range before = clause_around(j->m, &j->sentence, j->m->items[j->last_amount].from);

			floor = before.to < x->from ? before.to : j->m->items[j->last_amount].to;
		}
		add_record(j, i, cue, list ? j->sentence.from : floor);
	}
}

/* A refused request is no funding: 不宜安排…. */
static bool is_refused(const struct judge *j)
{
	return clause_first_word(j->m, &j->sentence, W_REFUSE, j->sentence.from, j->sentence.to) >= 0;
}

void fund_find(struct doc *d, size_t index, const struct mentions *m, bool *used)
{
	struct judge j = {.d = d, .m = m, .index = index, .used = used};
	size_t at = 0, byte = 0;

	while (clause_sentence(m, &at, &byte, &j.sentence)) {
		/* A period at the head of the paragraph holds for all of it. */
		if (j.sentence.from == 0 && j.sentence.first < j.sentence.last && m->items[j.sentence.first].kind == M_PERIOD &&
		    m->items[j.sentence.first].from == 0)
			j.period = mention_text(m, &m->items[j.sentence.first]);
		if (!is_refused(&j))
			read_sentence(&j);
	}
}

struct str fund_purpose_of_heading(const struct grid *g, const struct column *c)
{
	struct str s = c->over.n && c->total ? c->over : c->head;

	for (const struct word *w; (w = words_tail(s, W_FUND)) || (w = words_tail(s, W_SUM)) || (w = words_tail(s, W_PROGRAM));)
		s = clause_strip(str_sub(s, 0, s.n - w->text.n));
	if (str_chars(s) < 4 && c->over.n)
		s = c->over;
	return str_chars(s) >= 4 ? s : g->title;
}
