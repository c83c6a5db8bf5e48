/* Knows what else tells that an amount is money given, where no word of money beside it says of what kind. */
#include "verb/granted.h"

#include "doc/enclosure.h"
#include "verb/overhead.h"
#include "verb/share.h"
#include "verb/threshold.h"

enum {
	LONGEST_ITEM = 22, /* characters before an amount of an enumeration */
	LATEST = 60        /* findings in which the project before an amount is looked for */
};

/* 公用经费60万元，比2017年减少25.36万元: how the sum has changed since a time told in bytes from `from` on. */
static bool tells_change(const struct judge *j, size_t i, size_t from)
{
	for (size_t k = j->clause.first; k < i && threshold_statistic(j, i); k++)
		if (j->m->items[k].kind == M_PERIOD && j->m->items[k].from >= from)
			return true;
	return false;
}

/* An item of an enumeration of sums names only what it is for: 专项债券3.5亿元，自筹2.7亿元，威宁县6120万元. It is of the kind
 * of the sum before it. Few words may stand before it, none of them a statistic or a verb of its own. */
bool granted_enumerated(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	size_t from = j->clause.from;

	if (!j->last || x->quantity->kind != QUANTITY_MONEY)
		return false;
	for (size_t k = i; k-- > j->clause.first;)
		if (j->m->items[k].kind == M_PAUSE || j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_BRACKET) {
			from = j->m->items[k].kind == M_BRACKET ? (size_t)(enclosure_inside(j->m, &j->m->items[k]).p - j->m->s.p) : j->m->items[k].to;
			break;
		}
	if (str_longer(str_sub(j->m->s, from, x->from), LONGEST_ITEM) || clause_first_word(j->m, &j->sentence, W_STAT, from, x->from) >= 0)
		return false;
	if (tells_change(j, i, from))
		return false;
	return clause_first_word(j->m, &j->sentence, W_REACH, from, x->from) < 0 || clause_first_word(j->m, &j->sentence, W_PART, j->sentence.from, x->from) >= 0 ||
	       clause_first_word(j->m, &j->sentence, W_MORE, from, x->from) >= 0;
}

/* 其余860万元由县城投公司向银行融资解决: who pays stands behind 由. */
static bool is_paid_by(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	return words_of(j->m->s, x->to, W_BY) && clause_first_word(j->m, &j->clause, W_PAY, x->to, j->clause.to) >= 0;
}

/* 城市低保由每人每月630元提高到680元: a sum for each person that is raised, where nothing tells a statistic. */
static bool raised_for_each(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	long each = clause_first_word(j->m, &j->clause, W_PERUNIT, j->clause.from, x->from);

	/* 人均纯收入 is told by its mean, 每人每月 by the head. */
	return words_tail(str_sub(j->m->s, j->clause.from, x->from), W_MORE) && each >= 0 && words_own(j->m->s, j->m->items[each].from, W_EACH);
}

