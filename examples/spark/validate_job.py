"""Checks a folder of submissions as a partitioned job on Apache Spark.

    spark-submit validate_job.py --today 2022-06-12 submissions/ answers/ findings/

Every partition checks its own files in the module that the Python package carries, so the answers
are those of `arrears-ledger validate`, to the byte. What comes out are two tables (Parquet): a row
a file, and a row a finding.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

from arrears_ledger import ArrearsLedger

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

#: A row a file. `params` is JSON: its members differ from rule to rule.
ANSWERS = """
    file string, valid boolean, digest string,
    errors int, warnings int, notices int, confirmed int,
    findings array<struct<code:string, severity:string, path:string, message:string,
                          basis:string, params:string, reason:string>>
"""

FINDING = pa.struct(
    [(name, pa.string()) for name in "code severity path message basis params reason".split()]
)
ROW = pa.schema(
    [("file", pa.string()), ("valid", pa.bool_()), ("digest", pa.string())]
    + [(name, pa.int32()) for name in "errors warnings notices confirmed".split()]
    + [("findings", pa.list_(FINDING))]
)


def answers(files: DataFrame, today: str, lang: str = "zh") -> DataFrame:
    """The answers to a table of `file` (its name) and `content` (its bytes). The day is decided
    once, here, and not by each machine's clock."""

    def check(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        ledger = ArrearsLedger()
        for batch in batches:
            given = zip(batch.column("file").to_pylist(), batch.column("content").to_pylist())
            told = [ledger.validate(bytes, name=name, today=today, lang=lang) for name, bytes in given]
            yield pa.RecordBatch.from_pylist([row(one) for one in told], schema=ROW)

    return files.select("file", "content").mapInArrow(check, ANSWERS)


def row(answer: dict) -> dict:
    """An answer as a row."""
    findings = [
        {**one, "params": json.dumps(one["params"], ensure_ascii=False, sort_keys=True)}
        for one in answer["findings"]
    ]
    return {**answer, **answer["counts"], "findings": findings}


def findings(answers: DataFrame) -> DataFrame:
    """A row a finding, with its file and its place among the file's."""
    return answers.selectExpr("file", "posexplode(findings) as (no, finding)").selectExpr(
        "file", "no", "finding.*"
    )


def main() -> None:
    from pyspark.sql import SparkSession

    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    words.add_argument("--today", required=True, help="the day to check for, YYYY-MM-DD")
    words.add_argument("--lang", default="zh", choices=["zh", "en"])
    words.add_argument("submissions", help="the folder of the submissions")
    words.add_argument("answers", help="where the table of files goes")
    words.add_argument("findings", help="where the table of findings goes")
    given = words.parse_args()

    spark = SparkSession.builder.appName("arrears-ledger").getOrCreate()
    files = spark.read.format("binaryFile").load(given.submissions)
    told = answers(files.withColumnRenamed("path", "file"), given.today, given.lang).cache()
    told.write.mode("overwrite").parquet(given.answers)
    findings(told).write.mode("overwrite").parquet(given.findings)
    spark.stop()


if __name__ == "__main__":
    main()
