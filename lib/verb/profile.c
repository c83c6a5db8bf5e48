/* Knows how the lines below the heading of a project tell its place, content, time and builders. */
#include "verb/profile.h"

#include "doc/coded.h"
#include "doc/grid.h"
#include "verb/clause.h"

enum {
	LONGEST_LABEL = 48, /* bytes */
	MOST_BODIES = 12
};

void profile_open(struct doc *d, size_t index, struct finding *f)
{
	int section = d->outline.paras[index].section;

	if (section < 0 || d->outline.sections[section].para != index)
		return;
	if (!d->headed)
		d->headed = ARENA_ARRAY(d->arena, struct finding *, d->outline.section_count);
	d->headed[section] = f;
}

void profile_item(struct doc *d, size_t index, struct finding *f)
{
	d->item = f;
	d->item_section = d->outline.paras[index].section;
	d->card = false;
}

void profile_card(struct doc *d, struct finding *f)
{
	d->item = f;
	d->card = true;
}

struct finding *profile_project(const struct doc *d, size_t index)
{
	if (d->item && (d->card || (d->item_section == d->outline.paras[index].section && d->outline.paras[index].kind != PARA_HEADING)))
		return d->item;

	for (int s = d->headed ? d->outline.paras[index].section : -1; s >= 0; s = d->outline.sections[s].parent)
		if (d->headed[s])
			return d->headed[s];
	return d->approval;
}

static const char *field_of(enum column_role role)
{
	switch (role) {
	case COLUMN_PLACE:
		return "place";
	case COLUMN_CONTENT:
		return "content";
	case COLUMN_CATEGORY:
		return "category";
	case COLUMN_STATE:
		return "state";
	case COLUMN_PERIOD:
	case COLUMN_START:
	case COLUMN_DEADLINE:
		return "period_text";
	case COLUMN_ORG:
		return "orgs";
	default:
		return NULL;
	}
}

static struct str closed(struct str s)
{
	const struct str stop = STR("。");

	s = clause_strip(s);
	s = str_ends(s, stop) ? clause_strip(str_sub(s, 0, s.n - stop.n)) : s;
	/* （…；完成时限：2024年12月底前）: the bracket around the labels ends with the last of them. */
	return str_ends(s, STR(")")) && !str_has(s, STR("(")) ? clause_strip(str_sub(s, 0, s.n - 1)) : s;
}

static void add_builders(struct doc *d, struct finding *f, struct str value)
{
	struct body items[MOST_BODIES];
	size_t n = body_list(value, items, MOST_BODIES);

	for (size_t i = 0; i < n; i++)
		finding_item(d, f, "orgs", items[i].s);
	if (!n && !str_longer(value, LONGEST_LABEL))
		finding_item(d, f, "orgs", value);
}

/* Whether a clause tells what all costs: a word of investment or money, and a sum. */
static bool tells_cost(struct str s)
{
	bool word = words_within(s, W_TOTALINVEST) || words_within(s, W_FUND);

	for (size_t i = 0, len; word && i < s.n; i += len) {
		struct quantity q;
		size_t n = s.p[i] >= '0' && s.p[i] <= '9' ? quantity_match(str_from(s, i), STR(""), &q) : 0;

		if (n && q.kind == QUANTITY_MONEY)
			return true;
		str_char(s, i, &len);
		len = n ? n : len;
	}
	return false;
}

static size_t clause_close(struct str s, size_t at)
{
	for (size_t len; at < s.n; at += len) {
		uint32_t c = str_char(s, at, &len);

		if (c == ',' || c == ';' || c == 0xFF1B || c == 0x3002)
			break;
	}
	return at;
}

/* 建设冷库3万立方米；总投资9800万元: what is built ends before the clause that tells what it costs. */
static struct str without_cost(struct str s)
{
	for (size_t from = 0, len; from < s.n; from += len) {
		size_t to = clause_close(s, from);

		if (from && tells_cost(str_sub(s, from, to)))
			return str_sub(s, 0, from);
		if (to == s.n)
			break;
		str_char(s, to, &len);
		len += to - from;
	}
	return s;
}

