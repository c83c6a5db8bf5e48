/* Findings of one document, each with its evidence, before they become records. */
#ifndef PT_VERB_FINDING_H
#define PT_VERB_FINDING_H

#include "doc/head.h"
#include "doc/mention.h"
#include "io/schema.h"

struct finding_field {
	const char *name;
	struct str value; /* the one, or the first member of an array */
	struct str *more; /* the other members; room for the next power of two */
	uint32_t others;
	bool array;
};

struct finding_span {
	const char *field;
	uint32_t from, to; /* bytes of the text */
};

struct finding {
	enum record_type type;
	int section;
	const char *rule;
	size_t from, to; /* the evidence, bytes of the text */
	size_t key;      /* where what tells it apart stands (body, amount) */
	struct finding_field *fields;
	size_t field_count, field_cap;
	struct finding_span *spans;
	size_t span_count, span_cap;
	struct str *notes;
	size_t note_count, note_cap;
	struct str name; /* RECORD_PROJECT: its name as a slice of the view; n 0: composed */
	struct str list; /* RECORD_PROJECT: the list of works that it is one of; n 0: it is none of several */
	struct finding *part_of, *cap_of;
	size_t order;    /* in which it was found; breaks the last ties */
	char id[17];
};

struct trace;
struct unclaimed;

struct doc {
	struct arena *arena;
	struct arena window; /* of what is found in the paragraph at hand: its blocks serve all of them */
	struct text text;
	struct outline outline;
	struct head head;
	struct context context;
	struct str name, encoding, sha256, source;
	struct str text_sha256; /* n 0: not known */
	bool numbered;      /* onward_numbered */
	struct str subject; /* what the table row at hand is about; n 0: no row is read */
	struct str giving;  /* of what kind the money is that its column tells of in words; n 0: it tells of none */
	struct str object;  /* whom the paragraphs before name as those a subsidy is for (object.c); n 0: nobody */
	size_t object_own;  /* 1 + the only paragraph that it holds for; 0: it holds for others too */
	int object_section; /* what that holds for; -1: for all that follows */
	signed char *moods;    /* of the sections, as mood.c finds them; NULL: not yet asked */
	struct finding **headed; /* by section, the project that its heading names; NULL: there is none */
	struct finding *item;  /* the project that the numbered paragraph before begins with; NULL: none */
	int item_section;      /* in which that paragraph stands */
	struct str built;      /* what a label told last that a project builds */
	bool card;             /* whether that paragraph is a label: the numbered labels behind it tell of the project as well */
	struct str approved;   /* name of the project that the document approves, as its title has it; n 0: it approves none */
	struct finding *approval; /* the record of it; NULL: the text has not named it yet */
	struct finding *named; /* the project that the paragraph at hand is about by the line before it; NULL: none */
	struct finding **findings;
	size_t count, cap;
	size_t projects_end; /* behind the last project among the findings */
	size_t made; /* findings so far, those that others have taken the place of too */
	struct trace *trace;         /* of --explain; else NULL */
	struct unclaimed *unclaimed; /* of --unclaimed; else NULL */
};

/* What the reader of funding has made of a figure. */
enum fund_use {
	FUND_NOT,       /* nothing: it is for others */
	FUND_DEALT,     /* it is the amount or the count of a record, or asked for and not given */
	FUND_CONDITION  /* it says who or what qualifies: no record holds it */
};

/* A new finding with evidence s, a slice of the view; or bytes [from, to) of the text. */
struct finding *finding_new(struct doc *d, enum record_type type, const char *rule, struct str s);
struct finding *finding_at(struct doc *d, enum record_type type, const char *rule, size_t from, size_t to);

/* Widens the evidence to take in s. */
void finding_cover(struct doc *d, struct finding *f, struct str s);

/* The field as it stands in the view, with its span. An empty slice leaves the field out. */
void finding_cell(struct doc *d, struct finding *f, const char *field, struct str s);
/* One more member of an array field. */
void finding_item(struct doc *d, struct finding *f, const char *field, struct str s);
/* The same where none of its members is told twice: a document may cite thousands of others. */
void finding_another(struct doc *d, struct finding *f, const char *field, struct str s);
/* A value that does not stand in the text as it is: a class (kind, role), a resolved name. */
void finding_word(struct doc *d, struct finding *f, const char *field, struct str value);
void finding_item_word(struct doc *d, struct finding *f, const char *field, struct str value, struct str place);
void finding_note(struct doc *d, struct finding *f, struct str note);
/* Takes a field back with its spans. */
void finding_forget(struct finding *f, const char *field);

/* Whether it has the field, be it a string or an array. */
bool finding_has(const struct finding *f, const char *field);

/* Whether the words of the field as the text has them hold s, a slice of the view. */
bool finding_holds(const struct doc *d, const struct finding *f, const char *field, struct str s);

/* The value of a string field, or an empty slice. */
struct str finding_value(const struct finding *f, const char *field);

/* The headings over a section and its own, outermost first, as written; *n 0: none. */
struct str *finding_sections(const struct doc *d, int section, struct arena *a, size_t *n);

/* Puts all into their order and gives them their ids. */
void findings_settle(struct doc *d);

/* Asks the schema where the members of a record stand; call once, behind schema_load. */
void findings_load(void);

/* Settles all and appends them to `out` as JSON lines. `types`: a bit for each record type that is wanted. */
void findings_write(struct doc *d, unsigned types, struct buf *out);

#endif
