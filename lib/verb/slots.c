/* Knows what for and when an amount is given. */
#include "verb/slots.h"

#include "doc/outline.h"
#include "verb/forall.h"
#include "verb/member.h"
#include "zh/numeral.h"

enum {
	LONGEST_PURPOSE = 60, /* characters */
	LONGEST_HELPED = 25,
	AT_HEAD = 9           /* bytes of a clause before a period that opens it */
};

struct str slots_behind_handing(struct str s)
{
	enum { SHORTEST = 3 }; /* bytes of 为 and 向 */

	for (;;) {
		const struct word *hand = words_of(s, 0, W_HANDDOWN), *help = hand ? hand : words_of(s, 0, W_HELP);

		if (!help || help->text.n >= s.n || (!hand && (help->text.n <= SHORTEST || !str_eq(help->arg, STR("-")))))
			return s;
		s = clause_strip(str_from(s, help->text.n));
	}
}

struct str slots_without_ratio(struct str s)
{
	const struct word *ratio = words_tail(s, W_VAGUE);

	if (!ratio || !str_eq(ratio->arg, STR("ratio")))
		return s;
	s = str_sub(s, 0, s.n - ratio->text.n);
	const struct word *of = words_tail(s, W_OF);

	return str_sub(s, 0, s.n - (of ? of->text.n : 0));
}

size_t slots_place_pays(struct str s, size_t *pay)
{
	enum { SHORTEST_TOWN = 6, LONGEST_TOWN = 24 /* bytes */ };
	size_t used = 0, len;
	struct period p;

	if (!region_chain(s, &used))
		used = 0;
	for (size_t i = SHORTEST_TOWN; !used && i < s.n && i <= LONGEST_TOWN; i += len) {
		const struct word *town = words_of(s, i, W_TOWN);

		used = town ? i + town->text.n : 0;
		str_char(s, i, &len);
	}
	/* 松江县|今年将|投资7.8亿元 */
	*pay = used;
	for (size_t n = 1; used && n && *pay < s.n && !words_of(s, *pay, W_FUND); *pay += n) {
		const struct word *w = words_own(s, *pay, W_FUTURE);

		w = w ? w : words_own(s, *pay, W_ADVERB);
		n = w ? w->text.n : period_match(str_from(s, *pay), (struct ymd){0, 0, 0}, &p);
	}
	const struct word *fund = words_of(s, *pay, W_FUND), *own = words_of(s, *pay, W_PAY), *whole = words_of(s, *pay, W_TOTALINVEST);
	/* 松江县计划总投资7.8亿元, but not 松江县总投资 */
	bool laid = fund && (!whole || words_own(fund->text, 0, W_PLANNED));
	bool pays = (own && str_eq(own->arg, STR("own"))) || (laid && str_eq(fund->arg, STR("investment")) && !words_of(s, *pay, W_DONE));

	return pays ? used : 0;
}

size_t slots_behind_recipients(const struct slots *s, size_t from, size_t to)
{
	for (size_t i = 0; i < s->recipient_count; i++) {
		size_t end = (size_t)(s->recipients[i].p - s->m->s.p) + s->recipients[i].n;

		if (end > from && end <= to)
			from = end;
	}
	return from;
}

/* 安排10亿元|工业发展专项资金，支持X: the mention behind the fund that the clause ends with behind the amount; else the one behind the amount. */
static size_t behind_fund(const struct slots *s)
{
	enum { MOST = 8 /* mentions in the name of a fund */ };
	size_t last = s->clause.last, k = s->amount + 1;

	if (last <= k || last > k + MOST || s->m->items[last - 1].to != s->clause.to || !mention_word(&s->m->items[last - 1], W_PROGRAM))
		return k;
	while (k < last && s->m->items[k].kind != M_QUANTITY && !mention_word(&s->m->items[k], W_HELP) && !mention_word(&s->m->items[k], W_FORWHAT))
		k++;
	return k == last ? last : s->amount + 1;
}

/* 重点支持, 优先扶持, 着力支持: whether mention k only tells how the verb right behind it is done. */
static bool tells_how(const struct slots *s, size_t k)
{
	const struct mention *x = &s->m->items[k];

	return k + 1 < s->sentence.last && (mention_word(x, W_ADVERB) || mention_word(x, W_URGE)) && x[1].from == x->to && mention_word(&x[1], W_HELP);
}

