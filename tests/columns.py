#!/usr/bin/env python3
"""Knows what pt-normalize promises of named columns whatever stands in them, and tries it on made-up cells.

usage: columns.py amounts N   N amounts, each in seven forms (bank capitals, 元, 万元, 亿元 ...), read back
       columns.py dates N     N days, each in six forms, read back as dates and as periods
       columns.py fuzz N      N random and mutated cells, as every kind: plain values only, with digits that stand in the cell
       columns.py again N     N random and mutated cells: a second run, several threads and any cutting of the input give the same bytes
       columns.py rows N      N rows, plain and not, go out as they stand or by way of a record: the same bytes, counts and rejects
       columns.py lines N     N lines, some of them no rows: each comes out or is rejected, and is counted

Seeds are fixed. The first faults are shown; the status is then 1.
"""
import csv
import datetime
import io
import json
import multiprocessing
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter

MADE = {"money": ("amount", "min", "max", "approx", "currency", "rate", "rate_min", "rate_max", "basis"),
        "number": ("value", "min", "max", "approx", "unit"),
        "date": ("date", "precision"),
        "period": ("start", "end", "precision")}
FIGURES = {"money": (0, 1, 2, 5, 6, 7), "number": (0, 1, 2)}
PLAIN = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?\Z")
DAY = re.compile(r"(1[89]|2[01])[0-9]{2}(-[01][0-9](-[0-3][0-9])?)?\Z")

faults = 0


def fault(what, *shown):
    global faults
    faults += 1
    if faults <= 12:
        print(what, *[repr(s)[:200] for s in shown], file=sys.stderr)


