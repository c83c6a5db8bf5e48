# Knows what every tool promises, whatever its work. TOOL is in the environment; its samples are the
# files of tests/contract/TOOL, each of which it can read.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
}

# The tool's output for a sample stands in the file `want`; $ext is the sample's suffix.
read_sample() {
	ext=${1##*.}
	cp "$1" "good.$ext"
	"$TOOL" "good.$ext" >want
	[ -s want ]
}

# Tools whose answer over a part of the input would look right.
refuses() {
	[[ $TOOL == pt-aggregate || $TOOL == pt-diff ]]
}

# unreadable FILE: it is named, and the sample behind it still done, with status 1; or there is no output, with
# status 2.
unreadable() {
	if refuses; then
		run -2 --separate-stderr "$TOOL" "$1" "good.$ext"
		[ -z "$output" ]
	else
		run -1 --separate-stderr "$TOOL" "$1" "good.$ext"
		same want <(printf '%s\n' "$output")
	fi
	[[ $stderr == "$TOOL: "*"$1"* ]]
}

@test "help names itself, --help and --version, on standard output, with status 0" {
	run -0 --separate-stderr "$TOOL" --help
	[[ ${lines[0]} == "usage: $TOOL "* ]]
	[[ $output == *--help* && $output == *--version* ]]
	[ -z "$stderr" ]
}

@test "version is the tool's name and a number" {
	run -0 --separate-stderr "$TOOL" --version
	[[ $output =~ ^$TOOL\ [0-9]+\.[0-9]+\.[0-9]+$ ]]
	[ -z "$stderr" ]
}

@test "help and version that cannot be written are trouble" {
	run -2 bash -c '"$TOOL" --help >/dev/full'
	run -2 bash -c '"$TOOL" --version >/dev/full'
}

@test "an unknown option is named, with the usage, and status 2" {
	run -2 --separate-stderr "$TOOL" --no-such-option
	[ -z "$output" ]
	[[ $stderr == *"usage: $TOOL "* && $stderr == *no-such-option* ]]
	run -2 --separate-stderr "$TOOL" '-!'
	[[ $stderr == *"usage: $TOOL "* ]]
}

@test "an option without its argument is trouble" {
	option=$("$TOOL" --help | sed -nE 's/^ .*--([a-z0-9-]+) [A-Z].*/\1/p' | head -1)
	run -2 --separate-stderr "$TOOL" "--$option"
	[[ $stderr == *"$option"* ]]
}

@test "a missing file is named; the next one is still done, or nothing is" {
	while read -r sample; do
		read_sample "$sample"
		unreadable no-such-file
	done < <(samples)
}

@test "a folder as operand is named; the next file is still done, or nothing is" {
	mkdir folder
	while read -r sample; do
		read_sample "$sample"
		unreadable folder
	done < <(samples)
}

@test "empty input is no fault" {
	run -0 --separate-stderr "$TOOL" </dev/null
	[ -z "$stderr" ]
	: >empty
	run -0 --separate-stderr "$TOOL" empty
	[ -z "$stderr" ]
}

@test "no operand and - are standard input" {
	while read -r sample; do
		"$TOOL" <"$sample" >want
		"$TOOL" - <"$sample" >got
		[ -s want ]
		same want got
	done < <(samples)
}

@test "a full disk is trouble and is told" {
	while read -r sample; do
		run -2 --separate-stderr bash -c '"$TOOL" "$1" >/dev/full' sh "$sample"
		[[ $stderr == "$TOOL: "* ]]
	done < <(samples)
}

@test "a reader that goes away ends the tool quietly" {
	while read -r sample; do
		ext=${sample##*.}
		for i in $(seq 200); do
			cp "$sample" "f$i.$ext"
		done
		"$TOOL" f*."$ext" 2>err | head -c 1 >/dev/null || true
		[ ! -s err ]
		"$TOOL" f*."$ext" 2>err | true
		[ ! -s err ]
		rm -f f*."$ext"
	done < <(samples)
}

@test "lines that end in CR LF give the same records" {
	while read -r sample; do
		read_sample "$sample"
		sed 's/$/\r/' "$sample" >"good.$ext"
		"$TOOL" "good.$ext" >got
		same <(words_only <want) <(words_only <got)
	done < <(samples)
}

@test "a byte order mark gives the same records" {
	while read -r sample; do
		read_sample "$sample"
		{ printf '\357\273\277' && cat "$sample"; } >"good.$ext"
		"$TOOL" "good.$ext" >got
		same <(words_only <want) <(words_only <got)
	done < <(samples)
}

@test "a last line without an end gives the same records" {
	while read -r sample; do
		read_sample "$sample"
		printf %s "$(cat "$sample")" >"good.$ext"
		"$TOOL" "good.$ext" >got
		same <(words_only <want) <(words_only <got)
	done < <(samples)
}

@test "any locale and an empty environment give the same bytes" {
	path=$(command -v "$TOOL")
	while read -r sample; do
		read_sample "$sample"
		for locale in C zh_CN.GB18030 tr_TR.UTF-8; do
			LC_ALL=$locale LANG=$locale "$TOOL" "good.$ext" >got
			same want got
		done
		env -i "ASAN_OPTIONS=$ASAN_OPTIONS" "$path" "good.$ext" >got
		same want got
		TZ=Asia/Shanghai HOME=/nowhere COLUMNS=20 "$TOOL" "good.$ext" >got
		same want got
	done < <(samples)
}

@test "--output writes the same bytes, and none where it cannot" {
	while read -r sample; do
		read_sample "$sample"
		"$TOOL" --output out "good.$ext"
		same want out
		run -2 --separate-stderr "$TOOL" --output no/such/folder/out "good.$ext"
		[[ $stderr == "$TOOL: "*no/such/folder/out* ]]
	done < <(samples)
}

@test "input is not changed and nothing is left in the working folder" {
	while read -r sample; do
		mkdir empty
		(cd empty && TMPDIR=$BATS_TEST_TMPDIR/empty "$TOOL" "$sample" >/dev/null)
		rmdir empty
	done < <(samples)
}

@test "manual and help name the same options" {
	manual=$PT_ROOT/cmd/$TOOL.1
	[ -e "$manual" ]
	help_options "$TOOL" >help
	manual_options "$manual" >manual
	same help manual
}
