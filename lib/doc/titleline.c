/* Knows which lines are the title of a document: by their last word, by their place over its text, by what a page calls it. */
#include "doc/titleline.h"

#include "doc/body.h"
#include "doc/claim.h"
#include "doc/coded.h"
#include "doc/genre.h"
#include "doc/grid.h"
#include "doc/signer.h"
#include "zh/docno.h"

enum {
	TOP_PARAGRAPHS = 25,    /* where title, number and addressee are looked for */
	MOST_TITLE_LINES = 5,
	LONG_TITLE = 10,        /* characters that a title has when it says what it is about */
	LONGEST_TITLE_LINE = 60
};

/* The paragraphs i..j as one slice of the view. */
static struct str spanning(const struct outline *o, size_t i, size_t j)
{
	struct str a = o->paras[i].s, b = o->paras[j].s;

	return (struct str){a.p, (size_t)(b.p + b.n - a.p)};
}

size_t titleline_top(const struct outline *o)
{
	return o->count < TOP_PARAGRAPHS ? o->count : TOP_PARAGRAPHS;
}

/* 某市人民政府办公室　　2020年7月20日, 〔2020〕第3期 */
static bool is_letterhead(struct str s)
{
	size_t n;

	return str_starts(s, STR("〔")) || signer_at(s, false, &n);
}

/* 【成文日期】 2021-07-28 */
static bool is_claim(struct str s)
{
	const struct str bracket = STR("【");

	return words_of(s, str_starts(s, bracket) ? bracket.n : 0, W_CLAIM);
}

/* 关于某提案的答复（某水函〔2019〕133号）: without the number in the bracket behind a title, which *d is then. */
static struct str before_number(struct str s, struct docno *d)
{
	bool closed = str_ends(s, STR(")")) && docno_find(s, 0, d) && d->at > 1 && d->end + 1 == s.n && s.p[d->at - 1] == '(';
	struct str title = str_sub(s, 0, closed ? d->at - 1 : s.n);

	return closed && words_tail(title, W_TITLE) ? title : s;
}

bool titleline_is(const struct outline *o, size_t i)
{
	const struct para *p = &o->paras[i];
	size_t len;
	struct docno d;
	struct str date, code;

	return p->kind != PARA_ROW && !str_longer(p->s, LONGEST_TITLE_LINE) && !str_has(p->s, STR("。")) &&
	       !str_ends(p->s, STR(":")) && !words_of(p->s, 0, W_LABEL) && !is_claim(p->s) && !claim_tells(o, i) && !docno_find(before_number(p->s, &d), 0, &d) &&
	       !outline_marker(p->s, &len, &(long){0}) && p->s.p[0] != '(' && !signer_day(p->s, &date) && !is_letterhead(p->s) &&
	       !coded_name(o, i, &code).n;
}

/* 甲县人民政府文件 over a document is no part of its title. */
static bool is_masthead(const struct para *p)
{
	return words_tail(p->s, W_MASTHEAD) && !words_within(p->s, W_ABOUT);
}

/* A letterhead (…文件) or a signature alone is no beginning of a title, but its issuer may be one when the
 * next line goes on (关于…). */
static bool find_title(struct head *h, const struct outline *o)
{
	struct context none = {0};

	for (size_t i = 0; i < titleline_top(o); i++) {
		if (!titleline_is(o, i) || is_masthead(&o->paras[i]))
			continue;
		for (size_t j = i; j < o->count && j < i + MOST_TITLE_LINES && (j == i || titleline_is(o, j)); j++) {
			struct docno d = {0};
			struct str all = spanning(o, i, j), s = before_number(all, &d);

			if (!genre_word(s) || str_chars(s) < 6)
				continue;
			if (j > i && !words_of(o->paras[i + 1].s, 0, W_ABOUT) && !words_of(o->paras[i + 1].s, 0, W_TOWHOM) &&
			    body_only(&none, o->paras[i].s))
				break;
			/* 专题会议纪要 may head a page whose title comes further down. */
			if (h->title.n && str_chars(s) < LONG_TITLE)
				continue;
			h->title = s;
			h->first_body = j + 1;
			h->number = s.n < all.n ? str_sub(all, d.at, d.end) : STR("");
			h->year = s.n < all.n ? d.year : h->year;
			if (str_chars(s) >= LONG_TITLE)
				return true;
			break;
		}
	}
	return h->title.n > 0;
}

