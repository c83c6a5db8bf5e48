#!/usr/bin/env python3
"""Knows what pt-diff must tell of two tables, the slow way, and tries it on random ones.

usage: diff.py records N      N pairs: every record as the brute-force comparison has it
       diff.py apply N        N pairs: changes laid over OLD give NEW, the reverse ones laid over NEW give OLD
       diff.py mirror N       N pairs: a table against itself is silent; old to new and new to old are mirror images
       diff.py sums N         N pairs of decimals: total old + deltas = total new
       diff.py numbers N      N pairs of decimals: the same number or not, within a tolerance or not
       diff.py versions N RECORDS   N edited copies of some contract records: only the edits are told, and can be laid over

Seeds are fixed. Each pair that goes wrong is shown with its command; the status is then 1.
"""
import csv
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal, DefaultContext
from fractions import Fraction

DefaultContext.prec = 500 # of every thread

FIELDS = ["change", "key", "row", "field", "old", "new", "old_line", "new_line", "delta", "old_doc", "old_start",
          "new_doc", "new_start"]
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?\Z")
BLANK = re.compile("[ \t-\r\u00a0\u3000\u2000-\u200b\ufeff]")


class Num(str):
    """A number of JSON as it is written, the exponent written out."""


class Table:
    """rows: dicts of column to cell; a cell is a text, Num, bool or list; what is empty is not in the dict."""

    def __init__(self, form, columns, rows):
        self.form, self.columns, self.rows = form, columns, rows
        self.lines = []


# Cells.

def escape(member):
    return member.replace("\\", "\\\\").replace(";", "\\;")


def text(cell):
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list):
        return ";".join(escape(m) for m in cell)
    return str(cell)


def number(s):
    return Fraction(s) if NUMBER.match(s) else None


class Options:
    def __init__(self, **set_):
        self.key, self.pair, self.ignore, self.only, self.tol = None, False, [], [], {}
        self.case = self.space = self.width = False
        self.__dict__.update(set_)

    def fold(self, s):
        if self.width:
            s = "".join(chr(ord(c) - 0xFEE0) if "\uff01" <= c <= "\uff5e" else " " if c == "\u3000" else c for c in s)
        if self.case:
            s = s.lower()
        return BLANK.sub("", s) if self.space else s

    def value(self, s):
        s = self.fold(s)
        n = number(s)
        return ("text", s) if n is None else ("number", n)

    def same(self, a, b, field):
        tol = self.tol.get(field, self.tol.get(None, Fraction(0)))
        for x, y in ((a, b), (self.fold(a), self.fold(b))):
            m, n = number(x), number(y)
            if x == y or (m is not None and n is not None and abs(m - n) <= tol):
                return True
        return False

    def compared(self, field):
        return field not in self.ignore and (not self.only or field in self.only)

    def arguments(self):
        names = lambda fields: ",".join(f.replace("\\", "\\\\").replace(",", "\\,") for f in fields)
        out = ["-k", names(self.key)] if self.key else []
        out += ["--duplicates=pair"] if self.pair else []
        out += ["--ignore", names(self.ignore)] if self.ignore else []
        out += ["-f", names(self.only)] if self.only else []
        out += ["--ignore-case"] * self.case + ["--ignore-space"] * self.space + ["--ignore-width"] * self.width
        for field, x in self.tol.items():
            plain = format(Decimal(x.numerator) / Decimal(x.denominator), "f")
            out += ["--abs-tol", plain if field is None else re.sub(r"([\\=])", r"\\\1", field) + "=" + plain]
        return out


# The brute-force comparison.

def cells(row, field):
    return text(row.get(field, ""))


def key_of(o, row, common):
    if o.key:
        return tuple(o.fold(cells(row, f)) for f in o.key)
    return tuple(o.value(cells(row, f)) for f in common if o.compared(f))


