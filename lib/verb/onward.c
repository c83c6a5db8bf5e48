/* Knows how the duties of a body go on in the clauses and sentences behind the first. */
#include "verb/onward.h"

#include "doc/outline.h"

enum { MOST_CLAUSES = 16 /* behind a deed in which duties of the same body are looked for */ };

/* A deed and what stands behind it in its sentence. */
struct onward {
	struct doc *d;
	const struct mentions *m;
	const struct range *s;
	size_t from;             /* byte behind the deed */
	const struct actor *a;
	bool word;               /* a role word laid the first duty */
	struct str role;         /* of the first duty */
};

bool onward_numbered(const struct doc *d)
{
	enum { FEWEST = 3 };
	size_t n = 0;

	for (size_t i = 0; i < d->outline.count && n < FEWEST; i++)
		n += d->outline.paras[i].kind != PARA_ROW && d->outline.paras[i].level > 1;
	return n >= FEWEST;
}

/* Plans, notices and approvals lay duties with plain verbs; another reply or a report tells deeds with them. */
bool onward_lasting(const struct doc *d)
{
	struct str g = d->head.genre;

	return str_eq(g, STR("plan")) || str_eq(g, STR("measures")) || str_eq(g, STR("notice")) || str_eq(g, STR("list")) || d->head.minutes || d->approved.n ||
	       (str_eq(g, STR("other")) && !d->head.title.n && d->numbered);
}

/* 加强对…的指导 is guidance whatever its verb, and 在…方面给予支持配合 support. */
struct str onward_role(struct str what)
{
	enum { SUPPORTING = 4 /* characters: a shorter word (组织企业参加) may be what others do */ };
	const struct word *w = words_tail(what, W_ROLE);
	bool supports = w && str_eq(w->arg, STR("support")) && str_chars(w->text) >= SUPPORTING;

	return supports || (w && str_eq(w->arg, STR("supervise"))) ? w->arg : STR("responsible");
}

/* 并配合某局 */
static struct str without_join(struct str s)
{
	const struct word *join = words_of(s, 0, W_JOIN);

	return join ? clause_strip(str_from(s, join->text.n)) : s;
}

/* Those who stand right behind byte `at` of clause c. */
static void read_bodies(const struct onward *x, const struct range *c, size_t at, struct actor *out)
{
	long k = clause_after(x->m, c, at);

	out->n = 0;
	if (k >= 0 && x->m->items[k].kind == M_BODY && x->m->items[k].from == at)
		actors_read(x->m, c, (size_t)k, out);
}

/* …，牵头审核…，配合某局开展…: a clause that opens with a role of its own is a duty of the same bodies, unless it names a body of its
 * own. What is also a plain verb (指导, 督查) goes on only with a role before it. */
static bool add_role_clause(const struct onward *x, const struct range *c)
{
	struct str text = actors_phrase(without_join(clause_strip(str_sub(x->m->s, c->from, c->to))));
	const struct word *role = words_of(text, 0, W_ROLE), *more = role;

	if (!role)
		return false;
	struct str what = text;

	for (; more && more->text.n < what.n; more = words_of(what, 0, W_ROLE))
		what = clause_strip(str_from(what, more->text.n));
	/* 配合某局开展…, 督促某局落实…: those whom they help or urge. */
	bool helps = str_eq(role->arg, STR("support")) || str_eq(role->arg, STR("supervise"));
	struct actor told;

	read_bodies(x, c, helps ? (size_t)(what.p - x->m->s.p) : c->to, &told);

	/* 由A负责，督促B落实…: it has been told. */
	if (text.p == x->a->task.p)
		return true;
	if (told.n)
		what = clause_strip(str_sub(x->m->s, x->m->items[told.last].to, c->to));
	if (words_of(text, 0, W_VERB) && !x->word && !told.n)
		return false;
	if (str_chars(what) < 4 || actors_idle(what) || actors_past(x->m, c->from, c->to))
		return false;
	what = actors_phrase(what);
	struct str deadline = actors_deadline(x->m, x->s, c->from, c->to);

	/* 加强指导，督促…: the first duty says it of those who urge. */
	if (!told.n || !str_eq(role->arg, x->role))
		actors_add(x->d, "duty-continued", text, what, x->a, role->arg, deadline);
	actors_add(x->d, "duty-continued", text, what, &told, STR("responsible"), deadline);
	return true;
}

