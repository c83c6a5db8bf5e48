/* Bodies: names of departments, governments, public purses, companies and classes of bodies in folded
 * text, lists of them, and what a document's own words tell about them. */
#ifndef PT_DOC_BODY_H
#define PT_DOC_BODY_H

#include "base/arena.h"
#include "doc/words.h"
#include "zh/phrases.h"
#include "zh/region.h"

enum body_kind {
	BODY_NONE,
	BODY_DEPARTMENT, /* 科技厅, 自治区发展改革委, 柳州市人民政府, 水利部 */
	BODY_TREASURY,   /* 中央财政, 市级财政 */
	BODY_CLASS,      /* 各相关设区市人民政府, 有关企业 */
	BODY_SELF,       /* 我厅, 本局; 我市, 全区: the issuer or its region */
	BODY_ALIAS,      /* a short name that the document defined */
	BODY_FIRM,       /* companies, schools, institutes: known by their last word */
	BODY_OFFICE      /* a staff or committee named with its task: …指挥部 */
};

struct body {
	enum body_kind kind;
	struct str s;      /* the name as it stands in the view */
	struct str prefix; /* its region or level (自治区, 柳州市), n = 0: none */
	struct str head, tail; /* what others of its list say for it too: 省级财政、水利部门; 济宁、枣庄市政府 */
};

static inline struct body body_of(enum body_kind kind, struct str s, struct str prefix)
{
	return (struct body){.kind = kind, .s = s, .prefix = prefix};
}

/* What a document says of itself, for resolving names. Slices are folded text or of the tables. */
struct alias {
	struct str alias, name;
};

/* Who leads in a list of bodies that gives no roles, where the document has said it once. */
struct leads {
	enum { LEADS_UNTOLD, LEADS_BEFORE_COMMA, LEADS_FIRST } how;
	struct str others; /* the role of all others */
};

struct context {
	struct str issuer;               /* first of the issuers, cleaned; n = 0: none */
	const struct region *region;     /* of the issuer, or told by the text; NULL: unknown */
	struct str place;                /* of the issuer, where no table has it (青石市); n = 0: none */
	struct str zone;                 /* which zone the issuer runs (青石综合实验区); n = 0: it runs none */
	const struct region *province, *city, *county; /* what 省, 市 and 县 stand for; NULL: unknown */
	struct alias *aliases;
	size_t alias_count, alias_cap;
	struct phrase_filter *alias_heads; /* their first characters; NULL: there are none */
	struct leads leads;              /* from where it was told on */
	struct arena *arena;
};

/* The body that starts at byte `at` of s and is known from its start: departments, governments,
 * purses, classes, 我厅, aliases. False when there is none. */
bool body_at(const struct context *c, struct str s, size_t at, struct body *out);
bool body_here(const struct context *c, struct str s, size_t at, const struct region *r, size_t used, struct body *out);

/* Whether s may begin with a name that the document gives: an alias, the issuer's zone. */
static inline bool body_may_be_own(const struct context *c, struct str s)
{
	return (c->alias_heads && phrase_filter_passes(c->alias_heads, s)) || (c->zone.n && str_starts(s, c->zone));
}

/* The same as body_at where region_chain has said that the text at byte `at`, before the end of s, begins with r, in `used` bytes. At most places of
 * a text no body begins, and nothing more need be asked. */
static inline bool body_behind(const struct context *c, struct str s, size_t at, const struct region *r, size_t used, struct body *out)
{
	if (used || words_opens(s, at) & (OPENS_BODY | OPENS_STEM) || body_may_be_own(c, str_from(s, at)))
		return body_here(c, s, at, r, used, out);
	out->kind = BODY_NONE;
	return false;
}

/* Bytes of what stands for a place before a department that s begins with: regions, their zones, a bare level, 我市; 0: nothing does. */
size_t body_prefix(struct str s);

/* Whether one may begin s: at most places none does. It is never false where one begins s or a shorter slice from the same place. */
bool body_prefix_may_begin(struct str s);

/* A department of a region or level that s begins with. */
bool body_placed_at(struct str s, struct body *out);

/* The body that ends at `end` with a word of class `firm` or an office of class `body` starting at
 * `tail`; `floor` is the leftmost byte it may take. False when nothing stands before that word. */
bool body_before(struct str s, size_t floor, size_t tail, size_t end, struct body *out);

/* Members of a list of bodies (a cell, the text behind 责任单位：): split at 、 ， ； 和 及 and gaps, 等 and closing
 * words dropped, brackets kept together; bare levels share the last word of the class that they stand before. Any text is taken for a body here. */
size_t body_list(struct str s, struct body *items, size_t most);

/* Parts classes that share their last word (各市、州、县人民政府) among n items, which have room for `most`, and gives bare places before a body of a
 * place the rest of its name, as their tail; how many there are then. */
size_t body_spread(struct body *items, size_t n, size_t most);

/* Whether b stands for itself in the way `what` names: issuer (我局), region (我市), you (你县). */
bool body_is_self(const struct body *b, struct str what);

/* Whether a body may end s, a name in brackets behind it or a mark, by the last character before the marks: never false when one does, but for the
 * names that the document gives. */
bool body_may_end(struct str s);

/* Whether s looks like nothing but bodies (for a bracket without a label). */
bool body_only(const struct context *c, struct str s);
/* The same of the members of a list. */
bool body_all(const struct context *c, const struct body *items, size_t n);

/* The full name as far as the document tells: 我厅 and aliases replaced, bare levels and, from the body
 * before it in a list, missing prefixes put in. Equal to b->s when there is nothing to resolve.
 * `carried` is the prefix that the list handed on; it is updated. */
struct str body_full(const struct context *c, const struct body *b, struct str *carried);

#endif
