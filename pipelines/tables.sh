#!/bin/bash
# From documents to six CSV tables and an SQLite database, with a look at three of them.
# usage: tables.sh OUTDIR DOCUMENT...    makes OUTDIR/*.csv, OUTDIR/datapackage.json and OUTDIR/policy.db
# needs pt-extract and pt-normalize in PATH, sqlite3, and column of util-linux
set -eu -o pipefail
[ $# -ge 2 ] || { echo "usage: ${0##*/} OUTDIR DOCUMENT..." >&2; exit 2; }
out=$1
shift
mkdir -p "$out"

if [ -t 2 ]; then echo "reading $# documents ..." >&2; fi
pt-extract "$@" | pt-normalize --split "$out"

# The data package says which columns are numbers; an empty cell becomes null.
rm -f "$out/policy.db"
if [ -t 2 ]; then echo "loading $out/policy.db ..." >&2; fi
sqlite3 :memory: "create temp table c as
		select json_extract(r.value, '\$.name') as t, json_extract(r.value, '\$.path') as path, json_extract(f.value, '\$.name') as col, json_extract(f.value, '\$.type') as type
		from json_each(readfile('$out/datapackage.json'), '\$.resources') r, json_each(r.value, '\$.schema.fields') f;
	select 'create table ' || t || ' (' || group_concat('\"' || col || '\"' || iif(type = 'number', ' numeric', ' text')) || ');' from c group by t;
	select distinct '.import --csv --skip 1 \"$out/' || path || '\" ' || t from c;
	select 'update ' || t || ' set ' || group_concat('\"' || col || '\" = nullif(\"' || col || '\", '''')') || ';' from c group by t;" |
	sqlite3 "$out/policy.db"

# show TABLE HEADS CELL...: a few rows of each document. A long cell is cut by characters: a Chinese one is two columns wide.
show() {
	echo && echo "$1: $(sqlite3 "$out/policy.db" "select count(*) from $1") rows in $out/$1.csv"
	sqlite3 -separator $'\t' "$out/policy.db" "select $3, replace(doc, rtrim(doc, replace(doc, '/', '')), '') || ':' || line
		from $1 order by row_number() over (partition by doc), doc limit 8" | LC_ALL=C.UTF-8 column -t -s $'\t' -N "$2,source" "${@:4}"
}
cell() {
	echo "iif(length($1) > $2, substr($1, 1, $2 - 1) || '…', coalesce(replace($1, char(10), ' '), '-'))"
}
show projects "project,undertaken by" "$(cell name 16), $(cell orgs 13)"
show funding "from,for,as written,yuan" "$(cell 'coalesce(funder_name, funder)' 8), $(cell 'coalesce(purpose, project)' 8), $(cell amount_text 8), coalesce(amount, '-')" -R 4
show responsibilities "task,body,role,deadline" "$(cell task 8), $(cell 'coalesce(org_name, org)' 8), role, coalesce(deadline, '-')"