def pair_up(o, old, new):
    """mate of each old row or None; which row of its key each row is."""
    common = [f for f in old.columns if f in new.columns]
    left, mates, which_old, which_new = {}, [], [], [None] * len(new.rows)
    for i, row in enumerate(new.rows):
        left.setdefault(key_of(o, row, common), []).append(i)
    seen = {}
    for row in old.rows:
        k = key_of(o, row, common)
        seen[k] = seen.get(k, 0) + 1
        which_old.append(seen[k])
        mates.append(left[k].pop(0) if left.get(k) else None)
    for k, rows in left.items():
        for i in rows:
            seen[k] = seen.get(k, 0) + 1
            which_new[i] = seen[k]
    return mates, which_old, which_new


def delta(a, b):
    x, y = number(a), number(b)
    if (x is None and a) or (y is None and b) or (x is None and y is None):
        return None
    d = (Decimal(b) if b else Decimal(0)) - (Decimal(a) if a else Decimal(0))
    return Num(format(d.copy_abs() if d == 0 else d, "f"))


def diff(o, old, new):
    """The records, as dicts without nulls; empty texts are left out but for keys."""
    out = []

    def put(kind, key, row, field, a, b, line_a, line_b):
        r = {"change": kind, "key": key, "row": row and Num(row), "field": field, "old": a, "new": b,
             "old_line": line_a and Num(line_a), "new_line": line_b and Num(line_b)}
        if kind[:6] != "column":
            r["delta"] = delta(text(a or "") if not isinstance(a, bool) else text(a),
                               text(b or "") if not isinstance(b, bool) else text(b))
        out.append({k: v for k, v in r.items() if v is not None and (v != "" or k == "key")})

    mates, which_old, which_new = pair_up(o, old, new)
    columns = old.columns + [f for f in new.columns if f not in old.columns]
    for f in columns:
        if not o.compared(f):
            continue
        if f not in new.columns:
            put("column-removed", None, None, f, None, None, None, None)
        elif f not in old.columns:
            column = [cells(new.rows[m], f) for m in mates if m is not None]
            put("column-added", None, None, f, None, column if any(column) else None, None, None)

    def key(row):
        if not o.key:
            return None
        parts = [cells(row, f) for f in o.key]
        return parts[0] if len(parts) == 1 else ";".join(map(escape, parts))

    def lone(kind, t, i, which, line_a, line_b):
        for f in columns:
            if f not in t.columns or not (o.compared(f) or (o.key and f in o.key)):
                continue
            cell = t.rows[i].get(f)
            if t.form == "csv" or (cell is not None and text(cell)):
                put(kind, key(t.rows[i]), which, f, cell if kind == "removed" else None, cell if kind == "added" else None,
                    line_a, line_b)

    removed = added = 0
    for i, row in enumerate(old.rows):
        if mates[i] is None:
            removed += 1
            lone("removed", old, i, which_old[i] if o.key else removed, old.lines[i], None)
            continue
        other = new.rows[mates[i]]
        for f in columns:
            if f in old.columns and f in new.columns and o.compared(f) and not o.same(cells(row, f), cells(other, f), f):
                put("changed", key(row), which_old[i], f, row.get(f), other.get(f), old.lines[i], new.lines[mates[i]])
    for i in range(len(new.rows)):
        if i not in mates:
            added += 1
            lone("added", new, i, which_new[i] if o.key else added, None, new.lines[i])
    return out


def result(o, old, new):
    """What --apply makes of OLD: (columns, rows as dicts)."""
    mates, _, _ = pair_up(o, old, new)
    dropped = [f for f in old.columns if f not in new.columns]
    columns = [f for f in old.columns if f in new.columns] + [f for f in new.columns if f not in old.columns]
    rows = []
    for i, row in enumerate(old.rows):
        if mates[i] is None:
            continue
        other, row = new.rows[mates[i]], {f: c for f, c in row.items() if f not in dropped}
        for f in columns:
            if not o.same(cells(row, f), cells(other, f), f):
                row.pop(f, None)
                if f in other:
                    row[f] = other[f]
        rows.append(row)
    rows += [dict(row) for i, row in enumerate(new.rows) if i not in mates]
    rows.sort(key=lambda r: ([cells(r, f) for f in o.key or []], [cells(r, f) for f in columns]))
    return columns, rows


# Tables as files.

