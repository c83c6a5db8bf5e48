#!/usr/bin/env python3
"""Knows how to make large tables: funding rows as CSV, TSV and JSON lines, and the same rows a year later.

usage: tables.py DIR ROWS    writes old.csv, old.tsv, old.jsonl, new.csv (one row in a hundred differs) and shuffled.csv (new.csv in
                             another order); 400 regions, 50,000 bodies, one row in sixteen with quotes
The figures come from a counter, so the same call makes the same bytes.
"""
import json
import os
import sys

HEAD = ["id", "region", "org", "amount", "amount_text", "date", "category", "status", "title", "note"]
NOTES = ["其中省级%d,市级%d", "第一批%d\n第二批%d,待定", '所称"重点项目",%d年%d月']
CATEGORIES = ["重点研发", "创新券", "技改补助", "平台建设", "人才专项", "后补助"]
STATES = ["立项", "在研", "结题", "终止"]
WORDS = ["新能源汽车", "动力电池", "智能网联", "关键技术", "研发与应用", "产业化", "驱动电机", "轻量化", "平台建设", "示范推广", "检测认证", "工艺"]


def mixed(n):
    """A number that looks like chance but is that of n (Knuth's multiplicative hash, twice)."""
    n = n * 2654435761 % 2 ** 32
    return (n ^ n >> 15) * 2246822519 % 2 ** 32


def row(i, changed=0):
    m, k = mixed(i), mixed(i + 7 ** 9)
    amount = f"{m % 10 ** (3 + k % 6) + changed}.{k % 100:02d}"
    note = NOTES[k % 3] % (m % 100, k % 12) if k % 16 == 0 else ""
    return [f"P{i:08d}", f"第{m % 400}区", f"第{k % 50000}研究所", amount, amount + "万元", f"{2015 + m % 11}-{1 + k % 12:02d}-{1 + m % 28:02d}",
            CATEGORIES[m % 6], STATES[k % 4], WORDS[m % 12] + WORDS[k % 12], note]


def quoted(cell):
    return '"' + cell.replace('"', '""') + '"' if "," in cell or '"' in cell or "\n" in cell else cell


def line(cells):
    return ",".join(map(quoted, cells)) + "\n"


def json_line(cells):
    pairs = [f'"{h}":{c if h == "amount" else json.dumps(c, ensure_ascii=False)}' for h, c in zip(HEAD, cells)]
    return "{" + ",".join(pairs) + "}\n"


def main():
    folder, rows = sys.argv[1], int(sys.argv[2])
    out = {name: open(os.path.join(folder, name), "w", encoding="utf-8", newline="")
           for name in ("old.csv", "old.tsv", "old.jsonl", "new.csv", "shuffled.csv")}
    for name, file in out.items():
        if not name.endswith("jsonl"):
            file.write(("\t" if name.endswith("tsv") else ",").join(HEAD) + "\n")
    new = []
    for i in range(rows):
        cells = row(i)
        out["old.csv"].write(line(cells))
        out["old.tsv"].write("\t".join(c.replace("\n", " ") for c in cells) + "\n")
        out["old.jsonl"].write(json_line(cells))
        m = mixed(i + 5 ** 11)
        if m % 400 == 0:
            continue
        new.append(line(row(i + rows)) + line(cells) if m % 400 == 1 else line(row(i, 1)) if m % 400 < 4 else line(cells))
        out["new.csv"].write(new[-1])
    for i in sorted(range(len(new)), key=mixed):
        out["shuffled.csv"].write(new[i])


main()