/* In rules of subsidies an amount for each of something is given, where nothing is charged: 隧道每延米每年200元; n 0: none is. */
static struct str kind_of_each(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	/* 关于提高救助标准的通知, but not 关于调整收费标准的通知 */
	bool standard = words_within(j->d->head.title, W_LUMP) && !words_within(j->d->head.title, W_STAT);

	if (x->quantity->kind != QUANTITY_MONEY || clause_first_word(j->m, &j->sentence, W_STAT, j->sentence.from, j->sentence.to) >= 0)
		return STR("");
	if (clause_last_word(j->m, &j->clause, W_PERUNIT, j->clause.from, x->from) < 0 && (x->to >= j->m->s.n || j->m->s.p[x->to] != '/'))
		return STR("");
	/* A plan or a report may have a heading of its own for a subsidy. */
	if (!j->d->head.measures && !standard)
		return raised_for_each(j, i) ? STR("grant") : overhead_near(j);
	struct str kind = j->kind.n ? j->kind : overhead_kind(j);

	return kind.n || !standard ? kind : STR("grant");
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

/* X项目8亿元, X项目(8亿元): a sum right behind the name of a project is what it costs. */
bool granted_behind_project(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	const char *at = j->m->s.p + x->from;

	if (x->depth && i && x[-1].kind == M_BRACKET && x[-1].from + 1 == x->from && x->to + 1 == x[-1].to)
		at--;
	for (size_t k = j->d->projects_end; k-- > 0 && k + LATEST > j->d->count;)
		if (j->d->findings[k]->type == RECORD_PROJECT && j->d->findings[k]->name.n && j->d->findings[k]->name.p + j->d->findings[k]->name.n == at)
			return true;
	return false;
}

/* Of what kind the money was that the document told of last; n 0: it was of none, or no sentence told it. */
static struct str kind_before(const struct doc *d)
{
	for (size_t k = d->count; k-- > 0 && k + LATEST > d->count;)
		if (d->findings[k]->type == RECORD_FUNDING)
			return strcmp(d->findings[k]->rule, "table-row") == 0 ? STR("") : finding_value(d->findings[k], "kind");
	return STR("");
}

bool granted_item(const struct judge *j, size_t i, struct str *name)
{
	const struct para *p = &j->d->outline.paras[j->index];
	const struct mention *x = &j->m->items[i], *next = i + 1 < j->sentence.last ? x + 1 : NULL;
	size_t len;
	long value;

	if (!p->level || p->kind == PARA_ROW || x->depth || x->quantity->has_min != x->quantity->has_max || j->sentence.from != j->m->start)
		return false;
	if (next && next->from == x->to && next->kind != M_COMMA && next->kind != M_BRACKET)
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		if (j->m->items[k].kind == M_COMMA || j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_PERIOD)
			return false;
	*name = clause_strip(str_sub(j->m->s, j->sentence.from, x->from));
	if (outline_marker(*name, &len, &value))
		*name = clause_strip(str_from(*name, len));
	return name->n > 0;
}

/* Behind a sum, such lines tell how it is spent, unless they are statistics. */
static struct str kind_of_item(const struct judge *j, size_t i)
{
	size_t from = j->sentence.from, to = j->m->items[i].from;
	struct str name;

	if (!granted_item(j, i, &name) || !str_sized(name, 2, LONGEST_ITEM + 2) || judge_has(j, W_STAT, from, to) ||
	    judge_has(j, W_REACH, from, to) || judge_has(j, W_GROWTH, from, to))
		return STR("");
	return kind_before(j->d);
}

/* 单车最高补贴3万元: the word of money between the bound and the number, NULL: there is none. */
static const struct word *bound_word(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	struct str lead = str_sub(j->m->s, x->from, x->from + x->quantity->number_at);

	for (size_t at = 0, len; at < lead.n; at += len) {
		const struct word *w = words_of(lead, at, W_FUND);

		if (w && !str_starts(w->arg, STR("weak:")))
			return w;
		str_char(lead, at, &len);
	}
	return NULL;
}

/* 全职引进的院士给予100万元安家费；特聘专家30万元；博士最高10万元: in rules those who get it and a sum alone, behind what others get. */
static bool is_next_class(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];
	size_t from = j->sentence.from;

	if (!judge_goes_on(j) || !j->d->head.measures || !j->kind.n || str_eq(j->kind, STR("investment")) || x->quantity->kind != QUANTITY_MONEY || (x->quantity->has_min && !x->quantity->has_max) ||
	    j->clause.to != x->to || str_longer(str_sub(j->m->s, from, x->from), LONGEST_ITEM))
		return false;
	for (size_t k = j->sentence.first; k < i; k++)
		if (j->m->items[k].kind == M_QUANTITY || j->m->items[k].kind == M_COMMA)
			return false;
	struct str who = str_sub(j->m->s, from, x->from);

	return (words_tail(who, W_PERSON) || words_tail(who, W_FIRM) || words_tail(who, W_GRADE)) && !words_tail(who, W_WORK) && !judge_has(j, W_STAT, from, x->from) && !judge_has(j, W_REACH, from, x->from);
}

