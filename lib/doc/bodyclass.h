/* Classes of bodies: 各相关设区市人民政府, 有关企业, 全区各级各部门. */
#ifndef PT_DOC_BODYCLASS_H
#define PT_DOC_BODYCLASS_H

#include "doc/body.h"

/* The class whose name s begins with. */
bool bodyclass_at(struct str s, struct body *out);

/* Whether the levels of `before` share the last word of s, which stands behind 、 in the same text: 各市、|县人民政府. */
bool bodyclass_shares(struct str before, struct str s);

/* 市、区|两级政府, 市、县|两级河长制办公室: the governments or offices of several levels, where they act; what is their money is a purse's. */
bool bodyclass_of_levels(struct str s, struct body *out);

#endif
