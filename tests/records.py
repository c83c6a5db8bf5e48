#!/usr/bin/env python3
"""Knows what the record contract says of a stream of records, and holds a file to it.

usage: records.py SCHEMA.tsv RECORDS.jsonl [TEXT-DIR]

Each record is a flat object with the fields of its type in the order of the schema; ids are unique within a document;
the document comes first, the others by start, end, type. With TEXT-DIR, which holds the decoded texts by base name, the quote
and every span are compared with the text. Each fault is told in a line; the status is then 1.
"""
import json
import os
import sys
import unicodedata
from itertools import groupby

TYPES = ["document", "project", "funding", "responsibility", "target", "organization"]
KINDS = {"string": str, "number": (int, float), "boolean": bool, "array": list}
faults = 0


def fault(where, message):
    global faults
    faults += 1
    print(f"{where}: {message}")


def read_schema(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("# ")]
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def fields_of(schema, kind):
    return {f["name"]: f["kind"] for f in schema if f["type"] in ("every", kind)}


# Names drop what only the layout put there: blanks, and characters without a shape.
def squeeze(text):
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf", "Co"))


# A span holds its cell; where it goes over lines, it may hold what stood between them too.
def holds(text, cell):
    wanted = squeeze(cell)
    if squeeze(text) == wanted:
        return True
    rest = iter(text)
    return "\n" in text and all(c in rest for c in wanted)


def check_form(where, record, fields):
    known = [k for k in record if k in fields]
    if known != [k for k in fields if k in record]:
        fault(where, f"fields are not in the order of the schema: {known}")
    for name, value in record.items():
        if name not in fields:
            fault(where, f"unknown field {name}")
        elif not isinstance(value, KINDS[fields[name]]) or (isinstance(value, bool) and fields[name] != "boolean"):
            fault(where, f"{name} is not a {fields[name]}")
        elif isinstance(value, list) and not all(isinstance(x, str) for x in value):
            fault(where, f"{name} holds what is no string")
        if value in ("", []):
            fault(where, f"{name} is empty and not left out")
    for name in ("type", "id", "doc"):
        if name not in record:
            fault(where, f"no {name}")


def check_place(where, record, text):
    start, end = record.get("start"), record.get("end")
    if start is None or end is None or "quote" not in record:
        if record.get("type") != "document":
            fault(where, "no place")
        return
    if text[start:end] != record["quote"]:
        fault(where, f"the quote is not the text {start}-{end}")
    before = text[:start]
    if record.get("line") != before.count("\n") + 1:
        fault(where, f"line {record.get('line')} where it is {before.count(chr(10)) + 1}")
    if record.get("page") != (before.count("\f") + 1 if "\f" in text else None):
        fault(where, f"page {record.get('page')} is wrong")
    parts = {}
    for span in record.get("spans", []):
        name, _, place = span.rpartition(":")
        a, b = map(int, place.split("-"))
        if not 0 <= a < b <= len(text):
            fault(where, f"span {span} is outside the text")
        elif name.split("[")[0] not in record:
            fault(where, f"span {span} of a field that is not there")
        else:
            parts.setdefault(name.split("[")[0], []).append(text[a:b])
    # A cell that a page wraps stands in several places.
    for name, pieces in parts.items():
        cell = record[name]
        if isinstance(cell, str) and not any(n.startswith(name + ":") for n in record.get("notes", [])) \
                and not all(holds(piece, cell) for piece in pieces) and squeeze("".join(pieces)) != squeeze(cell):
            fault(where, f"the spans of {name} hold {pieces}, not {cell!r}")


def check_document(records, texts):
    name = records[0][1]["doc"]
    ids = [r["id"] for _, r in records]
    if len(set(ids)) < len(ids):
        fault(name, "an id stands twice")
    places = [(r.get("start", 0), r.get("end", 0), TYPES.index(r["type"])) for _, r in records if r["type"] != "document"]
    if places != sorted(places):
        fault(name, "records are not in the order of their places")
    if any(r["type"] == "document" for _, r in records[1:]):
        fault(name, "the document does not come first")
    for where, r in records:
        for link in ("part_of", "cap_of"):
            if link in r and (r[link] not in ids or r[link] == r["id"]):
                fault(where, f"{link} points nowhere")
    if texts:
        with open(os.path.join(texts, os.path.basename(name)), encoding="utf-8", newline="") as f:
            text = f.read()
        for where, r in records:
            check_place(where, r, text)


def main():
    schema, records = read_schema(sys.argv[1]), []
    with open(sys.argv[2], encoding="utf-8", newline="\n") as f:
        for number, line in enumerate(f, 1):
            record = json.loads(line)
            where = f"{record.get('doc')}: record {number} ({record.get('type')})"
            check_form(where, record, fields_of(schema, record.get("type")))
            if not line.startswith('{"type":"') or not line.endswith("}\n"):
                fault(where, "the JSON is not compact or does not begin with the type")
            records.append((where, record))
    for _, group in groupby(records, key=lambda r: r[1].get("doc")):
        check_document(list(group), sys.argv[3] if len(sys.argv) > 3 else None)
    sys.exit(faults > 0)


main()
