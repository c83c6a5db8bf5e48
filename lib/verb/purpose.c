/* Knows what money is for where no word of purpose says so. */
#include "verb/purpose.h"

static bool holds(struct str s, const char *at)
{
	return s.n && at >= s.p && at < s.p + s.n;
}

/* A sentence that is its own heading says of its amount only what the other readers have found. */
static struct str heading_over(const struct doc *d, size_t index, const char *amount)
{
	const struct para *p = &d->outline.paras[index];
	bool own = p->head.n && !holds(p->head, amount);

	if (own || d->subject.n)
		return own ? p->head : d->subject;
	int s = p->section;

	while (s >= 0 && holds(d->outline.sections[s].title, amount))
		s = d->outline.sections[s].parent;
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
		struct str before = slots_name_before(j->m, slots_behind_recipients(s, s->clause.from, x->from), x->from);
		struct body b;

		if (str_chars(before) >= 4 && !(body_at(&j->d->context, before, 0, &b) && b.s.n == before.n))
			return before;
		break;
	}
	return STR("");
}

/* 防洪工程426亿元、水资源工程820亿元: the words of an item of a list of sums, where it has no other words. */
static struct str item_purpose(const struct judge *j, const struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount], *before = s->amount > j->sentence.first ? x - 1 : NULL;
	size_t from = s->clause.from;

	for (size_t k = s->amount; k-- > s->clause.first;)
		if (j->m->items[k].kind == M_PAUSE) {
			from = j->m->items[k].to;
			break;
		}
	for (const struct word *w; (w = words_of(j->m->s, from, W_PART)) && from + w->text.n < x->from;)
		from += w->text.n;
	for (; before && before >= &j->m->items[s->clause.first] && before->from >= from; before--)
		if (mention_word(before, W_FUND) || mention_word(before, W_GIVE) || before->kind == M_QUANTITY || before->kind == M_BODY)
			return STR("");
	struct str own = slots_name_before(j->m, from, x->from);

	/* 单个项目最高500万元: a limit is for what was given before. */
	if (x->quantity->has_max != x->quantity->has_min || words_own(own, 0, W_EACH) || words_of(own, 0, W_PERUNIT) || words_tail(own, W_PROGRAM) || words_tail(own, W_FUND))
		return STR("");
	return j->last && str_chars(own) >= 4 && own.p == clause_strip(str_sub(j->m->s, from, x->from)).p ? own : STR("");
}

/* 首期到位, 拟申请, 第一年: how and when money comes, not what for. */
static bool is_idle(struct str s)
{
	static const enum word_class idle[] = {W_DONE, W_SEEK, W_FUTURE, W_PLANNED, W_NTH, W_SELF, W_LUMP, W_PAY, W_BY, W_REACH, W_GROWTH, W_STAT, W_PART, W_FORWHAT};
	bool vague = true;

	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_at(s, i);

		str_char(s, i, &len);
		vague &= words_of(s, i, W_VAGUE) || words_of(s, i, W_PLAINAID) || words_of(s, i, W_ADVERB);
		for (; w; w = words_also(w)) {
			for (size_t k = 0; k < sizeof idle / sizeof *idle; k++)
				if (w->class == idle[k])
					return true;
			len = w->text.n;
		}
	}
	return vague;
}

/* 小型冷库每座每年补助200元: what stands at the head of the item, before for each what and how it is given. What is shorter (冷库) says
 * too little by itself. */
static struct str lead_purpose(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 16 };
	const struct mentions *m = j->m;
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor, end = m->items[s->amount].from, used;

	for (size_t k = s->clause.first; k < s->amount; k++) {
		const struct mention *x = &m->items[k];

		if (x->from < from)
			continue;
		if (x->kind == M_PAUSE || mention_word(x, W_PART)) {
			from = x->to;
			continue;
		}
		if (x->kind == M_PERIOD || x->kind == M_BODY)
			return STR("");
		/* The 约 of 节约 is none. */
		if (x->kind == M_WORD && x->to == x->from + 3 && k > s->clause.first && x->to < m->items[s->amount].from)
			continue;
		if (x->kind == M_QUANTITY || mention_word(x, W_PERUNIT) || mention_word(x, W_EACH) || mention_word(x, W_GIVE) || mention_word(x, W_ONCE) ||
		    mention_word(x, W_CAP) || mention_word(x, W_FUND) || mention_word(x, W_BOUND) || mention_word(x, W_BYSHARE) || mention_word(x, W_TOTAL)) {
			end = x->from;
			break;
		}
	}
	struct str own = slots_between(s, from, end);
	const struct word *verb = words_of(own, 0, W_VERB);

	if (str_chars(own) < SHORTEST || str_chars(own) > LONGEST || is_idle(own) || words_of(own, 0, W_TOWHOM) || words_tail(own, W_OF) || words_tail(own, W_PERSON) ||
	    words_of(own, 0, W_CONDITION) || words_of(own, 0, W_THIS) || (verb && !str_eq(verb->arg, STR("noun"))) || (region_chain(own, &used) && used == own.n) || str_has(own, STR("。")))
		return STR("");
	return own;
}