/* 安排80万元|经费支持|社区建设, but not 给予80万元经费支持, 给予80万元资金支持和服务: whether the word of money behind the sum ends in one of helping that goes on. */
static bool helps_with_money(const struct slots *s)
{
	enum { SHORTEST = 3 };
	const struct mention *x = s->amount + 1 < s->clause.last ? slots_amount(s) + 1 : NULL;
	const struct word *fund = x && x->from == slots_amount(s)->to ? mention_word(x, W_FUND) : NULL, *help = fund ? words_tail(fund->text, W_HELP) : NULL;
	struct str rest = help && help->text.n < fund->text.n ? slots_between(s, x->to, s->clause.to) : STR("");

	return str_reaches(rest, SHORTEST) && words_is(str_sub(fund->text, 0, fund->text.n - help->text.n), W_PROGRAM) && !words_of(rest, 0, W_OF) && !words_of(rest, 0, W_JOIN) && !words_of(rest, 0, W_GIVE);
}

/* 安排600万元支持X, 安排600万元，支持X: the mention of 支持, or -1. */
static long helped_behind(const struct slots *s, size_t limit)
{
	if (helps_with_money(s) && slots_amount(s)[1].to < limit)
		return (long)s->amount + 1;
	size_t k = behind_fund(s), end = k > s->amount + 1 ? s->clause.to : slots_amount(s)->to;

	if (k < s->sentence.last && s->m->items[k].kind == M_COMMA && s->m->items[k].from == end)
		end = s->m->items[k++].to;
	if (k < s->sentence.last && s->m->items[k].from == end && tells_how(s, k))
		end = s->m->items[k++].to;
	const struct mention *x = k < s->sentence.last ? &s->m->items[k] : NULL;
	const struct word *help = x ? mention_word(x, W_HELP) : NULL;

	const struct word *fund = x ? mention_word(x, W_FUND) : NULL;
	/* 市财政列支160万元，鼓励X: behind what is laid out, whom it encourages to what. */
	bool laid = s->amount > s->clause.first && mention_word(slots_amount(s) - 1, W_PAY) && slots_amount(s)[-1].to == slots_amount(s)->from, cheered = laid && x && !help && mention_word(x, W_ENCOURAGE);

	/* 给予50万元奖励 is a gift, 支持 what it is for. */
	if (!(help || cheered) || x->to >= limit || x->from > end || (help && !str_eq(help->arg, STR("person"))) ||
	    (fund && !str_starts(fund->arg, STR("weak:"))))
		return -1;
	/* 安排3000万元，支持科技企业1200万元: what is helped has its own sum. */
	for (size_t i = k + 1; i < s->sentence.last && s->m->items[i].kind != M_COMMA; i++)
		if (s->m->items[i].kind == M_QUANTITY && s->m->items[i].quantity->kind == QUANTITY_MONEY && !s->m->items[i].depth)
			return -1;
	return (long)k;
}

/* 支持园区建设640万元: what is helped stands between the verb and the sum. */
static void read_helped(struct slots *s)
{
	if (s->purpose.n || s->recipient_count || s->invested || !clause_has(&s->clause, W_HELP))
		return;
	for (size_t i = s->amount; i-- > s->clause.first && s->m->items[i].from >= s->floor;) {
		const struct mention *x = &s->m->items[i];
		const struct word *help = mention_word(x, W_HELP);

		const struct word *fund = mention_word(x, W_FUND);

		if (help && str_eq(help->arg, STR("person")) && (!fund || str_starts(fund->arg, STR("weak:")))) {
			struct str p = slots_between(s, x->to, slots_amount(s)->from);

			if (str_sized(p, 4, LONGEST_HELPED))
				s->purpose = p;
			return;
		}
		if (x->kind == M_COMMA || x->kind == M_QUANTITY || mention_word(x, W_GIVE) || mention_word(x, W_FUND) || mention_word(x, W_PERUNIT))
			return;
	}
}

/* 力争完成水利投资300亿元: nothing but a field stands before the word of investment. */
static void read_field(struct slots *s)
{
	const struct mention *x = slots_amount(s), *invest = s->amount > s->clause.first ? x - 1 : NULL;

	if (!s->invested || s->purpose.n || !invest || invest->to != x->from || !mention_word(invest, W_FUND))
		return;
	struct str field = slots_name_before(s->m, s->clause.from > s->floor ? s->clause.from : s->floor, invest->from);

	if (!words_is(field, W_FIELD))
		return;
	s->purpose = field;
	s->of_field = true;
}

