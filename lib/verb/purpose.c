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
