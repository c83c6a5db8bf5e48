/* Knows what kind of document it is: by its title, by its opening, or by the rules that it tells. */
#include "doc/genre.h"

#include "doc/words.h"

/* Without a closing bracket: （征求意见稿）, （2021-2025年）. */
static struct str without_bracket(struct str s)
{
	while (str_ends(s, STR(")"))) {
		size_t i = s.n;

		while (i > 0 && s.p[i - 1] != '(')
			i--;
		if (i <= 1)
			break;
		s = str_trim(str_sub(s, 0, i - 1));
	}
	return s;
}

const struct word *genre_word(struct str s)
{
	return words_tail(without_bracket(s), W_TITLE);
}

size_t genre_about(struct str title)
{
	for (size_t i = 0, len; i < title.n; i += len) {
		if (words_of(title, i, W_ABOUT) || (i && words_of(title, i, W_TOWHOM)))
			return i;
		str_char(title, i, &len);
	}
	return title.n;
}

/* 关于下达2019年度重点研发计划项目的通知: 2019年度重点研发计划项目. */
static struct str subject_of(struct str title)
{
	size_t about = genre_about(title), end = 0;

	for (size_t i = about, len; i < title.n; i += len) {
		const struct word *w = words_of(title, i, W_OF);

		str_char(title, i, &len);
		if (w && words_is(str_from(title, i + w->text.n), W_TITLE))
			end = i;
	}
	const struct word *a = words_of(title, about, W_ABOUT);
	const struct word *issue = a ? words_of(title, about + a->text.n, W_ISSUE) : NULL;
	size_t from = a && issue ? about + a->text.n + issue->text.n : 0;

	return end > from && from ? str_trim(str_sub(title, from, end)) : title;
}

/* Whether a figure stands within a few words behind `at`. */
static bool figure_near(struct str s, size_t at)
{
	enum { NEAR = 36 };

	for (size_t i = at; i < s.n && i < at + NEAR; i++)
		if (s.p[i] >= '0' && s.p[i] <= '9')
			return true;
	return false;
}

static bool rewards(struct str s, size_t at)
{
	const struct word *w = words_of(s, at, W_FUND);

	return words_of(s, at, W_LUMP) || (w && str_eq(w->arg, STR("reward")));
}

/* 按 tells how it is given. */
static bool gives(struct str s, size_t at, bool wide)
{
	const struct word *give = words_of(s, at, W_GIVE);

	return (give && !str_eq(give->arg, STR("how"))) || (!words_of(s, at, W_BYSHARE) && (words_of(s, at, W_ONCE) || (wide && rewards(s, at))));
}

/* Several sentences that tell whom so much is given (对…，给予…) are rules, whatever stands over them. `wide`: also those that tell for
 * what (鼓励…, …的，). */
static bool tells_rules(const struct outline *o, bool wide)
{
	enum { FEWEST = 4, NEAR = 300 };
#define TELLING(h) \
	(WORD_BIT(W_TOWHOM, h) | WORD_BIT(W_GIVE, h) | WORD_BIT(W_ONCE, h) | WORD_BIT(W_LUMP, h) | WORD_BIT(W_FUND, h) | WORD_BIT(W_ENCOURAGE, h) | WORD_BIT(W_OF, h))
#define GIVING(h) (WORD_BIT(W_GIVE, h) | WORD_BIT(W_ONCE, h))
#define REWARDING(h) (WORD_BIT(W_LUMP, h) | WORD_BIT(W_FUND, h))
	static const struct word_set telling = {{TELLING(0), TELLING(1)}}, giving = {{GIVING(0), GIVING(1)}};
	static const struct word_set giving_wide = {{GIVING(0) | REWARDING(0), GIVING(1) | REWARDING(1)}};
#undef TELLING
#undef GIVING
#undef REWARDING
	size_t rules = 0;

	for (size_t i = 0; i < o->count && rules < FEWEST; i++) {
		struct str s = o->paras[i].s;
		size_t whom = s.n;

		/* Most paragraphs give nothing. */
		if (!words_may_hold(s, wide ? &giving_wide : &giving))
			continue;

		for (size_t at = 0, len; at < s.n; at += len) {
			const struct word *w = words_at(s, at);

			str_char(s, at, &len);
			if (!w)
				continue;
			len = w->text.n;
			/* Most words tell nothing of this. */
			if (!words_set_meet(&w->classes, &telling))
				continue;
			bool condition = w->class == W_OF && at + len < s.n && s.p[at + len] == ',';

			if ((wide && (condition || words_of(s, at, W_ENCOURAGE))) || (words_of(s, at, W_TOWHOM) && !words_of(s, at, W_BYSHARE)))
				whom = at;
			else if (whom < s.n && at < whom + NEAR && gives(s, at, wide) && figure_near(s, at + len)) {
				rules++;
				whom = s.n;
			}
		}
	}
	return rules >= FEWEST;
}

