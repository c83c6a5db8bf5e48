# Knows what pt-extract promises of a whole stream of documents.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$PT_ROOT/fixtures" || return 1
	mapfile -t documents < <(fixture_documents)
	out=$BATS_TEST_TMPDIR
}

@test "records of the fixtures keep the contract, and every quote and span is the text" {
	pt-extract --text-dir "$out" "${documents[@]}" >"$out/records"
	[ "$(grep -c '"type":"document"' "$out/records")" -eq "${#documents[@]}" ]
	python3 "$PT_ROOT/tests/records.py" "$PT_ROOT/lib/data/schema.tsv" "$out/records" "$out"
}

@test "records of the shared documents keep the contract too" {
	need_shared seeds
	pt-extract --text-dir "$out" "$PT_ROOT"/../shared/seeds/*.txt >"$out/records"
	python3 "$PT_ROOT/tests/records.py" "$PT_ROOT/lib/data/schema.tsv" "$out/records" "$out"
}

@test "any number of jobs gives the same bytes" {
	pt-extract -j 1 "${documents[@]}" "${documents[@]}" >"$out/one"
	for jobs in 2 3 7; do
		pt-extract -j $jobs "${documents[@]}" "${documents[@]}" >"$out/more"
		same "$out/one" "$out/more"
	done
}

@test "messages about bad documents are the same for any number of jobs" {
	mixed=(no-such-1 "${documents[@]}" no-such-2 "${documents[@]}")
	run -1 --separate-stderr pt-extract -j 1 "${mixed[@]}"
	one=$output
	echo "$stderr" | LC_ALL=C sort >"$out/one"
	run -1 --separate-stderr pt-extract -j 2 "${mixed[@]}"
	[ "$output" = "$one" ]
	same "$out/one" <(echo "$stderr" | LC_ALL=C sort)
}

@test "a document in GB18030 or UTF-16 gives the records of the one in UTF-8" {
	mkdir "$out/utf8" "$out/other"
	pt-extract --text-dir "$out/utf8" "${documents[@]}" >/dev/null
	cd "$out/utf8"
	pt-extract "${documents[@]}" | any_encoding >"$out/want"
	for encoding in GB18030 UTF-16; do
		for document in "${documents[@]}"; do
			iconv -f UTF-8 -t "$encoding" "$document" >"$out/other/$document"
		done
		cd "$out/other"
		pt-extract "${documents[@]}" >"$out/records"
		same "$out/want" <(any_encoding <"$out/records")
		pt-extract -e "$encoding" "${documents[@]}" | any_encoding >"$out/named"
		same "$out/want" "$out/named"
		cd "$out/utf8"
	done
}

@test "one damaged byte in GB18030 does not turn the document into another reading" {
	pt-extract --text-dir "$out" "${documents[0]}" >/dev/null
	{ iconv -f UTF-8 -t GB18030 "$out/${documents[0]}" && printf '\n\377\n'; } >"$out/damaged.txt"
	run --separate-stderr pt-extract "$out/damaged.txt"
	[[ $output == *'"encoding":"GB18030"'* ]]
	[[ $stderr == *damaged.txt* ]]
}

@test "names from --files0-from are operands" {
	pt-extract "${documents[@]}" >"$out/want"
	printf '%s\0' "${documents[@]}" >"$out/names"
	pt-extract --files0-from "$out/names" >"$out/got"
	same "$out/want" "$out/got"
	pt-extract --files0-from - <"$out/names" >"$out/got"
	same "$out/want" "$out/got"
}

# The line that carries each document: {"doc":...,"text":...}.
as_json_lines() {
	python3 -c 'import json, sys
for name in sys.argv[2:]:
    text = open(sys.argv[1] + "/" + name, encoding="utf-8", newline="").read()
    print(json.dumps({"doc": name, "text": text}, ensure_ascii=False))' "$@"
}

# With --data the tables are read as text, without it as the build has laid them out.
@test "the words that the build has read and sorted are those of the text" {
	mkdir "$out/none"
	pt-extract "${documents[@]}" >"$out/image"
	pt-extract --data "$out/none" "${documents[@]}" | cmp "$out/image" -
}

@test "documents as JSON lines give the records of the files" {
	mapfile -t plain < <(printf '%s\n' "${documents[@]}" | grep '\.txt$')
	pt-extract --text-dir "$out" "${plain[@]}" | any_encoding >"$out/want"
	as_json_lines "$out" "${plain[@]}" >"$out/lines"
	pt-extract -i jsonl "$out/lines" | any_encoding >"$out/got"
	same "$out/want" "$out/got"
}

@test "a JSON line with an unknown key or a broken one is reported and the next one done" {
	echo '{"doc":"a","text":"关于某事的通知\n","colour":"red"}' >"$out/lines"
	echo '{"doc":"b","text":' >>"$out/lines"
	echo '{"doc":"c","text":"关于某事的通知\n"}' >>"$out/lines"
	run -1 --separate-stderr pt-extract -i jsonl "$out/lines"
	[[ $output == *'"doc":"c"'* && $output != *'"doc":"a"'* ]]
	[[ $stderr == *"lines:1: "*colour* && $stderr == *"lines:2: "* ]]
}

@test "--type leaves the records of the types named" {
	pt-extract "${documents[@]}" >"$out/all"
	grep -E '^\{"type":"(project|funding)"' "$out/all" >"$out/want"
	pt-extract --type project,funding "${documents[@]}" >"$out/got"
	same "$out/want" "$out/got"
	run -2 pt-extract --type project,nonsense "${documents[0]}"
}

@test "every figure with a unit is in a record, is unclaimed, or was refused" {
	pt-extract --text-dir "$out" --unclaimed "$out/left" "${documents[@]}" >"$out/records"
	[ -s "$out/left" ]
	while read -r document offset figure; do
		run -0 pt-extract --explain "$offset" "$document"
		[[ $output == *"funding: \"$figure\": none, "@(asked for|its sentence refuses)* ]] || { echo "$document $offset $figure" && false; }
	done < <(python3 "$PT_ROOT/tests/unclaimed.py" "$out/records" "$out/left" "$out")
}

@test "what is unclaimed is the text, and changes neither with the jobs nor with the types nor the records" {
	pt-extract --text-dir "$out" --unclaimed "$out/one" "${documents[@]}" >"$out/records"
	same <(pt-extract "${documents[@]}") "$out/records"
	for jobs in 2 5; do
		pt-extract -j $jobs --type document --unclaimed "$out/more" "${documents[@]}" >/dev/null
		same "$out/one" "$out/more"
	done
	python3 - "$out" <<'PYTHON'
import json, sys
before = None
for line in open(sys.argv[1] + "/one", encoding="utf-8"):
    x = json.loads(line)
    text = open(sys.argv[1] + "/" + x["doc"], encoding="utf-8", newline="").read()
    assert text[x["start"]:x["end"]] == x["text"], line
    assert before is None or before["doc"] != x["doc"] or before["start"] <= x["start"], line
    before = x
PYTHON
}

@test "a document in traditional characters gives the records of the simplified one, each cell as it is written" {
	simple=国发实财厅转号县进项资项规划办确东车长门问间达还这时单达开关几务总级组织经给统结补费农处会动华区汇后
	odd=國發實財廳轉號縣進項資項規劃辦確東車長門問間達還這時單達開關幾務總級組織經給統結補費農處會動華區匯後
	for document in notice-allocation.txt list-key-projects.txt plan-waste-sorting.txt allocation-forestry.csv; do
		LC_ALL=C.UTF-8 sed "y/$simple/$odd/" $document >"$out/traditional.${document##*.}"
		pt-extract "$out/traditional.${document##*.}" >"$out/records"
		words_only <"$out/records" | LC_ALL=C.UTF-8 sed "y/$odd/$simple/" >"$out/got"
		pt-extract $document | words_only >"$out/want"
		same "$out/want" "$out/got"
		grep -q '廳\|縣' "$out/records"
	done
}

@test "any place of a document can be explained, the same each time" {
	for document in "${documents[@]}"; do
		pt-extract --text-dir "$out" "$document" >/dev/null
		length=$(python3 -c 'import sys; print(len(open(sys.argv[1], encoding="utf-8", newline="").read()))' "$out/$document")
		for ((place = 0; place < length; place += 173)); do
			run -0 --separate-stderr pt-extract --explain "$place" "$document"
			[[ ${lines[0]} == "$document: character $place is "* && $output == *$'\n'record:* ]]
		done
		run -2 pt-extract --explain "$length" "$document"
	done
}

@test "the decoded text keeps every character but the byte order mark" {
	printf '\357\273\277一、标题\r\n甲\0乙\f丙\n' >"$out/odd.txt"
	mkdir "$out/text"
	run --separate-stderr pt-extract --text-dir "$out/text" "$out/odd.txt"
	printf '一、标题\r\n甲\357\277\275乙\f丙\n' >"$out/want"
	cmp "$out/want" "$out/text/odd.txt"
}

@test "a list, a sentence or a bracket without an end holds no document up" {
	local lead part
	for lead in 江城市扶持办法 江城市2024年政府工作报告; do
		for part in 12亿元的乙枢纽、 累计完成100万元， 每口补助2000元， 由100元提高到200元、 一、二、三等奖、 开工建设青石中学、 建设地点：白水县； \
			'（每座补助240万元' 各县配套50%、 100万元、 市发改局、 '“青石计划”、' （一）支持创新， 9; do
			{
				printf '%s\n\n总投资18亿元的甲大桥、' "$lead"
				yes "$part" | head -n 3000 | tr -d '\n'
			} >"$out/long.txt"
			timeout 100 pt-extract "$out/long.txt" >/dev/null || {
				echo "$lead, and without an end $part: status $?"
				return 1
			}
		done
	done
}
