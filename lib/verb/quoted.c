/* Knows which quoted titles are projects: by the words behind them. */
#include "verb/quoted.h"

#include "verb/clause.h"
#include "verb/workname.h"
#include "zh/numeral.h"

enum {
	SHORTEST_OWN = 8,    /* characters of a title that says itself what it is */
	SHORTEST_DONE = 4,   /* characters of a title that was built */
	LONGEST_SLOGAN = 12,
	BEFORE_TITLE = 24,   /* bytes between who undertakes it and the title */
	BEHIND_TITLES = 60   /* bytes between the last title and the word that says what they are */
};

struct str quoted_unquoted(const struct mentions *m, const struct mention *x)
{
	struct str s = mention_text(m, x);
	size_t len;

	str_char(s, 0, &len);
	return clause_strip(str_sub(s, len, str_before(s, s.n)));
}

static struct str program_behind(const struct mentions *m, size_t i, size_t to)
{
	const struct mention *x = &m->items[i];
	struct str s = str_sub(m->s, x->from, to);

	if (x->kind == M_QUANTITY)
		s = str_sub(m->s, x->to, to);
	const struct word *etc = words_of(s, 0, W_ETC);

	s = clause_strip(etc ? str_from(s, etc->text.n) : s);
	/* “X”工程: what it is, no programme. */
	return words_is(s, W_WORK) && !words_of(s, 0, W_PROGRAM) ? STR("") : s;
}

static struct str period_before(const struct mentions *m, const struct range *s, size_t i)
{
	for (size_t k = i; k-- > s->first;)
		if (m->items[k].kind == M_PERIOD)
			return mention_text(m, &m->items[k]);
	return STR("");
}

/* Also one that its region makes look like a body of government: 某市某科技有限公司. */
static bool is_firm(const struct mention *x)
{
	return x->kind == M_BODY && !x->depth && (x->body.kind == BODY_FIRM || x->body.kind == BODY_ALIAS || words_tail(x->body.s, W_FIRM));
}

static void add_firms(struct doc *d, struct finding *f, const struct mentions *m, const struct range *s, size_t i)
{
	for (size_t k = s->first; k < i; k++)
		if (is_firm(&m->items[k]))
			finding_item(d, f, "orgs", m->items[k].body.s);
}

/* 《…规划的通知》, 《…》(…〔2021〕5号): a document, whatever project the words behind it speak of. */
static bool is_document(const struct mentions *m, const struct mention *x, struct str name)
{
	const struct word *w = words_tail(clause_bare(name), W_TITLE);
	const struct mention *next = x + 1 < m->items + m->n ? x + 1 : NULL;

	if (!str_starts(mention_text(m, x), STR("《")))
		return false;
	return w || (next && next->from == x->to && next->kind == M_BRACKET && next + 1 < m->items + m->n && next[1].kind == M_DOCNO);
}

/* Whether a quoted title ends in what it is, and is that of one work, or a company that undertakes it stands right before it. */
static bool names_work(const struct doc *d, const struct mentions *m, const struct range *s, size_t i)
{
	struct str name = clause_bare(quoted_unquoted(m, &m->items[i]));
	const struct word *work = words_tail(name, W_WORK);

	if (!work || !str_eq(work->arg, STR("work")) || str_starts(mention_text(m, &m->items[i]), STR("《")) || str_chars(name) < SHORTEST_OWN)
		return false;
	struct numeral many;

	/* “青石县光伏发电项目(2017年第三批)”, but not “百县千镇万村高质量发展工程” */
	if (workname_particular(d, name) && !workname_vague(name) && !numeral_match(name, &many) && !words_tail(str_sub(name, 0, name.n - work->text.n), W_PROGRAM))
		return true;
	/* 某公司申报的“…” */
	for (size_t k = i; k-- > s->first && m->items[k].kind != M_COMMA && m->items[k].kind != M_PAUSE && m->items[k].to + BEFORE_TITLE >= m->items[i].from;)
		if (is_firm(&m->items[k]))
			return true;
	return false;
}

/* “雅岭1号”智算中心建成运营, 建成“青云”大厦: the quote at mention i with the facility right behind it, where it is built; n 0: there is none. */
static struct str quoted_facility(const struct mentions *m, const struct range *s, size_t i)
{
	const struct mention *x = &m->items[i], *before = i > s->first ? x - 1 : NULL;
	const struct word *work = words_own(m->s, x->to, W_WORK);
	struct str own = quoted_unquoted(m, x);
	size_t to = x->to + (work ? work->text.n : 0);
	struct numeral count;

	if (!work || str_eq(work->arg, STR("work")) || !str_starts(mention_text(m, x), STR("“")))
		return STR("");
	const struct word *phase = words_of(m->s, to, W_PHASE);

	to += phase ? phase->text.n : 0;
	/* “东数西算”数据中心建设: all that are meant by a slogan, where nothing tells that one begins or ends. */
	const struct word *build = words_of(m->s, to, W_BUILD);
	bool built = (build && (!str_eq(build->arg, STR("bare")) || str_has_digit(own))) || (before && before->to == x->from && mention_word(before, W_BUILD));
	/* “一站式”服务中心, “15分钟”体育公园 */
	bool slogan = numeral_match(own, &count) || words_tail(own, W_VAGUE) || memchr(own.p, '+', own.n);

