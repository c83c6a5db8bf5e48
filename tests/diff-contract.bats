# Knows what contract.bats asks of every tool, asked of pt-diff, which reads two tables and ends with 1 where they differ.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
	mkdir here
	printf '单位,金额,备注\n市科技局,100.50,x\n市教育局,20,"a, b"\n市财政局,7,\n' >here/old.csv
	printf '单位,金额,备注\n市教育局,25.25,"a, b"\n市科技局,100.5,新设\n县农业局,3,\n' >here/new.csv
	cd here || return 1
}

formats() {
	printf '%s\n' text csv tsv jsonl
}

# told [OPTION]... OLD NEW: the changes, of which there must be some.
told() {
	local status=0
	pt-diff -k 单位 "$@" || status=$?
	[ "$status" -eq 1 ]
}

@test "help names itself, --help and --version, on standard output, with status 0" {
	run -0 --separate-stderr pt-diff --help
	[[ ${lines[0]} == "usage: pt-diff "* ]]
	[[ $output == *--help* && $output == *--version* ]]
	[ -z "$stderr" ]
}

@test "version is the tool's name and a number" {
	run -0 --separate-stderr pt-diff --version
	[[ $output =~ ^pt-diff\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
	[ -z "$stderr" ]
}

@test "help and version that cannot be written are trouble" {
	run -2 bash -c 'pt-diff --help >/dev/full'
	run -2 bash -c 'pt-diff --version >/dev/full'
}

@test "an unknown option is named, with the usage, and status 2" {
	run -2 --separate-stderr pt-diff --no-such-option old.csv new.csv
	[ -z "$output" ]
	[[ $stderr == *"usage: pt-diff "* && $stderr == *no-such-option* ]]
	run -2 --separate-stderr pt-diff '-!' old.csv new.csv
	[[ $stderr == *"usage: pt-diff "* ]]
}

@test "an option without its argument is trouble" {
	for option in $(pt-diff --help | sed -nE 's/^ .*--([a-z0-9-]+) \[?[A-Z].*/\1/p'); do
		run -2 --separate-stderr pt-diff old.csv new.csv "--$option"
		[ -z "$output" ]
		[[ $stderr == *"$option"* ]]
	done
}

@test "what cannot be read is named, on either side, and nothing is told" {
	mkdir folder
	for bad in no-such-file folder; do
		for operands in "$bad new.csv" "old.csv $bad" "--apply $bad old.csv"; do
			# shellcheck disable=SC2086 # two operands, and an option
			run -2 --separate-stderr pt-diff $operands
			[ -z "$output" ]
			[[ $stderr == "pt-diff: "*"$bad"* ]]
		done
	done
	run -2 --separate-stderr pt-diff --apply old.csv no-such-file
	[ -z "$output" ]
	[[ $stderr == "pt-diff: "*no-such-file* ]]
}

@test "two empty inputs are the same table" {
	: >empty
	for format in $(formats); do
		run -0 --separate-stderr pt-diff -o "$format" empty - </dev/null
		[ -z "$output" ] && [ -z "$stderr" ]
	done
	run -0 --separate-stderr pt-diff --apply empty empty
	[ -z "$output" ] && [ -z "$stderr" ]
}

@test "either operand can be standard input" {
	for format in $(formats); do
		told -o "$format" old.csv new.csv | sed '1,2s/new\.csv/-/' >want
		[ -s want ]
		told -o "$format" old.csv - <new.csv >got
		same want got
		told -o "$format" old.csv new.csv | sed '1,2s/old\.csv/-/' >want
		told -o "$format" - new.csv <old.csv >got
		same want got
	done
}

@test "a full disk is trouble and is told" {
	for format in $(formats); do
		run -2 --separate-stderr bash -c 'pt-diff -k 单位 -o "$1" old.csv new.csv >/dev/full' sh "$format"
		[[ $stderr == "pt-diff: "* ]]
	done
	told -o csv old.csv new.csv >changes.csv
	run -2 --separate-stderr bash -c 'pt-diff --apply changes.csv old.csv >/dev/full'
	[[ $stderr == "pt-diff: "* ]]
}

@test "a reader that goes away ends the tool quietly" {
	{ echo 单位,金额,备注 && seq 20000 | sed 's/.*/甲&,&,/'; } >many.csv
	for format in $(formats); do
		pt-diff -o "$format" old.csv many.csv 2>err | head -c 1 >/dev/null || true
		[ ! -s err ]
		pt-diff -o "$format" many.csv new.csv 2>err | true
		[ ! -s err ]
	done
	: >none
	pt-diff --apply none many.csv 2>err | head -c 1 >/dev/null || true
	[ ! -s err ]
}

@test "lines that end in CR LF, a byte order mark and a last line without an end are the same tables" {
	told -o jsonl old.csv new.csv >want
	for side in old new; do
		cp old.csv kept-old && cp new.csv kept-new
		sed 's/$/\r/' kept-$side >$side.csv
		told -o jsonl old.csv new.csv >got
		same want got
		{ printf '\357\273\277' && cat kept-$side; } >$side.csv
		told -o jsonl old.csv new.csv >got
		same want got
		printf %s "$(cat kept-$side)" >$side.csv
		told -o jsonl old.csv new.csv >got
		same want got
		cp kept-$side $side.csv
	done
}

@test "any locale and an empty environment give the same bytes" {
	path=$(command -v pt-diff)
	for format in $(formats); do
		told -o "$format" old.csv new.csv >want
		for locale in C zh_CN.GB18030 tr_TR.UTF-8; do
			LC_ALL=$locale LANG=$locale told -o "$format" old.csv new.csv >got
			same want got
		done
		run -1 env -i "ASAN_OPTIONS=$ASAN_OPTIONS" "$path" -k 单位 -o "$format" --output got old.csv new.csv
		same want got
		TZ=Asia/Shanghai HOME=/nowhere COLUMNS=20 NO_COLOR=1 told -o "$format" old.csv new.csv >got
		same want got
	done
}

@test "colour is for terminals, where NO_COLOR does not forbid it" {
	on_terminal() {
		python3 -c 'import pty, sys; pty.spawn(sys.argv[1:])' pt-diff -k 单位 old.csv new.csv </dev/null | tr -d '\r'
	}
	told --color always old.csv new.csv >colour
	told old.csv new.csv >plain
	run -1 cmp -s colour plain
	same colour <(on_terminal)
	same colour <(NO_COLOR='' on_terminal)
	same plain <(NO_COLOR=1 on_terminal)
	NO_COLOR=1 told --color always old.csv new.csv >got
	same colour got
}

@test "--output writes the same bytes, and none where it cannot" {
	for format in $(formats); do
		told -o "$format" old.csv new.csv >want
		told -o "$format" --output out old.csv new.csv >none
		same want out
		[ ! -s none ]
		run -2 --separate-stderr pt-diff -k 单位 -o "$format" --output no/such/folder/out old.csv new.csv
		[[ $stderr == "pt-diff: "*no/such/folder/out* ]]
	done
	told -o csv old.csv new.csv >changes.csv
	pt-diff --apply changes.csv old.csv >want
	pt-diff --output out --apply changes.csv old.csv
	same want out
}

@test "input is not changed and nothing is left in the working folder" {
	mkdir empty
	sha256sum old.csv new.csv >sums
	for format in $(formats); do
		(cd empty && TMPDIR=$PWD told -o "$format" ../old.csv ../new.csv >../changes)
	done
	(cd empty && TMPDIR=$PWD pt-diff --apply ../changes ../old.csv >../made)
	[ -s made ]
	sha256sum --quiet -c sums
	rmdir empty
}

@test "manual and help name the same options" {
	manual=$PT_ROOT/cmd/pt-diff.1
	[ -e "$manual" ]
	help_options pt-diff >help
	manual_options "$manual" >manual
	same help manual
}

@test "the manual's table of key fields is that of schema.tsv" {
	awk -F '\t' '!/^# / && NR > 1 && $5 == "key" && $1 != "every" {
		if ($1 != type) printf "%s%s", type ? "\n" : "", $1
		type = $1
		printf " %s", $2
	}
	END { print "" }' "$PT_ROOT/lib/data/schema.tsv" | grep -v '^type ' | LC_ALL=C sort >want
	sed -n '/^\.It Sy Type/,/^\.El/p' "$PT_ROOT/cmd/pt-diff.1" | sed -nE 's/^\.It Cm ([a-z]+) Ta (.*)/\1 \2/p' |
		sed -E 's/ ,//g; s/Va //g' | grep -v '^document' | LC_ALL=C sort >got
	same want got
}

@test "the manual names the fields of schema.tsv that are not compared" {
	awk -F '\t' '!/^# / && $5 == "place" { print $2 }' "$PT_ROOT/lib/data/schema.tsv" | LC_ALL=C sort -u >want
	sed -n '/^names them:/,/^\.Ss /p' "$PT_ROOT/cmd/pt-diff.1" | sed -n 's/^\.Va //p' | tr -s ' ,.' '\n' | LC_ALL=C sort >got
	same want got
}
