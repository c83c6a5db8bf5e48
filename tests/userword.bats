# Knows what pt-normalize promises of the files in which a user has the last word: --aliases, --corrections, --suggest-aliases; and of --simplify.
# shellcheck disable=SC2154 # stderr is set by run

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
	cat >duties.jsonl <<-'END'
		{"type":"responsibility","id":"a1","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date_text":"2015年3月1日","org":"市经研办"}
		{"type":"responsibility","id":"a2","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date_text":"2015年3月1日","org":"市科技局"}
		{"type":"funding","id":"a3","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date_text":"2015年3月1日","funder":"市经研办","amount_text":"5O万元"}
		{"type":"responsibility","id":"b1","doc":"b.txt","doc_issuer":"桂林市人民政府","org":"市经研办"}
		{"type":"responsibility","id":"c1","doc":"c.txt","doc_issuer":"柳州市鱼峰区人民政府","doc_date_text":"2021年3月1日","org":"市经研办"}
		{"type":"project","id":"c2","doc":"c.txt","doc_issuer":"柳州市鱼峰区人民政府","name":"甲","orgs":["乙","丙"],"place":"柳东新区"}
	END
}

# The names that bodies get, one a line.
names() {
	pt-normalize "$@" duties.jsonl | grep -oE '"(org|funder)_name":"[^"]*"' | cut -d '"' -f 4
}

# The options of a faulty file are refused with that message and status 2, before anything is written.
refused() {
	local option=$1 file=$2 message=$3
	run -2 --separate-stderr pt-normalize "$option" "$file" duties.jsonl
	[ -z "$output" ]
	[[ $stderr == *"pt-normalize: $message"* ]] || { echo "$stderr" && false; }
}

@test "an alias goes before the tables, everywhere or in its region" {
	printf 'written,canonical\n市经研办,经济研究办公室\n市科技局,科学局\n' >a.csv
	same <(names --aliases a.csv) <(printf '%s\n' 经济研究办公室 科学局 经济研究办公室 经济研究办公室 经济研究办公室)
	for region in 柳州市 柳州 450200 广西柳州市; do
		printf 'written,canonical,region\n市经研办,经济研究办公室,%s\n' $region >a.csv
		same <(names --aliases a.csv) <(printf '%s\n' 经济研究办公室 柳州市科学技术局 经济研究办公室 桂林市经研办 经济研究办公室)
	done
}

@test "the narrowest region goes first" {
	printf 'written,canonical,region\n市经研办,一,\n市经研办,二,广西\n市经研办,三,柳州市\n市经研办,四,柳州市鱼峰区\n' >a.csv
	same <(names --aliases a.csv) <(printf '%s\n' 三 柳州市科学技术局 三 二 四)
}

@test "an alias with years holds only in documents of these years" {
	printf 'written,canonical,from,until\n市经研办,旧,,2018\n市经研办,新,2019,\n' >a.csv
	same <(names --aliases a.csv) <(printf '%s\n' 旧 柳州市科学技术局 旧 桂林市经研办 新)
}

@test "an alias is noted, a class of bodies is none any more, and a second run changes nothing" {
	printf 'written,canonical\n市经研办,经济研究办公室\n各相关单位,联席会议\n柳东新区,柳州市\n' >a.csv
	echo '{"type":"responsibility","org":"各相关单位"}' >>duties.jsonl
	pt-normalize --aliases a.csv duties.jsonl >once
	grep -qF '"notes":["org: alias: 市经研办 -> 经济研究办公室"]' once
	grep -qF '"org":"各相关单位","org_name":"联席会议"}' once
	grep -qF '"notes":["place: alias: 柳东新区 -> 柳州市"],"name":"甲","name_norm":"甲","orgs":["乙","丙"],"place":"柳东新区","region_code":"450200"' once
	pt-normalize --aliases a.csv once >twice
	same once twice
}

