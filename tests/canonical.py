#!/usr/bin/env python3
"""Knows how many typed values and canonical names are right in the records that answer a gold record: a line a field.

usage: canonical.py SCORE.PY GOLD DOCS RECORDS [--errors]     SCORE.PY pairs the records and says when values are equal
"""
import collections
import importlib.util
import os
import sys

FIELDS = {
    "document": ("number", "date", "refs_norm"),
    "project": ("region_code", "region_name", "start_date", "end_date"),
    "funding": ("amount", "amount_min", "amount_max", "currency", "rate", "rate_min", "rate_max", "basis", "count", "start_date", "end_date", "funder_name"),
    "responsibility": ("org_name", "org_generic", "deadline", "recurrence"),
    "target": ("value", "value_min", "value_max", "unit", "start_date", "end_date"),
}


def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs(score, kind, golds, preds, text):
    """The pairs of a document that the score makes, the best first."""
    ranked = sorted(((score.pair_score(kind, g, p, text), -i, -j) for i, g in enumerate(golds) for j, p in enumerate(preds)), reverse=True)
    left, right = set(), set()
    for worth, i, j in ranked:
        if worth > 0 and -i not in left and -j not in right:
            left.add(-i)
            right.add(-j)
            yield golds[-i], preds[-j]


def is_right(score, wanted, got):
    def same(a, b):
        if score.empty(a) or score.empty(b):
            return score.empty(a) and score.empty(b)
        return score.same_num(a, b) if score.num(a) is not None else score.norm(str(a)) == score.norm(str(b))
    return wanted == "*" or any(same(a, got) for a in score.alternatives(wanted))


def main():
    score, gold_dir, docs_dir, path = load(sys.argv[1]), *sys.argv[2:5]
    docs, preds = score.load_docs(docs_dir), collections.defaultdict(list)
    for record in score.read_jsonl(path):
        preds[score.stem(record.get("doc", ""))].append(record)
    counts = collections.defaultdict(lambda: [0, 0])
    for file in sorted(os.listdir(gold_dir)):
        name = score.stem(file)
        golds = list(score.read_jsonl(os.path.join(gold_dir, file)))
        for kind, fields in FIELDS.items():
            for g, p in pairs(score, kind, [g for g in golds if g["type"] == kind], [p for p in preds[name] if p.get("type") == kind], docs.get(name)):
                for field in fields:
                    # What the gold does not tell and nobody said is no cell.
                    if field not in g or (score.empty(g[field]) and score.empty(p.get(field))):
                        continue
                    right = is_right(score, g[field], p.get(field))
                    counts[kind, field][0] += right
                    counts[kind, field][1] += 1
                    if not right and "--errors" in sys.argv:
                        print(f"{name}: {kind} {field}: {p.get(field)} for {g[field]}: {str(g.get('quote', ''))[:60]}")
    for (kind, field), (right, n) in sorted(counts.items()):
        print(f"{kind + ' ' + field:34}{right:6} of {n:6}   {right / n:.3f}")
    right, n = (sum(c[i] for c in counts.values()) for i in (0, 1))
    print(f"{'canonical cells':34}{right:6} of {n:6}   {right / max(n, 1):.3f}")


main()
