# pt: policy tables. `make help` lists the targets; `make demo` and `make test` need nothing before them.
SHELL := /bin/bash
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

AWK ?= awk
PREFIX ?= /usr/local
BINDIR ?= $(PREFIX)/bin
MANDIR ?= $(PREFIX)/share/man
DATADIR ?= $(PREFIX)/share/pt
B ?= build
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
SHARED ?= ../shared
CLANG ?= clang
FUZZ_SECONDS ?= 300

TOOLS := pt-extract pt-normalize pt-aggregate pt-diff
VERSION := $(shell sed -n 's/^\#define PT_VERSION "\(.*\)"/\1/p' lib/base/version.h)

# What is needed beyond a C compiler and make: Debian package:proof, where the proof is a header or
# a command. This is the one list; tests/deps.sh reads it.
NEED_build := gcc:cc libc6-dev:stdio.h libcsv-dev:csv.h libjansson-dev:jansson.h libgmp-dev:gmp.h libutf8proc-dev:utf8proc.h \
	libxxhash-dev:xxhash.h nettle-dev:nettle/sha2.h
NEED_demo := sqlite3:sqlite3 bsdextrautils:column
NEED_test := bats:bats python3:python3
NEED_lint := cppcheck:cppcheck shellcheck:shellcheck mandoc:mandoc
NEED_all := $(NEED_build) $(NEED_demo) $(NEED_test) $(NEED_lint)

CFLAGS ?= -O2 -g
WARN := -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes -Wwrite-strings \
	-Wundef -Wvla -Wformat=2 -Wno-format-nonliteral $(if $(WERROR),-Werror)
CPPFLAGS += -D_GNU_SOURCE -Ilib
ALL_CFLAGS = -std=c11 -pthread $(WARN) $(CFLAGS) $(SAN)
STOP_AT_FAULT := -fno-sanitize-recover=undefined -fno-omit-frame-pointer -DPT_POISON
LDLIBS += -lcsv -ljansson -lgmp -lutf8proc -lnettle -pthread

LIB_SRC := $(wildcard lib/*/*.c)
LIB_OBJ := $(LIB_SRC:%.c=$B/obj/%.o) $B/obj/tables.o $B/obj/regions.o $B/obj/words.o
IMAGE_SRC := $(wildcard lib/data/tools/*-image.c)
IMAGE_OBJ := $(patsubst %.c,$B/obj/%.o,$(filter lib/base/% lib/zh/lexicon.c lib/zh/opening.c,$(LIB_SRC))) $B/obj/tables.o
TEST_SRC := $(wildcard tests/value/*.c)
DRIVERS := $(TEST_SRC:tests/value/%.c=$B/tests/%)
FUZZ_SRC := $(wildcard tests/fuzz/*.c)
FUZZERS := $(FUZZ_SRC:tests/fuzz/%.c=$B/tests/%)
CMD_SRC := $(wildcard $(TOOLS:%=cmd/%.c))
MANUALS := $(wildcard cmd/*.1 cmd/*.5)
DATA := $(sort $(wildcard lib/data/*.tsv))
DOCUMENTS := $(filter-out fixtures/SOURCES%,$(sort $(wildcard $(addprefix fixtures/*.,txt csv tsv md))))
SCRIPTS := .ci/run $(wildcard pipelines/*.sh tests/*.sh tests/*.bash tests/*/*.sh)

all: $(TOOLS:%=$B/bin/%) ## build the filters in build/bin

$B/bin/%: $B/obj/cmd/%.o $B/libpt.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$B/tests/%: $B/obj/tests/value/%.o $B/libpt.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(FUZZERS): $B/tests/%: $B/obj/tests/fuzz/%.o $B/libpt.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

$B/libpt.a: $(LIB_OBJ)
	@rm -f $@
	$(AR) rcs $@ $^

$B/obj/%.o: %.c | $B/libraries
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# A missing header is told in one sentence, not in a page of compiler output.
$B/libraries:
	@mkdir -p $(@D)
	@CC="$(CC)" tests/deps.sh show $(NEED_build)
	@touch $@

# Every table is checked, then built in as text, with the places of its cells. The folder is a prerequisite so that a table that
# was removed leaves the binaries too.
$B/gen/tables.S: $(DATA) lib/data lib/data/check.awk lib/data/constraints lib/data/embed.awk
	@mkdir -p $(@D)
	@LC_ALL=C $(AWK) -f lib/data/check.awk lib/data/constraints $(DATA)
	@LC_ALL=C $(AWK) -f lib/data/embed.awk $(DATA) > $@

$B/obj/tables.o: $B/gen/tables.S
	@mkdir -p $(@D)
	$(CC) -Wa,-I. -c -o $@ $<

# The tables of regions and of words are read and sorted once, here, and not at each start.
$B/gen/regions-image: $(patsubst %.c,$B/obj/%.o,$(filter lib/zh/region%.c,$(LIB_SRC)))
$B/gen/words-image: $(patsubst %.c,$B/obj/%.o,$(filter lib/doc/words.c lib/doc/wordtables.c lib/doc/chains.c,$(LIB_SRC)))

