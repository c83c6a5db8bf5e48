# Knows what make promises beside the binaries.

setup() {
	load helper
	cd "$PT_ROOT" || return 1
	quiet=(make --no-print-directory -s "B=$PT_BUILD" "CC=${CC:-cc}")
}

# A tree of its own, with what is built so far, so that touching a file there rebuilds nothing here.
copy_tree() {
	cp -Rp Makefile lib cmd tests "$BATS_TEST_TMPDIR/"
	mkdir "$BATS_TEST_TMPDIR/build"
	cp -Rp "$PT_BUILD"/{obj,gen,bin,libpt.a,libraries} "$BATS_TEST_TMPDIR/build/"
	cd "$BATS_TEST_TMPDIR" || return 1
}

@test "install puts tools, manuals and pipelines in place and uninstall takes them away" {
	there=$BATS_TEST_TMPDIR/there
	"${quiet[@]}" -o all install "DESTDIR=$there" PREFIX=/opt/pt
	for tool in $PT_TOOLS; do
		[ -x "$there/opt/pt/bin/$tool" ]
		[ -e "$there/opt/pt/share/man/man1/$tool.1" ]
	done
	[ -e "$there/opt/pt/share/man/man5/pt-record.5" ]
	[ -x "$there/opt/pt/share/pt/pipelines/tables.sh" ]
	"${quiet[@]}" uninstall "DESTDIR=$there" PREFIX=/opt/pt
	run -0 find "$there" -type f
	[ -z "$output" ]
}

@test "a changed table rebuilds the tables and links the tools, no more" {
	copy_tree
	touch lib/data/schema.tsv
	make -n --no-print-directory all >plan
	run -1 grep -c -e '-MMD' plan
	grep -q 'gen/tables.S' plan
	grep -q 'bin/pt-extract' plan
}

@test "a faulty table stops the build with its place" {
	copy_tree
	printf 'funding\ttype\n' >>lib/data/schema.tsv
	rows=$(wc -l <lib/data/schema.tsv)
	run -2 make --no-print-directory all
	[[ $output == *"lib/data/schema.tsv:$rows: 2 cells where the head has 6"* ]]
	[ ! -e build/gen/tables.S ] || [ build/gen/tables.S -ot lib/data/schema.tsv ]
}

@test "a missing library is told in one sentence" {
	run -1 tests/deps.sh show libnowhere-dev:nowhere/header.h
	[ "$output" = "missing: libnowhere-dev; 'make deps' installs it, or as root: apt-get install -y --no-install-recommends libnowhere-dev" ]
}

@test "what is missing is installed once, as root or by sudo, and looked for again" {
	stubs=$BATS_TEST_TMPDIR/stubs
	mkdir "$stubs"
	printf '#!/bin/sh\n[ "$1" = -n ] && shift\nexec "$@"\n' >"$stubs/sudo"
	printf '#!/bin/sh\necho "$@" >>%s/log\ncase "$*" in *install*pt-stub*) ln -s /bin/true %s/pt-stub ;; esac\n' "$stubs" "$stubs" >"$stubs/apt-get"
	chmod +x "$stubs"/*
	PATH=$stubs:$PATH run -0 tests/deps.sh install bash:bash pt-stub:pt-stub
	[ "$(tail -1 "$stubs/log")" = "install -y --no-install-recommends pt-stub" ]
	calls=$(wc -l <"$stubs/log")
	PATH=$stubs:$PATH run -0 tests/deps.sh install bash:bash pt-stub:pt-stub
	[ "$(wc -l <"$stubs/log")" -eq "$calls" ]
	PATH=$stubs:$PATH run -1 tests/deps.sh install pt-none:pt-none
	[[ $output == *"still missing after the installation: pt-none"* ]]
}

@test "help lists the targets" {
	run -0 "${quiet[@]}" help
	for target in all deps demo test check-san fuzz lint score bench accept install uninstall dist; do
		[[ $output == *"$target "* ]]
	done
}

@test "dist holds the source and not what was built, and is the same twice" {
	git rev-parse --git-dir >/dev/null 2>&1 || skip "not a clone"
	"${quiet[@]}" dist "B=$BATS_TEST_TMPDIR/one"
	"${quiet[@]}" dist "B=$BATS_TEST_TMPDIR/two"
	cmp "$BATS_TEST_TMPDIR"/one/*.tar.gz "$BATS_TEST_TMPDIR"/two/*.tar.gz
	tar tzf "$BATS_TEST_TMPDIR"/one/*.tar.gz >"$BATS_TEST_TMPDIR/list"
	grep -q '^pt-[0-9.]*/Makefile$' "$BATS_TEST_TMPDIR/list"
	run -1 grep '/build/' "$BATS_TEST_TMPDIR/list"
}
