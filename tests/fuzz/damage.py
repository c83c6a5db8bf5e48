#!/usr/bin/env python3
"""Knows how to damage files so that readers show their faults: the same damage for the same seed on every machine.

usage: damage.py SEED COUNT DIR FILE...    writes COUNT damaged copies into DIR, with the suffixes of the files
"""
import os
import random
import sys

# What has a meaning to some reader: bytes that end things, open things, or stand for numbers out of range.
TOKENS = ["\n", "\r", "\r\n", "\f", "\0", "\t", "\"", ",", "|", "（", "）", "《", "》", "“", "”", "、", "；", "：", "。", "一、", "（一）", "第一条 ",
          "附件1", "其中：", "以下简称", "牵头", "合计", "万元", "亿元", "%", "‰", "至", "-", "－", "每", "/家", "不低于", "以上", "零", "十", "亿万",
          "9" * 40, "0." + "9" * 40, "99999999999999999999年", "2月30日", "0000-00-00", "\ufeff", "\U0010ffff", "\u3000", "{", "}", "[", "]", ":",
          "\\", "\\u0000", "\\ud800", "null", "1e999", "-0"]
BYTES = [b"\xff", b"\x80", b"\xe4\xb8", b"\xf0\x9f", b"\x81\x30", b"\xfe\xff", b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80"]


def damage(random, raw, other):
    for _ in range(random.choice([1, 2, 5, 40])):
        at, to = sorted(random.randrange(len(raw) + 1) for _ in range(2))
        to = min(to, at + random.choice([1, 3, 30, 1000]))
        what = random.randrange(8)
        if what == 0:
            raw = raw[:at] + raw[to:]
        elif what == 1:
            raw = raw[:to] + raw[at:]
        elif what == 2:
            raw = raw[:at] + random.choice(BYTES) + raw[to:]
        elif what == 3:
            start = random.randrange(len(other) + 1)
            raw = raw[:at] + other[start:start + 300] + raw[to:]
        elif what == 4 and random.random() < 0.1:
            raw = raw[:at]
        elif what == 5:
            raw = raw[:at] + random.choice(TOKENS).encode() * random.choice([1, 2, 50]) + raw[at:]
        else:
            raw = raw[:at] + random.choice(TOKENS).encode() + raw[at:]
    return raw


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    files = [(os.path.splitext(f)[1], open(f, "rb").read()) for f in sys.argv[4:]]
    for number in range(count):
        choice = random.Random(seed * 1000003 + number)
        suffix, raw = choice.choice(files)
        with open(os.path.join(folder, f"{number:04d}{suffix}"), "wb") as out:
            out.write(damage(choice, raw, choice.choice(files)[1]))


main()