/* 购房补贴, 人才津贴: the subsidy's own name, unless words that any money has stand before its last one (财政补贴, 一次性奖励). */
static struct str own_name(struct str s)
{
	enum { BASE = 6, LONGEST = 12 };
	struct str first = s.n > BASE ? str_sub(s, 0, s.n - BASE) : STR("");
	size_t used;

	if (!first.n || !words_is(str_from(s, s.n - BASE), W_FUND) || str_chars(first) > LONGEST || (region_chain(first, &used) && used == first.n))
		return STR("");
	bool plain = true;

	for (size_t i = 0, len; i < first.n; i += len) {
		const struct word *vague = words_of(first, i, W_PLAINAID), *money = words_of(first, i, W_FUND), *rank = words_of(first, i, W_RANK);
		uint32_t c = str_char(first, i, &len);

		if (c < 0x3400 || words_of(first, i, W_OF) || words_of(first, i, W_GIVE) || words_of(first, i, W_TREASURY) || words_of(first, i, W_JOIN) ||
		    words_of(first, i, W_PERUNIT) || words_of(first, i, W_EACH))
			return STR("");
		if (vague || money || rank)
			len = (vague ? vague : money ? money : rank)->text.n;
		else
			plain = false;
	}
	return plain ? STR("") : s;
}

/* The name of the subsidy whose word stands behind the amount (60万元的购房补贴) or right before it (安家补助60万元). */
static struct str named_subsidy(const struct judge *j, const struct slots *s, const struct cue *cue)
{
	const struct mentions *m = j->m;
	const struct mention *x = &m->items[s->amount];

	if (!cue->at || cue->at >= m->n || str_eq(cue->kind, STR("investment")) || str_eq(cue->kind, STR("tax")))
		return STR("");
	const struct mention *word = &m->items[cue->at];
	size_t from = cue->behind ? x->to : s->clause.from;

	/* Whom it is given to and for each what stands before its name. */
	for (size_t k = cue->at; !cue->behind && k-- > s->clause.first;) {
		const struct mention *y = &m->items[k];

		if (y->kind != M_WORD || mention_word(y, W_GIVE) || mention_word(y, W_ONCE) || mention_word(y, W_TOWHOM) || mention_word(y, W_PERUNIT) ||
		    mention_word(y, W_PERSON)) {
			from = y->to > from ? y->to : from;
			break;
		}
	}
	struct str name = clause_strip(str_sub(m->s, from, word->to));

	for (const struct word *w; (w = words_of(name, 0, W_OF)) || (w = words_of(name, 0, W_ONCE));)
		name = clause_strip(str_from(name, w->text.n));
	return own_name(name);
}

/* What the money is for, when no word of purpose says so: what is counted, the project it is invested in, the condition
 * that its recipient meets, the sum that it is a part or a limit of, the words beside it, the fund's name, the heading. */
struct str purpose_implied(const struct judge *j, const struct slots *s, const struct cue *cue, struct str project)
{
	if (s->counted.n && str_chars(s->counted) <= 30)
		return s->counted;
	if (project.n && s->invested)
		return project;
	struct str named = named_subsidy(j, s, cue);

	if (named.n)
		return named;
	if (s->recipient_count == 1 && (clause_last_word(j->m, &j->sentence, W_TOWHOM, s->floor, j->m->items[s->amount].from) >= 0 ||
	                                words_of(j->m->s, j->m->items[s->amount].to, W_TOWHOM)))
		return s->recipients[0];
	struct str beside = clause_purpose(j, s);

	if (beside.n)
		return beside;
	beside = item_purpose(j, s);
	if (beside.n)
		return beside;
	beside = lead_purpose(j, s);
	if (beside.n)
		return beside;
	if (j->purpose.n && (j->parts || j->last))
		return j->purpose;
	beside = program_purpose(s->program);
	if (beside.n)
		return beside;
	if (j->purpose.n && j->m->items[s->amount].quantity->has_max && !j->m->items[s->amount].quantity->has_min)
		return j->purpose;
	return heading_over(j->d, j->index, j->m->s.p + j->m->items[s->amount].from);
}

/* ---- lists of things beside lists of amounts ---- */

enum { MOST_PARALLEL = 12, LONGEST_PARALLEL = 30 /* characters */ };

/* Whether only a pause, 和 or 每家 stands between the amounts at mentions a and b. */
static bool goes_on(const struct mentions *m, size_t a, size_t b)
{
	for (size_t k = a + 1; k < b; k++)
		if (m->items[k].kind != M_PAUSE && !mention_word(&m->items[k], W_JOIN) && !mention_word(&m->items[k], W_PERUNIT))
			return false;
	return m->items[b].from - m->items[a].to <= LONGEST_PARALLEL;
}

static bool same_kind(const struct mention *a, const struct mention *b)
{
	return a->kind == M_QUANTITY && b->kind == M_QUANTITY && a->quantity->kind == b->quantity->kind;
}