/* What stands first counts; the name itself may have told a place. */
static void add_value(struct doc *d, struct finding *f, const char *field, struct str value)
{
	value = closed(strcmp(field, "content") == 0 ? without_cost(value) : strcmp(field, "place") == 0 ? clause_first_sentence(value) : value);
	/* 建设地点：项目位于某村 */
	const struct word *at = strcmp(field, "place") == 0 ? words_of(value, 0, W_AT) : NULL;

	value = at && str_eq(at->arg, STR("site")) ? clause_strip(str_from(value, at->text.n)) : value;
	if (!value.n)
		return;
	/* An approval tells there also what the project must keep to: 年综合能源消费量不高于1800吨标准煤. */
	if (strcmp(field, "content") == 0 && f != d->approval)
		d->built = value;
	if (strcmp(field, "place") == 0)
		finding_forget(f, field);
	if (finding_has(f, field))
		return;
	if (strcmp(field, "orgs") == 0)
		add_builders(d, f, str_sub(value, 0, str_find(value, STR(","), 0)));
	else
		finding_cell(d, f, field, value);
}

/* 白水县;建设年限: what a label ends behind is not all its own. */
static bool has_stop(struct str s)
{
	return str_has(s, STR(";")) || str_has(s, STR("；")) || str_has(s, STR(",")) || str_has(s, STR("。"));
}

/* The label that begins at byte `at` of s and ends at a colon, or at 为 (建设地点为某县): the byte behind that, 0: none. */
static size_t label_end(struct str s, size_t at, enum column_role *role)
{
	struct str near = str_sub(s, 0, at + LONGEST_LABEL + 1 < s.n ? at + LONGEST_LABEL + 1 : s.n);
	size_t colon = str_find(near, STR(":"), at), is = words_next(near, at, W_IS);

	/* 责|任|人 */
	*role = is < colon && is < near.n && !str_eq(words_of(near, is, W_IS)->arg, STR("person")) ? grid_heading(clause_strip(str_sub(s, at, is))) : COLUMN_UNKNOWN;
	if (*role != COLUMN_UNKNOWN)
		return is + words_of(s, is, W_IS)->text.n;
	if (colon >= near.n || colon == at || has_stop(str_sub(s, at, colon)))
		return 0;
	*role = grid_heading(clause_strip(str_sub(s, at, colon)));
	return *role == COLUMN_UNKNOWN ? 0 : colon + 1;
}

/* Whether a label may begin at byte `at`: at the beginning, behind a gap or a closing mark. */
static bool may_begin(const struct view *v, struct str s, size_t at)
{
	size_t len;

	if (!at || view_gap(v, view_at(v, s) + at) > 0)
		return true;
	switch (str_char(s, str_before(s, at), &len)) {
	case 0x3002: case ';': case 0xFF1B: case ',': case ')': case ':':
		return true;
	default:
		return false;
	}
}

/* 建设内容：… 实施单位：…: labels of one line, each with what stands behind it; behind a label in the middle of a paragraph other sentences may
 * follow. */
static bool read_labels(struct doc *d, struct finding *f, struct str s)
{
	const char *field = NULL;
	size_t from = 0, label = 0;
	bool any = false;

	if (!str_has(s, STR(":")) && words_next(s, 0, W_IS) >= s.n)
		return false;
	for (size_t i = 0, len; i < s.n; i += len) {
		enum column_role role = COLUMN_UNKNOWN;
		size_t end = may_begin(&d->outline.view, s, i) ? label_end(s, i, &role) : 0;

		str_char(s, i, &len);
		if (!end)
			continue;
		if (field)
			add_value(d, f, field, label ? clause_first_sentence(str_sub(s, from, i)) : str_sub(s, from, i));
		field = field_of(role);
		label = i;
		from = end;
		len = end - i;
		any = true;
	}
	if (field)
		add_value(d, f, field, label ? clause_first_sentence(str_from(s, from)) : str_from(s, from));
	return any;
}

/* Whether a clause tells what a work costs, when it is built or by whom, and not what is built. */
static bool tells_other(struct str s)
{
	struct period when;
	size_t year = period_match(s, (struct ymd){0, 0, 0}, &when);
	enum column_role role = COLUMN_UNKNOWN;
	/* 配套滴灌设施, but not 配套资金 or 配套500万元: built beside the rest. */
	const struct word *fund = words_of(s, 0, W_FUND), *beside = fund ? words_of(s, 0, W_INNAME) : NULL;
	struct quantity q;
	bool money = fund && !(beside && !words_of(s, fund->text.n, W_FUND) && !words_of(s, fund->text.n, W_PROGRAM) && !quantity_match(str_from(s, fund->text.n), STR(""), &q));

	return year || words_of(s, 0, W_TOTALINVEST) || money || words_of(s, 0, W_BY) || words_of(s, 0, W_PLANNED) || words_of(s, 0, W_FUTURE) || words_of(s, 0, W_DONE) ||
	       words_of(s, 0, W_LABEL) || words_of(s, 0, W_PART) || label_end(s, 0, &role);
}

