/* Knows which deeds beside a sum tell what it is spent on. */
#include "verb/spent.h"

/* Without the periods and bodies that it begins with. */
struct str spent_opening(const struct judge *j, const struct slots *s, struct str own)
{
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &j->m->items[i];
		/* 市交通局会同市财政局|累计投入 */
		bool opens = x->kind == M_PERIOD || x->kind == M_BODY || mention_word(x, W_PART) || mention_word(x, W_ADVERB) || mention_word(x, W_WITH);

		if (opens && x->from == (size_t)(own.p - j->m->s.p) && x->to <= x->from + own.n)
			own = clause_strip(str_from(own, x->to - x->from));
	}
	/* 松江县今年投资…新建医院 */
	size_t pay;

	return slots_place_pays(own, &pay) ? str_from(own, pay) : own;
}

/* Whether words say no more than that money is paid. */
bool spent_paying(struct str s)
{
#define PAYING(h) \
	(WORD_BIT(W_FUND, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_DONE, h) | WORD_BIT(W_FUTURE, h) | WORD_BIT(W_PLANNED, h) | WORD_BIT(W_TOTAL, h) | \
	 WORD_BIT(W_ONCE, h) | WORD_BIT(W_ADVERB, h) | WORD_BIT(W_TREASURY, h) | WORD_BIT(W_SEEK, h) | WORD_BIT(W_PAY, h) | WORD_BIT(W_PLAINAID, h) | \
	 WORD_BIT(W_NTH, h) | WORD_BIT(W_SUM, h) | WORD_BIT(W_PURSE, h))
	static const struct word_set paying = {{PAYING(0), PAYING(1)}};
#undef PAYING

	for (size_t i = 0; i < s.n;) {
		const struct word *w = words_at(s, i), *vague = w ? words_in(w, W_VAGUE) : NULL;

		if (!w || !(words_set_meet(&w->classes, &paying) || (vague && str_eq(vague->arg, STR("number")))))
			return false;
		i += w->text.n;
	}
	return s.n > 0;
}

/* 在白石乡、柳林乡实施供水工程: the deed behind where it is done. */
static struct str behind_where(struct str s)
{
	const struct word *at = words_of(s, 0, W_AT);
	size_t len;

	for (size_t i = at ? at->text.n : s.n; i < s.n; i += len) {
		const struct word *w = words_at(s, i), *verb = words_of(s, i, W_VERB);

		str_char(s, i, &len);
		if (i > at->text.n && w && w->text.n > len && (words_of(s, i, W_BUILD) || words_of(s, i, W_LIGHT) || (verb && !str_eq(verb->arg, STR("noun")))) && !slots_in_place(s, i, i + w->text.n))
			return str_from(s, i);
		if (str_starts(str_from(s, i), STR(",")))
			break;
		len = w ? w->text.n : len;
	}
	return s;
}

/* 全年计划实施重点项目400项: what is done, without when and that it will be. */
static struct str without_time(struct str s)
{
	struct period p;

	for (size_t n; s.n;) {
		const struct word *w = words_of(s, 0, W_FUTURE);

		w = w ? w : words_of(s, 0, W_PLANNED);
		/* 计划于9月底前|铺设管网 */
		size_t next = w ? w->text.n : 0;
		const struct word *at = words_of(s, next, W_AT);

		next += at ? at->text.n : 0;
		if (next && (n = period_match(str_from(s, next), (struct ymd){0, 0, 0}, &p)) > 0 && next + n < s.n) {
			s = clause_strip(str_from(s, next + n));
			continue;
		}
		n = w && !words_of(s, 0, W_VERB) ? w->text.n : period_match(s, (struct ymd){0, 0, 0}, &p);
		if (!n || n >= s.n)
			break;
		s = clause_strip(str_from(s, n));
	}
	return s;
}

