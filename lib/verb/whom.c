/* Knows who gets in a funding clause. */
#include "verb/whom.h"

#include "doc/outline.h"
#include "verb/getter.h"
#include "verb/object.h"
#include "verb/standing.h"
#include "verb/whomverb.h"

enum {
	NEAR_OBJECT = 300,      /* bytes between an amount and the words that say whom it is for */
	SHORTEST_CONDITION = 5, /* characters of a condition that names nobody */
	LONGEST_RECIPIENT = 80, /* characters */
	LONGEST_REGIONS = 500   /* characters of a list of them */
};

static bool ends_recipient(struct str text, const struct mention *x)
{
	/* 五星级标准的饭店 */
	bool rank = words_of(text, x->to, W_OF) && !mention_word(x, W_GIVE);

	/* 平台为企业提供的服务 */
	if (mention_word(x, W_GIVE) && words_of(text, x->to, W_OF))
		return false;
	/* 总承包企业, 公共仓库: a character is such a word only before a figure. */
	if (x->to == x->from + 3 && mention_word(x, W_ONCE) && !mention_word(x, W_BYSHARE))
		return x->to < text.n && ((text.p[x->to] >= '0' && text.p[x->to] <= '9') || words_of(text, x->to, W_FUND) || words_of(text, x->to, W_GIVE));
	/* 国家标准、行业标准的企业 */
	if (mention_word(x, W_LUMP) && str_starts(str_from(text, x->to), STR("、")))
		return false;
	if (mention_word(x, W_ONCE) || mention_word(x, W_LUMP))
		return !rank;
	/* 获得|省级|奖补资金支持的企业: whose money they have got. */
	size_t money = x->to;

	for (const struct word *w; (w = words_of(text, money, W_PROGRAM)) || (w = words_of(text, money, W_FUND)) || (money > x->to && (w = words_of(text, money, W_HELP)));)
		money += w->text.n;
	/* 获得|国家|奖励100万元以上的企业 */
	struct quantity sum;

	if (money > x->to && quantity_match(str_from(text, money), STR(""), &sum) && sum.kind == QUANTITY_MONEY)
		money += quantity_match(str_from(text, money), STR(""), &sum);
	if (money > x->to && words_of(text, money, W_OF))
		return false;
	return mention_word(x, W_GIVE) || mention_word(x, W_RELIEF) || mention_word(x, W_FORWHAT) || mention_word(x, W_PERUNIT) || mention_word(x, W_TREASURY) ||
	       (x->kind == M_BODY && x->body.kind == BODY_TREASURY);
}

/* A word of money that is only a part of how those are called who get it (得到育种资金的企业). */
static bool names_money(struct str text, const struct mention *x)
{
	const struct word *w = mention_word(x, W_FUND);
	struct quantity q;

	/* 新增贷款10亿元以上的银行: the size of those who get it; 担保额, 担保费: what they spend. */
	if (w && (words_of(text, x->to, W_SHARE) || words_of(text, x->from, W_SHARE)))
		return false;
	if (w && quantity_match(str_from(text, x->to), STR(""), &q) && q.kind == QUANTITY_MONEY && q.has_min != q.has_max)
		return false;
	/* 获得科学技术奖特等奖的单位: the name of a prize; 奖50万元 is one. */
	if (w && x->to == x->from + 3 && x->to < text.n && !(text.p[x->to] >= '0' && text.p[x->to] <= '9') && !words_of(text, x->to, W_ONCE) && !words_of(text, x->to, W_GIVE))
		return false;
	/* 固定资产投资在全区排前三名的街道: a figure by which they are ranked. */
	if (w && str_eq(w->arg, STR("investment")) && words_of(text, x->to, W_AT))
		return false;
	/* 外商投资企业 */
	if (w && str_eq(w->arg, STR("investment")) && (words_of(text, x->to, W_FIRM) || words_of(text, x->to, W_PERSON)))
		return false;
	/* 得到奖补资金|支持|的企业 */
	const struct word *help = words_of(text, x->to, W_HELP);

	return w && !words_of(text, x->to + (help ? help->text.n : 0), W_OF) && !words_of(text, x->to, W_SEEK);
}

/* 对为企业提供服务的高校,… and 对获得国家科技专项立项的企业,…: a word of giving or a purse in what is told of those who get it, where no sum stands. */
static bool tells_doer(const struct slots *s, const struct mention *x)
{
	struct range c = clause_around(s->m, &s->sentence, x->from);
	struct str rest = str_sub(s->m->s, x->to, c.to);

	bool purse = mention_word(x, W_TREASURY) || (x->kind == M_BODY && x->body.kind == BODY_TREASURY);

	return (mention_word(x, W_GIVE) || purse) && !mention_word(x, W_BYSHARE) && c.to <= slots_amount(s)->from && words_within(rest, W_OF) && getter_doer(clause_strip(rest));
}

