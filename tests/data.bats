# Knows that the build refuses a table that is not as it should be, and says where.

setup() {
	load helper
	cd "$BATS_TEST_TMPDIR" || return 1
	printf '# A table.\nkey\tword\na\tx\nb\ty\n' >good.tsv
	: >none
}

check_table() {
	LC_ALL=C awk -f "$PT_ROOT/lib/data/check.awk" "$@"
}

# refused TEXT MESSAGE: a table of that text is refused with that message.
refused() {
	printf "$1" >t.tsv
	run -1 check_table "${3:-none}" t.tsv
	[ "$output" = "t.tsv:$2" ]
}

@test "the tables of the library pass" {
	run -0 check_table "$PT_ROOT/lib/data/constraints" "$PT_ROOT"/lib/data/*.tsv
	[ -z "$output" ]
}

@test "a table without a head comment is refused" {
	refused 'key\tword\na\tx\n' '1: the first line must be a comment that says what the table is'
}

@test "a table without column names is refused" {
	refused '# T.\n' '1: no row names the columns'
}

@test "a row with too few or too many cells is refused" {
	refused '# T.\nkey\tword\na\n' '3: 1 cells where the head has 2'
	refused '# T.\nkey\tword\na\tx\ty\n' '3: 3 cells where the head has 2'
}

@test "an empty key is refused" {
	refused '# T.\nkey\tword\n\tx\n' '3: the key is empty'
}

@test "blanks and carriage returns at the end are refused" {
	refused '# T.\nkey\tword\na\tx \n' '3: blanks at the end'
	refused '# T.\nkey\tword\na\tx\xe3\x80\x80\n' '3: blanks at the end'
	refused '# T.\nkey\tword\na\tx\r\n' '3: a carriage return at the end'
}

@test "a row that is there twice is refused" {
	refused '# T.\nkey\tword\na\tx\nb\ty\na\tx\n' '5: the same row as line 3'
}

@test "bytes that are no UTF-8 are refused" {
	for bytes in '\xff' '\xe4\xb8' '\xc0\x80' '\xed\xa0\x80' '\xf5\x80\x80\x80' '\xb8\xad'; do
		refused "# T.\nkey\tword\na\t${bytes}x\n" '3: not UTF-8'
	done
	printf '# T.\nkey\tword\na\t\xe4\xb8\xad\xf0\xa0\x80\x80\xc3\xa9\n' >t.tsv
	run -0 check_table none t.tsv
}

@test "a rule of constraints holds its table" {
	echo 'good unique word' >c
	run -0 check_table c good.tsv
	echo 'good values word x' >c
	run -1 check_table c good.tsv
	[ "$output" = 'good.tsv:4: word "y" is not one that c:1 lists' ]
	printf 't in word good.key\n' >c
	printf '# T.\nkey\tword\n1\ta\n2\t-\n3\tc\n' >t.tsv
	run -1 check_table c t.tsv good.tsv
	[ "$output" = 't.tsv:5: "c" is not in good.key' ]
	echo 'good sorted key' >c
	printf '# T.\nkey\tword\nb\tx\na\ty\n' >good.tsv
	run -1 check_table c good.tsv
	[ "$output" = 'good.tsv:4: "a" must stand before "b"' ]
	echo 'nowhere unique key' >c
	run -1 check_table c good.tsv
	[ "$output" = 'c:1: there is no table nowhere' ]
}

@test "every slip of confusions.tsv is tried, and is part of a good text where it has a gate" {
	awk -F '\t' '
		/^# / { next }
		FNR == 1 || !($1 != "") { next }
		FILENAME ~ /value/ { texts[++n] = $1; kept[n] = $2 == "="; next }
		$1 != "wrong" {
			mended = good = 0
			for (i = 1; i <= n; i++)
				if (index(texts[i], $1)) {
					mended += !kept[i]
					good += kept[i]
				}
			gated = $3 $4 $5 $6 != "----"
			if (!mended || (gated && !good))
				print $1 ": " mended " texts are mended, " good " stay"
		}' "$PT_ROOT/tests/value/confusion.tsv" "$PT_ROOT/lib/data/confusions.tsv" >got
	cat got
	[ ! -s got ]
}
