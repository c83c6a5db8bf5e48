#!/usr/bin/env python3
"""Check the tables of regions, and that pt-normalize --region finds every row again.

  regions.py tables           codes, parents, years, successors, counts by level against the published totals
  regions.py chains           every row by its own full chain: today's without a date, former ones as of their last year
  regions.py forms N          N chains at random in other forms (short names, marks, missing or doubled levels, a road behind)

The last line is "N WHAT, F faults".
"""
import csv
import io
import os
import random
import subprocess
import sys

DATA = os.path.join(os.environ.get("PT_ROOT", "."), "lib", "data")
# Published totals: the Ministry of Civil Affairs counts 34 provincial and 333 prefectural regions, and at the end of 2024 2,846 county ones; the merger
# of two districts of Chongqing, in force since January 2026, leaves 2,845. The corps has a row of its own beside the provinces.
TOTALS = {"province": 34 + 1, "city": 333, "county": 2845}
# Those of the lists of earlier years, at their ends.
EARLIER = {1997: ("city", 332), 2010: ("city", 333), 2020: ("county", 2844)}
FIRST, LAST = 1980, 2026


def read(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if not line.startswith("# ")]
    out = [dict(zip(rows[0], row)) for row in rows[1:]]
    for row in out:
        row["since"] = 0 if row["from"] == "-" else int(row["from"])
        row["end"] = 9999 if row["until"] == "-" else int(row["until"])
    return out


TODAY, OLD = read("regions.tsv"), read("regions-old.tsv")
ROWS = TODAY + OLD
BY_CODE = {}
for one in ROWS:
    BY_CODE.setdefault(one["code"], []).append(one)
NOW = {row["code"]: row for row in TODAY if row["until"] == "-"}


def level_of(code):
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def parent(row):
    """The row that had the parent's code in the last year of this one."""
    rows = BY_CODE.get(row["parent"], [])
    year = row["end"] - 1
    return next((r for r in rows if r["since"] <= year <= r["end"]), rows[0] if rows else None)


def faults_of(row):
    code = row["code"]
    if not (len(code) == 6 and code.isdigit()):
        yield "code is not of six digits"
    if row["level"] != level_of(code):
        yield "level does not fit the code"
    if not row["name"].endswith(row["suffix"]) or row["short"] not in row["name"]:
        yield "suffix or short name does not fit the name"
    if (row["parent"] == "-") != (row["level"] == "province"):
        yield "only provinces have no parent"
    if row["parent"] != "-":
        if row["parent"] not in (code[:2] + "0000", code[:4] + "00") or row["parent"] == code:
            yield "parent is not the prefecture or province of the code"
        above = parent(row)
        if not above:
            yield "parent is in no table"
        elif row["until"] == "-" and above["until"] != "-":
            yield "parent has ended"
        elif not (above["since"] <= row["end"] - 1 and row["since"] <= above["end"]):
            yield "parent is of other years"
    if row["since"] and not FIRST < row["since"] <= LAST or row["until"] != "-" and not FIRST < row["end"] <= LAST:
        yield "year out of range"
    if row["since"] >= row["end"]:
        yield "from is not before until"
    if (row["until"] == "-") and row["now"] != "-":
        yield "today's has a successor"
    for now in row["now"].split() if row["now"] != "-" else []:
        if now not in NOW:
            yield f"successor {now} is none of today"
    if (row["end"] < 2004) != (row in OLD_SET):
        yield "in the wrong table"


class Same:
    """Rows by identity."""
    def __init__(self, rows):
        self.ids = {id(row) for row in rows}

    def __contains__(self, row):
        return id(row) in self.ids


OLD_SET = Same(OLD)