/* 共320公里, 总投资: a total of what is counted or spent; the 共 of 公共停车泊位 is none. */
static bool has_total(const struct judge *j, size_t from, size_t to)
{
	for (size_t k = j->sentence.first; k < j->sentence.last; k++) {
		const struct mention *x = &j->m->items[k], *next = k + 1 < j->sentence.last ? &x[1] : NULL;

		if (x->from < from || x->to > to || !mention_word(x, W_TOTAL))
			continue;
		if (next && next->from == x->to && (next->kind == M_QUANTITY || mention_word(next, W_FUND) || mention_word(next, W_PAY)))
			return true;
	}
	return false;
}

/* 拟于2024年6月|开工建设, 预计明年|建成: only when it is built. */
static bool tells_when(struct str s)
{
	for (const struct word *w; (w = words_of(s, 0, W_FUTURE)) || (w = words_of(s, 0, W_AT));)
		s = clause_strip(str_from(s, w->text.n));
	s = without_time(s);
	/* 计划于9月底前|全部完成 */
	struct str rest = s;

	for (const struct word *w; (w = words_of(rest, 0, W_ADVERB)) || (w = words_of(rest, 0, W_DONE)) || (w = words_of(rest, 0, W_BUILD));)
		rest = clause_strip(str_from(rest, w->text.n));
	return (words_is(s, W_BUILD) && str_reaches(s, 4)) || (!rest.n && (words_tail(s, W_DONE) || words_tail(s, W_BUILD)));
}

/* 保障了|水库除险加固: a deed behind a verb and the word that it is done; else all of text. */
static struct str behind_done(struct str text)
{
	const struct word *verb = words_of(text, 0, W_VERB);
	size_t at = verb ? verb->text.n : 0;
	const struct word *done = verb ? words_of(text, at, W_DONE) : NULL, *deed = words_tail(text, W_ENDING);

	return done && words_of(text, at, W_PAST) && deed && str_eq(deed->arg, STR("deed")) && at + done->text.n + deed->text.n < text.n ? str_from(text, at + done->text.n) : text;
}

/* What words say is done, without the words of doing it; n 0: they tell no deed, or tell of money. */
static struct str deed_of(const struct judge *j, const struct slots *s, size_t from, size_t to)
{
	struct str deed = behind_where(without_time(slots_between(s, from, to))), text = deed;

	/* 有力推进交通建设 */
	for (const struct word *how; (how = words_of(text, 0, W_ADVERB)) && str_chars(how->text) > 1 && how->text.n < text.n && !words_of(text, 0, W_VERB);)
		text = deed = clause_strip(str_from(text, how->text.n));

	bool whom = words_of(text, 0, W_TOWHOM) || words_of(text, 0, W_HELP);
	const struct word *held = words_of(text, 0, W_HOLD), *has = held && words_tail(held->text, W_DONE) ? held : NULL;
	/* 新建改建农村公路120公里, 硬化村道35公里 */
	bool made = held && str_eq(held->arg, STR("-")) && str_has_digit(text);
	bool begun = whom || has || made || words_of(text, 0, W_VERB) || words_of(text, 0, W_BUILD) || words_of(text, 0, W_DONE);
	bool other = words_of(text, 0, W_IS) || words_of(text, 0, W_SINCE) || words_of(text, 0, W_MEANS) || words_of(text, 0, W_BYSHARE) || words_of(text, 0, W_WITH);

	/* 投入衔接资金120万元，带动脱贫户38户增收: what comes of it. */
	if (held && str_eq(held->arg, STR("own")))
		return STR("");
	for (size_t k = j->sentence.first; k < j->sentence.last; k++)
		if (j->m->items[k].kind == M_QUANTITY && j->m->items[k].quantity->kind == QUANTITY_MONEY && j->m->items[k].from >= from && j->m->items[k].to <= to)
			return STR("");
	/* 加快|实施X工程 */
	const struct word *urge = words_own(deed, 0, W_URGE), *light = urge ? words_own(deed, urge->text.n, W_LIGHT) : NULL;

