/* Knows how the members of a list share the words of a project's name. */
#include "verb/listed.h"

#include "verb/members.h"
#include "verb/slots.h"
#include "verb/workname.h"

enum {
	SHORT_MEMBER = 12, /* bytes of a short name in a list */
	COUNTED_MEMBER = 21, /* of one in a list that tells how many there are */
	SHORTEST_COUNTED = 4, /* characters of a member of a list that is counted */
	FEWEST_WORKS = 4,
	SHORTEST_WORK = 3,
	FEWEST_BUILT = 2, /* of a list that tells that they begin or end */
	COINED = 6,       /* bytes of the begin of a coined name */
	SHORTEST_ALONE = 6 /* characters of a member that is a name by itself */
};

/* The words between 等 and 项目 only count, praise or tell the state: 等12个重大项目, 等10月竣工项目. */
static bool tail_is_plain(const struct list *l, bool *counted)
{
	struct str s = str_sub(l->tail, 0, l->tail.n - l->work.n);

	*counted = l->counted;
	while (s.n) {
		struct period p;
		const struct word *w = words_of(s, 0, W_VAGUE);
		size_t n = period_match(s, (struct ymd){0, 0, 0}, &p);

		w = w ? w : words_of(s, 0, W_BUILD) ? words_of(s, 0, W_BUILD) : words_of(s, 0, W_AT);
		if (!w && !n)
			return false;
		s = str_from(s, w ? w->text.n : n);
	}
	return true;
}

/* 等一批“短平快”项目 */
static bool tail_is_quoted(const struct list *l)
{
	struct str s = str_sub(l->tail, 0, l->tail.n - l->work.n);

	return str_starts(s, STR("“")) && str_ends(s, STR("”"));
}

/* 沙岗水厂扩建、白石水库、明德学校、东环快速路等重点项目: of so many that end as works do, each is one. */
static bool are_works(const struct doc *d, const struct list *l)
{
	size_t good = 0, particular = 0, fields = 0, ends = 0, coined = 0;
	bool counted;

	if (l->n < (l->reached ? FEWEST_BUILT : FEWEST_WORKS) || !(tail_is_plain(l, &counted) || (l->built && tail_is_quoted(l))))
		return false;
	for (size_t k = 0; k < l->n; k++) {
		struct str s = l->members[k];
		const struct word *firm = words_tail(s, W_FIRM), *built = words_tail(s, W_BUILD), *ending = words_tail(s, W_ENDING);
		const struct word *phase = words_tail(s, W_PHASE), *work = words_tail(str_sub(s, 0, s.n - (phase ? phase->text.n : 0)), W_WORK);
		struct str bare = str_sub(s, 0, s.n - (phase ? phase->text.n : 0));
		bool own = workname_particular(d, s) || workname_of_place(s) || (work && str_eq(work->arg, STR("facility")) && workname_facility(bare, work));

		if (str_chars(s) < SHORTEST_WORK || (workname_vague(s) && !workname_of_place(s)) || members_tell_deed(str_sub(s, 0, s.n - (built ? built->text.n : 0))) || words_within(s, W_OF) || (firm && str_eq(firm->arg, STR("company"))))
			return false;
		/* 潮江高速白石段: a section of a work. */
		good += own || firm || built || work || (ending && words_set_has(&ending->classes, W_NAMED) && words_within(s, W_WORK));
		particular += own;
		ends += own || phase || (ending && !str_eq(ending->arg, STR("deed")));
		coined += own || workname_coined(str_sub(s, 0, COINED));
		fields += words_tail(s, W_FIELD) || words_tail(s, W_CLASS);
	}
	/* 和友碱胺、敏华家居西南基地等项目建成投产: of few, each has a name, and one ends as what is built does. */
	if (l->n < FEWEST_WORKS)
		return ends && coined == l->n && !fields;
	/* 海晨微、岭芯、丰禾动保、绿洲纸业等项目竣工投产: what was built is no kind of works. */
	return (particular && good * 3 >= l->n * 2) || ((l->built || (l->begun && good * 2 >= l->n)) && fields * 2 < l->n);
}