/* 支持会宁县、靖远县实施…: regions that are helped to do something get it; the byte behind them, else `from`. */
static size_t behind_regions(struct slots *s, size_t from, size_t to)
{
	struct str got[SLOT_RECIPIENTS];
	size_t n = 0, at = from, used;

	while (n < SLOT_RECIPIENTS && at < to && region_chain(str_from(s->m->s, at), &used) && used) {
		got[n++] = str_sub(s->m->s, at, at + used);
		at += used;
		const struct word *join = words_of(s->m->s, at, W_JOIN);

		if (str_starts(str_from(s->m->s, at), STR("、")))
			at += strlen("、");
		else if (join)
			at += join->text.n;
		else
			break;
	}
	const struct word *etc = n ? words_of(s->m->s, at, W_ETC) : NULL;
	struct quantity q;

	/* 等12个县 */
	if (etc) {
		size_t end = at + etc->text.n, count = quantity_match(str_from(s->m->s, end), STR(""), &q);
		const struct word *level = count ? words_of(s->m->s, end + count, W_LEVEL) : NULL;

		at = level ? end + count + level->text.n : end;
	} else if (n > 1) {
		/* 甲、乙、丙三省市 */
		struct numeral few;
		size_t number = numeral_match(str_from(s->m->s, at), &few), end = at + number;

		for (const struct word *level; number && (level = words_own(s->m->s, end, W_LEVEL));)
			end += level->text.n;
		at = end > at + number ? end : at;
	}
	if (!n || at >= to || !(words_of(s->m->s, at, W_LIGHT) || words_of(s->m->s, at, W_BUILD) || (words_of(s->m->s, at, W_VERB) && !words_of(s->m->s, at, W_STOP))))
		return from;
	memcpy(s->recipients, got, n * sizeof *got);
	s->recipient_count = n;
	const struct word *light = words_of(s->m->s, at, W_LIGHT);

	return light && !words_of(s->m->s, at, W_HOLD) ? at + light->text.n : at;
}

struct str slots_needed(const struct slots *s, size_t *end)
{
	enum { SHORTEST = 4 };
	struct str before = str_sub(s->m->s, 0, slots_amount(s)->from);

	for (size_t at = s->floor > s->head ? s->floor : s->head; (at = words_next(before, at, W_PLAINAID)) < before.n; at++) {
		const struct word *need = words_of(before, at, W_PLAINAID);

		if (!str_eq(need->arg, STR("need")))
			continue;
		const struct word *fund = words_of(before, at + need->text.n, W_FUND), *money = fund ? fund : words_of(before, at + need->text.n, W_SHARE);

		if (!money)
			continue;
		struct range c = clause_around(s->m, &s->sentence, at);
		struct str what = slots_between(s, c.from > s->head ? c.from : s->head, at);

		if (!str_sized(what, SHORTEST, LONGEST_PURPOSE) || words_of(what, 0, W_THIS) || words_of(what, 0, W_ABOVE))
			return STR("");
		if (end)
			*end = at + need->text.n + money->text.n;
		return what;
	}
	return STR("");
}

/* 5.2亿元，其中用于产业的比例不低于50%: whether what the word of purpose at mention w names has a share of its own. */
static bool has_share(const struct slots *s, size_t w)
{
	struct range c = clause_around(s->m, &s->sentence, s->m->items[w].to);

	for (size_t k = w + 1; k < c.last; k++)
		if (s->m->items[k].kind == M_QUANTITY && s->m->items[k].quantity->kind == QUANTITY_RATE)
			return slots_without_ratio(str_sub(s->m->s, 0, s->m->items[k].from)).n < s->m->items[k].from;
	return false;
}

