/* Knows how the names of bodies are made and where they end. */
#include "doc/bodyclass.h"
#include "doc/bureau.h"

#include "doc/purse.h"
#include "doc/staff.h"
#include "doc/words.h"
#include "zh/numeral.h"
#include "zh/org.h"
#include "zh/orgwords.h"

enum {
	SHORTEST_STEM = 6,    /* bytes of an unknown department before 局 */
	LONGEST_STEM = 36,
	LONGEST_SUBOFFICE = 21,
	LONGEST_ZONE = 36     /* bytes of a zone's own name */
};

static bool alias_at(const struct context *c, struct str rest, struct body *out)
{
	size_t best = 0;

	/* A long document may have hundreds. */
	if (!c->alias_heads || !phrase_filter_passes(c->alias_heads, rest))
		return false;
	for (size_t i = 0; i < c->alias_count; i++) {
		struct str alias = c->aliases[i].alias, name = c->aliases[i].name;

		/* The 州减灾委 of 州减灾委员会 is no short name. */
		if (alias.n > best && str_starts(rest, alias) && !(name.n > alias.n && str_starts(name, alias) && str_starts(rest, name)))
			best = alias.n;
	}
	if (!best)
		return false;
	*out = body_of(BODY_ALIAS, str_sub(rest, 0, best), STR(""));
	return true;
}

/* 洋县经济开发区财政局: the byte behind the zone of the region whose name ends at byte n, or 0. A zone has departments too. */
static size_t zone_at(struct str s, size_t n)
{
/* 路南区政府完成港区建设: behind a government no zone's name goes on. */
#define STOPS(h) \
	(WORD_BIT(W_STOP, h) | WORD_BIT(W_JOIN, h) | WORD_BIT(W_OF, h) | WORD_BIT(W_ROLE, h) | WORD_BIT(W_MODAL, h) | WORD_BIT(W_DEPARTMENT, h) | WORD_BIT(W_BODY, h))
	static const struct word_set stops = {{STOPS(0), STOPS(1)}};
#undef STOPS
	size_t found = 0, len;

	for (size_t i = n; i < s.n && i - n <= LONGEST_ZONE; i += len) {
		const struct word *w = words_at(s, i);

		if (i > n && org_is_zone(str_sub(s, 0, i)))
			found = i;
		if (str_char(s, i, &len) < 0x3400 || (w && words_set_meet(&w->classes, &stops)))
			break;
	}
	return found;
}

/* Regions, their zones and bare levels that stand before a department: 广西柳州市, 平潭综合实验区, 自治区, 市, 我市. `region`: bytes of the regions
 * that s begins with. */
static size_t prefix_behind(struct str s, size_t region)
{
	const struct word *w = words_of(s, 0, W_SELF);
	size_t zone;

	if (w && str_eq(w->arg, STR("region")))
		return w->text.n;
	if (region)
		return (zone = zone_at(s, region)) ? zone : region;
	w = words_own(s, 0, W_LEVEL);
	return w ? w->text.n : 0;
}

bool body_prefix_may_begin(struct str s)
{
	static const struct word_set heads = {{WORD_BIT(W_SELF, 0) | WORD_BIT(W_LEVEL, 0), WORD_BIT(W_SELF, 1) | WORD_BIT(W_LEVEL, 1)}};

	return words_may_open(s, &heads) || words_opens(s, 0) & OPENS_REGION;
}

/* The region that s names at byte `at`, as region_chain. */
static const struct region *region_at(struct str s, size_t at, size_t *used)
{
	*used = 0;
	return words_opens(s, at) & OPENS_REGION ? region_chain(str_from(s, at), used) : NULL;
}

size_t body_prefix(struct str s)
{
	size_t used;

	if (!body_prefix_may_begin(s))
		return 0;
	/* 鼓楼区政府: which of several is meant is for others to say. */
	region_at(s, 0, &used);
	return prefix_behind(s, used);
}

/* 负责, 会同, 要: what stands behind those who act. */
static bool acts_behind(struct str s)
{
	return words_of(s, 0, W_ROLE) || words_of(s, 0, W_WITH) || words_of(s, 0, W_MODAL);
}

/* 县农牧局, 市教育体育局: a department that no table has, behind a region or level: a few characters without a verb up
 * to 局, 委 ..., where no word goes on (局长, 委员); `town`: behind 镇 or 乡 also up to 所 or 站. */