/* 对完成攻关任务,并得到育种资金的企业,给予…: where the words that stop at the comma at mention k go on to those who get it, else k. */
static size_t goes_on_to(const struct slots *s, size_t from, size_t k)
{
	struct str first = str_sub(s->m->s, from, s->m->items[k].from);
	/* 对注册在某区,并有新增航线的船公司 */
	const struct word *last = words_tail(first, W_PERSON);
	bool doer = (last && str_chars(last->text) > 1) || words_tail(first, W_FIRM), place = getter_whole(first) && !doer && !words_within(first, W_OF);

	if (getter_whole(first) && !place)
		return k;
	for (size_t i = k + 1; i < s->amount; i++) {
		const struct mention *x = &s->m->items[i];

		if (x->depth)
			continue;
		struct str next = x->kind == M_COMMA ? str_sub(s->m->s, s->m->items[k].to, x->from) : STR("");

		if (next.n && (place ? getter_doer(next) && words_within(next, W_OF) : getter_whole(next)))
			return i;
		if ((place && next.n) || mention_word(x, W_GIVE) || (!place && ends_recipient(s->m->s, x)) || names_money(s->m->s, x) || (x->kind == M_QUANTITY && (place ? x->quantity->kind == QUANTITY_MONEY : x->quantity->kind != QUANTITY_COUNT)))
			break;
	}
	return k;
}

/* 批准创建的攸县、汝城县: regions, with or without what is told of them, are one each; false: the words are more or less than that. */
static bool add_regions(struct slots *s, struct str r)
{
	struct str got[SLOT_RECIPIENTS], list = r;
	size_t n = 0, used;

	if (str_longer(r, LONGEST_REGIONS))
		return false;
	for (size_t i = 0; (i = words_next(list, 0, W_OF)) < list.n;)
		list = str_from(list, i + words_of(list, i, W_OF)->text.n);
	for (struct str rest = list; region_chain(rest, &used) && used; rest = str_from(rest, used)) {
		const struct word *join = words_of(rest, used, W_JOIN);

		if (n < SLOT_RECIPIENTS - s->recipient_count)
			got[n++] = str_sub(rest, 0, used);
		if (used == rest.n && (n > 1 || list.p > r.p)) {
			memcpy(s->recipients + s->recipient_count, got, n * sizeof *got);
			s->recipient_count += n;
			return true;
		}
		if (!join)
			break;
		used += join->text.n;
	}
	return false;
}

/* 县市各, 企业额外: without the words that tell how much each gets. */
static struct str without_ones(struct str r)
{
	for (const struct word *w; (w = words_tail(r, W_ONCE)) && words_is(w->text, W_CLASS) && w->text.n < r.n;)
		r = clause_strip(str_sub(r, 0, r.n - w->text.n));
	return r;
}

/* 省人社厅要将|技能人员 are trained: who sees to it gets nothing. */
static struct str behind_acting(struct str r)
{
	static const struct context none;
	struct body b;
	bool body = body_at(&none, r, 0, &b);
	const struct word *must = body ? words_of(r, b.s.n, W_MODAL) : NULL, *done;

	/* 市财政局|已下达|白石县: nor who hands it down. */
	for (size_t at = body ? b.s.n : r.n; !must && at < r.n; at += done->text.n) {
		const struct word *hands = words_of(r, at, W_HANDDOWN);

		if (hands && at + hands->text.n < r.n && !words_within(r, W_OF))
			return clause_strip(str_from(r, at + hands->text.n));
		done = words_of(r, at, W_DONE);
		if (!done)
			break;
	}
	if (!must)
		return r;
	r = clause_strip(str_from(r, b.s.n + must->text.n));
	const struct word *takes = words_of(r, 0, W_FUTURE);

	return str_from(r, takes ? takes->text.n : 0);
}

/* Who pays gets nothing. */
static bool pays(const struct slots *s, struct str r)
{
	return s->funder.kind && (str_within(s->funder.s, r) || r.p + r.n == s->funder.s.p + s->funder.s.n);
}