/* …，并会同县财政局于1月15日前报送总结: a deed in company is one more of the same bodies. */
static bool add_company(const struct onward *x, const struct range *c)
{
	struct str text = without_join(clause_strip(str_sub(x->m->s, c->from, c->to)));
	const struct word *with = words_of(text, 0, W_WITH);
	struct actor company;

	read_bodies(x, c, with && str_eq(with->arg, STR("company")) ? (size_t)(text.p - x->m->s.p) + with->text.n : c->to, &company);
	if (!company.n)
		return false;
	struct str what = actors_phrase(clause_strip(str_sub(x->m->s, x->m->items[company.last].to, c->to)));

	what = actors_phrase(actors_behind_day(x->m, c, what));
	/* 由A牵头，会同B编制…: it has been told. */
	if (what.p == x->a->task.p)
		return true;
	if (str_chars(what) < 4 || actors_idle(what) || actors_past(x->m, c->from, c->to))
		return false;
	actors_add(x->d, "duty-continued", text, what, x->a, onward_role(what), actors_deadline(x->m, x->s, c->from, c->to));
	return true;
}

static bool holds_sum(const struct mentions *m, const struct range *c)
{
	for (size_t k = c->first; k < c->last; k++)
		if (m->items[k].kind == M_QUANTITY && (m->items[k].quantity->kind == QUANTITY_MONEY || m->items[k].quantity->kind == QUANTITY_RATE))
			return true;
	return false;
}

/* 督促施工单位按图施工，…: whether the bodies have others do what is told before clause c. */
static bool orders_others(const struct onward *x, const struct range *c)
{
	for (size_t k = x->a->last + 1; k < x->s->last && x->m->items[k].from < c->from; k++) {
		const struct word *with = mention_word(&x->m->items[k], W_WITH);

		if (with && str_eq(with->arg, STR("order")))
			return true;
	}
	return false;
}

/* …，并对资金使用情况实施监督检查; …，对储存安全负责: in rules and plans what is done to something is one more duty of the same bodies. */
static bool add_toward(const struct onward *x, const struct range *c)
{
	struct str text = actors_phrase(without_join(clause_strip(str_sub(x->m->s, c->from, c->to))));
	const struct word *to = words_of(text, 0, W_TOWHOM), *role = words_tail(text, W_ROLE);
	long k = clause_after(x->m, c, (size_t)(text.p - x->m->s.p) + (to ? to->text.n : 0));
	bool acts = role && (str_eq(role->arg, STR("supervise")) || (str_eq(role->arg, STR("responsible")) && !orders_others(x, c)));

	/* 对排名末位的予以约谈, 对符合条件的企业给予支持: a rule for whoever is such. */
	for (; to && k >= 0 && (size_t)k < c->last && !acts; k++)
		acts = mention_word(&x->m->items[k], W_GIVE) && !words_within(str_sub(x->m->s, c->from, x->m->items[k].from), W_CONDITION) && !words_tail(str_sub(x->m->s, c->from, x->m->items[k].from), W_OF);
	if (!to || !acts || !onward_lasting(x->d) || holds_sum(x->m, c) || words_tail(text, W_OF) || actors_past(x->m, c->from, c->to) || clause_first_word(x->m, c, W_BY, c->from, c->to) >= 0)
		return false;
	actors_add(x->d, "duty-continued", text, text, x->a, onward_role(text), actors_deadline(x->m, x->s, c->from, c->to));
	return true;
}

/* …，职工应当主动提供材料，配合做好调查: what follows another that acts is its own. */
static bool acts_itself(const struct onward *x, const struct range *c)
{
	struct str who = actors_subject(x->m, c);

	return words_tail(who, W_PERSON) || words_tail(who, W_CLASS) || words_tail(who, W_POST);
}

/* 印发实施, 上报 say no more of what has been made than that it is handed on. */
static bool only_issues(struct str what)
{
	const struct word *issue = words_of(what, 0, W_ISSUE);
	struct str rest = str_from(what, issue ? issue->text.n : 0);

	return issue && (!rest.n || words_is(rest, W_ROLE) || words_is(rest, W_VERB));
}

