/* Knows which headings and lines name the project that is told of below them. */
#include "verb/headed.h"

#include "doc/coded.h"
#include "doc/grid.h"
#include "doc/heading.h"
#include "verb/clause.h"
#include "verb/noname.h"
#include "verb/profile.h"
#include "verb/slots.h"
#include "verb/workname.h"

enum {
	LONGEST_NAME = 45,
	SHORTEST_LINE = 8,   /* characters of a numbered line that is a name */
	LONGEST_LINE = 30,   /* characters of a line that names what the next is about */
	LONGEST_REST = 8,    /* characters behind the name in a heading about it */
	LONGEST_LEAD = 200,  /* bytes behind a heading in which the text must speak of its project */
	LATEST = 40          /* findings among which a project is looked for */
};

/* Whether the document is a list of projects by its title (民生实事项目责任分解表). */
static bool words_of_title(struct str title)
{
	const struct word *w = words_tail(title, W_TITLE);

	return w && str_eq(w->arg, STR("list")) && words_within_arg(title, W_WORK, STR("work"));
}

/* （一）制造业项目 over the items of a list of projects: the group that those below belong to; n 0: none stands there. */
static struct str group_over(const struct doc *d, size_t index)
{
	enum { LONGEST_GROUP = 20 };
	int section = d->outline.paras[index].section;

	if (section >= 0 && d->outline.sections[section].para == index)
		section = d->outline.sections[section].parent;
	struct str group = section >= 0 ? grid_group(d->outline.paras[d->outline.sections[section].para].body) : STR("");

	return group.n && str_sized(group, 2, LONGEST_GROUP) && !str_has(group, STR("。")) && !words_tail(group, W_TITLE) && words_of_title(d->head.title) ? group : STR("");
}

/* 七、 and (7) without their marks. */
static struct str number_alone(struct str s)
{
	size_t len;

	s = clause_strip(s);
	if (s.n && s.p[0] == '(')
		s = str_from(s, 1);
	while (s.n) {
		size_t at = str_before(s, s.n);
		uint32_t c = str_char(s, at, &len);

		if (c != ')' && c != '.' && c != 0x3001 && c != ',')
			break;
		s.n = at;
	}
	return s;
}

/* 2.青山县白石镇灌区节水改造工程(一期) as a numbered line: all of it is the name. Its number goes to *number. */
static bool is_named_line(const struct doc *d, const struct para *p, struct str *number)
{
	struct str name = p->head;
	size_t len, open = str_find(name, STR("("), 0);
	long value;

	if (p->kind != PARA_HEADING || (open == name.n && !words_tail(name, W_WORK)) || outline_marker(p->s, &len, &value) < 5 || !str_sized(name, SHORTEST_LINE, LONGEST_NAME))
		return false;
	*number = str_sub(p->s, 0, len);
	if (open < name.n && str_ends(name, STR(")")))
		name = str_sub(name, 0, open);
	const struct word *ends = words_tail(name, W_WORK), *verb = words_of(name, 0, W_VERB);
	struct period when;
	size_t behind = period_match(name, (struct ymd){0, 0, 0}, &when);

	/* 9月底前|完成某厂脱硫改造工程 is what is to be done. */
	return !(behind && (words_of(name, behind, W_DONE) || words_of(name, behind, W_BUILD))) && ends && str_eq(ends->arg, STR("work")) && !(verb && !str_eq(verb->arg, STR("noun"))) && !words_of(name, 0, W_BUILD) && !words_of(name, 0, W_ABOUT) && !str_has(name, STR(",")) &&
	       !str_has(name, STR("、")) && workname_particular(d, name) && !workname_vague(name);
}

/* One of the last projects that has this name, or NULL. */
static struct finding *found_before(const struct doc *d, struct str name)
{
	for (size_t k = d->projects_end; k-- > 0 && k + LATEST > d->count;)
		if (d->findings[k]->type == RECORD_PROJECT && d->findings[k]->name.p && str_eq(d->findings[k]->name, name))
			return d->findings[k];
	return d->approval && workname_called(d->approval->name, name) ? d->approval : NULL;
}

/* 二、关于城区管网改造项目的建设情况: the project that the text below is about; n 0: the heading names none. */
static struct str name_about(const struct doc *d, const struct para *p)
{
	const struct word *about = p->kind == PARA_HEADING || p->kind == PARA_TEXT ? words_of(p->head, 0, W_ABOUT) : NULL, *ends = NULL;
	struct str name = clause_strip(str_from(p->head, about ? about->text.n : p->head.n));
	size_t end = 0, len;