	if (light && urge->text.n + light->text.n < deed.n)
		deed = str_from(deed, urge->text.n);
	for (const struct word *w; ((w = words_of(deed, 0, W_DONE)) || (w = words_of(deed, 0, W_TOWHOM)) || (w = words_of(deed, 0, W_LIGHT))) && w->text.n < deed.n;)
		deed = clause_strip(str_from(deed, w->text.n));
	/* 实施了, 完成了 */
	if (has && deed.p == text.p && has->text.n < deed.n)
		deed = clause_strip(str_from(deed, has->text.n));
	if (begun && !whom && deed.p == text.p)
		deed = text = behind_done(text);
	/* 实施为民办实事工程: 为 is no 是. */
	const struct word *is = words_of(deed, 0, W_IS);

	/* 为全县农户购买保险 */
	deed = is ? (whom && deed.p == text.p ? str_from(deed, is->text.n) : text) : deed;
	/* …，各县按其50%配套: another acts. */
	if (!whom && words_of(deed, 0, W_CLASS) && str_eq(words_of(deed, 0, W_CLASS)->arg, STR("open")))
		return STR("");
	/* 已全部下达到县: how it is paid. */
	enum { NEAR = 12 }; /* bytes */

	if (words_within(str_sub(deed, 0, NEAR), W_HANDDOWN))
		return STR("");
	/* 列入2019年部门预算: out of what. */
	const struct word *fund = words_tail(deed, W_FUND);

	/* 开工率72.2%: how far it is. */
	if ((fund && str_eq(fund->arg, STR("budget"))) || str_ends(deed, STR("%")))
		return STR("");
	if (!begun || tells_when(deed) || (other && !whom) || words_of(deed, 0, W_FUND) || words_of(deed, 0, W_OF) || has_total(j, from, to) || !str_sized(deed, 4, SPENT_LONGEST))
		return STR("");
	return deed;
}

/* 改造提升小区42个: whether a deed begins at byte `at`, of a word of making too. */
static bool begins_deed(const struct judge *j, size_t at)
{
	const struct word *held = words_of(j->m->s, at, W_HOLD);

	return words_of(j->m->s, at, W_VERB) || words_of(j->m->s, at, W_LIGHT) || (held && str_eq(held->arg, STR("-")) && str_chars(held->text) > 2);
}

/* 某公司负责完成|管网改造35公里: byte `from`, or the one behind who does it. */
static size_t behind_doer(const struct judge *j, const struct range *c, size_t from)
{
	for (size_t i = c->first; i < c->last && j->m->items[i].from <= from; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->from == from && x->kind == M_BODY && words_of(j->m->s, x->to, W_ROLE))
			return x->to + words_of(j->m->s, x->to, W_ROLE)->text.n;
	}
	return from;
}

static bool has_quantity(const struct mentions *m, const struct range *c, enum quantity_kind kind)
{
	for (size_t i = c->first; i < c->last; i++)
		if (m->items[i].kind == M_QUANTITY && m->items[i].quantity->kind == kind)
			return true;
	return false;
}

/* 其中:2019年|改造…, 2022年计划|改造…, 我县共|实施…: where a clause tells what is done, behind when, who and how. */
static size_t deed_start(const struct judge *j, const struct range *c, size_t from)
{
	for (size_t i = c->first; i < c->last; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->from < from)
			continue;
		bool self = x->kind == M_BODY && (x->body.kind == BODY_SELF || x->body.kind == BODY_TREASURY);
		bool opens = x->kind == M_PERIOD || self || mention_word(x, W_PART) || mention_word(x, W_DONE) || mention_word(x, W_FUTURE) || mention_word(x, W_PLANNED) || mention_word(x, W_TOTAL) ||
		             mention_word(x, W_ADVERB) || mention_word(x, W_PAST);

		if (x->from != from || !opens || mention_word(x, W_FUND))
			break;
		from = x->to;
	}
	return from;
}

/* 技改类项目52个: the works that end in the first count of a clause. */
static struct str counted_works(const struct judge *j, const struct range *c, size_t from)
{
	for (size_t i = c->first; i < c->last; i++) {
		const struct mention *x = &j->m->items[i];

		if (x->kind != M_QUANTITY || x->from < from)
			continue;
		struct str name = slots_name_before(j->m, from, x->from);
		const struct word *work = words_tail(name, W_WORK);

		return work && str_eq(work->arg, STR("work")) && str_reaches(name, 4) && !str_longer(name, SPENT_LONGEST) && x->quantity->kind == QUANTITY_COUNT ? name : STR("");
	}
	return STR("");
}