static void read_purpose(struct slots *s)
{
	size_t amount_end = slots_amount(s)->to, limit = s->sentence.to, next = s->amount + 1;

	/* The words up to the next amount are this one's. */
	while (next < s->sentence.last && !(s->m->items[next].kind == M_QUANTITY && s->m->items[next].quantity->kind == QUANTITY_MONEY))
		next++;
	if (next < s->sentence.last)
		limit = s->m->items[next].from;
	long w = clause_first_word(s->m, &s->sentence, W_FORWHAT, amount_end, limit);

	if (w >= 0 && ((next < s->sentence.last && member_spent(s->m, (size_t)w, next)) || has_share(s, (size_t)w)))
		w = -1;
	if (w < 0)
		w = clause_last_word(s->m, &s->clause, W_FORWHAT, s->floor, slots_amount(s)->from);
	if (w < 0 && (w = forall_purpose(s)) >= 0)
		limit = s->sentence.to;
	if (w < 0)
		w = helped_behind(s, limit);
	if (w < 0)
		return;
	struct range c = clause_around(s->m, &s->sentence, s->m->items[w].to);
	size_t to = c.to < limit || s->m->items[w].from < slots_amount(s)->from ? c.to : limit;

	if (s->m->items[w].from < slots_amount(s)->from && to > slots_amount(s)->from)
		to = slots_amount(s)->from;
	const struct mention *who = &s->m->items[w] + 1;
	size_t from = s->m->items[w].to;
	const struct word *done = mention_word(&s->m->items[w], W_HELP) ? words_of(s->m->s, from, W_DONE) : NULL;

	/* 支持了X */
	if (done && words_of(s->m->s, from, W_PAST))
		from += done->text.n;
	/* 支持某大学开展…: the body gets it. */
	if (mention_word(&s->m->items[w], W_HELP) && who < s->m->items + s->sentence.last && who->kind == M_BODY && who->from == from && who->to < to &&
	    words_of(s->m->s, who->to, W_VERB) && !s->recipient_count) {
		s->recipients[s->recipient_count++] = who->body.s;
		from = who->to;
	}
	if (mention_word(&s->m->items[w], W_HELP) && !s->recipient_count)
		from = behind_regions(s, from, to);
	struct str p = slots_without_ratio(slots_between(s, from, to));

	/* 用于村道养护的经费|不低于村道每公里3000元: how much it is. */
	size_t bound = s->m->items[w].from < slots_amount(s)->from ? words_next(p, 0, W_BOUND) : p.n;

	if (bound < p.n) {
		p = clause_strip(str_sub(p, 0, bound));
		for (const struct word *end; ((end = words_tail(p, W_ASK)) || (end = words_tail(p, W_TOTAL))) && end->text.n < p.n;)
			p = clause_strip(str_sub(p, 0, p.n - end->text.n));
	}
	if (!str_longer(p, LONGEST_PURPOSE))
		s->purpose = p;
}

static size_t head_of(const struct slots *s)
{
	size_t at = s->sentence.from, len;
	long value;

	if (outline_marker(str_from(s->m->s, at), &len, &value))
		at += len;
	/* (省财政厅牵头)对…: a bracket of the sentence before */
	if (at < s->sentence.to && s->m->s.p[at] == '(') {
		size_t close = str_find(str_sub(s->m->s, 0, s->sentence.to), STR(")"), at);

		at = close < slots_amount(s)->from ? close + 1 : at;
	}
	while (at < s->sentence.to && s->m->s.p[at] == ' ')
		at++;
	return at;
}

/* 首次上规，|并连续两年在库的: a condition that only goes on, with the one that it goes on from. */
static struct str with_joined(const struct slots *s, struct str text, const struct range *c, size_t head)
{
	enum { LONGEST = 40 };
	size_t floor = head > s->floor ? head : s->floor;

	if (!words_of(text, 0, W_JOIN) || c->from <= floor || text.p != s->m->s.p + c->from)
		return text;
	struct range before = clause_around(s->m, &s->sentence, c->from - 1);
	struct str whole = slots_between(s, before.from > floor ? before.from : floor, c->to);

	return str_longer(whole, LONGEST) || words_tail(clause_strip(str_sub(s->m->s, before.from, before.to)), W_OF) ? text : whole;
}

/* 每|推荐1个企业注册，且该企业经营满1年的: what is done each time, where a condition that stands behind it only tells of it; n 0: it does not. */
static struct str each_deed(const struct slots *s, const struct range *c, struct str text)
{
	enum { SHORTEST = 4, LONGEST = 40 };

	if (!words_of(text, 0, W_ITS) || c->from <= s->floor)
		return STR("");
	struct range before = clause_around(s->m, &s->sentence, c->from - 1);
	long each = clause_last_word(s->m, &before, W_EACH, before.from, before.to);
	struct str deed = each >= 0 ? slots_between(s, s->m->items[each].to, before.to) : STR("");