def put_cell(rng, cell, alone):
    s = text(cell)
    if not s:
        return '""' if alone or rng.random() < 0.2 else ""
    if re.search('[",\n\r]', s) or s != s.strip() or rng.random() < 0.1:
        return '"' + s.replace('"', '""') + '"'
    return s


def write_csv(rng, t):
    out = ",".join(put_cell(rng, f, False) for f in t.columns) + "\n"
    t.lines = []
    for row in t.rows:
        t.lines.append(out.count("\n") + 1)
        out += ",".join(put_cell(rng, row.get(f, ""), len(t.columns) == 1) for f in t.columns) + "\n"
    if rng.random() < 0.2:
        out = "\ufeff" + out
    if rng.random() < 0.2:
        out = out[:-1]
    return out


def json_cell(rng, cell):
    if isinstance(cell, Num):
        if cell == "100" and rng.random() < 0.5:
            return rng.choice(["1e2", "1.00E2", "10e+1"])
        return str(cell)
    return json.dumps(cell, ensure_ascii=rng.random() < 0.3)


def write_jsonl(rng, t):
    """The columns become those that are named, in the order in which they are."""
    out, t.lines, seen = "", [], []
    for row in t.rows:
        if rng.random() < 0.05:
            out += "\n"
        t.lines.append(out.count("\n") + 1)
        members = []
        for f in rng.sample(t.columns, len(t.columns)):
            if f in row:
                members.append((f, json_cell(rng, row[f])))
            elif rng.random() < 0.3:
                members.append((f, rng.choice(["null", '""'])))
            else:
                continue
            if f not in seen:
                seen.append(f)
        out += "{" + ",".join(json.dumps(f, ensure_ascii=False) + ":" + c for f, c in members) + "}\n"
    t.columns = seen
    return out


def write_tsv(t):
    plain = lambda cells: "\t".join(re.sub("[\t\r\n]", " ", c) for c in cells) + "\n"
    rows = [plain(cells(row, f) for f in t.columns) for row in t.rows]
    return plain(t.columns) + "".join(row for row in rows if row.strip())


def write(rng, t):
    return write_jsonl(rng, t) if t.form == "jsonl" else write_csv(rng, t)


def read_json_line(line):
    def clean(pairs):
        return {k: v for k, v in pairs if v is not None and (v != "" or k == "key")}
    return json.loads(line, parse_float=Num, parse_int=Num, object_pairs_hook=clean)


def read_csv(s):
    rows = list(csv.reader(io.StringIO(s, newline=""), strict=True))
    return rows[0], rows[1:]


# Random tables.

NAMES = ["单位", "k", "金额", "a;b", "p,q", "b\\c", "v"]
TEXTS = ["1", "1.0", "1.00", "01", "10", "-1", "0", "-0", "1.5", "1.50", "100", "甲", "乙", "甲;乙", "甲\\;乙", "\\", ";", "A",
         "a", " a", "a b", "Ａ", "a\nb", '"', 'q"q', "x,y", "1e2", "３", "3", "true", "-", "+1"]
FEW = ["1", "1.0", "2", "甲", "甲;乙", "", "a", "A"]


def random_cell(rng, form):
    if rng.random() < 0.2:
        return None
    if form == "jsonl" and rng.random() < 0.5:
        pick = rng.random()
        if pick < 0.6:
            return Num(rng.choice(["0", "1", "1.0", "1.50", "1.5", "-1", "100", "-0.0", "12345678901234567890.10"]))
        if pick < 0.7:
            return rng.random() < 0.5
        return [rng.choice([t for t in TEXTS]) for _ in range(rng.randint(1, 3))]
    return rng.choice(TEXTS if rng.random() < 0.5 else FEW) or None


def random_row(rng, columns, form):
    row = {f: random_cell(rng, form) for f in columns}
    return {f: c for f, c in row.items() if c is not None and text(c)}


def random_table(rng, form):
    columns = rng.sample(NAMES, rng.randint(1, 5))
    rows = [random_row(rng, columns, form) for _ in range(rng.choice([0, 1, 2, 3, 4, 6, 9]))]
    if rows and rng.random() < 0.5:
        rows += [dict(rng.choice(rows)) for _ in range(rng.randint(1, 3))]
    return Table(form, columns, rows)