/* 计划改造小区102个，涉及居民1.6万户，总投资2.8亿元: the deed that is counted in the first of the clauses before one that only tells of money, behind any
 * other sum; else the works that are counted. */
static struct str counted_deed(const struct judge *j, const struct slots *s)
{
	enum { MOST = 6 }; /* clauses */
	struct str deed = STR(""), works = STR("");
	size_t at = s->clause.from;

	for (int n = 0; n < MOST && at > s->floor && at > j->sentence.from; n++) {
		struct range c = clause_around(j->m, &j->sentence, at - 1);
		size_t begin = deed_start(j, &c, c.from > s->head ? c.from > s->floor ? c.from : s->floor : s->head);

		if (has_quantity(j->m, &c, QUANTITY_MONEY) || c.from >= at)
			break;
		at = c.from;
		if (!has_quantity(j->m, &c, QUANTITY_COUNT) || begin >= c.to)
			continue;
		begin = behind_doer(j, &c, begin);
		struct str one = begins_deed(j, begin) || words_of(j->m->s, begin, W_DONE) ? deed_of(j, s, begin, c.to) : STR("");

		/* 实施项目126个 names none. */
		deed = one.n && !words_of(one, 0, W_WORK) ? one : deed;
		works = works.n ? works : counted_works(j, &c, begin);
		if (clause_first_word(j->m, &c, W_PART, c.from, begin) >= 0)
			break;
	}
	return deed.n ? deed : works;
}

/* 争取中央和省补助资金: nothing but words of paying stands around those who pay together. */
static bool joint_pay(const struct slots *s, struct str words)
{
	struct str who = s->funder.kind ? s->funder.s : STR("");

	if (!words_within(who, W_JOIN) || !str_within(words, who))
		return false;
	struct str before = clause_strip(str_sub(words, 0, (size_t)(who.p - words.p))), behind = clause_strip(str_from(words, (size_t)(who.p - words.p) + who.n));

	return (!before.n || spent_paying(before)) && spent_paying(behind);
}

/* 投入3亿元，其中市级1亿元，社会资金2亿元，|新建道路90公里: byte of the comma behind the parts that the comma at byte `at` begins; `at` where what is behind
 * them tells nothing built. */
static size_t behind_parts(const struct judge *j, size_t at)
{
	struct range c = clause_around(j->m, &j->sentence, at + 1);

	if (!words_of(j->m->s, c.from, W_PART))
		return at;
	for (size_t end = c.to; end < j->sentence.to; end = c.to) {
		c = clause_around(j->m, &j->sentence, end + 1);
		if (c.to <= end)
			break;
		if (!has_quantity(j->m, &c, QUANTITY_MONEY))
			return words_of(j->m->s, c.from, W_BUILD) || words_of(j->m->s, c.from, W_LIGHT) ? end : at;
	}
	return at;
}

/* 在|公路养护|已累计投入800万元的基础上: what the sum of a setting was spent on, before the words of paying; n 0: the sum is in none. */
static struct str setting_deed(const struct judge *j, const struct slots *s)
{
	enum { SHORTEST = 3 }; /* characters */
	const struct mention *x = &j->m->items[s->amount];
	const struct word *of = words_of(j->m->s, x->to, W_OF), *at = of && words_own(j->m->s, x->to + of->text.n, W_SETTING) ? words_of(j->m->s, s->clause.from, W_AT) : NULL;
	size_t k = s->amount;

	while (k > s->clause.first && j->m->items[k - 1].to == j->m->items[k].from && (j->m->items[k - 1].kind == M_PERIOD || spent_paying(mention_text(j->m, &j->m->items[k - 1])) || mention_word(&j->m->items[k - 1], W_PAST)))
		k--;
	struct str deed = at ? slots_between(s, s->clause.from + at->text.n, j->m->items[k].from) : STR("");

	return str_sized(deed, SHORTEST, SPENT_LONGEST) && !words_within(deed, W_FUND) && !words_tail(deed, W_BODY) ? deed : STR("");
}