	for (const struct word *how; (how = words_of(deed, 0, W_ADVERB)) && how->text.n < deed.n;)
		deed = clause_strip(str_from(deed, how->text.n));
	return str_sized(deed, SHORTEST, LONGEST) ? deed : STR("");
}

/* 首次通过一致性评价的，给予…: the condition of a gift is what it is for. */
static void read_condition(struct slots *s)
{
	enum { SHORTEST_DEED = 4 }; /* characters, its 的 included */

	if (s->purpose.n || s->invested)
		return;
	for (size_t head = s->head, at = head; at < slots_amount(s)->from;) {
		struct range c = clause_around(s->m, &s->sentence, at);

		if (c.to >= slots_amount(s)->from || c.to <= at)
			break;
		struct str text = slots_between(s, c.from < head ? head : c.from, c.to);
		const struct word *of = c.from >= s->floor ? words_tail(text, W_OF) : NULL;

		at = c.to + 1;
		if (!of)
			continue;
		/* 符合租住条件但未入住的: who qualifies, not what for. */
		if (words_of(text, 0, W_CONDITION) && s->recipient_count && s->recipients[0].p < text.p)
			continue;
		struct str each = each_deed(s, &c, text);

		if (each.n) {
			s->purpose = each;
			continue;
		}
		text = with_joined(s, text, &c, head);
		for (const struct word *part; (part = words_of(text, 0, W_PART)) && part->text.n < text.n;)
			text = clause_strip(str_from(text, part->text.n));
		/* 尤其是|以订单模式种植的 */
		for (const struct word *how; (how = words_of(text, 0, W_ADVERB)) && str_chars(how->text) > 2 && how->text.n < text.n;)
			text = clause_strip(str_from(text, how->text.n));
		/* 经市政府批准的: who must agree, not what for. */
		if (words_tail(clause_strip(str_sub(text, 0, text.n - of->text.n)), W_ISSUE))
			continue;
		const struct word *whom = words_of(text, 0, W_TOWHOM);
		bool named = s->recipient_count && s->recipients[0].p >= text.p && s->recipients[0].p < text.p + text.n;

		/* 对其实施产业化项目的 */
		const struct word *its = whom ? words_of(text, whom->text.n, W_ITS) : NULL;

		/* 船公司进口水果的: who gets it is told by itself. */
		struct str own = !whom && s->recipient_count == 1 && s->recipients[0].p == text.p && s->recipients[0].n < text.n ? str_from(text, s->recipients[0].n) : STR("");

		struct period when;

		/* 企业上年度用电量增长20%以上的: and so is what is told of a time. */
		bool tells = words_of(own, 0, W_VERB) || period_match(own, (struct ymd){0, 0, 0}, &when);

		if (tells && !words_of(own, 0, W_OF) && str_chars(own) > SHORTEST_DEED)
			s->purpose = clause_strip(str_sub(own, 0, own.n - of->text.n));
		else if (!(whom && named))
			s->purpose = clause_strip(str_sub(text, (whom ? whom->text.n : 0) + (its ? its->text.n : 0), text.n - of->text.n));
		at = c.to + 1;
	}
}

/* 重新认定通过的给予10万元奖励: a condition that no comma parts from the gift. */
static void read_condition_inside(struct slots *s)
{
	enum { SHORTEST = 4, LONGEST = 30 };
	size_t from = s->clause.from > s->floor ? s->clause.from : s->floor;

	if (s->purpose.n || s->recipient_count || s->invested || s->lent)
		return;
	for (size_t i = s->clause.first; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];
		/* 获省科技进步一等奖的奖励20万元 */
		const struct word *fund = mention_word(x, W_OF) ? words_of(s->m->s, x->to, W_FUND) : NULL;
		bool paid = fund && x->to + fund->text.n == slots_amount(s)->from;
		/* 年度考核合格的|再奖励20万元; 给予100万元奖励，考核优秀|再给30万元 */
		const struct word *more = words_of(s->m->s, x->to, W_ADVERB);
		size_t behind = x->to + (more ? more->text.n : 0);
		bool again = s->floor > s->sentence.from && x->from > from && x->to == x->from + 3 && mention_word(x, W_ADVERB) && mention_word(x, W_STOP) && (words_of(s->m->s, x->to, W_GIVE) || words_of(s->m->s, x->to, W_FUND) || x[1].to == slots_amount(s)->from);
		bool gives = again || (mention_word(x, W_OF) && (paid || words_of(s->m->s, behind, W_GIVE) || words_of(s->m->s, behind, W_LUMP) || (more && words_of(s->m->s, behind, W_FUND))));
		struct str told = gives && x->from > from ? slots_between(s, from, x->from) : STR("");

		if (!str_sized(told, SHORTEST, LONGEST) || words_of(told, 0, W_TOWHOM) || (again && (words_own(told, 0, W_EACH) || words_tail(told, W_ONCE))) || words_of(told, 0, W_BYSHARE) || words_of(told, 0, W_GIVE) || words_within(told, W_OF) || words_tail(told, W_HANDDOWN))
			continue;
		for (const struct word *part; (part = words_of(told, 0, W_PART)) && part->text.n < told.n;)
			told = clause_strip(str_from(told, part->text.n));
		s->purpose = told;
		return;
	}
}

