/* Staffs and committees that are named by what they are to do. */
#ifndef PT_DOC_STAFF_H
#define PT_DOC_STAFF_H

#include "base/str.h"

/* The byte behind the name of a staff of the region or government that s begins with in `at` bytes: 省|推进铁路建设工作领导小组办公室; 0: it goes on with
 * none. */
size_t staff_behind(struct str s, size_t at);

#endif
