"""The grouping of table 1 in DuckDB, over the same files: `duckdb.py FOLDER`."""

import sys
import time

sys.path.pop(0)
import duckdb

folder = sys.argv[1]
start = time.perf_counter()
rows = duckdb.sql(
    f"""
    WITH debts AS (
      SELECT header.report_unit_code AS unit, unnest(entries) AS debt
      FROM read_json('{folder}/files/*.json', maximum_object_size = 67108864)
    ), sums AS (
      SELECT unit, debt.arrears_amount::DECIMAL(18, 2) AS arrears,
        list_sum(list_transform(debt.payments, lambda one: one.amount::DECIMAL(18, 2))) AS repaid
      FROM debts WHERE debt.status NOT IN ('in_court', 'removed', 'transferred')
    )
    SELECT unit, count(*), sum(arrears), sum(repaid), sum(arrears - repaid) FROM sums GROUP BY unit
    """
).fetchall()
spent = time.perf_counter() - start
print(f"group/duckdb/{len(rows)}\t{spent:.3f}\ts")
print(f"total/duckdb\t{sum(row[2] for row in rows)}\tyuan")
