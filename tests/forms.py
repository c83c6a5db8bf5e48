#!/usr/bin/env python3
"""Knows in which other forms the same document comes, and how many of its records are still found there: a line a form.

usage: forms.py BUILD SHARED [FORM...]      writes the rewritten documents, their gold and the records to BUILD/forms/FORM

Nothing is known of what pt-extract should find but the gold of fixtures/gold. A document is rewritten by rule, each of its
characters is followed to its new place, and its gold records are moved along. A record is dropped only where no character
of its evidence is left, and no form leaves out any but blank lines, marks between cells and cells that repeat the one above.
Forms of prose are made of documents without a table, forms of tables of those whose tables have tabs, bars or commas.
"""
import csv
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata

WRAPPED_AT = 36         # characters in a line of a page
CELL_AT = 8             # characters in a line of a narrow cell
CLOSING = "。；：！？，、）》”】〕…)!?;:,."


class Writer:
    """A text in the making that remembers where each character of the old one went."""

    def __init__(self, old):
        self.old, self.parts, self.length, self.place = old, [], 0, {}

    def put(self, text):
        self.parts.append(text)
        self.length += len(text)

    def copy(self, start, end, change=None):
        for i in range(start, end):
            self.place[i] = self.length
            self.put(change.get(self.old[i], self.old[i]) if change else self.old[i])

    def text(self):
        return "".join(self.parts)

    def moved(self, start, end):
        """The new place of a span: all that is left of it, and what came to stand between."""
        places = [self.place[i] for i in range(start, end) if i in self.place]
        return (min(places), max(places) + 1) if places else None


# What a document is made of: spans of its text.

def lines_of(text):
    """The lines without their ends, and without the blanks around them."""
    start = 0
    for line in text.split("\n"):
        yield trimmed(text, start, start + len(line))
        start += len(line) + 1


def trimmed(text, start, end):
    while end > start and (text[end - 1].isspace() or text[end - 1] == "\ufeff"):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def split_cells(text, line, mark):
    start, end = line
    cells, at = [], start
    for i in range(start, end + 1):
        if i == end or text[i] == mark:
            cells.append(trimmed(text, at, i))
            at = i + 1
    return cells


def tab_row(text, start, end):
    return split_cells(text, (start, end), "\t") if "\t" in text[start:end] else None


def bar_row(text, start, end):
    start, end = trimmed(text, start, end)
    if end - start < 3 or text[start] != "|" or text[end - 1] != "|":
        return None
    cells = split_cells(text, (start + 1, end - 1), "|")
    return [] if all(re.fullmatch(r":?-+:?", text[s:e]) for s, e in cells) else cells


def comma_row(text, start, end):
    """The cells of a line of CSV; the documents double no quotes and break no line inside of them."""
    cells, at = [], start
    for value in next(csv.reader([text[start:end].rstrip("\r")])):
        quoted = text[at:at + 1] == '"'
        cells.append((at + quoted, at + quoted + len(value)))
        at += len(value) + 2 * quoted + 1
    return cells


def tables_of(text, is_csv):
    """The document as ("line", span) and ("table", rows): two rows of equal length or more, and single cells between them."""
    parts, rows, start = [], [], 0
    for line in text.split("\n"):
        end = start + len(line.rstrip("\r"))
        if is_csv:
            row = comma_row(text, start, end) if line.strip() else None
        else:
            row = tab_row(text, start, end) or bar_row(text, start, end)
        if row is not None:
            rows.append(row)
        elif rows and line.strip() and rows[-1] and len(rows[-1]) > 1 and "\f" not in line and len(line.strip()) <= 20:
            rows.append([trimmed(text, start, end)])
        else:
            close(parts, rows)
            parts.append(("line", trimmed(text, start, end)))
            rows = []
        start += len(line) + 1
    close(parts, rows)
    return parts


def close(parts, rows):
    """A single cell at the end is the line behind the table; rows that differ in length are no table."""
    behind = []
    while rows and len(rows[-1]) == 1:
        behind.insert(0, rows.pop())
    full = [row for row in rows if row]
    while full and len(full[0]) > 1 and sum(start < end for start, end in full[0]) < 2:
        parts.append(("line", next((cell for cell in full[0] if cell[0] < cell[1]), full[0][0])))
        del full[0]
    if len(full) > 2 and len(full[0]) > 2 and sum(abs(len(row) - len(full[0])) < 2 for row in full) * 2 > len(full):
        width = max(map(len, full))
        none = full[0][0][0]
        parts.append(("table", [row + [(none, none)] * (width - len(row)) if len(row) > 1 else row for row in full]))
    else:
        for row in full:
            parts.append(("line", (row[0][0], row[-1][1])))
    parts.extend(("line", row[0]) for row in behind)


