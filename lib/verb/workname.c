/* Knows what the name of one project looks like, as against words for projects in general. */
#include "verb/workname.h"

#include "verb/clause.h"
#include "verb/linked.h"
#include "verb/noname.h"
#include "verb/samework.h"
#include "zh/numeral.h"
#include "zh/quantity.h"

enum {
	LATEST = 40, /* findings among which a project is looked for */
	COINED = 6   /* bytes of the begin of a name that is called by no common word */
};

size_t workname_numbered(struct str s)
{
	size_t n = s.n > 2 && strchr("GSXYJ", s.p[0]) ? 1 : 0;

	while (n && n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n > 1 ? n : 0;
}

bool workname_line(struct str name)
{
	enum { MOST_DIGITS = 3 };
	const struct word *w, *line;
	size_t used, digits;

	if (region_chain(name, &used) && used < name.n)
		name = str_from(name, used);
	while ((w = words_of(name, 0, W_WORK)) || (w = words_of(name, 0, W_VAGUE)))
		name = str_from(name, w->text.n);
	name = str_from(name, name.n && name.p[0] >= 'A' && name.p[0] <= 'Z' ? 1 : 0);
	for (digits = 0; digits < name.n && name.p[digits] >= '0' && name.p[digits] <= '9';)
		digits++;
	if (!digits || digits > MOST_DIGITS)
		return false;
	name = str_from(name, digits);
	/* 号 and 线 are nothing that is counted. */
	w = words_of(name, 0, W_PROSE);
	name = str_from(name, w && words_set_has(&w->classes, W_NAMED) ? w->text.n : 0);
	line = words_of(name, 0, W_NOCOUNT);
	return line && words_set_has(&line->classes, W_NAMED) && words_set_has(&line->classes, W_ENDING) && (line->text.n == name.n || words_tail(name, W_PHASE) || words_tail(name, W_ENDING));
}

/* 丰禾12万吨乙烯升级项目: whose it is, and how much it makes. */
static bool names_capacity(struct str name)
{
	enum { OWNER = 6 };
	struct quantity q;
	size_t len;

	for (size_t i = 0; i < name.n; i += len) {
		bool digit = name.p[i] >= '0' && name.p[i] <= '9';

		str_char(name, i, &len);
		if (digit && i < OWNER)
			return false;
		if (digit)
			return quantity_match(str_from(name, i), STR(""), &q) && q.kind == QUANTITY_COUNT && words_tail(name, W_WORK);
	}
	return false;
}

/* What makes a name particular: it begins with a place, a body or a road's number, or with the name of a town or
 * a stretch of something (头寨子镇…, …至…段). */
bool workname_particular(const struct doc *d, struct str name)
{
	size_t used;
	struct body b;
	const struct region *r;

	const struct word *road = words_of(name, 0, W_WORK), *quarter = words_of(name, 0, W_NAMED);

	/* 城北雨污管网改造工程 */
	if (quarter && str_eq(quarter->arg, STR("quarter")) && quarter->text.n < name.n)
		return true;
	/* G109提质改造, 国道109新线 */
	if (workname_numbered(name) || (road && str_eq(road->arg, STR("facility")) && road->text.n < name.n && name.p[road->text.n] >= '0' && name.p[road->text.n] <= '9') || (region_chain(name, &used) && used < name.n))
		return true;
	if (names_capacity(name) || linked_is(name))
		return true;
	if (body_at(&d->context, name, 0, &b) && (b.kind == BODY_ALIAS || b.kind == BODY_DEPARTMENT) && b.s.n < name.n)
		return true;
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *firm = words_of(name, i, W_FIRM), *named = words_of(name, i, W_NAMED);

		const struct word *plain = words_of(name, i, W_PLAIN);

		str_char(name, i, &len);
		if (plain && !named) {
			len = plain->text.n;
			continue;
		}
		/* 荆江, 太湖: rivers and lakes may have names of one character. */
		size_t least = named && str_eq(named->arg, STR("geo")) ? 3 : 6;

		if (i && ((firm && i + firm->text.n < name.n) || (named && i >= least && i + named->text.n < name.n)))
			return true;
		if (words_opens(name, i) & OPENS_REGION && region_match(str_from(name, i), 2, &r))
			return true;
	}
	return false;
}