	for (size_t i = 0; i < name.n; i += len) {
		const struct word *work = words_of(name, i, W_WORK);

		str_char(name, i, &len);
		if (work && i) {
			ends = work;
			len = work->text.n;
			end = i + len;
		}
	}
	struct str rest = str_from(name, end);
	bool closes = !rest.n || words_of(rest, 0, W_OF) || words_of(rest, 0, W_QUESTION) || words_of(rest, 0, W_BUILD) || words_of(rest, 0, W_VAGUE);

	name = str_sub(name, 0, end);
	/* 关于您提出的建设某大桥的问题 */
	for (size_t i = 0; i < name.n; i += len) {
		const struct word *of = words_of(name, i, W_OF);

		str_char(name, i, &len);
		if (of && i + of->text.n < name.n) {
			name = clause_strip(str_from(name, i + of->text.n));
			i = len = 0;
		}
	}
	for (const struct word *w; (w = words_of(name, 0, W_BUILD)) && w->text.n < name.n;)
		name = clause_strip(str_from(name, w->text.n));
	if (!ends || !closes || str_eq(ends->arg, STR("building")) || str_longer(rest, LONGEST_REST) || words_of(name, 0, W_VERB) || words_within(name, W_JOIN))
		return STR("");
	/* 白水河水库工程: the facility before 工程 has a name. */
	struct str own = str_eq(ends->arg, STR("facility")) ? name : str_sub(name, 0, name.n - ends->text.n);
	const struct word *facility = words_tail(own, W_WORK);
	bool known = p->kind == PARA_HEADING && facility && str_eq(facility->arg, STR("facility")) && workname_facility(own, facility);

	return known || workname_particular(d, name) ? name : STR("");
}

/* 聚力推进重大工程: what is called for, and no name. */
static bool calls_for(struct str head)
{
	for (size_t i = words_next(head, 0, W_URGE); i < head.n; i = words_next(head, i + 1, W_URGE))
		if (words_of(head, i, W_BUILD))
			return true;
	return false;
}

/* Where the text of a paragraph speaks of this one, at the head of a clause: 该项目, but not 某街管网工程概算8960万元; n: nowhere near. */
static size_t speaks_of_this(struct str text)
{
	struct str near = str_sub(text, 0, 2 * LONGEST_LEAD);

	for (size_t i = words_next(near, 0, W_THIS), len; i < near.n && i < LONGEST_LEAD; i = words_next(near, i + 1, W_THIS)) {
		size_t before = i ? str_before(near, i) : 0;

		if (!i || str_char(near, before, &len) < 0x3400)
			return i;
	}
	return text.n;
}

/* Whether the run-in heading ends as projects do, or the text behind byte `behind` soon speaks of this one. */
static bool is_told_of(const struct doc *d, const struct para *p, size_t behind)
{
	struct str text = str_from(p->s, behind);
	const struct word *ends = p->kind == PARA_TEXT ? words_tail(p->head, W_WORK) : NULL;

	if (ends && !str_eq(ends->arg, STR("building")) && !words_of(p->head, 0, W_VERB) && !calls_for(p->head) && !workname_vague(p->head))
		return true;
	/* 山南通用机场二期。新建机库，总投资3亿元。 */
	if (p->kind == PARA_TEXT && words_tail(p->head, W_PHASE) && !words_of(p->head, 0, W_VERB) && words_next(str_sub(text, 0, LONGEST_LEAD), 0, W_TOTALINVEST) < text.n)
		return true;
	size_t this = speaks_of_this(text);

	/* 二、当前进展。一是新建某大桥。该项目…: a point of the paragraph stands between. In an approval the one approved is meant. */
	return !d->approved.n && str_reaches(p->head, 4) && this < text.n && !words_within(str_sub(text, 0, this), W_NTH);
}