/* Which of how many amounts of a list the one at mention i is; *first: the mention of the first. */
static size_t place_in_list(const struct judge *j, size_t i, size_t *first, size_t *count)
{
	const struct mentions *m = j->m;
	size_t at = 0, last = i;

	*first = i;
	for (size_t k = i; k-- > j->sentence.first;)
		if (same_kind(&m->items[k], &m->items[i])) {
			if (!goes_on(m, k, *first))
				break;
			*first = k;
			at++;
		}
	*count = at + 1;
	for (size_t k = i + 1; k < j->sentence.last; k++)
		if (same_kind(&m->items[k], &m->items[i])) {
			if (!goes_on(m, last, k))
				break;
			last = k;
			++*count;
		}
	return at;
}

/* Parts of s between 、 和 及 outside brackets; how many, at most one more than fit. */
static size_t split_parallel(struct str s, struct str parts[MOST_PARALLEL])
{
	size_t n = 0, from = 0, len;
	int depth = 0;

	for (size_t i = 0; i < s.n; i += len) {
		const struct word *join = depth ? NULL : words_of(s, i, W_JOIN);

		str_char(s, i, &len);
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		if (!join && !str_starts(str_from(s, i), STR("、")))
			continue;
		if (n + 1 < MOST_PARALLEL)
			parts[n] = clause_strip(str_sub(s, from, i));
		n++;
		len = join ? join->text.n : strlen("、");
		from = i + len;
	}
	if (n < MOST_PARALLEL)
		parts[n] = clause_strip(str_from(s, from));
	return n + 1;
}

/* Bytes of the figure or rank that a part begins with, 0: none. */
static size_t own_begin(struct str s)
{
	const struct word *grade = words_of(s, 0, W_GRADE);
	struct quantity q;

	return grade ? grade->text.n : quantity_match(s, STR(""), &q);
}

/* Where the figure or rank begins that ends a part; s.n: none does. */
static size_t own_end(struct str s)
{
	const struct word *grade = words_tail(s, W_GRADE);
	struct quantity q;
	size_t len;

	if (grade)
		return s.n - grade->text.n;
	for (size_t i = 0; i < s.n; i += len) {
		/* 突破1亿元: the bound is for all. */
		if (quantity_match(str_from(s, i), STR(""), &q) == s.n - i)
			return i + q.number_at;
		str_char(s, i, &len);
	}
	return s.n;
}

/* What all share before the first (新认定的) and behind the last (企业技术中心), where the parts are figures or ranks. */
static void shared_words(const struct str *parts, size_t n, struct str *lead, struct str *tail)
{
	size_t begin = own_begin(parts[n - 1]), end = own_end(parts[0]);

	*lead = *tail = STR("");
	for (size_t k = 1; k + 1 < n; k++)
		if (own_begin(parts[k]) != parts[k].n)
			return;
	if (!begin || end == parts[0].n)
		return;
	*lead = str_sub(parts[0], 0, end);
	*tail = str_from(parts[n - 1], begin);
}

static struct str compose(const struct judge *j, const struct str *parts, size_t n, size_t at)
{
	const struct view *v = &j->d->outline.view;
	struct arena *a = j->d->arena;
	struct str lead, tail, out = parts[at];

	shared_words(parts, n, &lead, &tail);
	if (at + 1 == n && tail.n)
		out = str_sub(out, 0, (size_t)(tail.p - out.p));
	/* The class of those who get it is no part of what it is for: …的企业. */
	if (words_of(tail, 0, W_OF))
		tail = STR("");
	for (const struct word *of; (of = words_tail(tail, W_OF));)
		tail = str_sub(tail, 0, tail.n - of->text.n);
	out = view_written(v, out, a);
	if (at && lead.n)
		out = arena_join(a, view_written(v, lead, a), out);
	return tail.n ? arena_join(a, out, view_written(v, tail, a)) : out;
}

struct str purpose_parallel(const struct judge *j, const struct slots *s)
{
	struct str parts[MOST_PARALLEL];
	size_t first, count, at = place_in_list(j, s->amount, &first, &count);

	if (count < 2 || count >= MOST_PARALLEL)
		return STR("");
	/* The nearest clause before the list that lists as many things. */
	for (size_t end = j->m->items[first].from; end > j->sentence.from;) {
		struct range c = clause_around(j->m, &j->sentence, end - 1);
		struct str text = clause_strip(str_sub(j->m->s, c.from, c.to < end ? c.to : end));

		if (c.from >= end)
			break;
		end = c.from;
		for (const struct word *w; (w = words_tail(text, W_ONCE)) || (w = words_tail(text, W_GIVE)) || (w = words_tail(text, W_FUND)) || (w = words_tail(text, W_CAP));)
			text = clause_strip(str_sub(text, 0, text.n - w->text.n));
		const struct word *whom = words_of(text, 0, W_TOWHOM);

		if (whom)
			text = clause_strip(str_from(text, whom->text.n));
		if (!text.n || split_parallel(text, parts) != count)
			continue;
		for (size_t k = 0; k < count; k++)
			if (!parts[k].n || str_chars(parts[k]) > LONGEST_PARALLEL)
				return STR("");
		return compose(j, parts, count, at);
	}
	return STR("");
}
