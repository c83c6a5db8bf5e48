# Knows where examples stand in manuals and READMEs, and cuts them out as sessions:
#   mdoc       the .Bd -literal blocks of the section EXAMPLES
#   Markdown   the blocks that begin with ```console
# A session is "$ command" lines, each followed by exactly what it writes. A command goes on in the
# next line after a backslash; an output line "..." stands for the rest.
# usage: awk -v out=DIR/PREFIX -f examples.awk FILE   writes DIR/PREFIX-N, prints each name

function begin() {
	name = out "-" ++n
	printf "" > name
	inside = 1
}

function end() {
	if (inside) {
		close(name)
		print name
	}
	inside = 0
}

# The escapes of mandoc_char(7) that occur in commands and their output.
function plain(text) {
	gsub(/\\&/, "", text)
	gsub(/\\\(aq/, "'", text)
	gsub(/\\\(dq/, "\"", text)
	gsub(/\\\(ti/, "~", text)
	gsub(/\\\(ha/, "^", text)
	gsub(/\\\(ga/, "`", text)
	gsub(/\\-/, "-", text)
	gsub(/\\e/, "\\", text)
	return text
}

FNR == 1 {
	mdoc = FILENAME ~ /\.[1-9]$/
}

mdoc && /^\.Sh / {
	examples = $2 == "EXAMPLES"
}

mdoc && examples && /^\.Bd .*-literal/ {
	begin()
	next
}

mdoc && /^\.Ed/ {
	end()
}

!mdoc && /^```console/ {
	begin()
	next
}

!mdoc && /^```/ {
	end()
}

inside {
	print (mdoc ? plain($0) : $0) > name
}