@test "an alias holds in named columns of bodies and regions too, and is noted" {
	printf 'written,canonical,region\n市经研办,经济研究办公室,柳州市\n河东,柳州市城中区,\n' >a.csv
	printf 'place,body,issuer\n河东,市经研办,柳州市人民政府\n河东,市经研办,桂林市人民政府\n' >t.csv
	pt-normalize --aliases a.csv --region place --org body t.csv >once
	same once <(cat <<-'END'
		place,place_code,place_name,place_level,place_province,place_city,body,body_name,body_generic,body_region_code,issuer,notes
		河东,450202,城中区,county,广西壮族自治区,柳州市,市经研办,经济研究办公室,,,柳州市人民政府,place: alias: 河东 -> 柳州市城中区;body: alias: 市经研办 -> 经济研究办公室
		河东,450202,城中区,county,广西壮族自治区,柳州市,市经研办,桂林市经研办,,450300,桂林市人民政府,place: alias: 河东 -> 柳州市城中区
	END
	)
	pt-normalize --aliases a.csv --region place --org body once >twice
	same once twice
}

@test "names are compared without width, blanks, brackets and quotation marks" {
	printf 'written,canonical\n“园区”Ａ办 (二),园区第二办公室\n' >a.csv
	echo '{"type":"responsibility","org":"园区a办（二）"}' | pt-normalize --aliases a.csv | grep -qF '"org_name":"园区第二办公室"'
}

@test "a full name is looked up before the name as written" {
	printf 'written,canonical\n市经研办,一\n柳州市经研办,二\n' >a.csv
	echo '{"type":"responsibility","org":"市经研办","org_full":"柳州市经研办"}' | pt-normalize --aliases a.csv | grep -qF '"notes":["org_full: alias: 柳州市经研办 -> 二"]'
	echo '{"type":"responsibility","org":"市经研办","org_full":"桂林市经研办"}' | pt-normalize --aliases a.csv | grep -qF '"notes":["org: alias: 市经研办 -> 一"]'
}

@test "the files may be CSV, TSV and JSON lines, with a byte order mark, CRLF, another encoding, quoted line ends" {
	printf 'written,canonical,region\n市经研办,经济研究办公室,柳州市\n' >a.csv
	names --aliases a.csv >want
	printf '\xef\xbb\xbfwritten,canonical,region\r\n"市经研\r\n办",经济研究办公室,柳州市\r\n' >b.csv
	tr , '\t' <a.csv >c.tsv
	echo '{"written":"市经研办","canonical":"经济研究办公室","region":450200,"from":null}' >d.jsonl
	iconv -f UTF-8 -t GB18030 a.csv >e.csv
	printf 'region,canonical,written\n柳州市,经济研究办公室,市经研办' >f.csv
	for file in b.csv c.tsv d.jsonl e.csv f.csv; do
		names --aliases $file >got
		same want got
	done
	: >empty
	names --aliases empty --aliases a.csv >got
	same want got
	names --aliases a.csv --aliases a.csv >got
	same want got
}

@test "a fault in aliases is told with file and line" {
	printf 'written,canonical\n甲,乙\n丙,\n' >a.csv
	refused --aliases a.csv 'a.csv:3: canonical: a name is wanted'
	printf 'written,canonical\n“”,乙\n' >a.csv
	refused --aliases a.csv 'a.csv:2: written: a name is wanted'
	printf 'written,region\n甲,乙\n' >a.csv
	refused --aliases a.csv 'a.csv:1: no column is named canonical'
	printf 'written,canonical\n甲,乙\n甲,丙\n' >a.csv
	refused --aliases a.csv 'a.csv:3: contradicts a.csv:2, where the same name is 乙'
	printf 'written,canonical,from,until\n甲,乙,,2018\n丁,丁,,\n甲,丙,2018,\n' >a.csv
	refused --aliases a.csv 'a.csv:4: contradicts a.csv:2, where the same name is 乙'
	printf 'written,canonical,from\n甲,乙,18\n' >a.csv
	refused --aliases a.csv 'a.csv:2: from: a year like 2018 is wanted, not "18"'
	printf 'written,canonical,from,until\n甲,乙,2020,2018\n' >a.csv
	refused --aliases a.csv 'a.csv:2: from is after until'
	printf 'written,canonical,region\n甲,乙,鼓楼区\n' >a.csv
	refused --aliases a.csv 'a.csv:2: region: several are named 鼓楼区'
	printf 'written,canonical,region\n甲,乙,无此地\n' >a.csv
	refused --aliases a.csv 'a.csv:2: region: no region is named 无此地'
	printf 'written,canonical\n甲,乙,丙\n' >a.csv
	refused --aliases a.csv 'a.csv:2: 2 cells expected, 3 found'
	printf 'written,canonical\n甲,"乙\n' >a.csv
	refused --aliases a.csv 'a.csv:2: the quote that is opened in this line is never closed'
	printf '{"written":"甲","canonical":["乙"]}\n' >a.jsonl
	refused --aliases a.jsonl 'a.jsonl:1: canonical: a text is wanted'
	printf '{"written":"甲"\n' >a.jsonl
	refused --aliases a.jsonl 'a.jsonl:1: '
	refused --aliases nowhere.csv 'nowhere.csv: No such file or directory'
}