/* 5.县中医院住院部建设（续建）。建筑面积1.2万平方米，总投资7800万元。: what a numbered item begins with and tells the cost of. */
static bool is_costed(const struct para *p, size_t behind)
{
	enum { LEVEL = 5, SHORTEST = 6, SOON = 120 /* bytes */ };
	struct str name = clause_bare(p->head), soon = str_sub(p->s, behind, behind + SOON < p->s.n ? behind + SOON : p->s.n);
	const struct word *ending = words_tail(name, W_ENDING), *verb = words_of(name, 0, W_VERB);

	if (p->kind != PARA_TEXT || p->level < LEVEL || !ending || !str_reaches(name, SHORTEST) || (verb && !str_eq(verb->arg, STR("noun"))) || words_of(name, 0, W_BUILD) || words_of(name, 0, W_HOLD) || words_of(name, 0, W_ABOUT))
		return false;
	/* The name is no list, and nothing but what is built stands before the cost. */
	return words_next(soon, 0, W_TOTALINVEST) < soon.n && !str_has(name, STR("、")) && !str_has(name, STR(",")) && !words_within(name, W_OF);
}

/* （一）产业发展项目。计划投入1.4亿元。 over numbered items: a sort of projects, which has no name of its own. */
static bool heads_sort(const struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index], *next = p + 1;

	return index + 1 < d->outline.count && p->level && next->level > p->level && next->kind != PARA_ROW && !workname_particular(d, p->head);
}

/* 总投资及资金来源, 重点项目建设, 建设内容及规模: what is told of any project. */
static bool tells_of_any(struct str name)
{
	const struct word *w = words_tail(name, W_BUILD);

	if ((grid_heading(name) != COLUMN_UNKNOWN && !words_tail(name, W_WORK)) || words_of(name, 0, W_TOTALINVEST) || words_of(name, 0, W_FUND) || words_tail(name, W_FUND) || str_has(name, STR(":")))
		return true;
	return workname_vague(name) || (w && w->text.n < name.n && workname_vague(str_sub(name, 0, name.n - w->text.n)));
}

/* （一）科技人才行动计划 over 1.“菁英计划”留学项目。: what stands in a plan for people is for people too, where nothing is built. */
static bool is_in_talent_plan(const struct doc *d, const struct para *p)
{
	const struct outline *o = &d->outline;

	if (p->section < 0 || noname_builds(p->head))
		return false;
	for (int k = o->sections[p->section].parent; k >= 0; k = o->sections[k].parent) {
		struct str title = o->sections[k].title;
		const struct word *plan = words_tail(title, W_TITLE), *work = words_tail(title, W_WORK);

		if (words_within_arg(title, W_PERSON, STR("talent")) && !noname_builds(title) && ((plan && str_eq(plan->arg, STR("plan"))) || (work && str_eq(work->arg, STR("work")))))
			return true;
	}
	return false;
}

/* （一）玉龙水库。该项目位于…: a run-in heading is a project where the text says so, or where the document lists projects. */
static bool read_headed(struct doc *d, size_t index, const struct mentions *m)
{
	const struct para *p = &d->outline.paras[index];
	struct str title = d->head.title, number;

	if (!p->head.n || str_longer(p->head, LONGEST_NAME) || is_in_talent_plan(d, p))
		return false;
	if (is_named_line(d, p, &number)) {
		/* X改造工程（总投资2亿元，2024-2025年）: what is told of it is no part of its name. */
		struct str bare = clause_bare(p->head), name = words_within(str_from(p->head, bare.n), W_FUND) ? bare : p->head;
		struct finding *one = workname_add(d, index, name, name, "headed");

		if (one)
			finding_cell(d, one, "seq", number_alone(number));
		else
			one = found_before(d, name);
		if (one)
			profile_open(d, index, one);
		return name.n == p->head.n;
	}
	struct str topic = name_about(d, p);

	if (topic.n && str_reaches(topic, 4) && !workname_vague(topic)) {
		struct finding *f = workname_add(d, index, topic, topic, "headed");

		f = f ? f : found_before(d, topic);
		if (f)
			profile_open(d, index, f);
		return false;
	}
	size_t behind = (size_t)(p->head.p + p->head.n - p->s.p);
	/* 四、公示期10天。 is said of the list. */
	bool listed = !d->head.measures && p->kind == PARA_TEXT && p->level >= 5 && behind < p->s.n && p->s.p[behind] != ':' && words_of_title(title) && !words_of(p->head, 0, W_TITLE);
	struct str name = p->head;

	bool costed = !listed && !d->head.measures && is_costed(p, behind);

	if (!listed && !costed && (!is_told_of(d, p, behind) || heads_sort(d, index)))
		return false;
	/* 住院部建设(续建): the bracket is no part of the name, unlike that of a phase. */
	struct str bare = clause_bare(name), inset = str_sub(name, bare.n < name.n ? bare.n + 1 : name.n, name.n - (bare.n < name.n));

	name = costed && !words_tail(inset, W_PHASE) ? bare : name;
	/* 推进螺蛳粉小镇二期。项目位于…: the verb is no part of the name. */
	for (const struct word *v; !listed && (v = words_of(name, 0, W_VERB)) && !str_eq(v->arg, STR("noun"));)
		name = clause_strip(str_from(name, v->text.n));
	if (!listed && !costed && (words_of(name, 0, W_ABOUT) || !str_reaches(name, 4) || tells_of_any(name)))
		return false;
	struct str stop = STR("。");
	struct finding *f = workname_add(d, index, name, listed ? str_sub(m->s, 0, str_find(m->s, stop, (size_t)(p->head.p + p->head.n - p->s.p) + stop.n)) : name, "headed");
	size_t len;
	long value;

	if (f)
		profile_open(d, index, f);
	if (f && listed && outline_marker(p->s, &len, &value)) {
		finding_cell(d, f, "seq", number_alone(str_sub(p->s, 0, len)));
		finding_cell(d, f, "program", title);
		finding_cell(d, f, "category", group_over(d, index));
	}
	return false;
}

