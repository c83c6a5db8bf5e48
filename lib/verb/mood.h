/* Whether a part of a report, or a sentence, tells what was reached or what is aimed at. */
#ifndef PT_VERB_MOOD_H
#define PT_VERB_MOOD_H

#include "verb/clause.h"
#include "verb/finding.h"

enum mood { MOOD_UNKNOWN, MOOD_REACHED, MOOD_AIMED };

/* Of the section that paragraph `index` stands in, by its heading, else by its sentences. */
enum mood mood_of(struct doc *d, size_t index);

/* What the nearest heading over section `section` that says so tells: 过去一年工作回顾, 2025年工作安排. */
enum mood mood_of_heading(const struct doc *d, int section);

/* Whether sentence s tells before byte `to` that something is to come; 占年度计划的60% tells how much of a plan is reached. */
bool mood_plans(const struct mentions *m, const struct range *s, size_t to);

#endif