def has_table(text, is_csv):
    return any(kind == "table" for kind, _ in tables_of(text, is_csv))


def has_cells_in_lines(text):
    """Five short lines without closing marks, one below the other, are the headings of a table, and no prose."""
    run = 0
    for start, end in lines_of(text):
        if start < end:
            run = run + 1 if end - start <= 8 and text[end - 1] not in "。；：，" else 0
        if run >= 5:
            return True
    return False


def is_wrapped(text):
    """Of a page that is broken already, no paragraph is known."""
    long = [text[e - 1] for s, e in lines_of(text) if e - s >= 20]
    return sum(c not in CLOSING for c in long) * 2 > len(long)


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" or c >= "\u2010" else 1 for c in text)


def wrapped(text, start, end, room, indent=0):
    """The spans of the lines that a page breaks a paragraph into: no closing mark begins a line, and no figure or word of letters is broken."""
    at, used = start, indent
    for i in range(start, end):
        wide = width(text[i])
        if used + wide > room and text[i] not in CLOSING:
            cut = i
            while cut > at and re.match(r"[0-9A-Za-z.][0-9A-Za-z.]", text[cut - 1:cut + 1]):
                cut -= 1
            cut = i if cut == at else cut
            yield at, cut
            at, used = cut, width(text[cut:i])
        used += wide
    if at < end:
        yield at, end


# Forms of prose: each writes all of a text.

def put_joined(out, pieces, mark):
    """A line of all pieces that are not empty, with the mark between them."""
    first = True
    for start, end in pieces:
        if start < end:
            out.put("" if first else mark)
            out.copy(start, end)
            first = False
    out.put("\n")


def joined(mark):
    def write(out):
        put_joined(out, lines_of(out.old), mark)
    return write


def write_wrapped(out):
    for start, end in lines_of(out.old):
        long = end - start > WRAPPED_AT
        if long:
            out.put("　　")
        for piece in wrapped(out.old, start, end, 2 * WRAPPED_AT, 4 if long else 0):
            out.copy(*piece)
            out.put("\n")
        if start == end:
            out.put("\n")


def changed(change):
    def write(out):
        out.copy(0, len(out.old), change)
    return write


def by_line(before, behind):
    def write(out):
        for start, end in lines_of(out.old):
            if start < end:
                out.put(before)
                out.copy(start, end)
                out.put(behind)
    return write


ASCII = dict(zip("，。：；（）“”‘’〔〕【】％．！？", ",.:;()\"\"''[][]%.!?"))
WIDE = dict(zip("0123456789", "０１２３４５６７８９"))

PROSE = {
    "as it is": changed(None),
    "flat": joined(""),
    "flatsp": joined(" "),
    "para": joined("　　"),
    "wrap": write_wrapped,
    "ascii": changed(ASCII),
    "wide": changed(WIDE),
    "blank": by_line("", "\n\n"),
    "tight": by_line("", "\n"),
    "indent": by_line("　　", "\n"),
    "page": by_line('<p style="text-indent: 2em"><span>', "</span></p>"),
}
NEEDS_PARAGRAPHS = {"flat", "flatsp", "para", "wrap", "blank", "indent", "page"}


# Forms of tables: each writes the rows of one table.

def a_cell_a_line(empty="\n", between="", keep=lambda row, column: True):
    def write(out, rows):
        for row in rows:
            for column, (start, end) in enumerate(row):
                if keep(row, column):
                    out.copy(start, end)
                    out.put("\n" if start < end else empty)
            out.put(between)
    return write


def parted(mark, before="", behind=""):
    def write(out, rows):
        for row in rows:
            out.put(before)
            for column, (start, end) in enumerate(row):
                out.put(mark if column else "")
                out.copy(start, end)
            out.put(behind + "\n")
    return write


def parted_by_blanks(mark):
    """An empty cell leaves nothing, as where blanks are squeezed."""
    def write(out, rows):
        for row in rows:
            put_joined(out, row, mark)
    return write


def glued(out, rows):
    """One blank stays between two figures: without it nobody could tell where one ends."""
    for row in rows:
        last = ""
        for start, end in row:
            if start < end:
                out.put(" " if last.isdigit() and out.old[start].isdigit() else "")
                out.copy(start, end)
                last = out.old[end - 1]
        out.put("\n")


