"""Knows what pt-aggregate must give, worked out once more with Python's decimals and fractions, over tables made up
at random. Seeds are counted, so that every run sees the same tables.
usage: aggregate.py CHECK DIR   (CHECK: a function below whose name begins with check_; DIR: for files)"""
import json
import random
import subprocess
import sys
from decimal import Context, Decimal, setcontext
from fractions import Fraction

setcontext(Context(prec=2000))
FIGURES = "count,count:n,sum:n,min:n,max:n,mean:n,median:n,distinct:n"
work = sys.argv[2]


def pt(*args, text=None):
    run = subprocess.run(["pt-aggregate", *args], input=text, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, (args, run.returncode, run.stderr)
    return run.stdout, run.stderr


def expect(name, want, got):
    if want == got:
        return
    for a, b in zip(want.splitlines() + ["(end)"], got.splitlines() + ["(end)"]):
        if a != b:
            sys.exit(f"{name}:\nexpected {a}\n     got {b}")


# Tables: rows of a group and the text of a number, empty where there is none.

def money(r):
    return f"{r.randint(-50000000, 500000000) / 100:.2f}"


def mixed(r):
    digits = "".join(r.choice("0123456789") for _ in range(r.randint(1, 12)))
    point = r.randint(0, len(digits))
    text = digits[:point] + r.choice(["", "."] if point == len(digits) else ["."]) + digits[point:]
    return r.choice(["", "", "-", "+"]) + text


def long(r):
    digits = "".join(r.choice("0123456789") for _ in range(r.randint(30, 60)))
    point = r.randint(1, len(digits) - 1)
    return r.choice(["", "-"]) + (digits[:point] + "." + digits[point:] if r.random() < 0.7 else digits)


# Few digits, so that equal numbers, zeros and halves are frequent.
def close(r):
    return r.choice(["", "-"]) + r.choice(["0", "1", "2", "0.5", "1.5", "0.50", "1.0", "0.000001", "0.0000005"])


def plain(r):
    return r.choice(["", "-"]) + str(r.randint(0, 10 ** r.randint(1, 25))) + r.choice(["", ".5", ".25", ".10"])


def table(seed, number, rows, groups):
    r = random.Random(seed)
    return [(f"组{r.randrange(groups)}", "" if r.random() < 0.03 else number(r)) for _ in range(rows)]


def csv_of(rows):
    return "g,n\n" + "".join(f"{g},{n}\n" for g, n in rows)


# Figures.

def plain_text(d):
    """A decimal as it stands in the output: no exponent, no sign of zero."""
    return format(abs(d) if d == 0 else d, "f")


def without_zeros(text):
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value, digits):
    whole = round(value * 10**digits)
    text = str(abs(whole)).rjust(digits + 1, "0")
    text = text[: len(text) - digits] + "." + text[len(text) - digits :]
    return ("-" if whole < 0 else "") + without_zeros(text)


def decimal_of(text):
    return Decimal(text.rstrip(".") if text.strip("+-.") else text)