/* 今年以来，我县…: whether a brief, which is neither a report nor a plan, looks back from its first sentence on. */
static bool is_brief(const struct head *h, const struct outline *o)
{
	enum { OPENING = 120 /* bytes */, FIRST = 20 /* paragraphs among which the first sentence is looked for */ };
	size_t i = 0;

	if (!str_eq(h->genre, STR("other")) || h->minutes)
		return false;
	while (i < o->count && i < FIRST && (o->paras[i].kind != PARA_TEXT || !str_has(str_sub(o->paras[i].body, 0, 4 * OPENING), STR("。"))))
		i++;
	if (i == o->count || i == FIRST)
		return false;
	struct period p;
	struct str opening = str_sub(o->paras[i].body, 0, OPENING);

	return words_within(str_sub(opening, 0, period_match(opening, h->date, &p)), W_DONE);
}

/* 2022年工作总结及2023年工作思路: whether the title tells of a report before the plan that it ends with. */
static bool reports_first(struct str title)
{
	for (size_t i = words_next(title, 0, W_TITLE); i < title.n; i = words_next(title, i + 1, W_TITLE)) {
		const struct word *w = words_of(title, i, W_TITLE);

		if (w && str_eq(w->arg, STR("report")) && words_of(title, i + w->text.n, W_JOIN))
			return true;
	}
	return false;
}

/* 青石县交通局2018年部门预算情况说明 */
static struct str ledger_of(struct str title)
{
	const struct str budget = STR("budget"), accounts = STR("accounts");
	bool plans = words_within_arg(title, W_ISSUE, budget), closes = words_within_arg(title, W_ISSUE, accounts);

	return plans == closes ? STR("") : plans ? budget : accounts;
}

void genre_find(struct head *h, const struct outline *o)
{
	enum { LONGEST_OPENING = 3000 }; /* bytes of a paragraph in which its genre is told */
	const struct word *w = h->title.n ? genre_word(h->title) : NULL;

	h->genre = w ? w->arg : STR("other");
	if (str_eq(h->genre, STR("plan")) && reports_first(h->title))
		h->genre = STR("report");
	h->minutes = str_eq(h->genre, STR("minutes"));
	if (h->minutes)
		h->genre = STR("other");
	h->ledger = ledger_of(h->title);
	h->evidence = h->title;
	h->subject = subject_of(h->title);
	for (size_t i = 0, len; i < h->title.n; i += len) {
		const struct word *t = words_of(h->title, i, W_TITLE);

		str_char(h->title, i, &len);
		h->measures |= t && str_eq(t->arg, STR("measures"));
	}
	for (size_t i = 0; i < o->count && (!w || !h->evidence.n); i++) {
		struct str s = o->paras[i].s;
		size_t at = words_next(s, 0, W_GENRE);
		const struct word *g = at < LONGEST_OPENING ? words_of(s, at, W_GENRE) : NULL;

		if (!g)
			continue;
		if (!w)
			h->genre = g->arg;
		w = g;
		h->evidence = h->evidence.n ? h->evidence : str_sub(s, at, at + g->text.n);
	}
	/* 关于某请求办理意见的复函: a letter that answers lays down nothing, whatever is asked about. */
	/* 产业政策拟兑现资金的公示 tells who gets what. */
	h->measures &= !str_eq(h->genre, STR("reply")) && !(str_eq(h->genre, STR("list")) && words_tail(h->title, W_ISSUE));
	bool unnamed = !h->measures && (!h->title.n || !w);
	bool called = words_within_arg(h->title, W_ISSUE, STR("measures"));

	h->measures |= unnamed && tells_rules(o, false);
	/* A notice may tell rules beside other things; 关于组织申报扶持资金的通知 tells little else. */
	h->measures_told = (unnamed || str_eq(h->genre, STR("notice"))) && !h->measures && tells_rules(o, true);
	h->measures |= h->measures_told && (unnamed || called);
	h->brief = is_brief(h, o);
	if (!h->evidence.n)
		h->evidence = h->addressee.n ? h->addressee : o->count ? o->paras[0].s : STR("");
}