static void read_period(struct slots *s)
{
	for (size_t i = s->amount; clause_holds(&s->sentence, M_PERIOD) && i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->kind != M_PERIOD || x->depth > slots_amount(s)->depth)
			continue;
		if (x->period->note != PERIOD_PLAIN && !x->period->start.year && !x->period->end.year)
			continue;
		/* 由“十二五”的40万元提高到50万元: the time of the sum that it was before. */
		if (x > s->m->items && x[-1].to == x->from && (mention_word(&x[-1], W_BY) || mention_word(&x[-1], W_SINCE)) &&
		    clause_first_word(s->m, &s->sentence, W_MORE, x->to, slots_amount(s)->from) >= 0)
			continue;
		/* In the middle of another clause it tells when something else was done. */
		struct range c = clause_around(s->m, &s->sentence, x->from);

		/* 对上年度新增的企业，给予…: whom it is for; 对2023年10月1日前完成的, by when. */
		bool whom = x > s->m->items && x[-1].to == x->from && mention_word(&x[-1], W_TOWHOM) && !x->period->start.year && !x->period->end.year;

		if (c.to < slots_amount(s)->from && (whom || x->from > c.from + AT_HEAD))
			continue;
		s->period = mention_text(s->m, x);
		return;
	}
}

/* 支持甲镇东村、乙镇西村旅游设施(40万元/村): places of the sort that the sum is paid for each of, behind the word of help, get it for what stands behind them. */
static void read_places(struct slots *s)
{
	struct str unit = s->basis_count == 1 ? s->basis[0] : STR(""), got[SLOT_RECIPIENTS], pause = STR("、");
	size_t n = 0, at = slots_amount(s)->from;
	long help = words_is(unit, W_NAMED) && clause_has(&s->sentence, W_HELP) ? clause_last_word(s->m, &s->sentence, W_HELP, s->floor, at) : -1;
	struct str rest = help < 0 ? STR("") : slots_between(s, s->m->items[help].to, at);

	rest = str_sub(rest, 0, str_find(rest, STR("("), 0));
	if (!rest.n || str_has(rest, STR(",")))
		return;

	while (n < SLOT_RECIPIENTS) {
		size_t end = str_find(rest, pause, 0), last = str_find(rest, unit, unit.n);
		struct str one = str_sub(rest, 0, end);

		if (end < rest.n && str_ends(one, unit) && one.n > unit.n) {
			got[n++] = one;
			rest = str_from(rest, end + pause.n);
			continue;
		}
		if (last >= rest.n || last > end)
			return;
		got[n++] = str_sub(rest, 0, last + unit.n);
		rest = str_from(rest, last + unit.n);
		break;
	}
	if (n < 2 || !str_reaches(rest, 4))
		return;
	memcpy(s->recipients, got, n * sizeof *got);
	s->recipient_count = n;
	s->purpose = clause_strip(rest);
}

void slots_read(struct slots *s, bool rate)
{
	s->head = head_of(s);
	slots_parties(s);
	bool told = s->purpose.n > 0;

	read_condition(s);
	s->condition = !told && s->purpose.n;
	slots_basis(s, rate);
	slots_program(s);
	read_purpose(s);
	read_helped(s);
	read_field(s);
	read_condition_inside(s);
	read_places(s);
	read_period(s);
	slots_count(s);
}