@test "a column that means nothing to aliases is told, so that a misspelt one shows" {
	printf 'written,canonical,regoin\n市经研办,经济研究办公室,桂林市\n' >a.csv
	run -0 --separate-stderr pt-normalize --aliases a.csv duties.jsonl
	[[ $stderr == "pt-normalize: a.csv: column regoin means nothing to --aliases and is passed over" ]]
}

@test "a correction of a text is made before it is read, one of a value afterwards" {
	printf 'doc,id,field,value\na.txt,a3,amount_text,60万元\na.txt,a1,role,lead\na.txt,a2,org_name,科学局\nc.txt,c2,orgs,丁;戊\\;己\na.txt,a1,doc_date,2016-01-01\n' >c.csv
	pt-normalize --corrections c.csv --stats stats duties.jsonl >once
	grep -qF '"notes":["amount_text: correction: 5O万元 -> 60万元"],"funder":"市经研办","funder_name":"柳州市经研办","amount_text":"60万元","amount":600000,"amount_min":600000' once
	grep -qF '"role":"lead"' once
	grep -qF '"notes":["org_name: correction: 柳州市科学技术局 -> 科学局"],"org":"市科技局","org_name":"科学局"' once
	grep -qF '"orgs":["丁","戊;己"]' once
	grep -qF '"doc_date":"2016-01-01"' once
	grep -qF '"corrections": {"applied": 5, "unchanged": 0, "not_found": 0, "elsewhere": 0}' stats
	for jobs in 1 3; do
		pt-normalize -j $jobs --corrections c.csv once >twice
		same once twice
	done
	pt-normalize --corrections c.csv -o csv duties.jsonl >table
	pt-normalize --corrections c.csv table >again
	same table again
}

@test "bounds go with a corrected number, and those that it is outside of go away" {
	for text in 50万元 50万元以上 5-10万元; do
		echo "{\"type\":\"funding\",\"id\":\"$text\",\"doc\":\"d\",\"amount_text\":\"$text\"}"
	done >records
	printf 'doc,id,field,value\nd,50万元,amount,600\nd,50万元以上,amount,600.50\nd,5-10万元,amount,600\n' >c.csv
	pt-normalize --corrections c.csv records >once
	grep -F '"id":"50万元"' once | grep -qF '"amount":600,"amount_min":600,"amount_max":600,'
	grep -F '"id":"50万元以上"' once | grep -qF '"amount":600.50,"amount_min":600.50,"currency"'
	grep -F '"id":"5-10万元"' once | grep -qF '"notes":["amount: correction: null -> 600","amount_min: correction: 50000 -> null","amount_max: correction: 100000 -> null"]'
	grep -F '"id":"5-10万元"' once | grep -qF '"amount":600,"currency"'
	printf 'doc,id,field,value\nd,5-10万元,amount,70000\nd,50万元,amount,600\nd,50万元,amount_max,700\n' >c.csv
	pt-normalize --corrections c.csv records >once
	grep -F '"id":"5-10万元"' once | grep -qF '"amount":70000,"amount_min":50000,"amount_max":100000,'
	grep -F '"id":"50万元"' once | grep -qF '"amount":600,"amount_min":600,"amount_max":700,'
}