def random_change(rng, old, form, o):
    columns, rows = list(old.columns), [dict(r) for r in old.rows]
    for f in list(columns):
        if rng.random() < 0.1 and not (o.key and f in o.key) and len(columns) > 1:
            columns.remove(f)
    new = [f for f in NAMES if f not in old.columns]
    if new and rng.random() < 0.2:
        added = rng.choice(new)
        columns.insert(rng.randint(0, len(columns)), added)
        for row in rows:
            row.update(random_row(rng, [added], form))
    if rng.random() < 0.3:
        rng.shuffle(columns)
    rows = [r for r in rows if rng.random() > 0.15]
    for row in rows:
        for f in columns:
            if rng.random() < 0.12:
                row.pop(f, None)
                row.update(random_row(rng, [f], form))
    rows += [random_row(rng, columns, form) for _ in range(rng.choice([0, 0, 1, 2]))]
    if rng.random() < 0.5:
        rng.shuffle(rows)
    if form == "csv":
        rows = [{f: text(c) for f, c in r.items()} for r in rows]
    return Table(form, columns, [{f: c for f, c in r.items() if f in columns} for r in rows])


def unique(o, t):
    seen, rows = set(), []
    for row in t.rows:
        k = key_of(o, row, [])
        if k not in seen:
            seen.add(k)
            rows.append(row)
    t.rows = rows


def random_options(rng, old, applied):
    o = Options()
    if rng.random() < 0.7:
        o.key = rng.sample(old.columns, min(len(old.columns), rng.choice([1, 1, 2, 3])))
        o.pair = rng.random() < 0.5
    o.case, o.space, o.width = (rng.random() < 0.1 for _ in range(3))
    if applied:
        return o
    if rng.random() < 0.2:
        o.ignore = rng.sample(old.columns, 1)
    elif rng.random() < 0.2:
        o.only = rng.sample(old.columns, 1)
    if o.key and rng.random() < 0.3:
        o.tol = {rng.choice([None, rng.choice(old.columns)]): Fraction(rng.choice(["0.5", "0.50", "1", "0", "99"]))}
    return o


def named(o, old, new):
    """Whether all fields that were asked for are there, as pt-diff wants them."""
    has = lambda t, f: f in t.columns or not (t.columns or t.rows)
    both = all(has(old, f) and has(new, f) for f in o.key or [])
    one = all(has(old, f) or has(new, f) for f in o.ignore + o.only + [f for f in o.tol if f])
    return both and one


def told(o, t):
    """Whether each row has a cell that would be told: in records what is empty is none."""
    tells = lambda f: o.compared(f) or f in (o.key or [])
    return all(any(tells(f) for f in (t.columns if t.form == "csv" else r)) for r in t.rows)


def random_pair(seed, applied=False):
    rng = random.Random(seed)
    while True:
        old = random_table(rng, rng.choice(["csv", "jsonl"]))
        o = random_options(rng, old, applied)
        new = random_change(rng, old, rng.choice(["csv", "jsonl"]), o)
        if o.key and not o.pair:
            unique(o, old)
            unique(o, new)
        texts = write(rng, old), write(rng, new)
        if named(o, old, new) and told(o, old) and told(o, new):
            return rng, o, old, new, texts


# Running.

class Folder:
    def __init__(self, path, seed):
        self.path = os.path.join(path, str(seed))
        os.mkdir(self.path)

    def put(self, name, s):
        with open(os.path.join(self.path, name), "w", encoding="utf-8", newline="") as f:
            f.write(s)
        return name

    def run(self, *arguments):
        p = subprocess.run(["pt-diff", *arguments], cwd=self.path, stdin=subprocess.DEVNULL, capture_output=True)
        return p.returncode, p.stdout.decode("utf-8"), p.stderr.decode("utf-8")


def as_table(records):
    """Records as the rows of a CSV: all texts."""
    return [[text(r.get(f, "")) for f in FIELDS] for r in records]


def check(seed, what, want, got, command=()):
    if want == got:
        return []
    return [f"pair {seed}: {what}: pt-diff {' '.join(command)}\n  want {want!r}\n  got  {got!r}"]