def table(rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue().encode()


def normalize(args, data):
    return subprocess.run(["pt-normalize", *args], input=data, stdout=subprocess.PIPE, check=True).stdout


def read(data):
    return csv.reader(io.StringIO(data.decode(), newline=""))


# Values written in several forms.

CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def four_in_capitals(n, lead):
    """0 to 9999; `lead`: a 零 in front where thousands are missing."""
    out, gap = "", lead
    for power, name in ((1000, "仟"), (100, "佰"), (10, "拾"), (1, "")):
        digit = n // power % 10
        if digit:
            out += ("零" if gap and (out or lead) else "") + CAPITALS[digit] + name
        gap = digit == 0
    return out


def in_capitals(cents):
    """As cheques have it (支付结算办法, annex 1)."""
    yuan, part = divmod(cents, 100)
    out, gap = "", False
    for power, name in ((10 ** 8, "亿"), (10 ** 4, "万"), (1, "")):
        group = yuan // power % 10000
        if group:
            out += four_in_capitals(group, bool(out) and (gap or group < 1000)) + name
        gap = gap or group == 0 if out else False
        if group:
            gap = group % 10 == 0
    out += "元"
    if part == 0:
        return out + "整"
    tenths, rest = divmod(part, 10)
    out += CAPITALS[tenths] + "角" if tenths else "零"
    return out + (CAPITALS[rest] + "分" if rest else "整")


def in_units(cents, places):
    """cents divided by ten to the `places`, without zeros at the end."""
    text = str(cents).rjust(places + 1, "0")
    whole, part = text[:-places], text[-places:].rstrip("0")
    return whole + ("." + part if part else "")


WIDE = str.maketrans({chr(c): chr(c + 0xFEE0) for c in range(0x21, 0x7F)})


def amount_forms(cents):
    plain = in_units(cents, 2)
    whole, _, part = plain.partition(".")
    marked = f"{int(whole):,}" + ("." + part if part else "")
    return [in_capitals(cents), plain + "元", marked + "元", (marked + "元").translate(WIDE), in_units(cents, 6) + "万元",
            in_units(cents, 10) + "亿元", "人民币" + in_units(cents, 6) + "万元整"]


def amounts(n):
    rng = random.Random(1)
    values = [int(10 ** rng.uniform(2, 14)) for _ in range(n)]
    values = [v // 10 ** z * 10 ** z or 100 for v, z in zip(values, (rng.choice((0, 0, 1, 2, 2, 4, 6)) for _ in range(n)))]
    forms = [amount_forms(v) for v in values]
    columns = [f"c{i}" for i in range(len(forms[0]))]
    out = read(normalize([w for c in columns for w in ("--money", c)], table([columns] + forms)))
    head = next(out)
    at = {name: i for i, name in enumerate(head)}
    places = [[at[f"{c}_{m}"] for m in MADE["money"]] for c in columns]
    rows = 0
    for cents, form, row in zip(values, forms, out):
        want = in_units(cents, 2)
        want = [want, want, want, "", "CNY", "", "", "", ""]
        for text, place in zip(form, places):
            if [row[p] for p in place] != want:
                fault("amount", text, want, [row[p] for p in place])
        if row[-1]:
            fault("note", row[-1])
        rows += 1
    if rows != n:
        fault("rows", n, rows)


WORDS = "〇一二三四五六七八九"


def small_in_words(n):
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else WORDS[tens] + "十") + (WORDS[ones] if ones or not tens else "")


def date_forms(d):
    year = "".join(WORDS[int(c)] for c in str(d.year))
    return [f"{d.year}年{d.month}月{d.day}日", d.isoformat(), f"{d.year}.{d.month}.{d.day}", f"{d.year}/{d.month:02}/{d.day:02}".translate(WIDE),
            d.strftime("%Y%m%d" if 1980 <= d.year <= 2060 else "%Y-%m-%d"), f"{year}年{small_in_words(d.month)}月{small_in_words(d.day)}日"]


def dates(n):
    rng = random.Random(2)
    first = datetime.date(1900, 1, 1).toordinal()
    days = [datetime.date.fromordinal(first + rng.randrange(73049)) for _ in range(n)]
    forms = [date_forms(d) for d in days]
    columns = [f"c{i}" for i in range(len(forms[0]))]
    for kind in ("date", "period"):
        out = read(normalize([w for c in columns for w in ("--" + kind, c)], table([columns] + forms)))
        at = {name: i for i, name in enumerate(next(out))}
        places = [[at[f"{c}_{m}"] for m in MADE[kind]] for c in columns]
        rows = 0
        for day, form, row in zip(days, forms, out):
            iso = day.isoformat()
            want = [iso, "day"] if kind == "date" else [iso, iso, "day"]
            for text, place in zip(form, places):
                if [row[p] for p in place] != want:
                    fault(kind, text, want, [row[p] for p in place])
            rows += 1
        if rows != n:
            fault("rows", n, rows)


# Cells made up at random.

PIECES = ("0 1 2 3 5 7 9 10 12 31 500 1000 2020 1999 007 , . - ~ — / : + % ‰ × * = ( ) （ ） ， 。 、 ； 【 】 〔 〕 “ ” ￥ $ US$ € HK$ RMB CNY USD "
          "一 二 三 四 五 六 七 八 九 十 两 〇 零 廿 百 千 万 亿 兆 点 几 数 多 余 来 壹 贰 叁 拾 佰 仟 整 元 圆 角 分 万元 亿元 美元 港元 欧元 人民币 "
          "不低于 至少 不超过 最高 约 近 超过 以上 以下 以内 左右 起 封顶 上限 （含） 至 到 和 每 人 家 月 /家 按 投资额的 百分之 万分之 分之 成 折 倍 番 翻 个 个百分点 基点 "
          "减少 增长 下降 负 年 月 日 号 底 前 后 内 初 末 自 以来 起 期间 “十四五” 十三五 上半年 第三季度 上旬 去年 今年 近三年 每年 长期 立即 截至 第 O l I o 万吨 T CN GB "
          "e E E+05 1e9 nan inf 0x 99999999999999999999 0.00001 总投资 共 项目 广西 ℃ m2 \u200b").split() + [" ", "　", "\n", "\t", "\r\n", "\u00a0", '"', ","]
SEEDS = ("不低于50万元 1亿2千万元 五六百万元 〔2020〕5号 1768.35亿元 人民币叁拾伍万元整 1,234,567.89元 20万元/家 每人每月300元 按投资额的10% 2.2本计划投资3541.07万元 三分之二 八点五成 "
         "100—200万元 1000以上1500以下 5O万元 l0% 2020年7月20日 2020-07-20 二〇二〇年七月二十日 2018—2020年 2019年第三季度至2021年上半年 2017年8月至11月 “十四五”期间 截至2020年6月 "
         "2019年2月29日 5-8.5T CN180 几十万 数百万元 3.5个百分点 翻两番 12.5 -3 0.1 1e5 US$500万 2020年底前 减少5%以上").split()


def made_up(rng):
    kind = rng.randrange(4)
    if kind == 0: # a sensible cell with a slip in it
        text = rng.choice(SEEDS)
        at = rng.randrange(len(text) + 1)
        slip = rng.choice(PIECES) if rng.randrange(2) else ""
        return text[:at] + slip + text[at + rng.randrange(3):]
    if kind == 1 and rng.randrange(8) == 0: # any characters
        return "".join(chr(rng.choice((rng.randrange(0x20, 0x7F), rng.randrange(0x4E00, 0x9FA6), rng.randrange(0xA0, 0xD800),
                                       rng.randrange(0x1F000, 0x20000)))) for _ in range(rng.randrange(8)))
    return "".join(rng.choices(PIECES, k=rng.randrange(1, 7)))


VALUE = {c: d for d, cs in {"1": "1１一壹十拾百佰千仟万萬亿億兆lI|i廿卅卌", "2": "2２二贰貳两俩廿", "3": "3３三叁叄卅", "4": "4４四肆卌", "5": "5５五伍", "6": "6６六陆陸",
                            "7": "7７七柒", "8": "8８八捌", "9": "9９九玖"}.items() for c in cs}
ODD = re.compile(r"分[\s\u200b]*之|[半番倍几数/／]") # their values have digits of their own


def digits_stand_in(text, figure):
    """Each nonzero digit of the figure, as often as it is there, stands in the cell or is the one of a multiplier."""
    need = Counter(figure.replace("0", "").replace(".", "").replace("-", ""))
    have = Counter()
    for c in text:
        if c in VALUE:
            have[VALUE[c]] += 1
        if c in "廿卅卌":
            have["234"["廿卅卌".index(c)]] += 1
    return all(have[d] >= k for d, k in need.items())


cells = [] # what all processes check


def check_kind(job):
    kind, path, find = job
    args = ["--" + kind, "c"] + (["--find"] if find else [])
    with tempfile.TemporaryFile() as out:
        run = subprocess.run(["pt-normalize", *args, path], stdout=out)
        if run.returncode != 0:
            fault("status", kind, run.returncode)
        out.seek(0)
        rows = csv.reader(io.TextIOWrapper(out, encoding="utf-8", newline=""))
        next(rows)
        n = 0
        for text, row in zip(cells, rows):
            n += 1
            made = row[1:-1]
            if row[0] != text:
                fault("the cell itself", kind, text, row[0])
            if not any(made):
                continue
            if kind in FIGURES:
                for i in FIGURES[kind]:
                    if made[i] and not PLAIN.match(made[i]):
                        fault("no plain number", kind, text, made)
                    elif made[i] and not ODD.search(text) and not digits_stand_in(text, made[i]):
                        fault("digits from nowhere", kind, text, made)
                        break
                low, high = made[FIGURES[kind][1]], made[FIGURES[kind][2]]
                if low and high and float(low) > float(high):
                    fault("bounds turned round", kind, text, made)
            else:
                days = [d for d in made[:-1] if d]
                if not all(DAY.match(d) for d in days) or days != sorted(days):
                    fault("no days", kind, text, made)
        if n != len(cells):
            fault("rows", kind, len(cells), n)
    return faults


def cells_of(n, seed):
    rng = random.Random(seed)
    return [made_up(rng) for _ in range(n)]


def fuzz(n):
    global faults, cells
    cells = cells_of(n, 3)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "cells.csv")
        with open(path, "wb") as f:
            f.write(table([["c"]] + [[c] for c in cells]))
        # Half of each kind with --find: it looks at many more places.
        with multiprocessing.get_context("fork").Pool() as pool:
            faults += sum(pool.imap_unordered(check_kind, [(kind, path, kind in ("number", "period")) for kind in MADE], chunksize=1))


