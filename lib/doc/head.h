/* What a document says of itself: title, number, issuer, date, addressee, genre, the documents it
 * cites, the names it shortens. */
#ifndef PT_DOC_HEAD_H
#define PT_DOC_HEAD_H

#include "doc/body.h"
#include "doc/outline.h"
#include "zh/period.h"

struct naming {
	struct str name, alias, s; /* slices of the view; s: from the name to after the bracket */
};

struct head {
	struct str title, number, addressee, date_text; /* slices of the view; n 0: none */
	struct str author;   /* the line below the title that names the issuer; n 0: none does */
	struct str issuers[8];
	size_t issuer_count;
	bool measures;       /* its title, or that of what it forwards, names measures, rules or a policy; or it tells many */
	bool measures_told;  /* only its sentences tell that */
	struct str ledger;   /* by its title the budget or the accounts of one office; n 0: neither or both */
	bool minutes;        /* of a meeting: what it decided lays duties */
	bool brief;          /* no report, but what it tells first is what has been done */
	struct str subject;  /* what a notice hands down or issues (关于下达X的通知: X), else the title */
	struct str genre;    /* of the table of words; "other" when nothing tells */
	struct str evidence; /* what tells that this is a document, for the record's quote */
	struct str *refs;
	size_t ref_count;
	struct ymd date;     /* year 0: none or only the month is known */
	int year;            /* of the date or the number; 0: unknown */
	struct naming *namings;
	size_t naming_count, naming_cap;
	size_t first_body;   /* index of the first paragraph after title, number and addressee */
};

/* Fills h and the parts of c that names are resolved with. */
void head_read(struct head *h, struct context *c, const struct outline *o, struct arena *a);

#endif