/* 位于县经济开发区，总投资25亿元，主要|建设动力电池生产线: where the clause begins that tells what is built, behind some that tell of something else; s.n: there
 * is none. */
static size_t built_from(struct str s, size_t from)
{
	enum { MOST = 5 /* clauses */ };

	for (size_t n = 0, len; n < MOST && from < s.n; n++) {
		const struct word *mainly = words_own(s, from, W_PLAIN);
		size_t at = from + (mainly ? mainly->text.n : 0), close = clause_close(s, from);
		const struct word *deed = words_of(s, at, W_ENDING), *site = words_of(s, from, W_AT);
		struct str clause = str_sub(s, at, close);

		if (deed && str_eq(deed->arg, STR("deed")) && words_of(s, at, W_BUILD) && str_longer(clause, str_chars(deed->text) + 1) && (!n || str_has_digit(clause)))
			return at;
		bool sited = site && str_eq(site->arg, STR("site"));

		if (!sited && !tells_other(str_from(s, from)) && !words_of(s, from, W_STAT))
			return s.n;
		if (close >= s.n)
			return s.n;
		str_char(s, close, &len);
		from = close + len;
	}
	return s.n;
}

/* 1.东山冷链物流园项目。建设冷库8万吨、分拣中心2万平方米，总投资…: what is built stands right behind the name, up to the clause that tells of
 * something else. */
static void read_content(struct doc *d, struct finding *f, struct str s)
{
	size_t from = (size_t)(f->name.p - s.p) + f->name.n, end, len;

	if (from >= s.n || finding_has(f, "content"))
		return;
	uint32_t mark = str_char(s, from, &len);

	if (mark != 0x3002 && mark != ':' && mark != ',')
		return;
	from += len;
	const struct word *verb = words_of(s, from, W_VERB);
	/* 茶叶加工厂改扩建项目：改造厂房1200平方米 */
	bool told = mark == ':' && verb && (!str_eq(verb->arg, STR("noun")) || words_of(s, from, W_HOLD));

	from = told ? from : built_from(s, from);
	end = from;
	for (size_t i = from, close; i < s.n; i = close + len) {
		if (tells_other(str_from(s, i)))
			break;
		close = end = clause_close(s, i);
		if (close < s.n)
			str_char(s, close, &len);
		if (close == s.n || str_starts(str_from(s, close), STR("。")))
			break;
	}
	if (end > from)
		finding_cell(d, f, "content", str_sub(s, from, end));
}

void profile_content(struct doc *d, size_t index, struct finding *f)
{
	const struct para *p = &d->outline.paras[index];

	if (p->kind != PARA_ROW && str_within(p->s, f->name))
		read_content(d, f, p->s);
}

/* Whether a clause tells what has become of a work, or will: 已于3月批复, 全线完工, 建成后. */
static bool tells_progress(struct str s)
{
	const struct word *build;

	for (size_t i = words_next(s, 0, W_BUILD); i < s.n; i = words_next(s, i + 1, W_BUILD))
		if ((build = words_of(s, i, W_BUILD)) && (str_eq(build->arg, STR("open")) || str_eq(build->arg, STR("close"))))
			return true;
	return words_within(s, W_PAST);
}

/* 道路总长1850米: a length, a size or the like, no money and no time. */
static bool tells_size(struct str s)
{
	bool size = false;

	if (tells_progress(s))
		return false;

	for (size_t i = 0, len; i < s.n; i += len) {
		struct quantity q;
		struct period when;
		size_t n = s.p[i] >= '0' && s.p[i] <= '9' ? quantity_match(str_from(s, i), STR(""), &q) : 0;

		if (n && (q.kind == QUANTITY_MONEY || period_match(str_from(s, i), (struct ymd){0, 0, 0}, &when)))
			return false;
		size |= n && q.kind == QUANTITY_COUNT && q.unit.n;
		str_char(s, i, &len);
		len = n ? n : len;
	}
	return size;
}