static size_t unknown_stem(struct str s, bool town)
{
	static const struct word_set ends = {{WORD_BIT(W_DEPARTMENT, 0) | WORD_BIT(W_STATION, 0), WORD_BIT(W_DEPARTMENT, 1) | WORD_BIT(W_STATION, 1)}};
	size_t len;

	if (!words_may_hold(str_sub(s, 0, LONGEST_STEM + 1), &ends))
		return 0;

	for (size_t i = 0; i < s.n && i <= LONGEST_STEM; i += len) {
		const struct word *w = words_at(s, i), *end = w ? words_in(w, W_DEPARTMENT) : NULL;
		uint32_t c = str_char(s, i, &len);
		bool stops = c < 0x4E00 || c > 0x9FFF;

		if (!w && !stops)
			continue;
		if (!w)
			return 0;
		if (!end && town)
			end = words_in(w, W_STATION);
		/* 省安办要, 县农办会同: one character is enough where they act. */
		if (end && (i >= SHORTEST_STEM || (i == SHORTEST_STEM / 2 && end->text.n == SHORTEST_STEM / 2 && acts_behind(str_from(s, i + end->text.n)))))
			return words_of(str_from(s, i + end->text.n), 0, W_GOESON) ? 0 : i + end->text.n;
		/* 批发市场由县兴农公司, 省级层面由应急厅: another body acts. */
		if (words_in(w, W_BY) && (body_prefix(str_from(s, i + len)) || org_stem_match(str_from(s, i + len))))
			return 0;
		/* 水利和湖泊局: 和 may join two fields of one office. */
		bool joint = i && w->class == W_JOIN && w->text.n == len;
		const struct word *purse = words_in(w, W_TREASURY), *verb = words_in(w, W_VERB);

		/* 镇财政所 is an office, no purse. */
		if (purse && town && words_of(s, i + purse->text.n, W_STATION))
			purse = NULL;
		if (stops || (!joint && (w->class == W_STOP || w->class == W_JOIN || w->class == W_GIVE || w->class == W_FUND)) || purse || (verb && !str_eq(verb->arg, STR("noun"))))
			return 0;
	}
	return 0;
}

/* 省科技厅农村科技处, 市政府督查室: an office of the body before it, in a few characters without a verb. */
static size_t suboffice_at(struct str s)
{
	static const struct word_set ends = {{WORD_BIT(W_SUBOFFICE, 0), WORD_BIT(W_SUBOFFICE, 1)}};
	size_t len;
	bool verb = false; /* 规划计划处 has a role where one of its words is a verb elsewhere */

	if (!words_may_hold(str_sub(s, 0, LONGEST_SUBOFFICE + 1), &ends))
		return 0;
	for (size_t i = 0; i < s.n && i <= LONGEST_SUBOFFICE; i += len) {
		const struct word *end = words_of(s, i, W_SUBOFFICE), *w = words_at(s, i);
		uint32_t c = str_char(s, i, &len);

		if (end && i + end->text.n >= SHORTEST_STEM)
			return words_of(s, i + end->text.n, W_GOESON) || (verb && !acts_behind(str_from(s, i + end->text.n))) ? 0 : i + end->text.n;
		/* 县住建局|将落实县政府办公室要求 */
		if (!i && w && words_in(w, W_FUTURE) && !str_longer(w->text, 1))
			return 0;
		if (w && i + w->text.n <= LONGEST_SUBOFFICE && (words_in(w, W_PLANNED) || words_in(w, W_VERB))) {
			verb = true;
			len = w->text.n;
			continue;
		}
		/* The 司 of 公司 is no office. */
		if (c < 0x4E00 || words_of(s, i, W_FIRM) || c > 0x9FFF || (w && (w->class == W_STOP || w->class == W_JOIN || w->class == W_GIVE || w->class == W_FUND ||
		                                       w->class == W_MODAL || w->class == W_FUTURE || w->class == W_ROLE || w->class == W_VERB)))
			return 0;
	}
	return 0;
}

/* A department's own name at the start of s: from the tables (n bytes), or a government's or party's. A government needs
 * a prefix, for 政府 alone is any government. */
static size_t stem_at(struct str s, size_t n, bool prefixed)
{
	const struct word *party = prefixed ? words_own(s, 0, W_PARTY) : NULL;

	/* 省委组织部, 市委人才办, 市委 */
	if (party) {
		struct str rest = str_from(s, party->text.n);
		size_t office = org_stem_match(rest);

		if (!office)
			office = suboffice_at(rest);
		if (!office && !n)
			office = bureau_unlisted(rest, false);
		if (office)
			return party->text.n + office;
		if (!n && bureau_name_ends(rest, 0))
			return party->text.n;
	}
	const struct word *w = prefixed || !n ? words_of(s, 0, W_BODY) : NULL;

	if (!w || w->text.n <= n || !str_eq(w->arg, STR("gov")))
		return n;
	if (!prefixed && !words_of(s, 0, W_STATE))
		return n;
	size_t more = org_stem_match(str_from(s, w->text.n));
	const struct word *on = words_of(s, w->text.n, W_GOESON);

	/* 市级政府投资项目 names no government. */
	return on && str_eq(on->arg, STR("gov")) ? n : w->text.n + more;
}