/* •发文字号:, 来源:某局: what a page tells, if nothing, of its document. */
static bool is_page_label(const struct outline *o, size_t i)
{
	enum { DOT = 6 /* bytes */ };
	struct str s = o->paras[i].s;

	return claim_tells(o, i) || (o->paras[i].kind != PARA_ROW && str_ends(s, STR(":")) && words_next(s, 0, W_CLAIM) <= DOT && words_next(s, 0, W_CLAIM) < s.n);
}

/* 标题：某市政府工作报告: what a page calls the document whose own text has no title. */
static void find_claimed_title(struct head *h, const struct outline *o)
{
	struct str s = h->title.n ? STR("") : claim_first(o, titleline_top(o), "title");

	/* 某市政府工作报告——2014年2月10日在某市第十四届人民代表大会上 */
	s = str_sub(s, 0, str_find(s, STR("--"), 0));
	if (!genre_word(s) || !str_sized(s, TITLELINE_SHORTEST, LONGEST_TITLE_LINE))
		return;
	h->title = s;
	/* The labels before it and behind it are no part of the text. */
	for (size_t i = 0; i < titleline_top(o) && (o->paras[i].s.p <= s.p || is_page_label(o, i)); i++)
		h->first_body = i + 1;
}

/* 附件2：2023年项目计划表, as the first line or alone in a row over the head of a table of cells. */
static void find_annex_title(struct head *h, const struct outline *o)
{
	enum { ROWS = 3 };

	for (size_t i = 0; i < o->count && i < ROWS && !h->title.n; i++) {
		const struct para *p = &o->paras[i];
		bool row = p->kind == PARA_ROW;

		if (row && grid_filled(p) != 1)
			return;
		struct str whole = row ? p->cells[0] : p->s, s = grid_unlabelled(whole);

		if (!row && (i || s.n == whole.n))
			return;
		if (genre_word(s) && str_sized(s, LONG_TITLE, LONGEST_TITLE_LINE) && !str_has(s, STR("。"))) {
			h->title = s;
			h->first_body = i + 1;
		}
	}
}

/* 更新时间:2018-03-06, 来源:某局 浏览次数:35, (2020年7月20日), 2020-07-20: whether what a page tells of the text stands between paragraph i and the one before. */
static bool page_tells(const struct outline *o, size_t i)
{
	const struct para *p = &o->paras[i];
	bool inset = str_starts(p->s, STR("(")) && str_ends(p->s, STR(")"));
	struct str date;

	return p->page || (p->kind != PARA_ROW && (claim_tells(o, i) || signer_day(inset ? str_sub(p->s, 1, p->s.n - 1) : p->s, &date)));
}

/* The first line of a piece without the words of a title: 青山县GEP核算全面铺开、进展顺利; or the line over what a page tells of it. */
static void find_headline(struct head *h, const struct outline *o)
{
	enum { LINES = 8 };
	struct context none = {0};

	for (size_t i = 0; i + 1 < o->count && i < LINES && !h->title.n; i++) {
		const struct para *p = &o->paras[i], *next = p + 1;
		bool told = page_tells(o, i + 1);

		if ((i && !told) || !str_reaches(p->s, TITLELINE_SHORTEST) || !titleline_is(o, i) || str_has(p->s, STR(",")) || str_has(p->s, STR(";")) || body_only(&none, p->s))
			continue;
		/* A line that is wrapped goes on, but not with a label (时间:…), a day or a number. */
		if (!told && str_chars(next->s) <= str_chars(p->s) && next->kind != PARA_ROW && !next->level && !str_has(next->s, STR(":")))
			continue;
		h->title = p->s;
		h->first_body = h->first_body > i ? h->first_body : i + 1;
	}
}

void titleline_find(struct head *h, const struct outline *o)
{
	find_title(h, o);
	find_claimed_title(h, o);
	find_annex_title(h, o);
	find_headline(h, o);
}