/* …，10月底前开工，2017年7月底前完工: each further clause that begins with its own day is a duty of the same bodies. */
static void read_clauses(const struct onward *x)
{
	size_t left = MOST_CLAUSES;
	bool besides = false;

	for (size_t at = x->from; at < x->s->to && left--;) {
		struct range c = clause_around(x->m, x->s, at + 1);
		long k = clause_after(x->m, &c, c.from);

		if (c.to <= at || k < 0)
			break;
		const struct mention *p = &x->m->items[k];

		if (add_role_clause(x, &c) || add_company(x, &c) || add_toward(x, &c)) {
			at = c.to;
			continue;
		}
		if (acts_itself(x, &c))
			break;
		/* 于, 在 may stand before the day. */
		if (mention_word(p, W_AT) && (size_t)k + 1 < c.last)
			p++;
		if (p->kind != M_PERIOD || !p->period->end.year || p->period->start.year || !actors_open(x->m->s, c.from, x->m->items[k].from)) {
			/* What they do besides parts nothing; another body takes over. */
			if (x->m->items[k].kind == M_BODY && actors_open(x->m->s, c.from, x->m->items[k].from))
				break;
			at = c.to;
			besides = true;
			continue;
		}
		if (besides)
			break;
		struct str what = actors_phrase(clause_strip(str_sub(x->m->s, p->to, c.to)));

		/* 由A牵头、B配合，6月底前完成…: it has been told. */
		if (what.p == x->a->task.p) {
			at = c.to;
			continue;
		}
		/* 2024年3月底前完成, 于6月底前出台 is the day of the deed before it. */
		if (x->a->n && (words_is(what, W_VERB) || (words_is(what, W_BUILD) && !words_is(x->a->task, W_BUILD))) && str_chars(what) < 3)
			break;
		if ((!words_of(what, 0, W_VERB) && !words_tail(what, W_BUILD)) || words_is(what, W_DONE) || only_issues(what))
			break;
		for (size_t i = c.first; i < c.last; i++)
			if (x->m->items[i].kind == M_BODY)
				return;
		actors_add(x->d, "duty-in-a-sentence", clause_strip(str_sub(x->m->s, c.from, c.to)), what, x->a, STR("responsible"),
		           mention_text(x->m, p));
		at = c.to;
	}
}

void onward_clauses(struct doc *d, const struct mentions *m, const struct range *s, size_t from, const struct actor *a, bool word, struct str role)
{
	struct onward x = {.d = d, .m = m, .s = s, .from = from, .a = a, .word = word, .role = role};

	read_clauses(&x);
}

bool onward_ahead(struct doc *d, const struct mentions *m, const struct range *s, size_t from, const struct actor *a)
{
	size_t left = MOST_CLAUSES;

	for (size_t at = from; at < s->to && left--;) {
		struct range c = clause_around(m, s, at + 1);
		size_t byte = c.from;
		bool ahead = false;

		if (c.to <= at || c.to <= c.from)
			break;
		at = c.to;
		/* 今后, 下一步 */
		for (const struct word *w; (w = words_of(m->s, byte, W_ADVERB)) || (w = words_of(m->s, byte, W_LOOKAHEAD));)
			byte += w->text.n;
		long k = clause_after(m, &c, byte);

		if (k < 0 || m->items[k].kind == M_BODY)
			break;
		if (m->items[k].from != byte || !(mention_word(&m->items[k], W_FUTURE) || m->items[k].kind == M_PERIOD))
			continue;
		actors_skip_modals(m, s, (size_t)k, &byte, &ahead);
		struct str lead = str_sub(m->s, c.from, byte), what = byte < c.to ? actors_phrase(clause_strip(str_sub(m->s, byte, c.to))) : STR("");

		/* …，年底前出台办法: a day to come tells it as well. */
		const struct mention *day = m->items[k].kind == M_PERIOD && !m->items[k].period->start.year ? &m->items[k] : NULL;

		/* 将意见作为依据 is what is made of it. */
		if (!ahead || !(day || words_within(lead, W_FUTURE)) || words_within(what, W_DONE) || clause_first_word(m, &c, W_BA, byte, c.to) >= 0 || words_tail(what, W_OF))
			continue;
		/* 拟由省级补助80%, 预计安排6500万元: who pays has no duty. */
		bool gives = words_of(what, 0, W_BY) || ((words_of(what, 0, W_PAY) || words_of(what, 0, W_GIVE) || words_of(what, 0, W_FUND)) && holds_sum(m, &c));

		if (gives || !words_of(what, 0, W_VERB) || str_chars(what) < 4 || actors_idle(what) || actors_past(m, c.from, c.to))
			break;
		actors_add(d, "duty-continued", clause_strip(str_sub(m->s, c.from, c.to)), what, a, onward_role(what), actors_deadline(m, s, c.from, c.to));
		return true;
	}
	return false;
}

