"""The partitioned job says what one machine says, file by file and finding by finding."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pyspark.sql import SparkSession

import validate_job

SAMPLES = Path(__file__).parents[2] / "tests/samples/parity"
TODAY = "2022-06-12"


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "7")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def files():
    """The files of the corpus, the valid one as many units would send it."""
    found = {path.name: path.read_bytes() for path in sorted(SAMPLES.iterdir()) if path.is_file()}
    return {f"{no}-{name}": content for no in range(3) for name, content in found.items()}


@pytest.fixture(scope="module")
def told(spark, files):
    table = spark.createDataFrame(list(files.items()), "file string, content binary")
    return validate_job.answers(table.repartition(5), TODAY).cache()


def one_machine(files, folder):
    """What the command line prints, which runs on one machine."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    words = ["validate", "--format", "json", "--today", TODAY, *files]
    done = subprocess.run([os.environ["ARREARS_CLI"], *words], cwd=folder, capture_output=True)
    return [json.loads(line) for line in done.stdout.decode().split("\n") if line]


def test_the_job_says_what_one_machine_says(told, files, tmp_path):
    alone = {one["file"]: validate_job.row(one) for one in one_machine(files, tmp_path)}
    assert alone.keys() == files.keys()
    columns = [field.name for field in validate_job.ROW]
    rows = [one.asDict(recursive=True) for one in told.collect()]
    assert len(rows) == len(files)
    for row in rows:
        expected = {key: alone[row["file"]][key] for key in columns}
        expected["findings"] = [{"reason": None, **one} for one in expected["findings"]]
        assert row == expected


def test_the_findings_are_a_table(told):
    table = validate_job.findings(told)
    count = told.selectExpr("sum(size(findings))").first()[0]
    assert table.count() == count > 100
    errors = table.where("severity = 'error' and code = 'C-02'")
    assert errors.count() > 0 and errors.first()["path"].startswith("/")
