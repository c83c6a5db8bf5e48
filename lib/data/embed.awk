# Writes the assembler file that builds the table texts in: what struct table_builtin of lib/base/table.c holds of each table,
# ending with nulls. Of each row, the columns' names first, it tells where its cells begin in the text, and where one more would.
# usage: LC_ALL=C awk -f embed.awk TABLE...     offsets are bytes
function put_rows(file,  line, at, n, i, cells, out) {
	columns = 0
	rows = -1
	for (at = 0; (getline line < file) > 0; at += length(line) + 1) {
		if (line == "" || line ~ /^#( |$)/)
			continue
		n = split(line, cells, "\t")
		out = "\t.long "
		for (i = 1; i <= n; i++) {
			out = out at ","
			at += length(cells[i]) + 1
		}
		print out at
		at -= length(line) + 1
		columns = n
		rows++
	}
	close(file)
}

BEGIN {
	print "\t.section .rodata"
	for (i = 1; i < ARGC; i++) {
		name = ARGV[i]
		sub(/.*\//, "", name)
		sub(/\.tsv$/, "", name)
		printf "n%d:\t.asciz \"%s\"\n\t.balign 8\nb%d:\t.incbin \"%s\"\ne%d:\t.byte 0\n\t.balign 8\nr%d:\n", i, name, i, ARGV[i], i, i
		put_rows(ARGV[i])
		sizes[i] = columns ", " rows
	}
	print "\t.section .data.rel.ro,\"aw\"\n\t.balign 8\n\t.globl table_builtins\ntable_builtins:"
	for (i = 1; i < ARGC; i++)
		printf "\t.quad n%d, b%d, e%d, r%d, %s\n", i, i, i, i, sizes[i]
	print "\t.quad 0, 0, 0, 0, 0, 0\n\t.section .note.GNU-stack,\"\",@progbits"
	exit
}