void whom_add(struct slots *s, struct str r)
{
	r = without_ones(behind_acting(clause_strip(r)));
	/* 将|大学生|生活补贴标准提高到 */
	const struct word *ahead = words_of(r, 0, W_FUTURE);

	if (ahead && str_chars(ahead->text) == 1 && ahead->text.n < r.n)
		r = str_from(r, ahead->text.n);
	/* 为|符合条件的农户|提供, but not 为企业提供检测的高校 */
	const struct word *help = words_of(r, 0, W_HELP);

	if (help && str_chars(help->text) == 1 && help->text.n < r.n && !words_within(r, W_GIVE))
		r = str_from(r, help->text.n);
	/* 区财政按照空气源热泵1500元/户 */
	if (words_within(r, W_BYSHARE) && !words_within(r, W_OF) && str_has_digit(r))
		return;
	/* 奖励|按项目实施进度: how it is given. */
	const struct word *how = words_of(r, 0, W_GIVE);

	if (how && str_eq(how->arg, STR("how")) && words_of(r, 0, W_BYSHARE) && !words_within(r, W_OF))
		return;
	/* 大型企业由30%提高至 */
	if (words_tail(r, W_MORE) || pays(s, r) || add_regions(s, r))
		return;
	for (const struct word *w; ((w = words_tail(r, W_ADVERB)) || (w = words_tail(r, W_AT))) && w->text.n < r.n;)
		r = str_sub(r, 0, r.n - w->text.n);
	/* 对|企业进行|奖励 */
	const struct word *light = words_tail(r, W_LIGHT);

	if (light && words_tail(str_sub(r, 0, r.n - light->text.n), W_CLASS))
		r = str_sub(r, 0, r.n - light->text.n);
	const struct word *each = words_own(r, 0, W_EACH), *unit = each ? words_of(r, each->text.n, W_COUNTED) : NULL;

	/* 每家参展企业 */
	if (unit && (words_tail(r, W_PERSON) || words_tail(r, W_FIRM)) && each->text.n + unit->text.n < r.n)
		r = str_from(r, each->text.n + unit->text.n);
	r = getter_named(r);
	/* 一批应用良好的企业 */
	const struct word *one = words_of(r, 0, W_ONE);

	if (one && one->text.n < r.n && one->text.n > 3 && words_within(r, W_OF))
		r = str_from(r, one->text.n);
	/* The 12万户 of 1.12万户 is nobody. */
	size_t at = str_within(s->m->s, r) ? (size_t)(r.p - s->m->s.p) : 0;

	if (at && r.p[0] >= '0' && r.p[0] <= '9' && (s->m->s.p[at - 1] == '.' || (s->m->s.p[at - 1] >= '0' && s->m->s.p[at - 1] <= '9')))
		return;
	/* 毕节|至都格高速公路: where a road begins. */
	if (str_within(s->m->s, r) && words_own(s->m->s, (size_t)(r.p - s->m->s.p) + r.n, W_SPAN))
		return;
	/* 安排该工程4000万元: what it is for, told before; “A”“B”等2个项目: as well. */
	if (words_is(r, W_THIS) || (str_starts(r, STR("“")) && words_within(r, W_ETC) && words_tail(r, W_WORK)))
		return;
	/* 县级财政按每个乡镇3万元: whom it is told for each; no name of its own holds 每. */
	bool told = words_within(r, W_OF);

	for (size_t i = 0, len; i < r.n; i += len) {
		const struct word *per = i ? words_own(r, i, W_EACH) : NULL, *of = per ? words_of(r, i + per->text.n, W_COUNTED) : NULL;

		str_char(r, i, &len);
		if (of && words_tail(str_sub(r, 0, i), W_BYSHARE) && i + per->text.n + of->text.n < r.n)
			r = str_from(r, i + per->text.n + of->text.n), i = len = 0;
		else if ((of || (per && words_of(r, i + per->text.n, W_MEASURE))) && !told)
			return;
	}
	/* 每艘渔船 is for each what, 符合条件的 nobody's name. */
	if (words_own(r, 0, W_EACH) || (words_tail(r, W_OF) && !str_longer(r, SHORTEST_CONDITION)))
		return;
	if (r.n && !pays(s, r) && !str_longer(r, LONGEST_RECIPIENT) && s->recipient_count < SLOT_RECIPIENTS)
		s->recipients[s->recipient_count++] = r;
}

/* 新建的原种猪场，每场补助…: 每 and what they end in. */
static bool is_told_each(const struct slots *s, struct str who)
{
	long each = clause_first_word(s->m, &s->clause, W_EACH, s->clause.from, slots_amount(s)->from);
	size_t open = str_find(who, STR("("), 0), len;

	if (each < 0 || !words_within(who, W_OF))
		return false;
	if (open > 0 && str_ends(who, STR(")")))
		who = str_sub(who, 0, open);
	size_t at = s->m->items[each].to;

	str_char(s->m->s, at, &len);
	return str_ends(who, str_sub(s->m->s, at, at + len));
}