/* 6大工程, 16个项目: a number right before the last word counts projects. */
static bool is_counted(struct str name, const struct word *work)
{
	struct numeral n;
	size_t len;

	/* 第三水厂, 城区二小学 are numbered, not counted. */
	if (!str_eq(work->arg, STR("work")))
		return false;
	name.n -= work->text.n;
	size_t whole = name.n;

	for (const struct word *w; (w = words_tail(name, W_VAGUE));)
		name.n -= w->text.n;
	for (size_t i = 0; i < name.n; i += len) {
		/* 长宁路12项目 */
		if (numeral_match(str_from(name, i), &n) == name.n - i)
			return name.n < whole || !words_tail(str_sub(name, 0, i), W_NAMED);
		str_char(name, i, &len);
	}
	return false;
}

/* 引导资金项目: what money goes to, not what it is called. */
static bool is_of_money(struct str name, const struct word *work)
{
	name.n -= work->text.n;
	return words_tail(name, W_PROGRAM) && words_tail(name, W_FUND);
}

bool workname_coined(struct str s)
{
	if (region_is(s))
		return true;
	for (size_t i = 0, len; i < s.n; i += len) {
		const struct word *w = words_at(s, i);

		/* A character that is a word by itself may stand in any name. */
		if (str_char(s, i, &len) < 0x3400 || (w && w->text.n > len && !words_of(s, i, W_NAMED) && !words_of(s, i, W_ENDING)))
			return false;
	}
	return true;
}

/* T3: a letter and a number. */
static bool is_code(struct str s)
{
	size_t n = s.n > 1 && s.p[0] >= 'A' && s.p[0] <= 'Z' ? 1 : 0;

	while (n && n < s.n && s.p[n] >= '0' && s.p[n] <= '9')
		n++;
	return n > 1 && n == s.n;
}

bool workname_facility(struct str name, const struct word *facility)
{
	enum { SHORTEST = 2, LONGEST = 8 };
	struct str own = str_sub(name, 0, name.n - facility->text.n);
	size_t len;

	/* 纺织城升级改造工程 */
	for (const struct word *w; (w = words_tail(own, W_VAGUE)) || (w = words_tail(own, W_WORK)) || (w = words_tail(own, W_INNAME));)
		own.n -= w->text.n;
	/* T3航站楼 */
	if (is_code(own))
		return true;
	/* 县级物流枢纽: those of any county. */
	if (!str_sized(own, SHORTEST, LONGEST) || workname_vague(own) || words_is(own, W_PHASE) || words_is(own, W_LEVEL) || words_is(own, W_GRADE))
		return false;
	for (size_t i = 0; i < own.n; i += len) {
		const struct word *zone = i >= COINED && words_own(own, i, W_PLAIN) && workname_coined(str_sub(own, 0, i)) ? words_own(own, i, W_PLAIN) : NULL;

		if (str_char(own, i, &len) < 0x3400)
			return false;
		/* 西海景区|污水处理站 */
		if (zone && i + zone->text.n == own.n)
			return true;
		/* 本庐: a character that is a word by itself may stand in any name. */
		for (const struct word *w = words_at(own, i); w; w = words_also(w))
			if (w->class == W_STOP && w->text.n == len && i + len < own.n)
				break;
			else if (w->class == W_VERB || w->class == W_STOP || w->class == W_CLASS || w->class == W_JOIN || w->class == W_PLAIN || w->class == W_SELF)
				return false;
	}
	return true;
}

/* The word at byte i of s that ends the name of a stretch (段, 线), or NULL. */
static const struct word *stretch_end(struct str s, size_t i)
{
	const struct word *ending = words_of(s, i, W_ENDING);

	return ending && words_set_has(&ending->classes, W_NAMED) && !str_eq(ending->arg, STR("deed")) ? ending : NULL;
}