def put_pair(folder, old, new, texts):
    return folder.put("old." + old.form, texts[0]), folder.put("new." + new.form, texts[1])


def try_records(seed, folder):
    rng, o, old, new, texts = random_pair(seed)
    a, b = put_pair(folder, old, new, texts)
    want, faults = diff(o, old, new), []
    for form in ("jsonl", "csv"):
        command = [*o.arguments(), "-o", form, a, b]
        status, out, err = folder.run(*command)
        if form == "jsonl":
            got = [read_json_line(line) for line in out.splitlines()]
            expect = want
        else:
            got = list(csv.reader(io.StringIO(out, newline="")))
            expect = [FIELDS] + as_table(want) if want else []
        faults += check(seed, form, (1 if want else 0, expect, ""), (status, got, err), command)
    return faults


def read_result(o, form, s):
    if form == "jsonl":
        rows = [read_json_line(line) for line in s.splitlines()]
        return None, [{k: v for k, v in r.items() if v != ""} for r in rows]
    if not s:
        return [], []
    columns, rows = read_csv(s)
    return columns, [{f: c for f, c in zip(columns, r) if c} for r in rows]


def texts_of(columns, rows):
    return [[cells(r, f) for f in columns] for r in rows]


def try_apply(seed, folder):
    rng, o, old, new, texts = random_pair(seed, True)
    a, b = put_pair(folder, old, new, texts)
    faults = []
    form, named_keys = rng.choice(["jsonl", "csv"]), rng.random() < 0.5
    for x, y, from_, to in ((a, b, old, new), (b, a, new, old)):
        status, out, err = folder.run(*o.arguments(), "-o", form, x, y)
        faults += check(seed, "status", (1 if diff(o, from_, to) else 0, ""), (status, err), (*o.arguments(), x, y))
        changes = folder.put("changes." + form, out)
        without = Options(**{**o.__dict__, "key": o.key if named_keys else None})
        command = [*without.arguments(), "--apply", changes, x]
        status, out, err = folder.run(*command)
        columns, rows = result(o, from_, to)
        got_columns, got = read_result(o, from_.form, out)
        want = texts_of(columns, rows)
        have = texts_of(columns, got)
        # Without -k the order is that of the columns told from the changes.
        if o.key and not named_keys:
            want, have = sorted(want), sorted(have)
        if from_.form == "csv" and (from_.columns or to.rows):
            faults += check(seed, "columns", columns, got_columns, command)
        faults += check(seed, f"apply {form}", (0, "", want), (status, err, have), command)
    return faults


SWAP = {"added": "removed", "removed": "added", "changed": "changed", "column-added": "column-removed",
        "column-removed": "column-added"}


def mirrored(r):
    out = {"change": SWAP[r["change"]]}
    for f, g in (("key", "key"), ("row", "row"), ("field", "field"), ("old", "new"), ("new", "old"),
                 ("old_line", "new_line"), ("new_line", "old_line")):
        if f in r and not r["change"].startswith("column"):
            out[g] = r[f]
    if r["change"].startswith("column"):
        out["field"] = r["field"]
    if "delta" in r:
        out["delta"] = Num(format(-Decimal(r["delta"]), "f")) if Decimal(r["delta"]) else r["delta"]
    # Of rows that differ in more than what is overlooked, the key is told as OLD writes it.
    out.pop("key", None)
    return sorted((k, repr(v)) for k, v in out.items())


def try_mirror(seed, folder):
    rng, o, old, new, texts = random_pair(seed)
    a, b = put_pair(folder, old, new, texts)
    faults, told_ = [], []
    for x, y in ((a, b), (b, a)):
        _, out, _ = folder.run(*o.arguments(), "-o", "jsonl", x, y)
        told_.append([read_json_line(line) for line in out.splitlines()])
    there = sorted(mirrored(r) for r in told_[0])
    back = sorted(sorted((k, repr(v)) for k, v in r.items() if k != "key" and not (k in ("old", "new") and r["change"][:6] == "column"))
                  for r in told_[1])
    faults += check(seed, "mirror", there, back, (*o.arguments(), a, b))
    for t, name in ((old, a), (new, b)):
        form = rng.choice(["text", "csv", "tsv", "jsonl"])
        if o.key and not all(f in t.columns for f in o.key) or not named(o, t, t):
            continue
        command = [*o.arguments(), "-o", form, name, name]
        faults += check(seed, "itself", (0, "", ""), folder.run(*command), command)
        tsv = folder.put(name + ".tsv", write_tsv(t))
        faults += check(seed, "TSV", (0, "", ""), folder.run(*o.arguments(), "-i", "tsv", "-o", form, tsv, tsv), command)
    return faults