/* 城东客运站 as a line, and under it 该项目由…: what the text begins with stands for the line. */
static void read_titled(struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index], *line = p - 1;
	struct str name, code;
	size_t len;
	long value;

	d->named = NULL;
	if (!index || coded_name(&d->outline, index - 1, &code).n || p->kind != PARA_TEXT || p->head.n || !words_of(p->body, 0, W_THIS) || line->kind == PARA_ROW)
		return;
	name = clause_strip(line->body);
	if (outline_marker(name, &len, &value))
		name = clause_strip(str_from(name, len));
	const struct word *about = words_of(name, 0, W_ABOUT);

	name = str_from(name, about ? about->text.n : 0);
	/* 城区易涝点改造工程(东门雨水管道改造工程) */
	struct str bare = clause_bare(name);

	/* 项目建设工期, 招投标意见: what is told of the project. */
	if (words_of(name, 0, W_WORK) || words_tail(bare, W_GENRE) || words_tail(bare, W_TITLE) || words_tail(bare, W_ENDING) == NULL)
		return;
	if (!str_sized(bare, 4, LONGEST_LINE) || workname_vague(bare) || words_within(name, W_OF) || str_has(name, STR(",")) || str_has(name, STR("。")))
		return;
	d->named = workname_add(d, index, name, name, "headed");
	if (d->named)
		headed_number(d, index - 1, d->named);
	else
		d->named = found_before(d, name);
}

/* Letters, digits and marks alone. */
static bool is_code(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] >= 0x80)
			return false;
	return s.n > 0;
}

/* 1.某乡灌溉渠建设项目（NS2026-01）：投资200万元。…: a numbered paragraph that begins with the name of a project. */
static struct str item_name(const struct doc *d, const struct para *p)
{
	size_t colon = p->kind == PARA_ROW || p->level < 5 ? p->body.n : str_find(p->body, STR(":"), 0);

	if (colon == p->body.n)
		return STR("");
	size_t comma = str_find(p->body, STR(","), 0);
	/* 1.某水库加固工程,建设地点:某县 */
	bool labels = comma < colon && grid_heading(clause_strip(str_sub(p->body, comma, colon))) != COLUMN_UNKNOWN;
	struct str name = str_sub(p->body, 0, labels ? comma : colon);
	size_t open = name.n;

	if (str_longer(name, 2 * LONGEST_NAME) || str_has(name, STR("。")) || str_has(name, STR(",")) || str_has(name, STR("、")))
		return STR("");
	/* Its number in a register is no part of it. */
	if (str_ends(name, STR(")"))) {
		while (open > 0 && name.p[open - 1] != '(')
			open--;
		if (open > 1 && is_code(str_sub(name, open, name.n - 1)))
			name = str_sub(name, 0, open - 1);
	}
	const struct word *work = words_tail(name, W_WORK), *verb = words_of(name, 0, W_VERB);
	bool named = work && str_eq(work->arg, STR("work")) && !(verb && !str_eq(verb->arg, STR("noun"))) && workname_particular(d, name) && !workname_vague(name);

	return named && str_sized(name, SHORTEST_LINE, LONGEST_NAME) ? name : STR("");
}

