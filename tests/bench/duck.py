#!/usr/bin/env python3
"""Knows how DuckDB is asked for what pt-aggregate and pt-diff do, with the types of the columns given.

usage: duck.py THREADS start|group|diff|cast COLUMN FILE...    status 3 when DuckDB is not installed
"""
import sys

try:
    import duckdb
except ImportError:
    sys.exit(3)

TYPES = {"amount": "DECIMAL(18,2)"}
HEAD = ["id", "region", "org", "amount", "amount_text", "date", "category", "status", "title", "note"]
threads, task, column, files = sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:]


def table(file):
    if file.endswith("jsonl"):
        return f"read_json('{file}', format='newline_delimited', columns={columns(TYPES)})"
    return f"read_csv('{file}', header=true, quote='\"', escape='\"', columns={columns(TYPES if task == 'group' else {})})"


def columns(types):
    return "{" + ", ".join(f"'{h}': '{types.get(h, 'VARCHAR')}'" for h in HEAD) + "}"


connection = duckdb.connect()
connection.execute(f"SET threads = {threads}")
if task == "group":
    query = f"SELECT {column}, count(*), sum(amount) FROM {table(files[0])} GROUP BY {column}"
elif task == "cast":
    types = dict(TYPES, date="DATE")
    query = f"COPY (SELECT * FROM read_csv('{files[0]}', header=true, quote='\"', escape='\"', columns={columns(types)})) TO '/dev/null' (FORMAT csv)"
elif task == "diff":
    cells = [h for h in HEAD if h != column]
    differ = " OR ".join(f"a.{h} IS DISTINCT FROM b.{h}" for h in cells)
    query = (f"SELECT a.{column}, b.{column}, " + ", ".join(f"a.{h}, b.{h}" for h in cells) +
             f" FROM {table(files[0])} a FULL JOIN {table(files[1])} b ON a.{column} = b.{column} "
             f"WHERE a.{column} IS NULL OR b.{column} IS NULL OR {differ}")
else:
    query = "SELECT 1"
for r in connection.execute(query).fetchall():
    print(*r)