def figures(texts, digits=6):
    """What FIGURES are for the texts of a group, as a list of text or None."""
    some = [t for t in texts if t]
    numbers = sorted((decimal_of(t) for t in some), key=lambda d: (d, -d.as_tuple().exponent))
    n = len(numbers)
    if n == 0:
        return [str(len(texts)), "0", None, None, None, None, None, "0"]
    least = [d for d in numbers if d == numbers[0]][-1]
    middle = (numbers[(n - 1) // 2] + numbers[n // 2]) / 2
    return [
        str(len(texts)), str(n), plain_text(sum(numbers, Decimal(0))), plain_text(least), plain_text(numbers[-1]),
        rounded(sum(map(Fraction, numbers)) / n, digits), without_zeros(plain_text(middle)), str(len(set(some))),
    ]


def line(names, values):
    """A line of JSON whose numbers keep their text."""
    return "{" + ",".join(f'"{k}":{v}' for k, v in zip(names, values) if v is not None) + "}\n"


def answer(rows, digits=6, total=False):
    names = ["g"] + [f.replace(":", "_") for f in FIGURES.split(",")] + ["level"]
    level = ['"group"'] if total else []
    groups = {}
    for g, n in rows:
        groups.setdefault(g, []).append(n)
    out = "".join(line(names, [f'"{g}"'] + figures(texts, digits) + level) for g, texts in groups.items())
    if total:
        out += line(names, [None] + figures([n for _, n in rows], digits) + ['"total"'])
    return out


def ask(rows, *more):
    return pt("-g", "g", "-a", FIGURES, "-o", "jsonl", *more, text=csv_of(rows))[0]


def check_money_in_400_groups():
    for seed in range(3):
        rows = table(seed, money, 10000, 400)
        expect(f"seed {seed}", answer(rows), ask(rows))


def check_numbers_of_all_scales_and_lengths():
    for number in mixed, long, close:
        for seed in range(10, 14):
            rows = table(seed, number, 1500, 40)
            expect(f"{number.__name__} {seed}", answer(rows, total=True), ask(rows, "--total"))


def check_means_of_all_digits():
    for digits in 0, 1, 2, 7, 30:
        for number in close, mixed:
            rows = table(20 + digits, number, 600, 200)
            expect(f"{number.__name__} {digits}", answer(rows, digits), ask(rows, "--digits", str(digits)))


def check_any_order_of_rows():
    for seed, number in enumerate([money, mixed, long, close], 30):
        rows = table(seed, number, 3000, 100)
        want = sorted(ask(rows).splitlines())
        for again in range(3):
            random.Random(seed * 100 + again).shuffle(rows)
            expect(f"{number.__name__} {seed} {again}", "\n".join(want), "\n".join(sorted(ask(rows).splitlines())))


def check_several_files_are_as_one():
    rows = table(40, mixed, 3000, 100)
    more = ["-g", "g", "-a", FIGURES + ",first:n,last:n,list:n", "--total"]
    want = pt(*more, text=csv_of(rows))[0]
    for pieces in 2, 7:
        cuts = sorted(random.Random(pieces).sample(range(len(rows)), pieces - 1))
        names = []
        for i, (a, b) in enumerate(zip([0] + cuts, cuts + [len(rows)])):
            names.append(f"{work}/{pieces}-{i}.csv")
            with open(names[-1], "w", encoding="utf-8") as f:
                f.write(csv_of(rows[a:b]))
        expect(f"{pieces} files", want, pt(*more, *names)[0])


def check_all_formats_give_the_same():
    rows = table(50, plain, 2000, 50)
    want = answer(rows, total=True)
    member = lambda n: f',"n":{n}' if n else ""
    forms = {
        "csv": csv_of(rows),
        "tsv": csv_of(rows).replace(",", "\t"),
        "jsonl": "".join(f'{{"g":"{g}"{member(n)}}}\n' for g, n in rows),
    }
    for name, text in forms.items():
        expect(name, want, pt("-g", "g", "-a", FIGURES, "--total", "-o", "jsonl", text=text)[0])
        # From one format to any other, and back.
        for to in "csv", "tsv":
            out = pt("-g", "g", "-a", FIGURES, "-o", to, text=text)[0]
            back = pt("-g", "g", "-a", "sum:sum_n", "-o", "jsonl", text=out)[0]
            expect(f"{name} {to}", pt("-g", "g", "-a", "sum:n=sum_sum_n", "-o", "jsonl", text=text)[0], back)


# Funding records with parts, caps, rules and amounts for each of something.

KINDS = ["parts", "caps", "rules", "basis"]


def funding(seed):
    r = random.Random(seed)
    records = []
    for i in range(60):
        f = {"type": "funding", "id": f"{i // 3:x}", "doc": "abc"[i % 3], "funder": r.choice("甲乙丙")}
        others = [o for o in records if o["doc"] == f["doc"]]
        if others and r.random() < 0.4:
            f["part_of"] = r.choice(others)["id"]
        if r.random() < 0.05:
            f["part_of"] = "none"
        kind = r.random()
        if kind < 0.1:
            f["cap_of"] = "1"
        elif kind < 0.3:
            f["status"] = "rule"
        if 0.25 < kind < 0.35:
            f["basis"] = "家"
        if r.random() < 0.9:
            f["amount"] = r.randint(1, 9) * 10 ** r.randint(0, 20)
        records.append(f)
    r.shuffle(records)
    return records


def kind_of(f, include):
    if "cap_of" in f:
        return None if "caps" in include else "caps"
    if f.get("status") == "rule":
        return None if "rules" in include else "rules"
    if "basis" in f:
        return None if "basis" in include or "rules" in include else "basis"
    return None


def counted(f, group, by_id):
    """Whether a record is no part of one in the group."""
    held = {(o["doc"], o["id"]) for o in group}
    while "part_of" in f:
        key = (f["doc"], f["part_of"])
        if key in held:
            return False
        if key not in by_id:
            return True
        f = by_id[key]
    return True


def money_answer(records, include):
    by_id = {(f["doc"], f["id"]): f for f in records}
    groups = {}
    for f in records:
        groups.setdefault(f["funder"], []).append(f)
    left = {k: set() for k in KINDS}
    out = ""
    for name, group in list(groups.items()) + [(None, records)]:
        terms = []
        for i, f in enumerate(group):
            if "amount" not in f:
                continue
            kind = kind_of(f, include)
            if not kind and "parts" not in include and not counted(f, group, by_id):
                kind = "parts"
            if kind:
                left[kind].add((f["doc"], f["id"]))
            else:
                terms.append(f["amount"])
        out += line(
            ["funder", "count", "sum_amount", "max_amount", "count_amount", "level"],
            [name and f'"{name}"', len(group), sum(terms) if terms else None, max(terms, default=None), len(terms),
             '"group"' if name else '"total"'],
        )
    told = ", ".join(f"{k} {len(left[k])}" for k in KINDS if left[k])
    if told:
        told = f"pt-aggregate: records left out of figures of amounts: {told} (--include brings them in)\n"
    return out, told


def check_money_sense():
    for seed in range(60, 100):
        records = funding(seed)
        text = "".join(json.dumps(f, ensure_ascii=False) + "\n" for f in records)
        for include in [[], ["parts"], ["caps"], ["rules"], ["basis"], KINDS]:
            more = ["--include", ",".join(include)] if include else []
            figure = "count,sum:amount,max:amount,count:amount"
            want, told = money_answer(records, include)
            got, err = pt("-g", "funder", "-a", figure, "--total", *more, text=text)
            expect(f"seed {seed} {include}", want, got)
            expect(f"seed {seed} {include}", told, err)


globals()[sys.argv[1]]()