bool workname_stretch(struct str name)
{
	const struct word *ending = words_tail(name, W_ENDING);

	return ending && words_set_has(&ending->classes, W_NAMED) && words_within(name, W_SPAN);
}

size_t workname_section(struct str s, size_t at)
{
	enum { LONGEST = 45 }; /* bytes */
	size_t best = 0, len;

	for (size_t i = at; i < s.n && i < at + LONGEST; i += len) {
		const struct word *w = words_at(s, i), *ending = stretch_end(s, i);
		struct str middle = str_sub(s, at, i);

		if (str_char(s, i, &len) < 0x3400 && !(s.p[i] >= '0' && s.p[i] <= '9'))
			break;
		if (ending && i > at && (words_within(middle, W_SPAN) || region_is(middle)))
			best = i + ending->text.n - at;
		/* A character that is a word by itself may stand in a name. */
		if (w && w->text.n > len && (words_set_has(&w->classes, W_VERB) || words_set_has(&w->classes, W_BUILD) || words_set_has(&w->classes, W_STOP)))
			break;
	}
	return best;
}

bool workname_works_on(struct str name)
{
	const struct word *w = words_tail(name, W_WORK);

	if (w && !str_eq(w->arg, STR("work")))
		return workname_facility(name, w);
	name.n -= w ? w->text.n : 0;
	for (;;) {
		const struct word *phase = words_tail(name, W_PHASE), *deed = phase ? phase : words_tail(name, W_ENDING);
		const struct word *last = phase || (deed && str_eq(deed->arg, STR("deed"))) ? deed : words_tail(name, W_INNAME);

		if (!last)
			break;
		name.n -= last->text.n;
	}
	w = words_tail(name, W_WORK);
	return w && str_eq(w->arg, STR("facility")) && workname_facility(name, w);
}

/* 更新改造: the byte behind the deeds that stand beside each other at byte `at`. */
static size_t deeds_end(struct str s, size_t at)
{
	for (const struct word *w; (w = words_of(s, at, W_ENDING)) && str_eq(w->arg, STR("deed"));)
		at += w->text.n;
	return at;
}

/* 节水改造, 环境整治: the byte behind the deeds of which one word before them tells the sort; `at`: none stands there. */
static size_t sorted_deeds_end(struct str s, size_t at)
{
	const struct word *sort = words_of(s, at, W_VAGUE), *deed = words_of(s, at, W_ENDING);
	size_t from = sort && !deed && !words_of(s, at, W_BUILD) && str_chars(sort->text) <= 4 ? at + sort->text.n : at, end = deeds_end(s, from);

	return end > from ? end : at;
}

/* 与节水改造: the byte behind the deed that a word of joining adds, with what it is about; `at`: it adds none. */
static size_t joined_deed(struct str s, size_t at)
{
	enum { LONGEST = 15, LISTED = 6 }; /* bytes of what the deed is about */
	const struct word *join = words_of(s, at, W_JOIN);
	size_t from = at + (join ? join->text.n : 0), len;
	/* 提标改造、东湖生态修复: behind a mark more words name another work. */
	size_t far = join && str_eq(join->text, STR("、")) ? LISTED : LONGEST;

	for (size_t i = from; join && i < s.n && i <= from + far; i += len) {
		uint32_t c = str_char(s, i, &len);
		size_t end = deeds_end(s, i);

		if (end > i)
			return end;
		if (c < 0x3400 || words_of(s, i, W_WORK) || words_of(s, i, W_STOP) || words_of(s, i, W_JOIN))
			break;
	}
	return at;
}

size_t workname_deed(struct str s, size_t at)
{
	size_t end = sorted_deeds_end(s, at), len;

	if (end == at || words_of(s, at, W_BUILD))
		return 0;
	/* 灌区续建配套与节水改造, 污水处理厂提标改造和新建、扩建 */
	for (size_t more; (more = joined_deed(s, end)) > end;)
		end = more;
	uint32_t next = end < s.n ? str_char(s, end, &len) : 0x3002;
	bool ends = next == 0x3002 || next == 0x3001 || next == ',' || next == ';' || next == '(' || next == ')' || (next >= '0' && next <= '9');

	/* 水库治理情况, 水库修复试验站: the name of something else. */
	return ends || words_of(s, end, W_WORK) || words_of(s, end, W_BUILD) || words_of(s, end, W_TOTALINVEST) || words_of(s, end, W_JOIN) || words_of(s, end, W_PURSE) ? end - at : 0;
}

