#!/usr/bin/env python3
"""Knows how to make many small documents out of a few: the fixtures again and again, each time with other figures.

usage: corpus.py DIR MEGABYTES DOCUMENT...    writes DIR/NNN/NAME and DIR/names (for --files0-from); prints bytes and the largest
The figures come from a counter, so the same call makes the same bytes.
"""
import os
import re
import sys


def varied(text, number):
    def other(match):
        digits = match.group()
        return str((int(digits) * 7 + number * 13) % 10 ** len(digits)).zfill(len(digits))
    # Years, and numbers with a zero in front, stay what they are.
    return re.sub(r"(?<![0-9.])[1-9][0-9]{2,5}(?![0-9年〕])", other, text)


def main():
    folder, wanted = sys.argv[1], int(sys.argv[2]) * 1000000
    texts = [(os.path.basename(f), open(f, encoding="utf-8", newline="").read()) for f in sys.argv[3:]]
    total = largest = number = 0
    with open(os.path.join(folder, "names"), "wb") as names:
        while total < wanted:
            name, text = texts[number % len(texts)]
            raw = varied(text, number).encode()
            path = os.path.join(folder, f"{number // 1000:03d}", f"{number}-{name}")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(raw)
            names.write(path.encode() + b"\0")
            total, largest, number = total + len(raw), max(largest, len(raw)), number + 1
    print(total, largest, number)


main()