/* 人民银行广东省分行, 中国证监会广东监管局: a central body's branch at a place. The bytes behind the body's name, or 0. */
static size_t branch_at(struct str s)
{
	size_t used = 0;

	if (!region_chain(s, &used) && !used)
		return 0;
	const struct word *w = words_own(s, used, W_BRANCH);

	return w ? used + w->text.n : 0;
}

/* `prefix`: bytes of the region, zone or level that it begins with; `own`: what org_stem_match says of it. */
static bool department_at(struct str rest, size_t prefix, size_t own, struct body *out)
{
	size_t behind = 0, listed = prefix && words_opens(rest, prefix) & OPENS_OFFICE ? org_stems(str_from(rest, prefix), &behind) : 0;
	size_t stem = prefix ? stem_at(str_from(rest, prefix), listed, true) : 0;

	/* 县法院, but not the 委 of 市委. */
	if (behind > stem && behind > SHORTEST_STEM / 2)
		stem = behind;
	if (prefix && !stem) {
		/* 乡镇文化站: those of any town. */
		bool town = words_tail(str_sub(rest, 0, prefix), W_TOWN) && !words_of(rest, prefix, W_TOWN);

		stem = unknown_stem(str_from(rest, prefix), town);
	}
	size_t bare = stem_at(rest, own, false);

	if (!stem && !bare)
		return false;
	/* 国家发展改革委 begins with no region; 市场监管局 begins with no 市. */
	if (prefix + stem <= bare || !stem)
		prefix = 0, stem = bare;
	if (!prefix)
		stem += branch_at(str_from(rest, stem));
	stem += suboffice_at(str_from(rest, prefix + stem));
	*out = body_of(BODY_DEPARTMENT, str_sub(rest, 0, prefix + stem), str_sub(rest, 0, prefix));
	return true;
}

bool body_placed_at(struct str s, struct body *out)
{
	size_t prefix = body_prefix(s);

	return prefix && department_at(s, prefix, org_stem_match(s), out);
}

static bool self_at(struct str rest, struct body *out)
{
	const struct word *w = words_of(rest, 0, W_SELF);

	if (!w)
		return false;
	/* 我部农村水利司 */
	size_t office = str_eq(w->arg, STR("issuer")) ? suboffice_at(str_from(rest, w->text.n)) : 0;

	*out = body_of(office ? BODY_DEPARTMENT : BODY_SELF, str_sub(rest, 0, w->text.n + office), STR(""));
	return true;
}

/* Whether the words at the start of s may begin a body. */
static bool may_open(struct str s)
{
#define OPENERS(h) \
	(WORD_BIT(W_TREASURY, h) | WORD_BIT(W_PURSE, h) | WORD_BIT(W_SELF, h) | WORD_BIT(W_BODY, h) | WORD_BIT(W_CLASS, h))
	static const struct word_set openers = {{OPENERS(0), OPENERS(1)}};
#undef OPENERS
#define OWN(h) (WORD_BIT(W_LEVEL, h) | WORD_BIT(W_RANK, h) | WORD_BIT(W_FIELD, h))
	static const struct word_set own = {{OWN(0), OWN(1)}};
#undef OWN
	const struct word *w = words_at(s, 0);

	if (w && words_set_meet(&w->classes, &openers))
		return true;
	return words_may_open(s, &own) && (words_own(s, 0, W_LEVEL) || words_own(s, 0, W_RANK) || words_own(s, 0, W_FIELD));
}

/* The zone of the issuer, which no table has, before a department. */
static bool zone_body_at(const struct context *c, struct str s, struct body *out)
{
	return c->zone.n && str_starts(s, c->zone) && department_at(s, c->zone.n, org_stem_match(s), out);
}

bool body_at(const struct context *c, struct str s, size_t at, struct body *out)
{
	size_t used;
	const struct region *r = region_at(s, at, &used);

	return at < s.n && body_behind(c, s, at, r, used, out);
}

/* 市政府有关部门, 财政部各地监管局: the offices of a government or department are one class with it, those of 各市 are none of its own. */
static void with_bureaus(struct str rest, struct body *b)
{
	struct body class;

	if (b->kind != BODY_DEPARTMENT || !bodyclass_at(str_from(rest, b->s.n), &class))
		return;
	const struct word *gov = words_tail(b->s, W_BODY), *open = words_of(class.s, 0, W_CLASS);
	bool placed = open && words_own(class.s, open->text.n, W_LEVEL);

	if (gov && str_eq(gov->arg, STR("gov")) ? words_tail(class.s, W_BUREAU) != NULL : !placed && (words_tail(class.s, W_DEPARTMENT) || words_tail(class.s, W_SUBOFFICE)))
		*b = body_of(BODY_CLASS, str_sub(rest, 0, b->s.n + class.s.n), b->prefix);
}

