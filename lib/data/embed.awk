# Writes the assembler file that builds the table texts in: a {name, begin, end} triple a table
# (struct table_builtin of lib/base/table.c), ending with a null triple.
BEGIN {
	print "\t.section .rodata"
	for (i = 1; i < ARGC; i++) {
		name = ARGV[i]
		sub(/.*\//, "", name)
		sub(/\.tsv$/, "", name)
		printf "n%d:\t.asciz \"%s\"\n\t.balign 8\nb%d:\t.incbin \"%s\"\ne%d:\t.byte 0\n", i, name, i, ARGV[i], i
	}
	print "\t.section .data.rel.ro,\"aw\"\n\t.balign 8\n\t.globl table_builtins\ntable_builtins:"
	for (i = 1; i < ARGC; i++)
		printf "\t.quad n%d, b%d, e%d\n", i, i, i
	print "\t.quad 0, 0, 0\n\t.section .note.GNU-stack,\"\",@progbits"
	exit
}
