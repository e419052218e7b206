"""A stream of debts through one program, with what the system says it took.

`stream.py STREAM ours PROGRAM`: `validate --ndjson` with one thread, its answers thrown away.
`stream.py STREAM duckdb`: DuckDB, one thread, nine expressions of each debt; of its processor time
only the query's is counted, as others keep a DuckDB open.
"""

import os
import subprocess
import sys
import time

sys.path.pop(0)

# As much as a scan can say of one debt: shapes, signs, order of days, a list.
SCAN = r"""
import sys
import time

import duckdb

connection = duckdb.connect()
connection.execute("SET threads = 1")
start = time.process_time()
row = connection.execute('''
  SELECT count(*),
    count(*) FILTER (creditor_name IS NULL),
    count(*) FILTER (NOT regexp_matches(arrears_amount, '^-?(0|[1-9][0-9]{0,11})[.][0-9]{2}$')),
    count(*) FILTER (NOT regexp_matches(due_date, '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$')),
    count(*) FILTER (NOT regexp_matches(creditor_uscc, '^[0-9A-HJ-NPQRTUWXY]{18}$')),
    count(*) FILTER (due_date < sign_date),
    count(*) FILTER ('2022-06-10' < sign_date),
    count(*) FILTER (dispute NOT IN ('undisputed', 'disputed', 'partly')),
    count(*) FILTER (try_cast(arrears_amount AS DECIMAL(18, 2)) <= 0),
    count(*) FILTER (creditor_name = debtor_name)
  FROM read_json(?, format = 'newline_delimited', columns = {
    debtor_name: 'VARCHAR', creditor_name: 'VARCHAR', creditor_uscc: 'VARCHAR',
    arrears_amount: 'VARCHAR', sign_date: 'VARCHAR', due_date: 'VARCHAR', dispute: 'VARCHAR'})
''', sys.argv[1:]).fetchone()
spent = time.process_time() - start
if min(row) == 0:
    raise SystemExit(f"an expression found nothing: {row}")
print(spent)
"""


def most_resident(process: int) -> int:
    """In bytes, as far as the process has come; nothing once it has ended."""
    try:
        with open(f"/proc/{process}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def watched(command: list[str], out: int, may_be: int) -> tuple[float, float, str]:
    """Processor seconds and megabytes of a program, and what it printed."""
    with subprocess.Popen(command, stdout=out, text=True) as program:
        most = 0
        while True:
            most = max(most, most_resident(program.pid))
            done, status, used = os.wait4(program.pid, os.WNOHANG)
            if done:
                break
            time.sleep(0.005)
        program.returncode = os.waitstatus_to_exitcode(status)
        printed = program.stdout.read() if program.stdout else ""
    if program.returncode != may_be:
        raise SystemExit(f"{command[0]} ended with {program.returncode}")
    return used.ru_utime + used.ru_stime, most / 1e6, printed


stream, name = sys.argv[1:3]
if name == "ours":
    words = ["validate", stream, "--ndjson", "--jobs", "1", "--format", "json", "--today", "2022-06-12"]
    # 1: errors were found, as they should be.
    seconds, megabytes, _ = watched([sys.argv[3], *words], subprocess.DEVNULL, 1)
else:
    command = [sys.executable, "-c", SCAN, stream]
    _, megabytes, printed = watched(command, subprocess.PIPE, 0)
    seconds = float(printed)
print(f"stream/cpu/{name}\t{seconds:.3f}\ts")
print(f"stream/memory/{name}\t{megabytes:.1f}\tMB")