/* 省财政厅争取到某县入选试点, 我市争取到示范城市: a body at its head that does something. */
static bool is_sentence(struct str who)
{
	static const struct context none;
	const struct word *self = words_of(who, 0, W_SELF);
	struct body b;

	if (words_within(who, W_OF))
		return false;
	return self ? words_next(who, self->text.n, W_SEEK) < who.n : body_at(&none, who, 0, &b) && b.kind == BODY_DEPARTMENT && b.s.n < who.n && words_next(who, b.s.n, W_SEEK) < who.n;
}

/* 经认定的高新技术企业，依法…: a class of recipients alone in the first clause. */
bool whom_headed_class(struct slots *s)
{
	struct range first = clause_around(s->m, &s->sentence, s->floor);

	if (first.to >= slots_amount(s)->from)
		return false;
	struct str who = slots_between(s, first.from, first.to);
	size_t len;
	long value;

	if (outline_marker(who, &len, &value))
		who = clause_strip(str_from(who, len));
	/* 柔性引才.企业引进专家: a point may end a heading. */
	size_t point = str_find(who, STR("."), 0);

	if (point < who.n)
		who = str_from(who, point + 1);
	/* 服务按不超过30%的比例补助服务组织，每亩不超过100元: a gift of its own. */
	bool gives = words_within(who, W_BYSHARE) && str_has_digit(who) && words_within(who, W_FUND);

	if (gives || is_sentence(who))
		return false;
	/* 新设立的证券公司分公司，给予30万元补助 */
	if (words_tail(who, W_FIRM) && words_within(who, W_OF) && !words_of(who, 0, W_TOWHOM) && !words_within(who, W_BY) && !words_within(who, W_FUND)) {
		whom_add(s, who);
		return true;
	}
	/* Most clauses are told by their ends to name nobody. */
	if (!clause_has(&s->clause, W_EACH) && !str_ends(who, STR(")")) && !words_tail(who, W_PERSON) && !words_of(who, 0, W_PERSON))
		return false;
	/* 年内完成户厕改造260户，每户补助4000元 tells what is done. */
	if (words_within(who, W_DONE) && !words_within(who, W_OF))
		return false;
	if (is_told_each(s, who)) {
		whom_add(s, who);
		return true;
	}
	struct str acting = getter_acting(who);

	if (acting.n) {
		whom_add(s, acting);
		return true;
	}
	size_t open = str_find(who, STR("("), 0);

	/* 技师等领军人才（一类人才，见附表），给予… */
	if (open > 0 && str_ends(who, STR(")")) && str_find(who, STR(")"), open) == who.n - 1)
		who = clause_strip(str_sub(who, 0, open));
	/* 企业柔性引进专家,…: the first does it, and gets it. */
	const struct word *doer = words_of(who, 0, W_PERSON), *more = doer ? words_of(who, doer->text.n, W_PERSON) : NULL;
	size_t doers = doer ? doer->text.n + (more ? more->text.n : 0) : 0;
	const struct word *act = doers ? words_of(who, doers, W_VERB) : NULL;

	if (more && act && !str_eq(act->arg, STR("noun")))
		who = str_sub(who, 0, doers);
	else if (doer && doer->text.n < who.n && !words_of(who, 0, W_WORK) && !words_of(who, 0, W_VERB) && !words_within(who, W_OF) && getter_acts(str_from(who, doer->text.n)))
		who = str_sub(who, 0, doer->text.n);
	else if (!words_tail(who, W_PERSON) || (words_of(who, 0, W_VERB) && !words_within(who, W_OF)) || str_chars(who) < 4)
		return false;
	whom_add(s, who);
	return true;
}

/* Roads, what is done to them, and fees get nothing by themselves; projects stand for those who undertake them. */
static bool is_work(struct str who)
{
	const struct word *work = words_tail(who, W_WORK), *ending = words_tail(who, W_ENDING);
	bool deed = ending && str_eq(ending->arg, STR("deed")), facility = work && str_eq(work->arg, STR("facility")), person = words_tail(who, W_PERSON) || words_tail(who, W_FIRM);

	return !person && (deed || facility || words_tail(who, W_SHARE));
}

/* 按企业上年对地方财政的贡献给予80%奖励: whether 对 only tells of what a share is given. */
static bool in_share(const struct slots *s, const struct mention *whom, struct str told)
{
	struct range c = clause_around(s->m, &s->sentence, whom->from);

	return words_tail(told, W_SHARE) && clause_last_word(s->m, &c, W_BYSHARE, c.from, whom->from) >= 0;
}