/* 该项目|占地20亩，其中绿地3亩，总投资…: the clauses that follow each other and tell how large a work is; n 0: none do. */
static struct str sizes_in(struct str s)
{
	size_t begin = s.n, end = 0, before = 0;

	for (size_t from = 0, to, len = 0; from < s.n; from = to + len) {
		struct str clause = str_sub(s, from, to = clause_close(s, from));
		enum column_role role = COLUMN_UNKNOWN;
		/* 建设规模为日处理污水10万吨 is no label of something else. */
		bool scale = label_end(clause, 0, &role) && role == COLUMN_CONTENT, goes = scale || !tells_other(clause) || words_of(clause, 0, W_PART);

		if (begin == s.n ? goes && tells_size(clause) : goes && str_has_digit(clause) && !tells_cost(clause) && !tells_progress(clause)) {
			begin = begin < s.n ? begin : words_of(clause, 0, W_PART) ? before : from;
			end = to;
		} else if (end) {
			break;
		}
		before = from;
		if (to < s.n && str_char(s, to, &len) == 0x3002 && end)
			break;
	}
	struct str sizes = str_sub(s, begin < end ? begin : end, end);
	const struct word *this = words_of(sizes, 0, W_THIS);

	return clause_strip(str_from(sizes, this ? this->text.n : 0));
}

void profile_sizes(struct doc *d, struct finding *f, struct str s)
{
	struct str sizes = sizes_in(s);

	if (sizes.n && !finding_has(f, "content"))
		add_value(d, f, "content", sizes);
}

/* 新城大道与工业大道连接段 between a line with a code and the sentences about it: a line that is no sentence tells the place. */
static bool is_site_line(const struct doc *d, size_t index)
{
	enum { SHORTEST = 5, LONGEST = 40 };
	const struct outline *o = &d->outline;
	const struct para *p = &o->paras[index];
	struct str code;

	return index && index + 1 < o->count && coded_name(o, index - 1, &code).n && !coded_name(o, index, &code).n && str_sized(p->s, SHORTEST, LONGEST) && !str_has(p->s, STR("。")) &&
	       !str_has(p->s, STR(",")) && !str_has(p->s, STR(":")) && str_has(p[1].s, STR("。")) && !tells_cost(p->s) && !tells_size(p->s);
}

/* The lines right below a heading that speak of its project, or below a line with a code. */
static void read_below(struct doc *d, size_t index, struct finding *f)
{
	enum { SOON = 2 /* paragraphs */ };
	const struct para *p = &d->outline.paras[index];
	bool coded = coded_at(finding_value(f, "seq")), soon = false;

	for (size_t k = 1; k <= SOON && k <= index; k++)
		soon |= str_within(p[-(ptrdiff_t)k].s, f->name);
	if (p->level || !soon || !f->name.n || !(coded || (strcmp(f->rule, "headed") == 0 && words_of(p->body, 0, W_THIS))))
		return;
	if (coded && is_site_line(d, index)) {
		add_value(d, f, "place", p->body);
		return;
	}
	profile_sizes(d, f, p->body);
}

void profile_read(struct doc *d, size_t index)
{
	const struct para *p = &d->outline.paras[index];
	struct finding *f = profile_project(d, index);

	if (f)
		profile_content(d, index, f);
	if (!f || p->kind == PARA_ROW || read_labels(d, f, p->body))
		return;
	/* 四、建设工期。2023年7月至2024年4月。: a heading that the text runs on behind. */
	const char *told = p->kind == PARA_TEXT && p->level && p->head.n && p->head.n < p->body.n ? field_of(grid_heading(clause_strip(p->head))) : NULL;

	if (told) {
		add_value(d, f, told, clause_first_sentence(clause_strip(str_from(p->body, (size_t)(p->head.p - p->body.p) + p->head.n))));
		return;
	}
	/* 2. 建设内容 as a line or heading of its own, and what it is below. */
	const struct para *label = index ? p - 1 : p;
	const char *field = !p->level && label->level && label->kind != PARA_ROW && label->body.n <= LONGEST_LABEL ? field_of(grid_heading(clause_strip(label->body))) : NULL;

	if (field)
		add_value(d, f, field, p->body);
	else
		read_below(d, index, f);
}