# Sums.

def random_decimal(rng, digits):
    s = str(rng.randint(0, 10 ** rng.randint(1, digits)))
    if rng.random() < 0.6:
        s += "." + "".join(rng.choice("0123456789") for _ in range(rng.randint(1, rng.choice([2, 2, 9, 30]))))
    return ("-" if rng.random() < 0.3 else "") + s


def try_sums(seed, folder):
    rng = random.Random(seed)
    tables = []
    for _ in range(2):
        keys = rng.sample(range(30), rng.randint(1, 25))
        tables.append({k: random_decimal(rng, rng.choice([3, 9, 40])) if rng.random() < 0.9 else "" for k in keys})
    for k in tables[0]:
        if k in tables[1] and rng.random() < 0.3:
            tables[1][k] = tables[0][k]
    names = [folder.put(n, "id,v\n" + "".join(f"n{k},{v}\n" for k, v in t.items())) for n, t in zip(("old.csv", "new.csv"), tables)]
    tol = rng.choice([None, None, "0.5", "100"])
    command = ["-k", "id", *(["--abs-tol", tol] if tol else []), *names]
    status, out, err = folder.run(*command)
    old, new = (sum((Decimal(v) for v in t.values() if v), Decimal(0)) for t in tables)
    shape = re.compile(r"sum of v: (\S+) ([+-]) (\S+)(?: ([+-]) (\S+) within the tolerance)? = (\S+)\Z")
    lines = [shape.match(line) for line in out.split("\n") if line.startswith("sum of ")]
    numbers = any(t.values() for t in tables) and any(v for t in tables for v in t.values())
    if not status or not numbers:
        return check(seed, "no sum", (0, []), (len(lines), [] if status or not out else [out]), command)
    if len(lines) != 1 or not lines[0]:
        return [f"pair {seed}: no sum line: {out!r}"]
    said = lines[0].groups()
    signed = lambda sign, s: Decimal(0) if s is None else Decimal(s) if sign == "+" else -Decimal(s)
    deltas, hidden = Decimal(0), Decimal(0)
    for k in tables[0].keys() | tables[1].keys():
        a, b = tables[0].get(k, ""), tables[1].get(k, "")
        d = (Decimal(b) if b else 0) - (Decimal(a) if a else 0)
        if tol and a and b and abs(d) <= Decimal(tol):
            hidden += d
        else:
            deltas += d
    return check(seed, "sum", (1, "", old, deltas, hidden, new),
                 (status, err, Decimal(said[0]), signed(*said[1:3]), signed(*said[3:5]), Decimal(said[5])), command)


# Many pairs of cells in one table each.

def try_numbers(seed, folder):
    rng = random.Random(seed)
    o = Options(key=["id"], tol={} if rng.random() < 0.5 else {None: Fraction(rng.choice(["0", "0.01", "1", "1000"]))})
    old, new = [], []
    for i in range(400):
        a = random_decimal(rng, rng.choice([1, 3, 30]))
        b = rng.choice([a, a + "0", a + ".0", "0" + a, "-" + a, "+" + a, a.lstrip("-"), random_decimal(rng, 1)])
        if o.tol and NUMBER.match(a):
            at = Decimal(a) + rng.choice([-1, 1]) * Decimal(o.tol[None].numerator) / Decimal(o.tol[None].denominator)
            b = rng.choice([b, format(at, "f"), format(at + Decimal("0.0000001"), "f"), format(at - Decimal("0.0000001"), "f")])
        old.append({"id": f"n{i}", "v": a})
        new.append({"id": f"n{i}", "v": b})
    tables = [Table("csv", ["id", "v"], rows) for rows in (old, new)]
    texts = [write(rng, t) for t in tables]
    a, b = put_pair(folder, *tables, texts)
    want, command = diff(o, *tables), [*o.arguments(), "-o", "jsonl", a, b]
    status, out, err = folder.run(*command)
    got = [read_json_line(line) for line in out.splitlines()]
    faults = [f for w, g in zip(want, got) for f in check(seed, "numbers", w, g, command)]
    return faults + check(seed, "numbers", (1, len(want), ""), (status, len(got), err), command)


