#!/bin/bash
# A matrix of bodies and roles: how many tasks each body leads, answers for, supports, carries out and supervises.
# usage: who-does-what.sh DOCUMENT...
# needs pt-extract, pt-normalize and pt-aggregate in PATH
set -eu -o pipefail
[ $# -ge 1 ] || { echo "usage: ${0##*/} DOCUMENT..." >&2; exit 2; }

# A body that the tables know stands under its full name, any other as it is written.
tasks() {
	pt-extract --type responsibility "$@" | pt-normalize |
		pt-aggregate -g org_name=body,role -a distinct:task=tasks -o tsv
}

# From a row for each body and role to a column for each role.
matrix() {
	awk -F '\t' -v OFS='\t' '
	BEGIN { n = split("lead responsible support implement supervise", roles, " ") }
	NR > 1 && !($1 in all) { bodies[++count] = $1 }
	NR > 1 { tasks[$1, $2] = $3; all[$1] += $3 }
	END {
		printf "body"
		for (i = 1; i <= n; i++)
			printf "%s%s", OFS, roles[i]
		print OFS "all"
		for (b = 1; b <= count; b++) {
			printf "%s", bodies[b]
			for (i = 1; i <= n; i++)
				printf "%s%s", OFS, tasks[bodies[b], roles[i]]
			print OFS all[bodies[b]]
		}
	}'
}

# Only to align and sort it: each body is a group of its one row.
tasks "$@" | matrix |
	pt-aggregate -i tsv -g body -a sum:lead=lead,sum:responsible=responsible,sum:support=support \
		-a sum:implement=implement,sum:supervise=supervise,sum:all=all --sort -all -o text