	return built && !slogan && str_sized(own, 2, LONGEST_SLOGAN) && !numeral_match(str_from(m->s, to), &count) ? str_sub(m->s, x->from, to) : STR("");
}

/* “六大行动”, “三边三节点”: what is quoted is a slogan; “新增托位2万个”: or a figure. */
static bool is_slogan(struct str name)
{
	struct numeral count;
	size_t counts = 0, len;

	for (size_t at = 0; at < name.n; at += len) {
		struct quantity q;
		uint32_t c = str_char(name, at, &len);

		counts += c >= 0x3400 && numeral_match(str_from(name, at), &count) > 0;
		if (at > 0 && quantity_match(str_from(name, at), STR(""), &q) == name.n - at && q.kind == QUANTITY_COUNT)
			return true;
	}
	return name.n && (unsigned char)name.p[0] >= 0x80 && numeral_match(name, &count) && !words_tail(name, W_WORK) && (counts > 1 || words_tail(name, W_VAGUE));
}

/* Whether a facility stands right behind the quote at mention i: it is a project where it is built, but none by its quoted name alone. */
static bool add_facility(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	struct str house = quoted_facility(m, s, i);
	const struct word *called = words_own(m->s, m->items[i].to, W_WORK);

	if (house.n)
		workname_add(d, index, house, house, "named-facility");
	return called && !str_eq(called->arg, STR("work"));
}

/* “A”“B”等10项科技重大专项, “A”项目: titles are projects where the words behind them say so. */
size_t quoted_find(struct doc *d, size_t index, const struct mentions *m, const struct range *s, size_t i)
{
	size_t last = i, work = 0;
	bool pause = false;

	for (size_t k = i + 1; k < s->last; k++) {
		const struct mention *x = &m->items[k];

		if (x->kind == M_QUOTE)
			last = k;
		else if (x->kind != M_PAUSE && !mention_word(x, W_JOIN))
			break;
	}
	const struct word *etc = words_of(m->s, m->items[last].to, W_ETC);

	if (last == i && add_facility(d, index, m, s, i))
		return last;
	/* 入选“X”的项目: projects of it, whatever it is. */
	if (words_of(m->s, m->items[last].to, W_OF))
		return last;
	/* “X”等模式 */
	if (words_of(m->s, m->items[last].to + (etc ? etc->text.n : 0), W_SORT))
		return last;
	for (size_t k = last + 1; k < s->last && m->items[k].from <= m->items[last].to + BEHIND_TITLES; k++) {
		/* “X”应用完善项目信息: what stands between tells of something else. */
		const struct word *urge = mention_word(&m->items[k], W_URGE), *verb = urge ? mention_word(&m->items[k], W_VERB) : NULL;

		/* “环天山”国际论坛、跨天山公路自行车赛 */
		const struct word *facility = pause ? mention_word(&m->items[k], W_WORK) : NULL;

		pause |= m->items[k].kind == M_PAUSE;
		if (m->items[k].kind == M_COMMA || m->items[k].kind == M_QUOTE || (facility && !str_eq(facility->arg, STR("work"))) || (verb && !str_eq(verb->arg, STR("noun"))))
			break;
		/* “…”项目总投资: 项目 is a word of its own there too. */
		const struct word *w = words_own(m->s, m->items[k].from, W_WORK);

		if (mention_word(&m->items[k], W_WORK) || (w && m->items[k].kind == M_WORD)) {
			work = m->items[k].from + (w ? w->text.n : 0);
			break;
		}
	}
	/* 拟支持某公司“某生产线技术改造项目”,…: who undertakes it stands before a title that says itself what it is. */
	bool own = !work && names_work(d, m, s, i);

	if (!work && !own)
		return last;
	/* “青电入海”工程建成投运 */
	const struct word *direct = words_own(m->s, m->items[last].to, W_WORK);
	const struct word *built = direct && m->items[last].to + direct->text.n == work ? words_of(m->s, work, W_BUILD) : NULL;
	size_t shortest = built && !words_of(built->text, 0, W_URGE) ? SHORTEST_DONE : QUOTED_SHORTEST;

	for (size_t k = i; k <= last; k++) {
		struct str name = m->items[k].kind == M_QUOTE ? quoted_unquoted(m, &m->items[k]) : STR("");

		struct docno no;

		/* “屋顶业主补贴”: what is paid. */
		const struct word *paid = words_tail(name, W_FUND);
		bool aid = paid && !str_eq(paid->arg, STR("investment")) && !words_of(m->s, m->items[k].to, W_WORK);

		/* “互联网+设计”, “一码、一图” */
		if (is_slogan(name) || aid || is_document(m, &m->items[k], name) || str_chars(name) < shortest || docno_find(clause_bare(name), 0, &no) || memchr(name.p, '+', name.n) || (str_has(name, STR("、")) && str_chars(name) < LONGEST_SLOGAN))
			continue;
		struct finding *f = finding_new(d, RECORD_PROJECT, "quoted-title", mention_text(m, &m->items[k]));

		f->name = name;
		finding_cell(d, f, "name", name);
		if (!own)
			finding_cell(d, f, "program", program_behind(m, last + 1, work));
		add_firms(d, f, m, s, i);
		finding_cell(d, f, "period_text", period_before(m, s, i));
		f->section = d->outline.paras[index].section;
	}
	return last;
}