/* …做好以下工作：一是强化考核。二是会同A推进…。三是指导B完成…: a point that names nobody else who acts is a duty of those who do them all. */
void onward_point(struct doc *d, const struct mentions *m, const struct range *s, size_t from, const struct actor *a)
{
	struct onward x = {.d = d, .m = m, .s = s, .a = a};
	const struct word *nth = words_of(m->s, from, W_NTH);
	struct range c = clause_around(m, s, from);

	/* 三是请某市…, 由A牵头: those whom it names have been told. */
	if (!nth || !a->n || actors_past(m, from, c.to) || words_of(m->s, from + nth->text.n, W_ASK) || words_of(m->s, from + nth->text.n, W_BY))
		return;
	struct str text = actors_phrase(clause_strip(str_sub(m->s, from + nth->text.n, c.to)));
	const struct word *role = words_of(text, 0, W_ROLE), *with = words_of(text, 0, W_WITH), *lead = with ? with : role;
	struct actor told;

	read_bodies(&x, &c, lead ? (size_t)(text.p - m->s.p) + lead->text.n : c.to, &told);
	struct str what = told.n ? actors_phrase(clause_strip(str_sub(m->s, m->items[told.last].to, c.to))) : text;
	bool acts = told.n || role || words_of(text, 0, W_VERB) || words_of(text, 0, W_URGE) || words_of(text, 0, W_BUILD);

	if (!acts || (with && !told.n) || str_chars(what) < 4 || actors_idle(what) || words_of(what, 0, W_CONDITION) || words_of(what, 0, W_MEANS) || words_tail(what, W_OF))
		return;
	actors_add(d, "duty-continued", text, what, a, role && told.n ? role->arg : onward_role(what), actors_deadline(m, s, from, s->to));
}

/* Byte of the role, modal word or verb that a sentence without a body of its own opens with; s->to: there is none. */
static size_t opening_verb(const struct doc *d, const struct mentions *m, const struct range *s, const struct actor *a)
{
	struct range c = clause_around(m, s, s->from);
	size_t from = (size_t)(clause_strip(str_sub(m->s, c.from, c.to)).p - m->s.p);
	bool listed = s->from > 0 && (str_ends(str_sub(m->s, 0, s->from), STR("；")) || str_ends(str_sub(m->s, 0, s->from), STR(";")));

	/* What everyone must do all the same (要高度重视) has no day. */
	if (words_of(m->s, from, W_MODAL))
		return actors_deadline(m, s, s->from, s->to).n ? from : s->to;
	/* A负责…；组织…: a plain verb goes on with what they answer for; behind A要… it tells the work of all. */
	return listed && (words_of(m->s, from, W_ROLE) || (a->answer && onward_lasting(d) && words_of(m->s, from, W_VERB))) ? from : s->to;
}

/* A负责…；组织…。要…: a sentence without a body goes on with those of the one before. */
bool onward_sentence(struct doc *d, const struct mentions *m, const struct range *s, const struct actor *a)
{
	size_t from = opening_verb(d, m, s, a);
	struct range c = clause_around(m, s, from < s->to ? from : s->from);
	const struct word *role = words_of(m->s, from, W_ROLE), *modal = words_of(m->s, from, W_MODAL);

	const struct mention *first = c.first < c.last ? &m->items[c.first] : NULL;

	/* 各县（市、区）人民政府是责任主体 is another's. */
	if (from >= s->to || actors_past(m, c.from, c.to) || (first && first->kind == M_BODY && first->from == from))
		return false;
	struct str text = clause_strip(str_sub(m->s, from, c.to)), task = actors_phrase(modal ? clause_strip(str_from(text, modal->text.n)) : text);

	if (role && !words_of(m->s, from, W_VERB) && str_chars(task) > str_chars(role->text) + 2)
		task = actors_phrase(clause_strip(str_from(task, role->text.n)));
	bool deed = !actors_idle(task) && !words_of(task, 0, W_MEANS) && !words_of(task, 0, W_CONDITION) && !words_of(task, 0, W_FOLLOWS) && !words_tail(text, W_OF);

	if (deed)
		actors_add(d, "duty-continued", text, task, a, role ? role->arg : onward_role(task), actors_deadline(m, s, s->from, s->to));
	return deed;
}
