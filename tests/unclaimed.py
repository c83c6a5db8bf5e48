"""Knows what a figure with a unit looks like to someone who reads no Chinese, and lists those of the decoded texts that
neither a record nor a line of --unclaimed covers: DOCUMENT OFFSET FIGURE.
usage: unclaimed.py RECORDS UNCLAIMED TEXTS      TEXTS: the folder of --text-dir"""
import json
import re
import sys

FIGURE = re.compile(r"约?\d[\d.,，]*[多余]?[百千]?[万亿]?(?:美?元|[%％]|亩|公里|平方米|家|辆|户|人次)")


def places(record):
    yield record["start"], record["end"]
    for span in record.get("spans", []):
        start, end = span.rsplit(":", 1)[1].split("-")
        yield int(start), int(end)


def main(records, unclaimed, texts):
    covered = {}
    for file in (records, unclaimed):
        with open(file, encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                covered.setdefault(record["doc"], []).extend(places(record))
    for doc in covered:
        with open(f"{texts}/{doc}", encoding="utf-8", newline="") as file:
            text = file.read()
        for figure in FIGURE.finditer(text):
            if not any(start <= figure.start() and figure.end() <= end for start, end in covered[doc]):
                print(doc, figure.start(), figure.group())


main(*sys.argv[1:])
