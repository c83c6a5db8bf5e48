# Knows what is promised of the tables of regions, and of columns that hold regions and bodies.
# shellcheck disable=SC2154 # lines is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
}

regions() {
	run -0 python3 "$PT_ROOT/tests/regions.py" "$@"
	[[ ${lines[-1]} == *", 0 faults" ]]
}

@test "the tables of regions hold together: codes, parents, years, successors, published totals" {
	regions tables
}

@test "every region is found again by its own chain, former ones as of their last year" {
	regions chains
}

# With --data the tables are read as text, without it as the build has laid them out.
@test "the tables that the build has read and sorted are those of the text" {
	mkdir dumped none
	pt-normalize --dump-data dumped
	for year in '' 1985-01-01 1996-01-01 2008-01-01 2024-01-01; do
		cat dumped/regions.tsv dumped/regions-old.tsv | grep '^[0-9]' | awk -F '\t' -v year="$year" '
			BEGIN { print "region,issuer,date" }
			{ print $2 ",," year; print $3 "," before "人民政府," year; print $3 $4 "," before "人民政府," year; before = $2 }'
	done >t.csv
	[ "$(wc -l <t.csv)" -gt 100000 ]
	pt-normalize --region region --org issuer t.csv >image.csv
	pt-normalize --data none --region region --org issuer t.csv | cmp image.csv -
}

@test "chains in other forms mean the same region" {
	regions forms 20000
}

@test "a column of regions gets its typed columns, and a second run and more threads change nothing" {
	printf '地点,issuer,date\n柳州市柳南区,,\n全市,桂林市人民政府,\n崇文区,,2008-01-01\n鼓楼区,,\n柳东新区,,\n中山路,,\n,,\n' >t.csv
	run -0 pt-normalize --region 地点 t.csv
	[ "${lines[0]}" = 地点,地点_code,地点_name,地点_level,地点_province,地点_city,issuer,date,notes ]
	[ "${lines[1]}" = 柳州市柳南区,450204,柳南区,county,广西壮族自治区,柳州市,,, ]
	[ "${lines[2]}" = 全市,450300,桂林市,prefecture,广西壮族自治区,桂林市,桂林市人民政府,, ]
	[ "${lines[3]}" = '崇文区,110103,崇文区,county,北京市,北京市,,2008-01-01,地点: former: 110103 崇文区 -> 110101 东城区' ]
	[ "${lines[4]}" = '鼓楼区,,,,,,,,"地点: ambiguous: 南京市鼓楼区, 徐州市鼓楼区, 福州市鼓楼区, 开封市鼓楼区"' ]
	[ "${lines[5]}" = '柳东新区,450200,柳州市,prefecture,广西壮族自治区,柳州市,,,地点: zone: 柳东新区 -> 柳州市' ]
	[ "${lines[6]}" = '中山路,,,,,,,,地点: unread' ]
	[ "${lines[7]}" = ,,,,,,,, ]
	pt-normalize --region 地点 t.csv >one.csv
	pt-normalize -j 3 --region 地点 t.csv | cmp one.csv -
	pt-normalize --region 地点 one.csv | cmp one.csv -
	pt-normalize -o jsonl --region 地点 t.csv | pt-normalize --region 地点 -o jsonl >two.jsonl
	pt-normalize -o jsonl --region 地点 t.csv | cmp two.jsonl -
}

@test "counts, --check and --strict tell what could not be read of regions" {
	printf '地点\n柳州市\n鼓楼区\n重庆小面\n柳州市、桂林市\n' >t.csv
	run -1 pt-normalize --check --region 地点 t.csv
	[ "${lines[0]}" = 'pt-normalize: t.csv:3: 地点: ambiguous: 南京市鼓楼区, 徐州市鼓楼区, 福州市鼓楼区, 开封市鼓楼区: 鼓楼区' ]
	[ "${lines[1]}" = 'pt-normalize: t.csv:4: 地点: unread: 重庆小面' ]
	[ "${lines[2]}" = 'pt-normalize: t.csv:5: 地点: other words beside it: 柳州市、桂林市' ]
	[ "${lines[3]}" = 'pt-normalize: 4 in, 0 rejected, 3 cells unread' ]
	run -1 pt-normalize --strict --stats s.json --region 地点 t.csv
	grep -q '"地点": {"ok": 1, "repaired": 0, "ambiguous": 1, "unread": 2, "empty": 0}' s.json
	run -0 pt-normalize --find --region 地点 t.csv
	[ "${lines[4]}" = 柳州市、桂林市,450200,柳州市,prefecture,广西壮族自治区,柳州市, ]
}

@test "the fields that tell how a cell is meant may stand before or behind it" {
	printf 'p,doc_issuer\n我市,柳州市科技局\n' >behind.csv
	printf 'doc_issuer,p\n柳州市科技局,我市\n' >before.csv
	[[ $(pt-normalize --region p behind.csv) == *450200,柳州市,* ]]
	[[ $(pt-normalize --region p before.csv) == *450200,柳州市,* ]]
	[[ $(pt-normalize -o jsonl --region p behind.csv) == *'"p_code":"450200"'* ]]
	[[ $(pt-normalize -o jsonl --region p before.csv) == *'"p_code":"450200"'* ]]
}

@test "a column of bodies gets full names, classes and the regions in the names" {
	printf '单位,doc_issuer\n市科技局,柳州市人民政府\n各县区人民政府,柳州市人民政府\n某某有限公司,\n' >t.csv
	run -0 pt-normalize --org 单位 t.csv
	[ "${lines[0]}" = 单位,单位_name,单位_generic,单位_region_code,doc_issuer,notes ]
	[ "${lines[1]}" = 市科技局,柳州市科学技术局,,450200,柳州市人民政府, ]
	[[ ${lines[2]} == 各县区人民政府,*,true,,柳州市人民政府, ]]
	[ "${lines[3]}" = 某某有限公司,某某有限公司,,,, ]
	pt-normalize --org 单位 t.csv >one.csv
	pt-normalize -j 2 --org 单位 one.csv | cmp one.csv -
}