/* 华岭微电子12英寸晶圆: whose it is, how much or big what it makes, and what. */
static bool names_size(struct str s)
{
	enum { OWNER = 9 /* bytes */ };
	struct quantity q;
	size_t i = 0;

	while (i < s.n && !(s.p[i] >= '0' && s.p[i] <= '9'))
		i++;
	size_t n = i >= OWNER && i < s.n ? quantity_match(str_from(s, i), STR(""), &q) : 0;

	return n && i + n < s.n && (q.kind == QUANTITY_COUNT || q.kind == QUANTITY_BARE) && workname_coined(str_sub(s, 0, OWNER));
}

/* 污水处理, 老旧小区, 道路改造: a field of work, or what is done. */
static bool is_kind(struct str s)
{
	return words_tail(s, W_FIELD) || words_tail(s, W_CLASS) || words_tail(s, W_ENDING) || words_tail(s, W_INNAME) || words_tail(s, W_PLAIN) || members_tell_deed(s);
}

/* 污水处理, 路灯安装: what is done, to nothing of a name. */
static bool is_deed_alone(struct str s)
{
	const struct word *ending = words_tail(s, W_ENDING);

	return ending && str_eq(ending->arg, STR("deed")) && !words_within(str_sub(s, 0, s.n - ending->text.n), W_WORK);
}

/* Names that stand by themselves: 福州市社会福利中心康养楼、三明市沙县区失能照护中心等12个项目. */
static bool stand_alone(const struct doc *d, const struct list *l)
{
	size_t particular = 0, facilities = 0, brief = 0, coined = 0, own = 0;

	/* 县医院迁建(1.2亿元)、城北小学(3500万元): what has a sum of its own is a work. */
	if (l->n > 1 && l->summed == l->n)
		return true;
	if (are_works(d, l))
		return true;
	for (size_t k = 0; k < l->n; k++) {
		/* 黔中水利枢纽|一期 */
		const struct word *phase = words_tail(l->members[k], W_PHASE);
		struct str bare = str_sub(l->members[k], 0, l->members[k].n - (phase ? phase->text.n : 0));
		const struct word *work = words_tail(bare, W_WORK);
		bool named = work && str_eq(work->arg, STR("facility")) && workname_facility(bare, work);

		particular += named;
		facilities += work != NULL;
		/* 白沙水厂扩建, 青石污水处理厂提标改造 */
		own += workname_coined(str_sub(l->members[k], 0, COINED));
		coined += workname_coined(str_sub(l->members[k], 0, COINED)) && (work || words_tail(l->members[k], W_ENDING)) && !is_deed_alone(l->members[k]);
		if (named)
			continue;
		/* 智慧工厂 is built, whoever runs it. */
		const struct word *firm = work ? NULL : words_tail(l->members[k], W_FIRM);

		const struct word *ending = words_tail(l->members[k], W_ENDING);
		bool told = ending && (l->counted || str_eq(ending->arg, STR("deed")));

		/* Of what is counted, a centre or a school is a project too, and so are works called by a coined name. */
		size_t chars = str_chars(l->members[k]);
		bool one = chars < (told || (l->counted && workname_coined(l->members[k])) ? SHORTEST_COUNTED : SHORTEST_ALONE);

		brief += one && !workname_particular(d, l->members[k]);
		if (chars < SHORTEST_COUNTED || (one && is_kind(l->members[k])) || (firm && (!l->counted || str_eq(firm->arg, STR("company")))) || workname_vague(l->members[k]))
			return false;
		/* 红石硅材料一期, 华岭微电子12英寸晶圆 */
		particular += workname_particular(d, l->members[k]) || (l->built && (words_tail(l->members[k], W_PHASE) || names_size(l->members[k])));
	}
	bool counted = false, plain = tail_is_plain(l, &counted);

	/* 滨江商业综合体、金融大厦、城市之心等重点项目: short names stand among facilities that are more than they, or as many where each has a name. */
	if (brief && !(plain && (facilities * 2 > l->n || (facilities * 2 == l->n && own == l->n))))
		return false;
	/* One that is named by its place or owner vouches for the others where the list is closed by 等项目; so does a count of
	 * projects (等210个项目), for what is counted exists. */
	return particular == l->n || (plain && (particular || coined == l->n || (counted && l->n >= 2)));
}

/* The end of the last company named in s, or 0. */
static size_t firm_end(struct str s)
{
	size_t end = 0;

	for (size_t at = 0, len; at < s.n; at += len) {
		const struct word *firm = words_of(s, at, W_FIRM);

		if (firm)
			end = at + firm->text.n;
		str_char(s, at, &len);
	}
	return end;
}