/* 市级财政在去年2000万元的基础上增加到3000万元: what a purse that begins the clause raises to this. */
static bool purse_raises(const struct judge *j, size_t i)
{
	const struct mention *x = &j->m->items[i];

	if (!words_tail(str_sub(j->m->s, j->clause.from, x->from), W_MORE) || judge_has(j, W_STAT, j->clause.from, x->from))
		return false;
	for (size_t k = j->clause.first; k < i; k++)
		if (j->m->items[k].kind == M_BODY)
			return j->m->items[k].body.kind == BODY_TREASURY;
	return false;
}

static void grant(struct cue *c, struct str kind, const char *why)
{
	c->kind = kind;
	c->why = why;
}

/* 谷电价按0.28元/千瓦时，峰电按0.5元/千瓦时: a price is charged so where the sentence gives nothing. */
static bool is_price(const struct judge *j, size_t i)
{
	const struct word *how = words_tail(str_sub(j->m->s, j->clause.from, j->m->items[i].from), W_GIVE);

	if (!how || !str_eq(how->arg, STR("how")))
		return false;
	for (size_t k = j->sentence.first; k < j->sentence.last; k++) {
		const struct word *give = mention_word(&j->m->items[k], W_GIVE);

		if (mention_word(&j->m->items[k], W_FUND) || mention_word(&j->m->items[k], W_HELP) || (give && !str_eq(give->arg, STR("how"))))
			return false;
	}
	return clause_first_word(j->m, &j->sentence, W_STAT, j->sentence.from, j->m->items[i].from) >= 0;
}

struct cue granted_otherwise(const struct judge *j, size_t i, struct cue before, bool rate)
{
	if (!before.kind.n && bound_word(j, i))
		grant(&before, bound_word(j, i)->arg, "a word of money stands in its bound");
	if (!before.kind.n && before.given && !is_price(j, i))
		grant(&before, STR("grant"), "a verb of giving stands before it");
	if (!before.kind.n && !rate && words_of(j->m->s, j->m->items[i].to, W_FORWHAT))
		grant(&before, j->kind.n ? j->kind : STR("grant"), "what it is for stands behind it");
	/* 按设备投资额的12%补助；机器人项目提高至20% */
	if (!before.kind.n && rate && j->kind.n && j->d->head.measures && words_tail(str_sub(j->m->s, j->sentence.from, j->m->items[i].from), W_MORE))
		grant(&before, j->kind, "the share given before, raised");
	if (!before.kind.n && is_next_class(j, i))
		grant(&before, j->kind, "whoever else gets something, behind what others get");
	if (!before.kind.n && granted_enumerated(j, i))
		grant(&before, j->kind, "an item of an enumeration of sums");
	if (!before.kind.n && !rate && purse_raises(j, i))
		grant(&before, STR("grant"), "a purse raises what it gives to it");
	if (!before.kind.n && !rate && is_paid_by(j, i))
		grant(&before, j->kind.n ? j->kind : STR("other"), "who pays stands behind it");
	if (!before.kind.n)
		grant(&before, kind_of_each(j, i), "an amount for each of something, in rules of subsidies");
	if (!before.kind.n && !rate && !tells_change(j, i, j->clause.from))
		grant(&before, kind_of_title(j), "the title of the notice hands down money");
	if (!before.kind.n && (!rate || share_last(j, i)))
		grant(&before, j->d->giving, "its column tells what is given");
	if (!before.kind.n && !rate && granted_behind_project(j, i))
		grant(&before, STR("investment"), "it stands behind the name of a project");
	if (!before.kind.n && !rate)
		grant(&before, kind_of_item(j, i), "a numbered line of a name and a sum, behind a sum");
	return before;
}
