/* Whether a part of a report tells what was reached or what is aimed at. */
#ifndef PT_VERB_MOOD_H
#define PT_VERB_MOOD_H

#include "verb/finding.h"

enum mood { MOOD_UNKNOWN, MOOD_REACHED, MOOD_AIMED };

/* Of the section that paragraph `index` stands in, by its heading, else by its sentences. */
enum mood mood_of(struct doc *d, size_t index);

/* What the nearest heading over section `section` that says so tells: 过去一年工作回顾, 2025年工作安排. */
enum mood mood_of_heading(const struct doc *d, int section);

#endif