@test "a run without the corrections makes values anew and drops their notes" {
	printf 'doc,id,field,value\na.txt,a3,amount,600\na.txt,a2,org_name,科学局\na.txt,a1,doc_date,2016-01-01\na.txt,a3,funder,丙\n' >c.csv
	pt-normalize --corrections c.csv duties.jsonl >once
	[ "$(grep -c 'correction: ' once)" -ge 3 ]
	pt-normalize once >back
	grep -oE '"[a-z_]*: correction: [^"]*"' back >notes
	same <(echo '"funder: correction: 市经研办 -> 丙"') notes
	pt-normalize duties.jsonl >plain
	same <(grep -v '"id":"a3"' plain) <(grep -v '"id":"a3"' back)
	grep -F '"id":"a3"' back | grep -qF '"amount":500000,"amount_min":500000,'
	for file in once back; do
		pt-normalize --corrections c.csv $file >again
		same once again
	done
}

@test "an empty value is null and takes with it what was made of the text" {
	pt-normalize duties.jsonl >records
	printf 'doc,id,field,value\na.txt,a3,amount_text,\na.txt,a1,org,""\nc.txt,c2,orgs,\n' >c.csv
	pt-normalize --corrections c.csv records >once
	[ "$(grep -cE '"id":"a3".*"amount[a-z_]*":' once)" -eq 0 ]
	grep -F '"id":"a1"' once | grep -qF '"notes":["org: correction: 市经研办 -> null"]}'
	grep -qF 'orgs: correction: 乙;丙 -> null' once
	pt-normalize --corrections c.csv once >twice
	same once twice
}

@test "a note on how a text was read goes with the text, and no rule changes what a person wrote" {
	echo '{"type":"funding","id":"f","doc":"d","purpose":"甲","amount_text":"若干"}' | pt-normalize >records
	grep -qF 'amount_text: unread' records
	printf 'doc,id,field,value\nd,f,amount_text,3万元\nd,f,purpose,"关千 計劃,甲"\n' >c.csv
	run -0 pt-normalize --strict --simplify --corrections c.csv records
	[[ $output == *'"notes":["'*'"purpose":"关千 計劃,甲"'*'"amount":30000,'* ]]
	[[ $output != *unread* ]]
}

