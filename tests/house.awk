# Knows what the source promises of itself and can be seen line by line:
#   a layer includes only itself and those below it; zh and doc read no files
#   iconv, libcsv and jansson have one user each in lib/io; GMP, utf8proc and xxHash in lib/base
#   no Chinese words in the library's code: they live in lib/data (punctuation may stand in the code)
#   nothing reads the locale, the clock or the environment (but TMPDIR and NO_COLOR); no binary floats
#   only base/diag.c and base/opt.c end the program; only diag.c and progress write to standard error
# usage: LC_ALL=C awk -f house.awk lib/*/*.[ch] cmd/*.c     A fault is told as file:line: message, status 1.

BEGIN {
	split("base io zh doc verb cmd", layers, " ")
	for (i in layers)
		rank[layers[i]] = i
	forbidden["zh", "io"] = forbidden["doc", "io"] = 1
	only["iconv.h"] = only["csv.h"] = only["jansson.h"] = "io"
	only["nettle/sha2.h"] = "io"
	only["gmp.h"] = only["utf8proc.h"] = only["xxhash.h"] = "base"
	split("base/diag.c base/opt.c", names, " ")
	for (i in names)
		may_end["lib/" names[i]] = 1
	longest = 600
}

function fault(message) {
	print FILENAME ":" FNR ": " message | "cat 1>&2"
	faults++
}

# The code of a line: comments blanked; a comment may go on over lines.
function code_of(text,  out, at) {
	while (text != "") {
		if (in_comment) {
			at = index(text, "*/")
			if (!at)
				return out
			text = substr(text, at + 2)
			in_comment = 0
		} else if (match(text, /"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|\/\*|\/\//)) {
			out = out substr(text, 1, RSTART - 1)
			at = substr(text, RSTART, RLENGTH)
			text = substr(text, RSTART + RLENGTH)
			if (at == "//")
				return out
			if (at == "/*")
				in_comment = 1
			else
				out = out at
		} else
			return out text
	}
	return out
}

function start_file(  part) {
	end_file()
	files++
	file = FILENAME
	in_comment = 0
	split(FILENAME, part, "/")
	layer = part[1] == "cmd" ? "cmd" : part[2]
	if (!(layer in rank))
		fault("no layer is named " layer)
	if (FILENAME ~ /\.c$/ && $0 !~ /^\/\* /)
		fault("a source begins with a comment that says what it alone knows")
}

function end_file() {
	if (file != "" && lines > longest)
		print file ": warning: " lines " lines, where one idea has about 300" | "cat 1>&2"
}

function check_include(code,  name, from) {
	if (match(code, /^#[ \t]*include[ \t]*</)) {
		name = substr(code, RLENGTH + 1)
		sub(/>.*/, "", name)
		if (!(name in only))
			return
		if (layer != only[name])
			fault(name " is for lib/" only[name] " alone")
		else if (name in user && user[name] != FILENAME)
			fault(name " has a user already: " user[name])
		user[name] = FILENAME
	} else if (match(code, /^#[ \t]*include[ \t]*"/)) {
		name = substr(code, RLENGTH + 1)
		sub(/".*/, "", name)
		from = name
		sub(/\/.*/, "", from)
		if (!(from in rank))
			fault("\"" name "\" is in no layer")
		else if (rank[from] > rank[layer])
			fault(layer " is below " from " and cannot include it")
		else if ((layer, from) in forbidden)
			fault(layer " reads no files and cannot include " from)
	}
}

function check_code(code,  bare) {
	bare = code
	gsub(/\343\200[\200-\277]|\357[\274\275\277][\200-\277]|\342\200[\200-\277]|\302\267/, "", bare)
	if (bare ~ /[\200-\377]/)
		fault("text that is not ASCII: words live in lib/data")
	bare = code
	gsub(/"([^"\\]|\\.)*"/, "\"\"", bare)
	if (bare ~ /(^|[^A-Za-z0-9_])(float|double|strtod|strtof|atof)([^A-Za-z0-9_]|$)/)
		fault("a binary float")
	if (bare ~ /(^|[^A-Za-z0-9_])(setlocale|time|gettimeofday|localtime|gmtime|strftime|clock_gettime)\(/)
		fault("the locale or the clock is read")
	if (bare ~ /(^|[^A-Za-z0-9_])(secure_)?getenv\(/ && code !~ /getenv\("(TMPDIR|NO_COLOR)"\)/)
		fault("the environment is read")
	if (bare ~ /(^|[^A-Za-z0-9_])(_exit|exit|abort)\(/ && !(FILENAME in may_end))
		fault("only base/diag.c ends the program")
	if ((layer == "zh" || layer == "doc") && bare ~ /(^|[^A-Za-z0-9_])(FILE|fopen|stdout|stderr|printf)([^A-Za-z0-9_]|$)/)
		fault(layer " is pure: no files")
}

# Lengths of functions, as this source is laid out: { and } in the first column.
function measure(code) {
	if (code ~ /^\{/)
		opened = FNR
	else if (code ~ /^\}/ && opened) {
		length_of[++functions] = FNR - opened - 1
		opened = 0
	}
}

function of_lengths(share,  i, n, want, tally) {
	for (i = 1; i <= functions; i++)
		tally[length_of[i]]++
	want = functions * share
	for (n = 0; want > 0; n++)
		want -= tally[n]
	return n - 1
}

FNR == 1 {
	start_file()
}

{
	lines = FNR
	code = code_of($0)
	if (code ~ /^#[ \t]*include/)
		check_include(code)
	else
		check_code(code)
	if (FILENAME ~ /\.c$/)
		measure(code)
}

END {
	end_file()
	printf "%d files, %d functions: median %d lines, nine in ten up to %d\n", files, functions, of_lengths(0.5), of_lengths(0.9)
	exit faults > 0
}