/* 青年文体类项目: projects of a sort; 石峡小(1)型水库 is one, of its size. */
static bool is_sort(struct str name, const struct word *work)
{
	return str_eq(work->arg, STR("work")) && words_tail(str_sub(name, 0, name.n - work->text.n), W_SORT);
}

/* A name made only of words that any project has is none: 重点项目, 技术改造项目, 柳州市重大科技项目. */
bool workname_vague(struct str name)
{
	const struct word *last = words_tail(name, W_WORK);
	size_t used = 0;

	if (words_of(name, 0, W_THIS) || (last && (is_sort(name, last) || is_counted(name, last) || is_of_money(name, last))))
		return true;
	const struct region *r = region_chain(name, &used);

	if (used)
		name = str_from(name, used);
	/* 区|政府民生实事项目: whose works they are. */
	const struct word *level = words_of(name, 0, W_LEVEL), *gov = level ? words_of(name, level->text.n, W_BODY) : NULL;

	name = str_from(name, gov && str_eq(gov->arg, STR("gov")) ? level->text.n + gov->text.n : 0);
	/* 某市新机场建设项目: the facility of a city is one of its own; a province has several. */
	const struct word *facility = words_of(name, 0, W_WORK);

	if (r && r->level != REGION_PROVINCE && facility && str_eq(facility->arg, STR("facility")) && last && facility->text.n + last->text.n <= name.n)
		return false;
	/* 广西投资建设补链项目: two verbs behind the place are no name. */
	const struct word *v = words_of(name, 0, W_VERB);

	if (v && words_of(name, v->text.n, W_VERB))
		return true;
	int buildings = 0;

	for (size_t i = 0; i < name.n;) {
		const struct word *w = words_of(name, i, W_VAGUE), *work = words_of(name, i, W_WORK);

		/* 数字化车间/智能工厂项目 */
		if (i && name.p[i] == '/') {
			i++;
			continue;
		}
		if (!w)
			w = work;
		if (!w)
			return false;
		buildings += work && str_eq(work->arg, STR("building"));
		i += w->text.n;
	}
	/* 某市妇幼保健院托育服务中心: the building of a building. */
	return !(used && buildings > 1);
}

bool workname_of_place(struct str name)
{
	const struct word *work = words_tail(name, W_WORK);
	size_t used;

	/* 青山水库: also where several places have that name. */
	return work && !str_eq(work->arg, STR("work")) && (region_chain(name, &used) || used) && used + work->text.n == name.n;
}

bool workname_called(struct str name, struct str as)
{
	const struct word *work = as.n > name.n && str_starts(as, name) ? words_is(str_from(as, name.n), W_WORK) : NULL;

	return work && str_eq(work->arg, STR("work"));
}

struct finding *workname_told(const struct doc *d, struct str written)
{
	for (size_t i = d->count > LATEST ? d->count - LATEST : 0; i < d->count; i++)
		if (d->findings[i]->type == RECORD_PROJECT && str_eq(finding_value(d->findings[i], "name"), written))
			return d->findings[i];
	return NULL;
}

/* 2021年|食用菌产业项目: whether the known name is the other one with its year. */
static bool with_year(struct str known, struct str name)
{
	struct period p;

	return known.n > name.n && str_ends(known, name) && period_parse(str_sub(known, 0, known.n - name.n), (struct ymd){0, 0, 0}, &p);
}

static bool is_known(const struct doc *d, size_t since, struct str name)
{
	struct str written = view_written(&d->outline.view, name, d->arena);

	for (size_t i = since; i < d->count; i++) {
		const struct finding *f = d->findings[i];
		/* A name that is composed stands in its list. */
		struct str place = f->name.n ? f->name : f->list;
		bool inside = place.n && name.p >= place.p && name.p + name.n <= place.p + place.n;

		if (f->type != RECORD_PROJECT)
			continue;
		/* What stands inside a longer name is none by itself, nor is 石门水库 one beside 石门水库项目. */
		struct str known = finding_value(f, "name");

		if (inside || str_eq(known, written) || with_year(known, written) || workname_called(written, known))
			return true;
	}
	return false;
}