# Records of the contract.

PLACES = {"id": str, "quote": str, "start": int, "end": int, "line": int, "rule": str}


def edit(rng, record):
    """Another record, of the same name, that says something else; and which field does."""
    fields = [f for f in ("amount", "amount_text", "kind", "role", "deadline", "state", "content", "value", "alias", "title")
              if f in record]
    if not fields:
        return None
    f = rng.choice(fields)
    new = record[f] + rng.randint(1, 9) * 10000 if isinstance(record[f], int) else str(record[f]) + rng.choice("甲乙")
    return f, {**record, f: new}


def names_of(record):
    names = {"project": ["name"], "funding": ["recipients", "purpose", "project"], "responsibility": ["task", "org"],
             "target": ["indicator", "status"], "organization": ["name"]}
    return [record.get(f) for f in ["type", "doc"] + names.get(record["type"], [])]


def try_versions(seed, folder):
    rng = random.Random(seed)
    with open(sys.argv[3], encoding="utf-8") as f:
        old = [json.loads(line) for line in f]
    old = rng.sample(old, min(len(old), rng.randint(1, 60)))
    count = {}
    for r in old:
        count[repr(names_of(r))] = count.get(repr(names_of(r)), 0) + 1
    new, want = [], []
    for r in old:
        alone = count[repr(names_of(r))] == 1
        edited = edit(rng, r) if alone and rng.random() < 0.2 else None
        if edited:
            want.append(["changed", edited[0], r.get("start")])
            r = edited[1]
        elif alone and rng.random() < 0.1:
            want.append(["removed", "type", r.get("start")])
            continue
        elif alone and rng.random() < 0.1:
            want += [["removed", "type", r.get("start")], ["added", "type", None]]
            r = {**r, "doc": "另一份.txt"}
        # It was found elsewhere and in another way.
        new.append({**r, **{f: kind(7) for f, kind in PLACES.items() if f in r and rng.random() < 0.5}})
    rng.shuffle(new)
    lines = lambda records: "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    a, b = folder.put("old.jsonl", lines(old)), folder.put("new.jsonl", lines(new))
    form = rng.choice(["jsonl", "csv"])
    status, out, err = folder.run("-o", form, a, b)
    told_ = [read_json_line(s) for s in out.splitlines()] if form == "jsonl" else list(csv.DictReader(io.StringIO(out, newline="")))
    got = [[r["change"], r["field"], r.get("old_start")] for r in told_ if r["change"] == "changed" or r["field"] == "type"]
    known = sorted([c, f, str(start) if start is not None and c != "added" else ""] for c, f, start in want)
    faults = check(seed, "versions", known, sorted([c, f, str(start or "")] for c, f, start in got), (a, b))
    status, made, err = folder.run("--apply", folder.put("changes", out), a)
    folder.put("made.jsonl", made)
    faults += check(seed, "made", (0, "", ""), folder.run("made.jsonl", b)) + check(seed, "apply", (0, ""), (status, err))
    return faults


def main():
    what, n = sys.argv[1], int(sys.argv[2])
    work = {"versions": try_versions, "records": try_records, "apply": try_apply, "mirror": try_mirror, "sums": try_sums, "numbers": try_numbers}[what]
    with tempfile.TemporaryDirectory() as path, ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        faults = [f for found in pool.map(lambda seed: work(seed, Folder(path, seed)), range(n)) for f in found]
    for fault in faults[:10]:
        print(fault)
    print(f"{n} pairs, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