/* 项目名称, 总投资:2600万元: the short words that a paragraph begins with or is, up to byte `colon`; n 0: none. */
static struct str short_label(const struct para *p, size_t colon)
{
	enum { LONGEST_LABEL = 12 };
	struct str label = clause_strip(str_sub(p->body, 0, colon));

	return p->kind == PARA_ROW || str_longer(label, LONGEST_LABEL) ? STR("") : label;
}

/* Whether a paragraph begins with the label of something. */
static bool is_labelled(const struct para *p)
{
	struct str label = short_label(p, str_find(p->body, STR(":"), 0));

	return label.n && grid_heading(label) != COLUMN_UNKNOWN;
}

/* Whether the name of a project stands behind the label that ends at byte `colon`. */
static bool labels_name(const struct para *p, size_t colon)
{
	struct str label = short_label(p, colon);

	return label.n && heading_is(label) && grid_heading(label) == COLUMN_NAME && words_within(label, W_WORK);
}

/* 项目名称：某水库加固工程；建设单位：…: the name behind the label that a paragraph begins with, up to the next stop, or below one; n 0: it has none. */
static struct str labelled_name(const struct doc *d, size_t index)
{
	enum { SHORTEST = 4 };
	const struct para *p = &d->outline.paras[index];
	size_t colon = str_find(p->body, STR(":"), 0), len;
	bool inside = colon < p->body.n && labels_name(p, colon), below = index && !p->level && p[-1].level && labels_name(p - 1, p[-1].body.n) && !str_has(p[-1].body, STR(":"));
	struct str name = inside ? str_from(p->body, colon + 1) : below && p->kind != PARA_ROW ? p->body : STR("");

	for (size_t i = 0; i < name.n; i += len) {
		uint32_t c = str_char(name, i, &len);

		if (c == ';' || c == 0xFF1B || c == ',' || c == 0x3002) {
			name = str_sub(name, 0, i);
			break;
		}
	}
	name = clause_strip(name);
	return str_sized(name, SHORTEST, LONGEST_NAME) && !str_has(name, STR(":")) && !workname_vague(name) ? name : STR("");
}

/* Whether the paragraph tells its project behind a label. */
static bool read_item(struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index];
	struct str labelled = labelled_name(d, index), name = labelled.n || !p->level ? labelled : item_name(d, p);
	size_t len;
	long value;

	if (!name.n && (!p->level || (d->item && d->card && is_labelled(p))))
		return false;
	struct finding *f = name.n ? workname_add(d, index, name, name, "headed") : NULL;
	bool all = labelled.n && labelled.p + labelled.n + STR("。").n >= p->body.p + p->body.n;

	/* 一、项目名称：X: the number is the label's. */
	if (f && !all && outline_marker(p->s, &len, &value))
		finding_cell(d, f, "seq", number_alone(str_sub(p->s, 0, len)));
	f = name.n && !f ? found_before(d, name) : f;
	if (labelled.n && (p->level || labelled.p == p->body.p))
		profile_card(d, f);
	else
		profile_item(d, index, f);
	return labelled.n > 0;
}

/* Below the numbers of parts (一、, （一）) those of items begin. */
void headed_number(struct doc *d, size_t index, struct finding *f)
{
	enum { ITEMS = 7 };
	const struct para *p = &d->outline.paras[index];
	size_t len;
	long value;

	if (p->level && f->name.p == p->body.p && !finding_value(f, "seq").n && outline_marker(p->s, &len, &value) >= ITEMS) {
		finding_cell(d, f, "seq", number_alone(str_sub(p->s, 0, len)));
		if (!finding_has(f, "category"))
			finding_cell(d, f, "category", group_over(d, index));
	}
}

/* J0013 北区填土工程 as a line of a list of such: what the lines below tell is told of it. */
static bool read_coded(struct doc *d, size_t index)
{
	struct str code, name = coded_name(&d->outline, index, &code);
	struct finding *f = name.n ? workname_add(d, index, name, d->outline.paras[index].s, "headed") : NULL;

	if (f)
		finding_cell(d, f, "seq", code);
	if (name.n)
		profile_item(d, index, f ? f : found_before(d, name));
	return name.n > 0;
}

bool headed_find(struct doc *d, size_t index, const struct mentions *m)
{
	if (read_coded(d, index))
		return true;
	if (read_item(d, index))
		return false;
	if (read_headed(d, index, m))
		return true;
	read_titled(d, index);
	return false;
}