@test "a project lies where its place is, else where its issuer is" {
	printf '%s\n' '{"type":"project","doc_issuer":"柳州市科技局","name":"甲"}' '{"type":"project","doc_issuer":"柳州市科技局","name":"乙","place":"柳北区"}' \
		'{"type":"project","doc_issuer":"柳州市科技局","name":"丙","place":"某处"}' '{"type":"project","doc_issuer":"柳州市科技局、桂林市科技局","name":"丁"}' >t.jsonl
	run -0 pt-normalize t.jsonl
	[[ ${lines[0]} == *'"region_code":"450200","region_name":"柳州市"'* ]]
	[[ ${lines[1]} == *'"region_code":"450205","region_name":"柳北区"'* ]]
	[[ ${lines[2]} != *region_code* && ${lines[2]} == *'place: unread'* ]]
	[[ ${lines[3]} != *region_code* ]]
}

@test "a table of regions in --data is laid over the built-in one, and a fault in it is told by its line" {
	mkdir mine
	{
		grep -m 1 ^code "$PT_ROOT/lib/data/regions.tsv"
		printf '450299\t虚构区\t虚构\t区\tcounty\t-\t450200\t2030\t-\t-\t-\t-\n'
	} >mine/regions.tsv
	printf 'p\n柳州市虚构区\n' >t.csv
	[[ $(pt-normalize --data mine --region p t.csv) == *450299,虚构区,county,广西壮族自治区,柳州市,* ]]
	sed -i 's/450299/45029/' mine/regions.tsv
	run -2 pt-normalize --data mine --region p t.csv
	[ "${lines[0]}" = 'pt-normalize: mine/regions.tsv:2: the code is not of six digits' ]
}

# A row of regions.tsv in --data, and what is told of it.
refused() {
	mkdir -p mine
	{
		grep -m 1 ^code "$PT_ROOT/lib/data/regions.tsv"
		printf '%b\n' "$1"
	} >mine/regions.tsv
	printf 'p\n柳州市\n' >t.csv
	run -2 timeout 20 pt-normalize --data mine --region p t.csv
	[ "${lines[0]}" = "pt-normalize: mine/regions.tsv:2: $2" ]
}

@test "rows that contradict themselves or each other are told" {
	local end='2010\t-\t-\t-\t-'

	refused "450299\t甲区\t甲\t区\tcounty\t-\t450299\t$end" 'the parent is no larger region'
	refused "450298\t乙区\t乙\t区\tcounty\t-\t450299\t$end\n450299\t甲区\t甲\t区\tcounty\t-\t450298\t$end" 'the parent is no larger region'
	refused '450299\t甲区\t甲\t区\tcounty\t-\t450200\t2010\t2001\t450202\t-\t-' 'the name ended before it began'
	refused '450299\t甲区\t甲\t区\tcounty\t-\t450200\t2001\t2010\t459999\t-\t-' 'no region of today has a code of now'
	mv mine/regions.tsv mine/region.tsv
	run -2 pt-normalize --data mine --region p t.csv
	[ "${lines[0]}" = 'pt-normalize: mine/region.tsv: no table has that name; --dump-data writes all there are' ]
}

@test "a name that is repeated a thousand times is read as any other list" {
	python3 -c "print('c\n' + '柳州市' * 100000 + '\n' + '吉林' * 100000)" >t.csv
	run -0 pt-normalize --region c t.csv
	[[ ${lines[1]} == *,,,,,,'c: unread' && ${lines[2]} == *,,,,,,'c: unread' ]]
	python3 -c "print('c\n' + '柳州市' * 1000)" >t.csv
	run -0 timeout 20 pt-normalize --find --region c t.csv
	python3 -c "import json; print(json.dumps({'type': 'project', 'place': '柳州市' * 100000}))" | pt-normalize >t.jsonl
}

@test "the prefecture of a region is told by the name that it had then" {
	printf 'p,date\n江苏省淮阴市清河区,1999-01-01\n湖北省襄樊市樊城区,2005-01-01\n湖北省襄阳市樊城区,2015-01-01\n' >t.csv
	run -0 pt-normalize --region p t.csv
	[[ ${lines[1]} == *,320802,清河区,county,江苏省,淮阴市,* ]]
	[[ ${lines[2]} == *,420606,樊城区,county,湖北省,襄樊市,* ]]
	[[ ${lines[3]} == *,420606,樊城区,county,湖北省,襄阳市,* ]]
}

@test "a project lies where its issuer is only if that is an office of the region" {
	local issuer

	for issuer in 西安交通大学 桂林银行 桂林银行党委 北京同仁堂 柳州钢铁集团 王柳州 柳州市某某集团有限公司; do
		run -0 pt-normalize <<<'{"type":"project","doc_issuer":"'$issuer'","name":"甲"}'
		[[ $output != *region_code* ]]
	done
	for issuer in 柳州市 柳州市人民政府 柳州市科技局 柳州市住房和城乡建设局 中共柳州市委办公室 国家税务总局柳州市税务局 柳州市中级人民法院 柳州市人大常委会; do
		run -0 pt-normalize <<<'{"type":"project","doc_issuer":"'$issuer'","name":"甲"}'
		[[ $output == *'"region_code":"450200"'* ]]
	done
}