/* 文化旅游、乡村旅游等旅游项目: the members are kinds of what the words behind 等 are, or made of words that any project has. */
static bool tells_class(const struct list *l)
{
	struct str noun = str_sub(l->tail, 0, l->tail.n - l->work.n);
	size_t len = 0;

	for (size_t k = 0; k < l->n; k++) {
		struct str x = l->members[k];

		if (workname_vague(x))
			return true;
		for (size_t i = 0; i + 6 <= noun.n; i += len) {
			if (str_ends(x, str_sub(noun, i, i + 6)))
				return true;
			str_char(noun, i, &len);
		}
	}
	return false;
}

/* Companies, or short names of one length, of which the last carries the words common to all. */
static bool share_words(struct list *l)
{
	struct str first = l->members[0], *last = &l->members[l->n - 1];
	size_t end = firm_end(*last);

	bool coined = true, firms = true;

	for (size_t k = 0; k < l->n; k++) {
		struct str own = members_without_building(l->members[k]);

		coined &= own.n && own.n <= (l->counted ? COUNTED_MEMBER : SHORT_MEMBER) && workname_coined(own);
		firms &= k + 1 == l->n || words_tail(l->members[k], W_FIRM);
	}
	if (coined && !words_within(l->tail, W_OF) && !members_tell_deed(l->tail)) {
		l->common = STR("");
		return true;
	}
	/* 银行、担保机构等金融机构为项目…, 甲县、乙县等9个县区饮水工程: what they are stands behind 等. */
	if (words_of(l->tail, 0, W_CLASS))
		return false;
	/* What companies build is told behind 的, and common words are no owners. */
	if ((l->tail.n > l->work.n && workname_vague(l->tail)) || words_within(l->tail, W_OF) || !(firms || !tells_class(l)))
		return false;
	for (size_t k = 0; k + 1 < l->n; k++)
		if (!words_tail(l->members[k], W_FIRM) && (l->members[k].n > SHORT_MEMBER || l->members[k].n != first.n || words_tail(l->members[k], W_PLAIN)))
			return false;
	/* 保热九期、邯热退城替代: what has a phase is whole. 白松干渠、石溪干渠工程; of two like 天然林、青海三江源等生态工程 the words behind 等 may be all that they share. */
	struct str rest = str_from(*last, first.n < last->n ? first.n : last->n);
	bool shared = !words_tail(first, W_PHASE) && (l->n > 2 || l->tail.n == l->work.n || words_of(rest, 0, W_WORK) || words_of(rest, 0, W_ENDING));

	if (!end && last->n > first.n && first.n <= SHORT_MEMBER && shared)
		end = first.n;
	/* 甲树脂、乙轮胎、丙光伏二期, 东方希望、通威太阳能二期: the phase is the last one's own. */
	if (end && words_tail(*last, W_PHASE))
		end = 0;
	l->common = end ? str_from(*last, end) : STR("");
	/* 某集团等央企投资建设的化工项目: the companies build what stands behind 的. 华风、国电投光伏: one character is half a word. */
	if (words_within(l->common, W_OF) || (l->common.n && !str_reaches(l->common, 2)))
		return false;
	if (end)
		*last = str_sub(*last, 0, end);
	return end || l->tail.n > l->work.n;
}

/* 东卡、西多等水电站, 大村至平阳、甲地至乙地铁路: what is built names places, no owners. */
static bool names_owners(const struct list *l, struct str member)
{
	if (words_tail(member, W_FIRM))
		return true;
	for (struct str s = l->tail; s.n;) {
		const struct word *work = words_of(s, 0, W_WORK);
		size_t len;

		if ((work && !str_eq(work->arg, STR("work"))) || words_of(s, 0, W_ENDING))
			return false;
		str_char(s, 0, &len);
		s = str_from(s, len);
	}
	return !words_within(member, W_NAMED) && !words_within(member, W_SPAN);
}

/* 等措施减少|项目: a verb that is part of no name stands before the word of work. */
static bool is_deed_before(const struct list *l)
{
	struct str noun = str_sub(l->tail, 0, l->tail.n - l->work.n);
	const struct word *verb = words_tail(noun, W_VERB);

	return verb && !str_eq(verb->arg, STR("noun")) && !words_is(verb->text, W_ENDING) && !words_is(verb->text, W_INNAME) && !words_is(verb->text, W_BUILD);
}