/* 沙岗水厂 is no project of its own where 沙岗水厂扩建 turns out to be one. */
static void drop_shorter(struct doc *d, size_t since, struct str name)
{
	for (size_t i = since; i < d->count; i++) {
		const struct finding *f = d->findings[i];

		if (f->type != RECORD_PROJECT || !f->name.n || f->name.n >= name.n || f->name.p < name.p || f->name.p + f->name.n > name.p + name.n)
			continue;
		memmove(d->findings + i, d->findings + i + 1, (d->count - i - 1) * sizeof(struct finding *));
		d->count--;
		d->projects_end--;
		return;
	}
}

/* Whether the region that `name` begins with is where a work stands: not in 广西汽车集团新能源基地, 柳州至梧州铁路 nor 杭州路. */
static bool is_place(struct str name)
{
	enum { LONGEST_FIRM = 24 /* bytes of the name of a company before its last word */ };
	size_t used;
	const struct region *r = region_chain(name, &used);
	struct str rest = str_from(name, used);
	const struct word *span = words_of(rest, 0, W_SPAN);
	size_t len;

	if (span && region_match(str_from(rest, span->text.n), 2, NULL))
		return false;
	/* 辽宁路科技街, 杭州湾大桥: roads and waters are called by places, by their short names. */
	const struct word *named = !r || str_ends(str_sub(name, 0, used), r->suffix) ? NULL : words_of(rest, 0, W_NAMED);

	if (named && (str_eq(named->arg, STR("geo")) || words_set_has(&named->classes, W_ENDING)))
		return false;
	for (size_t i = 0; i < rest.n && i <= LONGEST_FIRM; i += len) {
		const struct word *firm = words_of(rest, i, W_FIRM);

		if (firm && i && str_eq(firm->arg, STR("company")))
			return false;
		str_char(rest, i, &len);
	}
	return true;
}

/* 研究佛山西站改造工程, 审议市医院迁建项目: what is done about it is no part of a name that begins with a place or body. */
static struct str behind_verb(const struct doc *d, struct str name)
{
	const struct word *verb = words_of(name, 0, W_VERB);
	struct str rest = str_from(name, verb ? verb->text.n : 0);
	struct body b;

	if (!verb || str_chars(verb->text) < 2 || words_of(name, 0, W_FIRM) || words_of(name, 0, W_DEPARTMENT))
		return name;
	/* 市第一人民医院 */
	if (words_own(rest, 0, W_LEVEL) && words_within(rest, W_FIRM))
		return rest;
	return region_match(rest, 2, NULL) || (body_at(&d->context, rest, 0, &b) && b.kind == BODY_DEPARTMENT && b.s.n < rest.n) ? rest : name;
}

struct str workname_behind_self(const struct doc *d, struct str name)
{
	const struct word *self = words_of(name, 0, W_SELF);
	struct str rest = str_from(name, self ? self->text.n : 0);
	bool whose = self && (str_eq(self->arg, STR("you")) || (str_eq(self->arg, STR("region")) && workname_particular(d, rest)));

	return whose && rest.n ? rest : name;
}

/* ■□▲△◆◇○●★☆※ */
static bool is_bullet(uint32_t c)
{
	return (c >= 0x25A0 && c <= 0x26FF) || c == 0x203B;
}

struct finding *workname_add(struct doc *d, size_t index, struct str name, struct str evidence, const char *rule)
{
	size_t used, since = d->count > LATEST ? d->count - LATEST : 0;

	size_t mark;
	long value;

