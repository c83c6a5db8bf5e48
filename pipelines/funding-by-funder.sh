#!/bin/bash
# Who pays how much: the funding of documents, a row a funder, kind and currency, the largest first. What is part of another sum, caps one,
# or is a rule for whoever qualifies stays out of the sums, and is counted.
# usage: funding-by-funder.sh DOCUMENT...    ROWS=N in the environment: so many rows at most
# needs pt-extract, pt-normalize and pt-aggregate in PATH
set -eu -o pipefail
[ $# -ge 1 ] || { echo "usage: ${0##*/} DOCUMENT..." >&2; exit 2; }

# amounts: how many are in the sum. Where the text names no funder there is none.
pt-extract --type funding "$@" | pt-normalize |
	pt-aggregate --where 'amount!=' -g funder_name=funder,kind,currency -a count:amount=amounts,sum:amount=sum \
		--sort -sum --top "${ROWS:-1000000}" --total -o text