/* 对文旅企业新增的流动资金贷款，按50%贴息: where the loan ends whose words of money begin at mention k, else where they begin. */
static size_t loan_end(const struct slots *s, size_t k)
{
	size_t from = s->m->items[k].from;

	for (size_t at = from; k < s->amount && s->m->items[k].from == at; at = s->m->items[k++].to) {
		const struct word *fund = mention_word(&s->m->items[k], W_FUND);

		if (fund && str_eq(fund->arg, STR("loan")))
			return s->m->items[k].to;
	}
	return from;
}

/* 对X(,)给予…: X. The last one before the amount. */
bool whom_read_towhom(struct slots *s)
{
	size_t amount = slots_amount(s)->from;
	bool its = false;

	for (size_t i = s->amount; clause_has(&s->sentence, W_TOWHOM) && i-- > s->sentence.first;) {
		const struct mention *x = &s->m->items[i];

		if (x->from < s->floor)
			break;
		if (x->depth || !mention_word(x, W_TOWHOM))
			continue;
		const struct mention *before = i > s->sentence.first ? &s->m->items[i - 1] : NULL;
		bool opens = !before || before->to == x->from || x->from == s->head;

		if (!opens)
			continue;
		size_t end = amount;

		for (size_t k = i + 1; k < s->amount; k++) {
			const struct mention *y = &s->m->items[k];

			if (y->depth || y->from <= x->to)
				continue;
			if (y->kind == M_COMMA || (ends_recipient(s->m->s, y) && !tells_doer(s, y)) || names_money(s->m->s, y)) {
				end = y->kind == M_COMMA ? s->m->items[goes_on_to(s, x->to, k)].from : loan_end(s, k);
				break;
			}
		}
		struct str told = slots_between(s, x->to, end), cost = getter_cost(told), who = cost.n ? clause_strip(str_sub(told, 0, (size_t)(cost.p - told.p))) : getter_class(told);

		/* 面向产业特色: nobody. */
		if (str_eq(mention_word(x, W_TOWHOM)->arg, STR("class")) && !getter_doer(who))
			continue;
		/* 对发展情况进行评估,给予…: what is done, to nobody. */
		if (who.n == told.n && !words_tail(told, W_OF) && end < amount && s->m->s.p[end] == ',' && getter_dealt_with(told))
			continue;

		/* …的企业，对其场地租金按50%补贴: it is told before. */
		its |= words_of(told, 0, W_ITS) != NULL;
		/* 按照其对我区的贡献, 按其当年对地方财政的贡献部分: what is given of. */
		if (words_of(told, 0, W_ITS) || (before && before->to == x->from && mention_word(before, W_ITS)) || in_share(s, x, told))
			continue;
		/* 对企业参加展会的展位费,按70%给予补助: what they spend is what it is for. */
		if (cost.n) {
			s->purpose = s->purpose.n ? s->purpose : cost;
			s->cost = cost;
		}
		/* 对开通国际货运班列的,每列补助5万元: a condition that names nobody. */
		if (who.n == told.n && getter_nobody(who))
			return false;
		/* 对县乡公路改造每公里补助60万元: what it is given for. */
		if (is_work(who)) {
			s->purpose = s->purpose.n ? s->purpose : who;
			return true;
		}
		whom_add(s, who);
		return s->recipient_count > 0;
	}
	return its && whom_headed_class(s);
}

/* 补贴对象为种地农民，每亩补贴95元: the sentence says whom it is for. */
static bool read_object(struct slots *s)
{
	const struct mention *x = slots_amount(s);
	size_t from = x->from > s->sentence.from + NEAR_OBJECT ? x->from - NEAR_OBJECT : s->sentence.from, to = x->to + NEAR_OBJECT < s->sentence.to ? x->to + NEAR_OBJECT : s->sentence.to;

	while (((unsigned char)s->m->s.p[from] & 0xC0) == 0x80)
		from++;
	while (to < s->sentence.to && ((unsigned char)s->m->s.p[to] & 0xC0) == 0x80)
		to++;
	struct str who = clause_has(&s->sentence, W_IS) ? object_of(str_sub(s->m->s, from, to)) : STR("");

	if (who.n)
		whom_add(s, who);
	return who.n > 0;
}

void slots_parties(struct slots *s)
{
	slots_funder(s);
	if (s->invested || read_object(s) || whomverb_behind(s) || whomverb_handed(s) || whomverb_given(s) || whomverb_later(s) || whomverb_helped(s) || whomverb_class(s) || whom_read_towhom(s) || whomverb_after(s) || whomverb_each(s))
		return;
	standing_read(s);
}