static void add_member_work(struct doc *d, size_t index, const struct list *l, size_t k, const char *rule)
{
	struct finding *f = workname_add(d, index, l->members[k], l->members[k], rule);

	if (f)
		f->list = l->whole;
}

/* 加快南湖广场文旅综合体等项目: whether 加快 has told of the member already, which then stands in the list. */
static bool is_told_at(const struct doc *d, const struct list *l, struct str member)
{
	struct finding *f = NULL;

	for (size_t i = d->count; i > 0 && i + MOST_LISTED > d->count && !f; i--)
		if (d->findings[i - 1]->type == RECORD_PROJECT && d->findings[i - 1]->name.p == member.p && d->findings[i - 1]->name.n == member.n)
			f = d->findings[i - 1];
	if (f)
		f->list = l->whole;
	return f != NULL;
}

struct finding *listed_add(struct doc *d, size_t index, struct str whole, struct str member, struct str name)
{
	struct finding *f = workname_told(d, name);

	/* What its own word of work has told stands in the list too. */
	if (f && f->name.n && str_within(whole, f->name))
		f->list = whole;
	if (f)
		return NULL;
	f = finding_new(d, RECORD_PROJECT, "listed-names", whole);
	finding_word(d, f, "name", name);
	f->list = whole;
	finding_note(d, f, STR("name: composed of a member of a list and the words common to all"));
	f->key = view_from(&d->outline.view, member);
	f->section = d->outline.paras[index].section;
	return f;
}

void listed_compose(struct doc *d, size_t index, const struct list *l, size_t k)
{
	const struct view *v = &d->outline.view;

	/* What is left of a longer name is none. */
	if (!str_reaches(l->members[k], 2) || words_is(l->members[k], W_WORK) || is_told_at(d, l, l->members[k]))
		return;
	struct str name = view_written(v, l->members[k], d->arena);

	if (l->common.n)
		name = arena_join(d->arena, name, view_written(v, l->common, d->arena));
	/* 邢清干渠、石津干渠工程等4个大型输水工程: the last one has the word of work already. */
	struct str work = view_written(v, l->common.n || words_within(l->tail, W_JOIN) ? l->work : l->done.n ? l->done : l->tail, d->arena);

	if (!str_ends(name, work))
		name = arena_join(d->arena, name, work);
	name = l->deed.n ? arena_join(d->arena, name, view_written(v, l->deed, d->arena)) : name;
	struct finding *f = listed_add(d, index, l->whole, l->members[k], name);

	if (f && names_owners(l, l->members[k]))
		finding_item(d, f, "orgs", l->members[k]);
}

static bool are_coined(const struct list *l)
{
	for (size_t k = 0; k < l->n; k++) {
		struct str own = members_without_building(l->members[k]);

		if (!own.n || own.n > SHORT_MEMBER || !workname_coined(own))
			return false;
	}
	return true;
}

/* 松县黄花滩、白县南阳山等安置区 */
static bool are_of_places(const struct list *l)
{
	size_t used;

	for (size_t k = 0; k < l->n; k++)
		if (!region_chain(l->members[k], &used) && !used)
			return false;
	return true;
}

/* Short names without a verb, that tell no class. */
static bool are_names(const struct list *l)
{
	enum { SHORTEST = 2, LONGEST = 8 };

	for (size_t k = 0; k < l->n; k++) {
		struct str s = l->members[k];

		if (!str_sized(s, SHORTEST, LONGEST) || members_tell_deed(s) || workname_vague(s) || words_within(s, W_OF) || words_of(s, 0, W_CLASS) || words_tail(s, W_PERSON) || words_tail(s, W_FIRM) || words_tail(s, W_WORK))
			return false;
	}
	return l->n > 1;
}

/* 龙洲湾、高升停车区等2座: as many names without a verb as are counted. */
static bool are_counted_names(const struct list *l)
{
	return l->exact && l->reached && are_names(l);
}