@test "what does not apply any more is told at the end, and counts with --strict" {
	printf 'doc,id,field,value\na.txt,zz,org,甲\na.txt,a1,amount,5\na.txt,a1,oorg,5\nz.txt,a1,org,甲\na.txt,a1,org,市经研办\n' >c.csv
	for jobs in 1 4; do
		run -0 --separate-stderr pt-normalize -j $jobs --stats stats --corrections c.csv duties.jsonl
		[ "$stderr" = 'pt-normalize: c.csv:2: no record zz in a.txt
pt-normalize: c.csv:3: record a1 of a.txt has no field amount
pt-normalize: c.csv:4: no record has a field oorg' ]
		grep -qF '{"applied": 0, "unchanged": 1, "not_found": 3, "elsewhere": 1}' stats
	done
	run -1 pt-normalize --strict --corrections c.csv duties.jsonl
}

@test "a fault in corrections is told with file and line" {
	for field in type id doc quote start end line page spans rule notes encoding sha256; do
		printf 'doc,id,field,value\na.txt,a1,%s,1\n' $field >c.csv
		refused --corrections c.csv "c.csv:2: $field is evidence and cannot be corrected"
	done
	printf 'doc,id,field,value\na.txt,a3,amount,五\n' >c.csv
	refused --corrections c.csv 'c.csv:2: amount: a number is wanted, not "五"'
	printf 'doc,id,field,value\na.txt,a3,amount,1e5\n' >c.csv
	refused --corrections c.csv 'c.csv:2: amount: a number is wanted, not "1e5"'
	printf 'doc,id,field,value\na.txt,a3,approx,yes\n' >c.csv
	refused --corrections c.csv 'c.csv:2: approx: true or false is wanted, not "yes"'
	printf 'doc,id,field,value\na.txt,a3,recipients,甲\\乙\n' >c.csv
	refused --corrections c.csv 'c.csv:2: recipients: a text, or several parted by semicolons, is wanted'
	printf '{"doc":"a.txt","id":"a3","field":"funder","value":["甲"]}\n' >c.jsonl
	refused --corrections c.jsonl 'c.jsonl:1: funder: a text is wanted, not "甲"'
	printf 'doc,id,field,value\na.txt,a3,funder,甲\na.txt,a3,amount,5\na.txt,a3,funder,乙\n' >c.csv
	refused --corrections c.csv 'c.csv:4: contradicts c.csv:2, which gives the same field another value'
	printf 'doc,id,field,value\na.txt,,funder,甲\n' >c.csv
	refused --corrections c.csv 'c.csv:2: id is empty'
	printf 'doc,id,field\na.txt,a3,funder\n' >c.csv
	refused --corrections c.csv 'c.csv:1: no column is named value'
}

@test "corrections in other formats and encodings do the same" {
	printf 'doc,id,field,value\na.txt,a3,purpose,"修路\n架桥"\na.txt,a3,count,12345678901234567890.50\nc.txt,c2,orgs,甲;乙\na.txt,a1,org_generic,true\n' >c.csv
	pt-normalize --corrections c.csv duties.jsonl >want
	grep -qF '"purpose":"修路\n架桥"' want
	grep -qF '"count":12345678901234567890.50' want
	{
		printf '\xef\xbb\xbf'
		sed 's/$/\r/; s/架桥"\r/架桥"/' c.csv | sed 's/修路\r$/修路/'
	} >d.csv
	iconv -f UTF-8 -t GB18030 c.csv >e.csv
	cat >f.jsonl <<-'END'
		{"doc":"a.txt","id":"a3","field":"purpose","value":"修路\n架桥"}
		{"doc":"a.txt","id":"a3","field":"count","value":12345678901234567890.50}
		{"doc":"c.txt","id":"c2","field":"orgs","value":["甲","乙"],"note":"told by phone"}
		{"doc":"a.txt","id":"a1","field":"org_generic","value":true}
	END
	for file in d.csv e.csv f.jsonl; do
		pt-normalize --corrections $file duties.jsonl >got
		same want got
	done
	{
		cat c.csv
		tail -n 2 c.csv
	} >twice.csv
	pt-normalize --corrections twice.csv --corrections f.jsonl duties.jsonl >got
	same want got
}

@test "pairs of names are written for review in a fixed order, applied to nothing, and usable as aliases" {
	cat >duties.jsonl <<-'END'
		{"type":"responsibility","id":"a1","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date":"2015-03-01","org":"市经研办"}
		{"type":"responsibility","id":"a2","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date":"2015-03-01","org":"柳州市经济研究办公室"}
		{"type":"responsibility","id":"a3","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date":"2015-03-01","org":"柳州市经济研究中心"}
		{"type":"responsibility","id":"a4","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date":"2015-03-01","org":"柳州市园区（甲）促进办"}
		{"type":"responsibility","id":"a5","doc":"a.txt","doc_issuer":"柳州市人民政府","doc_date":"2015-03-01","org":"柳州市园区[甲]促进办"}
		{"type":"responsibility","id":"b1","doc":"b.txt","doc_issuer":"柳州市人民政府","doc_date":"2021-03-01","org":"经济研究办公室"}
		{"type":"responsibility","id":"b2","doc":"b.txt","doc_issuer":"柳州市人民政府","doc_date":"2021-03-01","org":"柳州市士司文化中心"}
		{"type":"responsibility","id":"b3","doc":"b.txt","doc_issuer":"柳州市人民政府","doc_date":"2021-03-01","org":"柳州市土司文化中心"}
		{"type":"responsibility","id":"b4","doc":"b.txt","doc_issuer":"柳州市人民政府","doc_date":"2021-03-01","org":"柳州市经济研究局"}
		{"type":"responsibility","id":"c1","doc":"c.txt","doc_issuer":"桂林市人民政府","doc_date":"2021-03-01","org":"市经研办"}
	END
	pt-normalize duties.jsonl >want
	pt-normalize --suggest-aliases pairs.csv duties.jsonl >got
	same want got
	cat pairs.csv
	[ "$(head -1 pairs.csv)" = written,canonical,region,from,until,reason,score,count,doc,id ]
	grep -q '^柳州市园区（甲）促进办,柳州市园区\[甲\]促进办,,,,writing,100,1,a.txt,a4$' pairs.csv ||
		grep -q '^柳州市园区\[甲\]促进办,柳州市园区（甲）促进办,,,,writing,100,1,a.txt,a5$' pairs.csv
	grep -q '^市经研办,柳州市经济研究办公室,450200,,,short,75,1,a.txt,a1$' pairs.csv
	grep -q '^经济研究办公室,柳州市经济研究办公室,450200,,,region,75,1,b.txt,b1$' pairs.csv
	grep -q '^柳州市经济研究办公室,柳州市经济研究局,,2021,,former,40,1,a.txt,a2$' pairs.csv
	grep -q '^柳州市士司文化中心,柳州市土司文化中心,,,,slip,95,1,b.txt,b2$' pairs.csv
	[ "$(grep -c '经济研究中心\|桂林' pairs.csv)" -eq 0 ]
	for jobs in 2 5; do
		pt-normalize -j $jobs --suggest-aliases pairs2.csv duties.jsonl >got
		same want got
		same pairs.csv pairs2.csv
	done
	pt-normalize --aliases pairs.csv duties.jsonl | grep -F '"id":"a2"' | grep -qF '"org_name":"柳州市经济研究办公室"'
	grep -v former pairs.csv >reviewed.csv
	pt-normalize --aliases reviewed.csv --suggest-aliases pairs3.csv duties.jsonl | grep -F '"id":"a1"' | grep -qF '"org_name":"柳州市经济研究办公室"'
	[ "$(grep -cv former pairs3.csv)" -eq 1 ]
}

@test "no pair is made of a class of bodies, of names that the tables know, or across regions" {
	cat >duties.jsonl <<-'END'
		{"type":"responsibility","id":"a1","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"市科技局"}
		{"type":"responsibility","id":"a2","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"柳州市科学技术局"}
		{"type":"responsibility","id":"a3","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"各有关单位"}
		{"type":"responsibility","id":"a4","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"各有关责任单位"}
		{"type":"responsibility","id":"a5","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"桂林市园区促进办"}
		{"type":"responsibility","id":"a6","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"柳州市园区发展促进办公室"}
		{"type":"responsibility","id":"a7","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"第一工作专班"}
		{"type":"responsibility","id":"a8","doc":"a.txt","doc_issuer":"柳州市人民政府","org":"第二工作专班"}
	END
	pt-normalize --suggest-aliases pairs.csv duties.jsonl >out
	[ "$(wc -l <pairs.csv)" -eq 1 ]
	pt-normalize --suggest-aliases pairs.csv /dev/null
	[ "$(wc -l <pairs.csv)" -eq 1 ]
	run -2 pt-normalize --suggest-aliases /nowhere/pairs.csv duties.jsonl
}

@test "--simplify changes words and named columns, notes it, and leaves evidence" {
	echo '{"type":"project","quote":"推進計劃，關千","section":["一、計劃","二、甲"],"name":"推進計劃","orgs":["某區財政局","丙"],"place":"廣西柳州市","period_text":"2020年後"}' >in
	pt-normalize --simplify in >once
	same <(echo '{"type":"project","section":["一、计划","二、甲"],"quote":"推進計劃，關千","notes":["section: simplify: 計劃 -> 计划","name: simplify: 進計劃 -> 进计划","orgs: simplify: 區財 -> 区财","place: simplify: 廣 -> 广"],"name":"推进计划","name_norm":"推进计划","orgs":["某区财政局","丙"],"place":"广西柳州市","region_code":"450200","region_name":"柳州市","period_text":"2020年後","start_date":"2020-01-01"}') once
	pt-normalize --simplify once >twice
	same once twice
	pt-normalize in | grep -qF '"name":"推進計劃"'
}

@test "traditional units are read without --simplify, other words with it" {
	printf '金额\n3億元\n五十萬元\n叁億伍仟萬圓整\n約50萬元\n' >t.csv
	pt-normalize --money 金额 t.csv | cut -d , -f 2 | paste -sd ' ' >got
	same <(echo '金额_amount 300000000 500000 350000000 ') got
	pt-normalize --simplify --money 金额 t.csv | cut -d , -f 1,2 | paste -sd ' ' >got
	same <(echo '金额,金额_amount 3億元,300000000 五十萬元,500000 叁億伍仟萬圓整,350000000 約50萬元,500000') got
}