def again(n):
    rng = random.Random(4)
    cells = cells_of(4 * n, 5)
    rows = [["m", "n", "d", "p", "t"]] + [cells[i::n] + [cells[i]] for i in range(n)]
    data = table(rows)
    flat = table([[re.sub("[\\r\\n\\t]+", " ", c) for c in row] for row in rows]) # TSV keeps no line feeds
    args = ["--money", "m", "--number", "n", "--date", "d", "--period", "p", "--text", "t", "--as-of", "2020-06-15"]
    for more in ([], ["--find"], ["-o", "jsonl"], ["-o", "tsv"]):
        once = normalize(args + more, flat if "tsv" in more else data)
        if normalize(["-j", "3", *args, *more], flat if "tsv" in more else data) != once:
            fault("several threads change something", more)
        if normalize(args + more, once) != once:
            fault("a second run changes something", more)
        if more not in ([], ["-o", "jsonl"]):
            continue
        tool = subprocess.Popen(["pt-normalize", *args, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        if os.fork() == 0:
            at = 0
            while at < len(data):
                step = rng.choice((1, 2, 3, 7, 100, 4096, 65536, 65537, 200000))
                os.write(tool.stdin.fileno(), data[at:at + step])
                at += step
            os._exit(0)
        tool.stdin.close()
        if tool.stdout.read() != once:
            fault("the cutting of the input changes something", more)
        tool.wait()


def plain_cell(rng):
    day = f"{rng.choice((1799, 1800, 1999, 2020, 2199, 2200))}-{rng.randrange(0, 14):02d}-{rng.randrange(0, 33):02d}"
    digits = "".join(rng.choices("0123456789", k=rng.randrange(1, 18)))
    at = rng.randrange(len(digits) + 1)
    return rng.choice((day, digits, digits[:at] + "." + digits[at:], str(rng.randrange(10 ** rng.randrange(1, 9))), "0." + digits, "0", ""))


def rows(n):
    """A single table of CSV is passed row by row; with an empty table behind it, each row becomes a record."""
    rng = random.Random(7)
    made = []
    for _ in range(n):
        row = [plain_cell(rng) if rng.randrange(8) else made_up(rng) for _ in range(6)]
        quoted = ['"' + c.replace('"', '""') + '"' if rng.randrange(40) == 0 or re.search('[",\r\n]', c) else c for c in row]
        odd = rng.randrange(60)
        line = ",".join(quoted[:5] if odd == 0 else quoted + ["x"] if odd == 1 else quoted)
        made.append("" if odd == 2 else line + "\r" if odd == 3 else line.replace("0", "\r", 1) if odd == 4 else line.replace('"', "", 1) if odd == 5 else line)
    for head, end in (("id,m,doc_date,n,d,p", "\n"), ("id,m（万元）,date,n,d,p", "\r\n"), ("m_min,m,x,n,d,p", "\n"), ("notes,m,x,n,d,p", "\n")):
        args = ["--money", head.split(",")[1], "--number", "n", "--date", "d", "--period", "p", "--as-of", "2020-06-15"]
        data = (head + end + end.join(made) + end).encode()
        told = []
        for more, twice in (([], False), (["-j", "3"], False), ([], True)):
            with tempfile.TemporaryDirectory() as folder:
                stats, rejects, empty = (os.path.join(folder, name) for name in ("stats", "rejects", "empty"))
                with open(empty, "w", encoding="utf-8") as f:
                    f.write(head + "\n")
                run = subprocess.run(["pt-normalize", *args, *more, "--stats", stats, "--rejects", rejects, "-"] + [empty] * twice, input=data, stdout=subprocess.PIPE)
                told.append([run.returncode, run.stdout] + [open(f, "rb").read() for f in (stats, rejects)])
        for what, a, b, c in zip(("status", "bytes", "counts", "rejects"), *told):
            if not a == b == c:
                fault(what + " differ", head, *next(((x, y, z) for x, y, z in zip(*(t.splitlines() if isinstance(t, bytes) else [t] for t in (a, b, c))) if not x == y == z), ()))


def lines(n):
    rng = random.Random(6)
    for form in ("csv", "jsonl"):
        made = []
        for _ in range(n):
            cell = made_up(rng).replace("\n", " ").replace("\r", " ").replace('"', "")
            if form == "csv":
                made.append(rng.choice(('"%s",1', '"%s",1', '"%s",1', '"%s"', '"%s",1,2', '"%s"x,1', '"%s",')) % cell)
            else:
                made.append(rng.choice(('{"m":%s}', '{"m":%s,"x":1}', '{"m":%s', '[%s]', '{"x":%s}', '{"m":%s}}', 'x%s')) % json.dumps(cell, ensure_ascii=False))
        data = ("m,x\n" * (form == "csv") + "".join(line + "\n" for line in made)).encode()
        with tempfile.TemporaryDirectory() as folder:
            stats, rejects = os.path.join(folder, "stats"), os.path.join(folder, "rejects")
            run = subprocess.run(["pt-normalize", "-i", form, "--money", "m", "--stats", stats, "--rejects", rejects], input=data, stdout=subprocess.PIPE)
            out = run.stdout.count(b"\n") - (form == "csv")
            with open(rejects, encoding="utf-8") as f:
                bad = [json.loads(line) for line in f]
            with open(stats, encoding="utf-8") as f:
                told = json.load(f)
        if out + len(bad) != n or (told["in"], told["out"], told["rejects"]) != (n, out, len(bad)):
            fault("lines", form, n, out, len(bad), {k: told[k] for k in ("in", "out", "rejects")})
        for b in bad:
            line = made[b["line"] - 1 - (form == "csv")]
            if b["raw"] != line:
                fault("a rejected line", form, line, b)
        counts = told["fields"]["m"]
        if form == "csv" and sum(counts.values()) != out:
            fault("outcomes", form, counts, out)
        if run.returncode != (1 if bad else 0):
            fault("status", form, run.returncode)


def main():
    what, n = sys.argv[1], int(sys.argv[2])
    {"amounts": amounts, "dates": dates, "fuzz": fuzz, "again": again, "rows": rows, "lines": lines}[what](n)
    print(f"{n} {what}, {faults} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
