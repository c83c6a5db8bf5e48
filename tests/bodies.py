#!/usr/bin/env python3
"""Knows what holds of every body of the tables, whichever region it belongs to and whenever the document was written.

    bodies.py DATA       DATA holds the tables as `pt-normalize --dump-data` writes them

Each row of org-local.tsv is written in each of its forms for provinces, cities and counties of several kinds, in documents of several
years, and pt-normalize must give a name that holds the region's full name, that ends like the row where the form belongs to it alone,
and that is its own canonical name. Each central body must be found by each of its names. The last line is "N names, N faults"."""
import json, re, subprocess, sys
from collections import defaultdict

YEARS = (2004, 2010, 2016, 2020, 2025)
# name, short name, name with suffix but without peoples, level letters, city before it
REGIONS = [
    ("广西壮族自治区", "广西", "广西自治区", "pas", ""), ("广东省", "广东", "广东省", "ps", ""), ("湖北省", "湖北", "湖北省", "p", ""),
    ("甘肃省", "甘肃", "甘肃省", "p", ""), ("重庆市", "重庆", "重庆市", "mhs", ""),
    ("柳州市", "柳州", "柳州市", "ch", ""), ("长沙市", "长沙", "长沙市", "ckh", ""), ("青岛市", "青岛", "青岛市", "cdhs", ""),
    ("恩施土家族苗族自治州", "恩施", "恩施州", "c", ""), ("锡林郭勒盟", "锡林郭勒", "锡林郭勒盟", "cl", ""),
    ("象州县", "象州", "象州县", "x", ""), ("龙胜各族自治县", "龙胜", "龙胜县", "x", ""), ("昆山市", "昆山", "昆山市", "x", ""),
    ("柳南区", "柳南", "柳南区", "xu", "柳州市"), ("巴南区", "巴南", "巴南区", "xu", "重庆市"), ("乌审旗", "乌审", "乌审旗", "x", ""),
]


def table(folder, name):
    lines = [l.rstrip("\n").split("\t") for l in open(f"{folder}/{name}.tsv", encoding="utf-8") if not l.startswith("# ") and l.strip()]
    return [dict(zip(lines[0], row)) for row in lines[1:]]


def fits(cell, letters):
    wanted, _, left_out = cell.partition("-")
    return any(x in wanted for x in letters) and not any(x in left_out for x in letters)


def lives(row, year):
    """Whether the body had the name in that year; a full name (no row) is kept in any year."""
    return not row or (begun(row, year) and (row["until"] == "-" or year <= int(row["until"][:4])))


def begun(row, year):
    return row["from"] == "-" or int(row["from"][:4]) <= year


def template(text, region):
    name, short, middle, _, city = region
    full = city + name
    return text.replace("{R}", full).replace("{S}", short).replace("{M}", middle if middle != "广西自治区" else name)


def forms(row, region, hosts):
    """(what is written, canonical name, the row where it is a short form) for each form."""
    canonical, shorts = row["canonical"], row["forms"].split("|") if row["forms"] != "-" else []
    letter = re.match(r"\{([A-Z])\}", canonical)
    host = None
    if letter and letter[1] in hosts:
        host = next((h for h in hosts[letter[1]] if fits(h["levels"], region[3])), None)
        if not host:
            return
        part, canonical = canonical[3:], host["name"] + canonical[3:]
    name = template(canonical, region)
    yield name, name, None
    for short in shorts:
        if "{" in short:
            written = [template(short, region)]
        elif host:
            written = [template(way, region) + short for way in [host["name"]] + host["forms"].split("|")]
            written += [region[4] + region[0] + short] if row["bare"] == "yes" else []
        else:
            written = [region[4] + region[0] + short]
        for w in written:
            yield w, name, row


def run(records):
    text = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records)
    out = subprocess.run(["pt-normalize"], input=text, capture_output=True, text=True, check=True).stdout
    return [json.loads(l) for l in out.splitlines()]


def record(org, issuer, year):
    return {"type": "responsibility", "doc_issuer": issuer, "doc_date_text": f"{year}年6月1日", "org": org}


def local(folder):
    hosts, asked = defaultdict(list), []
    for h in table(folder, "org-host"):
        hosts[h["host"]].append(h)
    meanings = defaultdict(dict)        # what is written: the names that it may have, with their rows
    for region in REGIONS:
        for row in table(folder, "org-local"):
            if "{W}" in row["canonical"] or not fits(row["levels"], region[3]):
                continue
            for written, name, short_in in forms(row, region, hosts) or ():
                meanings[written].setdefault(name, []).append(short_in)
                asked.append((region, written, name))
    return asked, meanings


def told(fault, *what):
    print(fault, *what)
    return 1


def check_local(folder):
    asked, meanings = local(folder)
    asked = [(r, w, n, y) for r, w, n in dict.fromkeys(asked) for y in YEARS]
    first = run([record(w, r[4] + r[0] + "人民政府", y) for r, w, n, y in asked])
    again = run([record(a["org_name"], a["doc_issuer"], y) for a, (r, w, n, y) in zip(first, asked)])
    faults = 0
    for (region, written, name, year), a, b in zip(asked, first, again):
        got = a["org_name"]
        if a.get("org_generic"):
            faults += told("a class:", written, year)
        elif b["org_name"] != got:
            faults += told("not its own name:", written, year, got, b["org_name"])
        elif len(meanings[written]) == 1 and got != (name if any(lives(row, year) for row in meanings[written][name]) else written):
            faults += told("not resolved:", written, year, "is", got, "and not", name)
        elif got not in meanings[written] and got != written:
            faults += told("made up:", written, year, got)
        elif region[1] not in got:
            faults += told("without its region:", written, year, got)
    return len(asked), faults


def check_central(folder):
    rows = table(folder, "org-central")
    meanings = defaultdict(list)
    for row in rows:
        for n in [row["name"]] + (row["also"].split("|") if row["also"] != "-" else []):
            meanings[n].append(row)
    asked = [(n, y) for n in meanings for y in YEARS]
    faults = 0
    for (name, year), a in zip(asked, run([record(n, "国务院办公厅", y) for n, y in asked])):
        got, may = a["org_name"], meanings[name]
        now = [r for r in may if lives(r, year)]
        may = [r for r in may if begun(r, year) or name == r["name"]] if len(may) == 1 else may
        right = [name] if not may else [may[0]["name"]] if len(may) == 1 else [now[0]["name"]] if len(now) == 1 else [name]
        if got not in right:
            faults += told("central:", name, year, "is", got, "and not", right[0])
    return len(asked), faults


def main():
    counts = [check_local(sys.argv[1]), check_central(sys.argv[1])]
    faults = sum(f for _, f in counts)
    print(f"{sum(n for n, _ in counts)} names, {faults} faults")
    sys.exit(faults > 0)


main()