def check_tables():
    faults = [f"{row['code']} {row['name']}: {fault}" for row in ROWS for fault in faults_of(row)]
    for level, total in TOTALS.items():
        n = sum(row["level"] == level for row in NOW.values())
        if n != total:
            faults.append(f"{n} of level {level} today, {total} are published")
    for year, (level, total) in EARLIER.items():
        n = sum(row["level"] == level and row["since"] <= year < row["end"] for row in ROWS)
        if abs(n - total) > 1:
            faults.append(f"{n} of level {level} at the end of {year}, {total} are published")
    for code, rows in BY_CODE.items():
        rows = sorted(rows, key=lambda r: (r["since"], r["end"]))
        for a, b in zip(rows, rows[1:]):
            if b["since"] < a["end"]:
                faults.append(f"{code}: {a['name']} and {b['name']} at the same time")
    for row in ROWS:
        seen, r = set(), row
        while r and r["parent"] != "-" and id(r) not in seen:
            seen.add(id(r))
            r = parent(r)
        if r and r["parent"] != "-":
            faults.append(f"{row['code']} {row['name']}: its parents go round in a circle")
    return "rows", len(ROWS), faults


def above(row):
    out = []
    while row:
        out.insert(0, row)
        row = parent(row) if row["parent"] != "-" else None
    return out


def ask(texts):
    """The codes, provinces, cities and notes for (text, date)."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(["text", "date"])
    writer.writerows(texts)
    run = subprocess.run(["pt-normalize", "--region", "text"], input=table.getvalue(), text=True, encoding="utf-8", capture_output=True, check=True)
    return list(csv.DictReader(io.StringIO(run.stdout)))


def city_of(chain):
    """A municipality is the city of its districts."""
    city = next((r for r in chain if r["level"] == "city"), None)
    if not city and chain[0]["municipality"] == "yes" and chain[0]["suffix"] == "市":
        city = chain[0]
    return city["name"] if city else ""


def compare(chains, texts):
    faults = []
    for chain, (text, date), got in zip(chains, texts, ask(texts)):
        want = (chain[-1]["code"], chain[-1]["name"], chain[0]["name"], city_of(chain))
        have = (got["text_code"], got["text_name"], got["text_province"], got["text_city"])
        if want != have:
            faults.append(f"{text} {date}: expected {' '.join(want)}, got {' '.join(have)} {got['notes']}")
    return faults


def check_chains():
    chains = [above(row) for row in ROWS]
    texts = [("".join(r["name"] for r in chain), "" if chain[-1]["until"] == "-" else f"{chain[-1]['end'] - 1}-06-30") for chain in chains]
    return "chains", len(chains), compare(chains, texts)


def write_form(chain, rng):
    """The chain as people write it, still enough to tell which region is meant."""
    names = []
    for i, row in enumerate(chain):
        last = i == len(chain) - 1
        short = row["short"] if not last and row["common"] == "-" and rng.random() < 0.5 else row["name"]
        names.append(short)
    if len(names) > 1 and rng.random() < 0.2:
        names.insert(1, chain[0]["name"]) # 北京北京市
    if len(names) == 3 and rng.random() < 0.2:
        del names[0] # without its province
    mark = rng.choice(["", "", "", " ", "/", "-", "·", ",", "　"])
    road = rng.choice(["", "", "虹漕路461号", "人民路5号附8号", "解放大道12号院3号楼"])
    return rng.choice(["", "", "中国"]) + mark.join(names) + road


def check_forms(n):
    rng = random.Random(20261121)
    rows = [row for row in NOW.values() if row["level"] != "province"]
    chains = [above(rng.choice(rows)) for _ in range(n)]
    return "forms", n, compare(chains, [(write_form(chain, rng), "") for chain in chains])


def main():
    what = sys.argv[1]
    kind, n, faults = check_tables() if what == "tables" else check_chains() if what == "chains" else check_forms(int(sys.argv[2]))
    for fault in faults[:int(os.environ.get("MOST", "40"))]:
        print(fault)
    print(f"{n} {kind}, {len(faults)} faults")
    return len(faults) > 0


sys.exit(main())