/* 投资55万元采购设备; 投资100万元，完成路面硬化; 铺设管网6公里，总投资900万元: what is done with the money is told behind it or
 * in the clause before it. */
struct str spent_beside(const struct judge *j, const struct slots *s)
{
	const struct mention *x = &j->m->items[s->amount];
	size_t at = x->to, from = s->clause.from > s->floor ? s->clause.from : s->floor;

	/* 416万元(已到位),对X进行改造: what a bracket tells of the sum. */
	at = s->amount + 1 < j->sentence.last && x[1].kind == M_BRACKET && x[1].from == at ? x[1].to : at;
	bool comma = at < j->sentence.to && j->m->s.p[at] == ',';

	at = comma && x->depth == 0 ? behind_parts(j, at) : at;
	struct str deed = STR(""), behind = comma ? str_from(j->m->s, at + 1) : STR("");

	/* 县农机站投入35万元采购设备: whoever pays, right behind is what for. */
	const struct mention *pays = s->amount > s->clause.first ? x - 1 : NULL;
	bool pay = pays && pays->to == x->from && mention_word(pays, W_PAY), paid = pay && !comma;

	/* 改造敬老院85所，省级福彩公益金安排1.02亿元: a deed that is counted, and then who pays. */
	if (pay && !x->depth && s->clause.from > s->floor) {
		struct range before = clause_around(j->m, &j->sentence, s->clause.from - 1);
		size_t begin = before.from > s->floor ? before.from : s->floor;

		if (has_quantity(j->m, &before, QUANTITY_COUNT) && (words_of(j->m->s, begin, W_BUILD) || words_of(j->m->s, begin, W_VERB)))
			deed = deed_of(j, s, begin, before.to);
	}
	deed = deed.n ? deed : setting_deed(j, s);
	if (deed.n)
		return deed;
	struct str words = slots_between(s, from, x->from);

	if (j->d->head.measures || x->depth || !(paid || spent_paying(spent_opening(j, s, words)) || joint_pay(s, words)))
		return deed;
	if (!paid)
		deed = counted_deed(j, s);
	if (deed.n)
		return deed;
	if ((comma || at >= j->sentence.to) && s->clause.from > s->floor) {
		struct range before = clause_around(j->m, &j->sentence, s->clause.from - 1);
		size_t begin = before.from > s->floor ? before.from : s->floor;

		begin = (size_t)(without_time(slots_between(s, begin, before.to)).p - j->m->s.p);
		/* 新购公交车20台，投资1560万元，开通…: a deed that is counted before it is nearer than one behind it. */
		if (words_of(behind, 0, W_BUILD) && !(words_of(j->m->s, begin, W_VERB) && has_quantity(j->m, &before, QUANTITY_COUNT)))
			;
		else if (words_of(j->m->s, begin, W_LIGHT) || words_of(j->m->s, begin, W_BUILD) || (begins_deed(j, begin) && has_quantity(j->m, &before, QUANTITY_COUNT)))
			deed = deed_of(j, s, begin, before.to);
	}
	if (deed.n)
		return deed;
	/* 安排2亿元予以支持 tells only that it is given. */
	if (!comma && words_of(j->m->s, at, W_GIVE))
		return deed;
	return deed_of(j, s, comma ? at + 1 : at, comma ? clause_around(j->m, &j->sentence, at + 1).to : s->clause.to);
}

/* 投入援疆资金2000万元，在两乡实施供水工程: what is done in the clause behind the sum, where the words before it only name a fund. */
struct str spent_behind(const struct judge *j, const struct slots *s)
{
	size_t at = j->m->items[s->amount].to + 1;

	if (j->d->head.measures || j->m->items[s->amount].depth || at >= j->sentence.to || j->m->s.p[at - 1] != ',' || !(words_of(j->m->s, at, W_AT) || words_of(j->m->s, at, W_LIGHT)))
		return STR("");
	struct str deed = deed_of(j, s, at, clause_around(j->m, &j->sentence, at).to);

	return words_of(deed, 0, W_AT) || words_of(deed, 0, W_WORK) ? STR("") : deed;
}