def laid_out(out, rows):
    """Columns as wide as their longest line, two blanks between them, as pdftotext -layout writes a page."""
    broken = [[list(wrapped(out.old, start, end, 2 * CELL_AT)) for start, end in row] for row in rows]
    widths = [max(max((width(out.old[s:e]) for s, e in row[c]), default=0) for row in broken if len(row) > c)
              for c in range(max(map(len, rows)))]
    for row in broken:
        for n in range(max(map(len, row))):
            owed = 0
            for column, pieces in enumerate(row):
                if n < len(pieces):
                    out.put(" " * owed)
                    out.copy(*pieces[n])
                    owed = max(widths[column] - width(out.old[pieces[n][0]:pieces[n][1]]), 0) + 2
                else:
                    owed += widths[column] + 2
            out.put("\n")


def broken_cells(out, rows):
    """A cell a line, and a long one over several: what a copy of a page gives."""
    for row in rows:
        for start, end in row:
            for piece in wrapped(out.old, start, end, 2 * CELL_AT):
                out.copy(*piece)
                out.put("\n")
            if start == end:
                out.put("\n")


def without_repeated(write):
    """A first cell that repeats the one above is merged with it: nothing is left of it."""
    def write_merged(out, rows):
        above, kept = None, []
        for row in rows:
            value = out.old[row[0][0]:row[0][1]]
            kept.append([(row[0][0], row[0][0])] + row[1:] if value and value == above else row)
            above = value or above
        write(out, kept)
    return write_merged


def filled(out, rows):
    """A first cell that is empty says again what stands above it, as where merged cells were parted."""
    above = ""
    for number, row in enumerate(rows):
        start, end = row[0]
        if start == end and len(row) > 1:
            out.put(above)
        elif number:
            above = "" if out.old[start:end].isdigit() else out.old[start:end]
        for column, span in enumerate(row):
            out.put("\t" if column else "")
            out.copy(*span)
        out.put("\n")


def on_a_page(out, rows, spans=lambda rows, number: 1):
    """A table of a web page; spans: how many rows the first cell of a row takes, 0 where one above takes its place."""
    out.put("<table>\n")
    for number, row in enumerate(rows):
        out.put("\t<tr>\n")
        taken = spans(rows, number)
        for column, span in enumerate(row):
            if column or taken:
                out.put(f'\t\t<td rowspan="{taken}"><p>' if not column and taken > 1 else "\t\t<td><p>")
                out.copy(*span)
                out.put("</p></td>\n")
        out.put("\t</tr>\n")
    out.put("</table>\n")


def merged_on_a_page(out, rows):
    """First cells that are empty or repeat the one above are one cell with it."""
    firsts = [out.old[slice(*row[0])] for row in rows]
    joined = [number > 1 and len(rows[number]) > 1 and len(rows[number - 1]) > 1 and text in ("", firsts[number - 1])
              for number, text in enumerate(firsts)]

    def spans(_, number):
        end = number + 1
        while end < len(rows) and joined[end]:
            end += 1
        return 0 if joined[number] else end - number

    on_a_page(out, rows, spans)


def is_merged(text, rows):
    """Three rows at least whose first cell is empty or repeats the one above."""
    firsts = [text[row[0][0]:row[0][1]] for row in rows if len(row) > 1]
    return sum(below in ("", above) for above, below in zip(firsts, firsts[1:])) > 2


TABLES = {
    "as they are": None,
    "cells": a_cell_a_line(),
    "cells-rows": a_cell_a_line(between="\n"),
    "cells-full": a_cell_a_line(empty=""),
    "cells-broken": broken_cells,
    "cells-merged": without_repeated(a_cell_a_line(keep=lambda row, column: column > 0 or row[0][0] < row[0][1])),
    "filled": filled,
    "gaps": parted_by_blanks("  "),
    "spaces": parted_by_blanks(" "),
    "bars": parted(" | ", "| ", " |"),
    "glued": glued,
    "layout": laid_out,
    "page-rows": on_a_page,
    "page-merged": merged_on_a_page,
}
NEEDS_MERGED = {"cells-merged", "filled", "page-merged"}


def rewrite_tables(out, is_csv, write):
    for kind, part in tables_of(out.old, is_csv):
        if kind == "table":
            write(out, part)
        else:
            out.copy(*part)
            out.put("\n")