/* 石湾、大队、黄泥岗3座水库: a village may be called by a common word, beside as many of no common word. */
static bool are_mostly_coined(const struct list *l)
{
	size_t coined = 0;

	for (size_t k = 0; k < l->n; k++)
		coined += workname_coined(l->members[k]) && !words_tail(l->members[k], W_FIELD);
	return coined * 2 >= l->n && are_names(l);
}

static bool is_stretch(struct str s)
{
	for (size_t i = 0, len; i < s.n; i += len) {
		if (i >= 6 && words_of(s, i, W_SPAN))
			return true;
		str_char(s, i, &len);
	}
	return false;
}

/* 大村至平阳、松岭至石盘等铁路, 西环、甲地至乙地等高速公路: most are stretches, and share the word of what is built. */
static bool are_stretches(const struct list *l)
{
	size_t spans = 0;

	for (size_t k = 0; k < l->n; k++)
		spans += is_stretch(l->members[k]);
	return spans && spans * 2 >= l->n;
}

/* 甲地至乙地等高速公路在建项目: what they share is the facility behind 等. */
static bool share_facility(struct list *l)
{
	const struct word *facility = words_of(l->tail, 0, W_WORK);

	if (!facility || !str_eq(facility->arg, STR("facility")) || !are_stretches(l))
		return false;
	l->tail = l->work = str_sub(l->tail, 0, facility->text.n);
	l->done = STR("");
	return true;
}

/* 青石街王宅、白石路沈宅等修缮工程: what is done to each of them, most of which stand at a place that they name. */
static bool share_deed(const struct doc *d, struct list *l)
{
	const struct word *deed = words_tail(str_sub(l->whole, 0, l->whole.n - l->work.n), W_ENDING), *work = words_is(l->work, W_WORK);
	size_t particular = 0;

	if (l->n < FEWEST_BUILT || l->counted || !deed || !str_eq(deed->arg, STR("deed")) || !work || !str_eq(work->arg, STR("work")) || l->tail.n > deed->text.n + l->work.n)
		return false;
	for (size_t k = 0; k < l->n; k++) {
		struct str name = l->members[k];
		bool road = words_tail(name, W_NAMED) && workname_coined(name);

		if (str_chars(name) < SHORTEST_WORK || (is_kind(name) && !road) || workname_vague(name) || words_within(name, W_OF))
			return false;
		particular += road || workname_particular(d, name);
	}
	l->tail = str_from(l->whole, l->whole.n - l->work.n - deed->text.n);
	l->done = STR("");
	return particular * 2 >= l->n;
}

/* 渝湘高铁重庆至黔江段: a stretch of what has its own word of work. */
static bool is_section(struct str member)
{
	return workname_stretch(member) && words_within(member, W_WORK);
}

/* 建成|清花高速|等项目 */
static bool is_own_facility(struct str s)
{
	const struct word *work = words_tail(s, W_WORK);

	return work && str_eq(work->arg, STR("facility")) && workname_facility(s, work);
}

/* 凤山水库、观音水库等大型水库: each is called by the facility that stands behind 等. */
static bool are_own_facilities(const struct list *l)
{
	for (size_t k = 0; k < l->n; k++)
		if (!is_own_facility(l->members[k]) || !str_ends(l->members[k], l->work))
			return false;
	return l->n > 1;
}

/* The works of a list that ends in the name of a facility: 松县黄花滩、白县南阳山等安置区. */
static void add_facilities(struct doc *d, size_t index, const struct list *l)
{
	const struct word *w = words_is(l->work, W_WORK);
	bool building = w && str_eq(w->arg, STR("building")), counted = are_counted_names(l);

	/* 松白等4个在建铁路项目: of what is counted one name is enough. */
	if ((building && !counted) || members_tell_deed(l->tail) || words_within(l->tail, W_OF) || !(are_stretches(l) || ((l->n > 1 || l->counted) && (counted || are_coined(l) || are_of_places(l) || ((l->begun || l->reached || l->deed.n) && are_own_facilities(l))))))
		return;
	for (size_t k = 0; k < l->n; k++) {
		/* 甲高速大村至平阳高速公路、丁地至戊地等公路: some have the word themselves. */
		if (words_tail(l->members[k], W_WORK) || is_section(l->members[k]))
			add_member_work(d, index, l, k, "listed-names");
		else if (!words_of(l->members[k], 0, W_BUILD) && !members_tell_deed(l->members[k]))
			listed_compose(d, index, l, k);
	}
}

