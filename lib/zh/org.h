/* Canonical names of bodies, from org-central.tsv, org-local.tsv and regions.tsv. */
#ifndef PT_ZH_ORG_H
#define PT_ZH_ORG_H

#include "base/arena.h"
#include "zh/period.h"
#include "zh/region.h"

struct org {
	struct str name; /* canonical; as given when the body is not known or generic; in the arena or the input */
	bool generic;    /* a class of body: 各…, 有关…, 相关…, 全区各级各部门, 企业 ... */
	bool known;      /* the tables settled it */
	bool seat;       /* a region alone was written, and the name is that of its government */
	bool central;    /* a body of the country: a region in its name (台湾) is not whose it is */
	bool joint;      /* several bodies, each in few words (市科技局和市财政局): the name is as given */
	const struct region *region; /* whose body it is; NULL: of the country, of no region, or not known */
};

/* Reads the tables, those of regions too; call once, before threads start. */
void org_load(void);

/* `full` is the body as the document's own words resolve it (广西壮族自治区科技厅, 柳州市科技局, 财政部, 自治区科技厅,
 * 市科技局), folded or not; `issuer` (may be empty) is the document's issuer and tells what a bare 自治区, 省, 市,
 * 区, 县 prefix means; `when` (year 0: unknown) picks among former names. Never invents: without a
 * region for a prefix the name stays as written, known = false. A department without prefix (财政局) takes the issuer's
 * own region, 厅 that of its province; a form that central and local bodies share (发展改革委) is the central one only
 * when the issuer is a central body. */
void org_canonical(struct arena *a, struct str full, struct str issuer, struct ymd when, struct org *out);

/* The longest department (科技厅, 工业和信息化局, 发展改革委, 海关, 供销社: any form, short or full, without its region) or central
 * body (财政部, 国家发展改革委) at the start of s: its length in bytes, or 0. Not where the next characters make another
 * word of it (财政部门, 科技局长, 政法委员). */
size_t org_stem_match(struct str s);
/* As org_stem_match; in *behind also the same behind a region or level word, where bodies stand that are none without one: 法院, 党校 in
 * 县法院. */
size_t org_stems(struct str s, size_t *behind);

/* Whether what org_stems finds may end s, by its last character: never false when it does. */
bool org_stem_may_end(struct str s);

/* The longest zone at the start of the name (柳东新区 of 柳东新区财政局): its length in bytes, or 0. */
size_t org_zone_match(struct str name);

/* Whether the name ends as those of zones do (青石综合实验区). */
bool org_is_zone(struct str name);

/* Whether the name is that of a class of bodies: 各…, 有关…, …等部门, 企业, 县级人民政府. */
bool org_generic(struct str name);

#endif