	/* ▲青河县物流园项目 */
	while (name.n && is_bullet(str_char(name, 0, &mark)))
		name = clause_strip(str_from(name, mark));
	/* …建成；（2）市中心医院新院开工 */
	if (outline_marker(name, &mark, &value))
		name = clause_strip(str_from(name, mark));
	name = behind_verb(d, workname_behind_self(d, name));
	/* 某水库工程初步设计: the paper is not the work. */
	for (const struct word *w; (w = words_tail(name, W_ISSUE)) && str_eq(w->arg, STR("paper")) && w->text.n < name.n;)
		name = clause_strip(str_sub(name, 0, name.n - w->text.n));
	/* 西湖大桥工程|建设, 甲地至乙地铁路|建设: that it is built is no part of a name that has ended. */
	const struct word *built = words_tail(name, W_BUILD), *ended = built ? words_tail(str_sub(name, 0, name.n - built->text.n), W_WORK) : NULL;

	bool bare = ended && (str_eq(ended->arg, STR("work")) || (str_eq(ended->arg, STR("facility")) && str_eq(built->arg, STR("bare"))));

	name.n -= bare ? built->text.n : 0;
	if (noname_is(d->outline.paras[index].s, name) || is_known(d, since, name) || samework_headed(d, index, name))
		return NULL;
	/* What an approval is about goes by the name of its title. */
	if (d->approval && ((d->approval->name.p >= name.p && d->approval->name.p < name.p + name.n) || workname_called(d->approval->name, name)))
		return NULL;
	drop_shorter(d, since, name);
	struct finding *f = finding_new(d, RECORD_PROJECT, rule, evidence);

	f->key = view_from(&d->outline.view, name);
	f->name = name;
	finding_cell(d, f, "name", name);
	if (region_chain(name, &used) && is_place(name))
		finding_cell(d, f, "place", str_sub(name, 0, used));
	f->section = d->outline.paras[index].section;
	return f;
}

struct str workname_own(struct str name)
{
	size_t at = 0, own = 0;
	int words = 0;

	for (const struct word *w; (w = words_of(name, at, W_VAGUE)) || (w = words_of(name, at, W_WORK)); words++) {
		at += w->text.n;
		if (words > 1 && words_tail(str_sub(name, 0, at), W_WORK))
			own = at;
	}
	return own < name.n ? str_from(name, own) : name;
}

bool workname_etc(struct str name)
{
	return words_within(name, W_ETC) || words_within_arg(name, W_VAGUE, STR("number"));
}

struct str workname_built(const struct doc *d, struct str name, struct str *builder)
{
	bool firm = false;
	size_t owner = 0, len;

	for (size_t i = 0; i < name.n; i += len) {
		const struct word *w = words_of(name, i, W_FIRM), *build = words_of(name, i, W_BUILD);

		str_char(name, i, &len);
		if (w)
			owner = i + w->text.n, len = w->text.n, firm = i > 0;
		if (!build || i == 0)
			continue;
		size_t end = i + build->text.n;

		for (const struct word *more; (more = words_of(name, end, W_BUILD));)
			end += more->text.n;
		struct str rest = str_from(name, end);
		size_t used = region_match(rest, 2, NULL);

		len = end - i;
		if (!str_reaches(rest, 4) || workname_vague(rest))
			continue;
		const struct word *invest = words_of(name, i, W_FUND);

		/* 某公司新建年产1万台变压器项目 is a name as it stands. */
		if (firm && owner == i && invest) {
			*builder = str_sub(name, 0, owner);
			return rest;
		}
		if (used && used < rest.n && !workname_particular(d, str_sub(name, 0, i)))
			return rest;
	}
	return name;
}

bool workname_any(const struct doc *d, const struct mentions *m, const struct range *c, struct str name)
{
	size_t from = (size_t)(name.p - m->s.p);
	const struct word *of = words_tail(str_sub(m->s, c->from, from), W_OF);
	long before = of ? clause_last(m, from - of->text.n) : -1;

	if (!of || !d->head.measures || region_match(name, 1, NULL))
		return false;
	const struct mention *x = before >= 0 ? &m->items[before] : NULL;
	bool bounded = x && x->kind == M_QUANTITY && x->to + of->text.n == from && x->quantity->has_min != x->quantity->has_max;

	return bounded || words_of(m->s, c->from, W_TOWHOM);
}