/* 新建甲、乙两大工程及|丙、丁等工程: what is left of clause c before mention i behind a list that a count has closed. */
static struct range behind_closed(const struct mentions *m, const struct range *c, size_t i)
{
	struct range part = *c;
	struct list l;
	size_t k = i;

	while (k > c->first + 1 && (m->items[k - 1].depth || !mention_word(&m->items[k - 1], W_JOIN) || !mention_word(&m->items[k - 2], W_WORK) || m->items[k - 2].to != m->items[k - 1].from))
		k--;
	if (k > c->first + 1 && members_read_counted(&l, m, c, k - 2)) {
		part.first = k;
		part.from = m->items[k - 1].to;
	}
	return part;
}

bool listed_find(struct doc *d, size_t index, const struct mentions *m, const struct range *clause, size_t i, bool facility)
{
	struct range part = behind_closed(m, clause, i), *c = &part;
	struct list l;

	if (members_read_counted(&l, m, c, i)) {
		const struct word *work = words_is(l.work, W_WORK);
		bool coined = are_coined(&l) || (facility && are_mostly_coined(&l));

		/* What stands there already (4所学校) is no work before something is built. */
		const struct word *built = words_of(m->s, m->items[i].to, W_BUILD), *lead = words_tail(str_sub(m->s, 0, (size_t)(l.whole.p - m->s.p)), W_BUILD);

		if (work && str_eq(work->arg, STR("building")) && !built && !lead)
			return false;
		/* 4座水厂扩建工程: the name goes on. */
		if (facility && !words_within(l.deed, W_JOIN) && words_own(m->s, m->items[i].to + (built ? built->text.n : l.deed.n), W_WORK))
			return false;
		/* 蓝天、碧水、净土三大工程 are campaigns. */
		if (coined ? l.great && l.tail.n == l.work.n : facility || !stand_alone(d, &l))
			return false;
		for (size_t k = 0; k < l.n; k++) {
			if (coined)
				listed_compose(d, index, &l, k);
			else
				add_member_work(d, index, &l, k, "counted-list");
		}
		return true;
	}
	if (!clause_has(c, W_ETC))
		return false;
	l = (struct list){.n = 0};
	if (!members_read(&l, m, c, i))
		return false;
	if (facility) {
		l.deed = str_sub(m->s, m->items[i].to, m->items[i].to + workname_deed(m->s, m->items[i].to));
		l.whole.n += l.deed.n;
		add_facilities(d, index, &l);
		return false;
	}
	if (l.n == 1) {
		/* 同德至玛沁等公路项目 */
		if (share_facility(&l))
			listed_compose(d, index, &l, 0);
		else if (words_tail(l.members[0], W_WORK) && !workname_vague(l.members[0]) && (workname_particular(d, l.members[0]) || is_own_facility(l.members[0])))
			workname_add(d, index, l.members[0], l.members[0], "listed-names");
		return false;
	}
	/* 甲县、乙县实施加固项目36座 names none of them. */
	const struct mention *count = i + 1 < m->n && m->items[i + 1].from == m->items[i].to && m->items[i + 1].kind == M_QUANTITY ? &m->items[i + 1] : NULL;

	if (count && region_is(l.members[0]) && count->quantity->kind == QUANTITY_COUNT && count->quantity->has_value && decimal_cmp(decimal_of((long)l.n), count->quantity->value) != 0)
		return false;
	if (stand_alone(d, &l)) {
		for (size_t k = 0; k < l.n; k++)
			add_member_work(d, index, &l, k, "listed-names");
		return true;
	}
	if (share_facility(&l)) {
		for (size_t k = 0; k < l.n; k++)
			listed_compose(d, index, &l, k);
		return true;
	}
	if (!d->head.measures && share_deed(d, &l)) {
		l.common = STR("");
		for (size_t k = 0; k < l.n; k++)
			listed_compose(d, index, &l, k);
		return true;
	}
	/* In rules such lists are classes of what is helped, and 等重点领域开展光伏项目, 等措施减少项目 tell where something is done and what. */
	if (d->head.measures || words_within(l.tail, W_LIGHT) || is_deed_before(&l) || !share_words(&l))
		return false;
	for (size_t k = 0; k < l.n; k++)
		listed_compose(d, index, &l, k);
	return true;
}