/* 国务院|推进职能转变协调小组办公室, 省|推进铁路建设工作领导小组: a staff of the government *b, else of the region or level of `prefix` bytes. */
static bool staffed_at(struct str rest, size_t prefix, struct body *b)
{
	const struct word *gov = b->kind == BODY_DEPARTMENT ? words_tail(b->s, W_BODY) : NULL;
	size_t host = gov && str_eq(gov->arg, STR("gov")) ? b->s.n : prefix, end = host ? staff_behind(rest, host) : 0;

	if (end)
		*b = body_of(BODY_DEPARTMENT, str_sub(rest, 0, end), str_sub(rest, 0, prefix));
	return end;
}

/* 中共柳州市委组织部 */
static bool party_at(struct str s, struct body *out)
{
	const struct word *lead = words_own(s, 0, W_PARTY);

	if (!lead || !str_eq(lead->arg, STR("lead")) || !body_placed_at(str_from(s, lead->text.n), out))
		return false;
	out->s = str_sub(s, 0, lead->text.n + out->s.n);
	return true;
}

/* 区级残联|组织会同有关部门, 妇联|组织应当: the word of ordering is the last of the name where a word of who acts stands behind it. */
static void with_society(struct str rest, struct body *b)
{
	const struct word *w = b->kind == BODY_DEPARTMENT ? words_of(rest, b->s.n, W_WITH) : NULL;
	size_t end = w && str_eq(w->arg, STR("order")) && words_of(rest, b->s.n, W_CLASS) ? b->s.n + w->text.n : 0;
	const struct word *with = end ? words_of(rest, end, W_WITH) : NULL, *role = end ? words_of(rest, end, W_ROLE) : NULL, *join = end ? words_of(rest, end, W_JOIN) : NULL;

	/* 共青团组织和农业农村部门 */
	if ((with && str_eq(with->arg, STR("company"))) || (join && !words_of(rest, end + join->text.n, W_VERB)) || (role && str_eq(role->arg, STR("responsible"))) || (end && words_of(rest, end, W_MODAL)))
		b->s = str_sub(rest, 0, end);
}

bool body_here(const struct context *c, struct str s, size_t at, const struct region *r, size_t used, struct body *out)
{
	struct str rest = str_from(s, at);
	unsigned opens = words_opens(s, at);

	if (opens & OPENS_BODY && party_at(rest, out))
		return true;
	if (alias_at(c, rest, out) || zone_body_at(c, rest, out))
		return true;
	size_t stem = opens & OPENS_STEM ? org_stem_match(rest) : 0;

	out->kind = BODY_NONE;
	/* At most places of a text no body begins, and nothing more need be asked. */
	if (!used && !stem && !(opens & OPENS_BODY && may_open(rest)))
		return false;
	if (bureau_at(s, at, out) || bodyclass_of_levels(rest, out))
		return true;
	/* 市财政局 is a department, 市财政 a purse. */
	struct body purse = {.kind = BODY_NONE}, department = {.kind = BODY_NONE};
	size_t prefix = prefix_behind(rest, used);

	if (at == 0 || !words_tail(str_sub(s, 0, at), W_EACH))
		purse_at(rest, r, used, &purse);
	/* 脱贫县按照每处2万元的标准: a bare level behind what tells which is no purse. */
	if (at && !used && purse.s.n == 3 && words_is(purse.s, W_LEVEL) && purse_tells_which(str_sub(s, 0, at)))
		purse = (struct body){.kind = BODY_NONE};
	department_at(rest, prefix, stem, &department);
	/* 乡镇人民政府 is any of several, no 镇人民政府 of a 乡. */
	if (words_own(department.s, department.prefix.n, W_LEVEL) && words_is(department.s, W_CLASS))
		department = body_of(BODY_CLASS, department.s, STR(""));
	*out = department.s.n > purse.s.n ? department : purse;
	if (staffed_at(rest, prefix, out))
		return true;
	with_bureaus(rest, out);
	struct body bureau;

	/* 重庆市粮食行政管理部门; 柳州市财政、水利部门, whose first is no purse. */
	if (r && bureau_at(s, at + used, &bureau) && (out->kind == BODY_NONE || used + bureau.s.n > out->s.n || (out->kind == BODY_TREASURY && bureau.tail.n))) {
		*out = bureau;
		out->s = str_sub(rest, 0, used + bureau.s.n);
		out->head = STR("");
	}
	with_society(rest, out);
	return out->kind != BODY_NONE || bodyclass_at(rest, out) || self_at(rest, out);
}

bool body_is_self(const struct body *b, struct str what)
{
	const struct word *w = b->kind == BODY_SELF ? words_is(b->s, W_SELF) : NULL;

	return w && str_eq(w->arg, what);
}
