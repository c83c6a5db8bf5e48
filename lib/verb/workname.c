/* Knows what the name of one project looks like, as against words for projects in general. */
#include "verb/workname.h"

/* G312线, S207线: roads are named by letter and number. */
static bool is_numbered(struct str s)
{
	return s.n > 2 && strchr("GSXYJ", s.p[0]) && s.p[1] >= '0' && s.p[1] <= '9';
}

/* What makes a name particular: it begins with a place, a body or a road's number, or with the name of a town or
 * a stretch of something (头寨子镇…, …至…段). */
bool workname_particular(const struct doc *d, struct str name)
{
	size_t used;
	struct body b;
	const struct region *r;

	if (is_numbered(name) || (region_chain(name, &used) && used < name.n))
		return true;
	if (body_at(&d->context, name, 0, &b) && (b.kind == BODY_ALIAS || b.kind == BODY_DEPARTMENT) && b.s.n < name.n)
		return true;
	for (size_t i = 0, len; i < name.n; i += len) {
		const struct word *firm = words_of(name, i, W_FIRM), *named = words_of(name, i, W_NAMED);

		const struct word *plain = words_of(name, i, W_PLAIN);

		str_char(name, i, &len);
		if (plain) {
			len = plain->text.n;
			continue;
		}
		if (i && ((firm && i + firm->text.n < name.n) || (named && i >= 6 && i + named->text.n < name.n)))
			return true;
		if (region_match(str_from(name, i), 2, &r))
			return true;
	}
	return false;
}

/* A name made only of words that any project has is none: 重点项目, 技术改造项目, 柳州市重大科技项目. */
bool workname_vague(struct str name)
{
	size_t used = 0;

	if (region_chain(name, &used) || used)
		name = str_from(name, used);
	/* 广西投资建设补链项目: two verbs behind the place are no name. */
	const struct word *v = words_of(name, 0, W_VERB);

	if (v && words_of(name, v->text.n, W_VERB))
		return true;
	for (size_t i = 0; i < name.n;) {
		const struct word *w = words_of(name, i, W_VAGUE);

		if (!w)
			w = words_of(name, i, W_WORK);
		if (!w)
			return false;
		i += w->text.n;
	}
	return true;
}

static bool is_known(const struct doc *d, size_t since, struct str name)
{
	struct str written = view_written(&d->outline.view, name, d->arena);

	for (size_t i = since; i < d->count; i++)
		if (d->findings[i]->type == RECORD_PROJECT && str_eq(finding_value(d->findings[i], "name"), written))
			return true;
	return false;
}

struct finding *workname_add(struct doc *d, size_t index, struct str name, struct str evidence, const char *rule)
{
	size_t used, since = d->count > 40 ? d->count - 40 : 0;

	if (is_known(d, since, name))
		return NULL;
	struct finding *f = finding_new(d, RECORD_PROJECT, rule, evidence);

	f->key = view_from(&d->outline.view, name);
	f->name = name;
	finding_cell(d, f, "name", name);
	if (region_chain(name, &used))
		finding_cell(d, f, "place", str_sub(name, 0, used));
	f->section = d->outline.paras[index].section;
	return f;
}

bool workname_etc(struct str name)
{
	for (size_t i = 0, len; i < name.n; i += len) {
		if (words_of(name, i, W_ETC))
			return true;
		str_char(name, i, &len);
	}
	return false;
}
