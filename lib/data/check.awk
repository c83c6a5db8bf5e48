# Knows what every table must be before it is built in, and holds it to the file `constraints`.
# usage: LC_ALL=C awk -f check.awk constraints TABLE.tsv...   (bytes, not characters, are looked at)
# Each fault is told as file:line: message; the status is then 1.

function tell(place, message) {
	print place ": " message | "cat 1>&2"
	faults++
}

function fault(message) {
	tell(FILENAME ":" FNR, message)
}

# Well-formed UTF-8 (RFC 3629). A sequence becomes a dot, so that what is left on both sides does
# not run together into a new one.
function is_utf8(text) {
	gsub(/\360[\220-\277][\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277][\200-\277]|\364[\200-\217][\200-\277][\200-\277]/, ".", text)
	gsub(/\340[\240-\277][\200-\277]|[\341-\354\356\357][\200-\277][\200-\277]|\355[\200-\237][\200-\277]/, ".", text)
	gsub(/[\302-\337][\200-\277]/, ".", text)
	return text !~ /[\200-\377]/
}

# A line of constraints: TABLE RULE COLUMN...
function read_rule(  j) {
	rules++
	rule_table[rules] = $1
	rule_kind[rules] = $2
	rule_place[rules] = FILENAME ":" FNR
	for (j = 3; j <= NF; j++)
		word[rules, j - 2] = $j
	if ($2 == "unique" || $2 == "sorted")
		named[rules] = NF - 2
	else if ($2 == "values" || $2 == "in")
		named[rules] = 1
	else
		fault("no rule is named " $2)
}

function start_table() {
	end_table()
	file = FILENAME
	table = FILENAME
	sub(/.*\//, "", table)
	sub(/\.tsv$/, "", table)
	columns = 0
	known[table] = 1
	read[FILENAME] = 1
	if ($0 ~ /^\357\273\277/)
		fault("a byte order mark")
	else if ($0 !~ /^# ./)
		fault("the first line must be a comment that says what the table is")
}

function end_table() {
	if (table != "" && !columns)
		tell(file ":1", "no row names the columns")
}

function check_bytes() {
	if ($0 ~ /\r$/)
		fault("a carriage return at the end")
	else if ($0 ~ /[ \t]$|\343\200\200$/)
		fault("blanks at the end")
	else if ($0 ~ /[\001-\010\013-\037\177]/)
		fault("a control character")
	if (!is_utf8($0))
		fault("not UTF-8")
}

function read_heads(  i) {
	columns = NF
	for (i = 1; i <= NF; i++) {
		if ($i !~ /^[a-z][a-z0-9_]*$/)
			fault("column name \"" $i "\": lower-case letters, digits and _ are meant")
		if ((table, $i) in column)
			fault("column " $i " is there twice")
		column[table, $i] = i
	}
}

function check_row(  i) {
	if (NF != columns) {
		fault(NF " cells where the head has " columns)
		return
	}
	if ($1 == "")
		fault("the key is empty")
	if ((table, $0) in row_line)
		fault("the same row as line " row_line[table, $0])
	row_line[table, $0] = FNR
	for (i = 1; i <= columns; i++)
		cells[table, i, $i] = 1
	for (i = 1; i <= rules; i++)
		if (rule_table[i] == table)
			hold_to_rule(i)
}

# The cells of the columns that a rule names, joined by spaces; a column that is not there is told
# at the end, once.
function key_of(i,  j, key) {
	for (j = 1; j <= named[i]; j++)
		if ((table, word[i, j]) in column)
			key = key (j > 1 ? " " : "") $column[table, word[i, j]]
	return key
}

function hold_to_rule(i,  key, j) {
	key = key_of(i)
	if (rule_kind[i] == "unique") {
		if ((i, key) in first)
			fault("\"" key "\" stands in line " first[i, key] " already")
		else
			first[i, key] = FNR
	} else if (rule_kind[i] == "sorted") {
		if (key < last[i])
			fault("\"" key "\" must stand before \"" last[i] "\"")
		last[i] = key
	} else if (rule_kind[i] == "values") {
		for (j = 2; (i, j) in word; j++)
			if (key == word[i, j])
				return
		fault(word[i, 1] " \"" key "\" is not one that " rule_place[i] " lists")
	} else if (key != "-") {
		# What it points to may be in a table that is read later.
		points[++pointers] = i
		points_to[pointers] = key
		points_from[pointers] = FILENAME ":" FNR
	}
}

function check_rule_columns(i,  j) {
	if (!(rule_table[i] in known)) {
		tell(rule_place[i], "there is no table " rule_table[i])
		return
	}
	for (j = 1; j <= named[i]; j++)
		if (!((rule_table[i], word[i, j]) in column))
			tell(rule_place[i], "table " rule_table[i] " has no column " word[i, j])
}

# Whether one of the words TABLE.COLUMN of rule i holds the key.
function is_found(i, key,  j, name) {
	for (j = 2; (i, j) in word; j++) {
		split(word[i, j], name, ".")
		if ((name[1], column[name[1], name[2]], key) in cells)
			return 1
	}
	return 0
}

BEGIN {
	FS = "\t"
}

FILENAME == ARGV[1] {
	if ($0 !~ /^#/ && split($0, unused, " ")) {
		FS = " "
		$0 = $0
		FS = "\t"
		read_rule()
	}
	next
}

FNR == 1 {
	start_table()
}

{
	check_bytes()
}

/^$/ || /^#( |$)/ {
	next
}

{
	if (columns)
		check_row()
	else
		read_heads()
}

END {
	end_table()
	for (i = 2; i < ARGC; i++)
		if (!(ARGV[i] in read))
			tell(ARGV[i] ":1", "the file is empty")
	for (i = 1; i <= rules; i++)
		check_rule_columns(i)
	for (p = 1; p <= pointers; p++)
		if (!is_found(points[p], points_to[p]))
			tell(points_from[p], "\"" points_to[p] "\" is not in " word[points[p], 2])
	exit faults > 0
}