def forms_of(text, is_csv):
    """The forms that a document can take, each with what writes it."""
    if has_table(text, is_csv):
        merged = any(kind == "table" and is_merged(text, part) for kind, part in tables_of(text, is_csv))
        for name, write in TABLES.items():
            if merged or name not in NEEDS_MERGED:
                yield name, (lambda out, write=write: rewrite_tables(out, is_csv, write)) if write else changed(None)
    elif not has_cells_in_lines(text):
        for name, write in PROSE.items():
            if name not in NEEDS_PARAGRAPHS or not is_wrapped(text):
                yield name, write


def moved_gold(record, out):
    """The record where the rewriting took it; None where it left nothing of it."""
    if "quote" not in record:
        return record
    start = record.get("start", out.old.find(record["quote"]))
    place = out.moved(start, record.get("end", start + len(record["quote"])))
    if place is None:
        return None
    return record | {"quote": out.text()[slice(*place)], "start": place[0], "end": place[1]}


def read_jsonl(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_file(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(text)


def write_document(folder, name, text, golds, write):
    """One document in one form: its text and its gold. The number of records that had to be dropped."""
    out = Writer(text)
    write(out)
    moved = [moved_gold(record, out) for record in golds]
    write_file(f"{folder}/docs/{name}.txt", out.text())
    write_file(f"{folder}/gold/{name}.jsonl", "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in moved if r))
    return moved.count(None)


def score(build, eval_py, folder):
    documents = sorted(glob.glob(f"{folder}/docs/*.txt"))
    with open(f"{folder}/extracted.jsonl", "wb") as file:
        subprocess.run([f"{build}/bin/pt-extract", *documents], stdout=file, check=True)
    with open(f"{folder}/records.jsonl", "wb") as file:
        subprocess.run([f"{build}/bin/pt-normalize", f"{folder}/extracted.jsonl"], stdout=file, check=True)
    checked = subprocess.run([sys.executable, eval_py, "--check-gold", "--docs", f"{folder}/docs", "--gold", f"{folder}/gold"],
                             stdout=subprocess.PIPE, text=True)
    if checked.returncode:
        sys.exit(f"{folder}: the rewritten gold is not right\n{checked.stdout}")
    scored = subprocess.run([sys.executable, eval_py, "--json", "--by-doc", "--docs", f"{folder}/docs", "--gold", f"{folder}/gold",
                             f"{folder}/records.jsonl"], stdout=subprocess.PIPE, text=True, check=True)
    return len(documents), json.loads(scored.stdout)


def main():
    build, shared, wanted = sys.argv[1], sys.argv[2], sys.argv[3:]
    eval_py = f"{shared}/eval/score.py"
    if not os.path.exists(eval_py):
        print(f"no {eval_py}: nothing is scored")
        return
    folder = f"{build}/forms"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(f"{folder}/text")
    sources = {os.path.splitext(os.path.basename(path))[0]: path for path in glob.glob("fixtures/*.*")}
    names = sorted(name[:-6] for name in os.listdir("fixtures/gold") if name.endswith(".jsonl"))
    with open(f"{folder}/extracted.jsonl", "wb") as file:
        subprocess.run([f"{build}/bin/pt-extract", "--text-dir", f"{folder}/text", *(sources[n] for n in names)], stdout=file, check=True)
    dropped = dict.fromkeys([("prose", form) for form in PROSE] + [("tables", form) for form in TABLES], 0)
    for name in names:
        source = os.path.basename(sources[name])
        with open(f"{folder}/text/{source}", encoding="utf-8", newline="") as file:
            text = file.read()
        is_csv = source.endswith(".csv")
        kind = "tables" if has_table(text, is_csv) else "prose"
        for form, write in forms_of(text, is_csv):
            dropped[kind, form] += write_document(f"{folder}/{kind}/{form}", name, text, read_jsonl(f"fixtures/gold/{name}.jsonl"), write)
    print(f"{'CORE':22}{'documents':>10}{'gold':>6}{'pred':>6}{'records':>9}{'cells':>7}{'wrong offsets':>15}{'dropped':>9}")
    for kind, form in dropped:
        if wanted and form not in wanted and f"{kind}/{form}" not in wanted:
            continue
        count, result = score(build, eval_py, f"{folder}/{kind}/{form}")
        core = result["CORE"]
        print(f"{kind + ' ' + form:22}{count:10}{core['gold']:6}{core['pred']:6}{core['rec_f1']:9.3f}{core['cell_f1']:7.3f}"
              f"{result['evidence_bad']:15}{dropped[kind, form]:9}", flush=True)


if __name__ == "__main__":
    main()