$B/gen/%-image: $B/obj/lib/data/tools/%-image.o $(IMAGE_OBJ)
	$(CC) $(ALL_CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$B/gen/%.c: $B/gen/%-image
	$< > $@

$B/obj/%.o: $B/gen/%.c
	$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -c -o $@ $<

-include $(shell find $B/obj -name '*.d' 2>/dev/null)

deps: ## install the Debian or Ubuntu packages that are missing
	@CC="$(CC)" tests/deps.sh install $(NEED_all)

demo: ## turn the fixtures into CSV tables and a database in build/demo, and show them
	@CC="$(CC)" tests/deps.sh install $(NEED_build) $(NEED_demo)
	@$(MAKE) -s -j$(JOBS) all
	@PATH="$(abspath $B)/bin:$$PATH" pipelines/tables.sh $B/demo $(DOCUMENTS)

test: ## build and run every test (FILTER=REGEX: only those whose name matches)
	@CC="$(CC)" tests/deps.sh install $(NEED_build) $(NEED_demo) $(NEED_test)
	@$(MAKE) -s -j$(JOBS) all drivers
	@tests/run.sh $B $(TOOLS)

drivers: $(DRIVERS)

# Leaks are not looked for: memory is held by arenas that end with the program, and `make bench`
# watches that they do not grow. A report of a sanitizer is a failure whatever the test made of it.
check-san: ## the same tests under the address and undefined behaviour sanitizers
	@ASAN_OPTIONS=detect_leaks=0:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1 $(MAKE) B=build/san CFLAGS="-O1 -g" \
		SAN="-fsanitize=address,undefined $(STOP_AT_FAULT)" test

# No part of the tests: it takes its time, and what it finds differs from run to run.
fuzz: ## let libFuzzer look for texts that break what reads documents (needs clang; FUZZ_SECONDS=300 for each target)
	@tests/fuzz/fuzz.sh needs "$(CLANG)"
	@CC="$(CLANG)" tests/deps.sh install $(NEED_build)
	@$(MAKE) -s -j$(JOBS) B=$B/fuzz CC="$(CLANG)" CFLAGS="-O1 -g" \
		SAN="-fsanitize=fuzzer-no-link,address,undefined $(STOP_AT_FAULT)" fuzzers
	@tests/fuzz/fuzz.sh run $B/fuzz $(FUZZ_SECONDS) $(SHARED) $(FUZZ_SRC:tests/fuzz/%.c=%)

fuzzers: $(FUZZERS)

lint: ## cppcheck, clang-tidy where it is installed, shellcheck, mandoc
	@CC="$(CC)" tests/deps.sh install $(NEED_build) $(NEED_lint)
	cppcheck --quiet -j$(JOBS) --std=c11 --enable=warning,performance,portability --inline-suppr --suppress=missingIncludeSystem \
		--error-exitcode=1 $(filter -D%,$(CPPFLAGS)) -Ilib $(LIB_SRC) $(CMD_SRC) $(IMAGE_SRC) $(TEST_SRC) $(FUZZ_SRC)
	@tests/tidy.sh $(LIB_SRC) $(CMD_SRC) $(IMAGE_SRC) -- -std=c11 $(CPPFLAGS)
	shellcheck -S warning $(SCRIPTS) $(wildcard tests/*.bats)
	$(if $(MANUALS),mandoc -Tlint -Wwarning $(MANUALS))

check: ## layers, libraries, file sizes: what lib/README.md promises of the source
	@LC_ALL=C $(AWK) -f tests/house.awk $(wildcard lib/*/*.[ch] cmd/*.c)

score: all ## F1 of the seeds and fixtures against their gold records (ERRORS=1 lists every error)
	@tests/score.sh $B $(SHARED) $(if $(ERRORS),--errors)

forms: all ## what is found of the same fixtures in other forms: a line a form (FORM="glued layout": only those)
	@python3 tests/forms.py $B $(SHARED) $(FORM)

bench: all ## speed and peak memory: documents as a share of iconv's, tables beside DuckDB, mawk, sort and diff
	@CC="$(CC)" tests/deps.sh install python3:python3
	@tests/bench/bench.sh $B
	@tests/bench/tables.sh $B

accept: all ## rewrite the expectations of CASE=TOOL/a-sentence (a pattern may stand for several)
	@tests/case.sh accept $B $(or $(CASE),$(error say which: make accept CASE=pt-normalize/a-sentence))

install: all ## into PREFIX (/usr/local), below DESTDIR
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 $(DESTDIR)$(DATADIR)/pipelines
	install $(TOOLS:%=$B/bin/%) $(DESTDIR)$(BINDIR)
	install -m 644 $(wildcard cmd/*.1) $(DESTDIR)$(MANDIR)/man1
	install -m 644 $(wildcard cmd/*.5) $(DESTDIR)$(MANDIR)/man5
	install $(wildcard pipelines/*.sh) $(DESTDIR)$(DATADIR)/pipelines

uninstall: ## what install put there
	rm -f $(TOOLS:%=$(DESTDIR)$(BINDIR)/%) $(patsubst cmd/%,$(DESTDIR)$(MANDIR)/man1/%,$(wildcard cmd/*.1)) \
		$(patsubst cmd/%,$(DESTDIR)$(MANDIR)/man5/%,$(wildcard cmd/*.5))
	rm -rf $(DESTDIR)$(DATADIR)

# The same tree gives the same bytes: sorted names, no owner, the time of the last commit.
dist: ## the source as build/pt-VERSION.tar.gz
	@mkdir -p $B
	git ls-files -z --cached --others --exclude-standard | sort -z | tar --null --no-recursion -T - \
		--owner=0 --group=0 --numeric-owner --mtime=@$$(git log -1 --format=%ct 2>/dev/null || echo 0) \
		--transform 's,^,pt-$(VERSION)/,' -cf - | gzip -9n > $B/pt-$(VERSION).tar.gz
	@echo $B/pt-$(VERSION).tar.gz

clean: ## remove what was built
	rm -rf $B

help: ## this list
	@$(AWK) -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: all deps demo test drivers check-san fuzz fuzzers lint check score forms bench accept install uninstall dist clean help
.SECONDARY:
