/**
 * What a session takes in JavaScript, the call and the answer included: the same in Node and in a
 * browser. `read` gets a file that `bench_session write` wrote.
 */

const ROWS = [100, 1_000, 10_000, 100_000];
const TODAY = "2022-06-12";

export async function measure(glue, memory, campaign, read, where) {
  const lines = [];
  const tell = (name, value, unit) => lines.push(line(name, value, unit));
  for (const rows of ROWS) {
    const before = memory.buffer.byteLength;
    const session = await opened(glue, campaign, read, rows);
    if (rows === 10_000) {
      const held = memory.buffer.byteLength - before;
      const text = new TextEncoder().encode(session.draft()).length;
      tell(`session/memory/${where}/${rows}`, held / text, "× text");
    }
    tell(`session/edit/${where}/${rows}`, middle(await typed(session, read, rows)), "µs");
    if (rows === 10_000) {
      const insert = (turn) => call(session, "insert_rows", rows / 2 + turn, 1);
      tell(`session/insert/${where}/${rows}`, middle(timed(20, insert)), "ms");
      const days = ["2022-06-10", "2022-06-11"];
      const header = (turn) => call(session, "set_header", "cutoff_date", days[turn % 2]);
      tell(`session/header/${where}/${rows}`, middle(timed(20, header)), "ms");
    }
    session.free();
  }
  const block = new TextDecoder().decode(await read("paste.tsv"));
  const times = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const session = glue.create(campaign, TODAY);
    call(session, "choose_unit", "410422207");
    const start = performance.now();
    call(session, "paste", 0, [], block);
    times.push(performance.now() - start);
    if (call(session, "overview").rows !== 10_000) {
      throw new Error("not all rows were pasted");
    }
    session.free();
  }
  tell(`session/paste/${where}/10000x14`, middle(times), "ms");
  return lines;
}

/** Only cells typed, at the two lengths that are compared. */
export async function cells(glue, _, campaign, read, where) {
  const lines = [];
  for (const rows of [10_000, 100_000]) {
    const session = await opened(glue, campaign, read, rows);
    const times = middle(await typed(session, read, rows));
    lines.push(line(`session/edit/${where}/${rows}`, times, "µs"));
    session.free();
  }
  return lines;
}

const line = (name, value, unit) => `${name}\t${value.toFixed(3)}\t${unit}`;

async function opened(glue, campaign, read, rows) {
  const session = glue.open(await read(`ledger-${rows}.tsv`), campaign, TODAY);
  call(session, "choose_unit", "410422207");
  return session;
}

/** How long each cell takes whose text is new, in microseconds. */
async function typed(session, read, rows) {
  const edits = JSON.parse(new TextDecoder().decode(await read(`edits-${rows}.json`)));
  const times = [];
  for (const [row, key, text] of edits) {
    const start = performance.now();
    const change = call(session, "set_cell", row, key, text);
    const time = performance.now() - start;
    if (change.reload || change.reload_findings) {
      throw new Error(`${key} of row ${row} was not told cell by cell`);
    }
    if (change.cells.length !== 0) {
      times.push(time * 1_000);
    }
  }
  if (times.length < edits.length / 2) {
    throw new Error("too few of the edits changed a cell");
  }
  return times;
}

/** How long each of some turns takes. */
function timed(turns, act) {
  return Array.from({ length: turns }, (_, turn) => {
    const start = performance.now();
    act(turn);
    return performance.now() - start;
  });
}

/** A method of a session by its name, as the page calls it. */
function call(session, ...call) {
  return session.call(JSON.stringify(call));
}

/** The mean of the middle half: a median where the clock ticks in steps as long as what it times. */
function middle(times) {
  times.sort((a, b) => a - b);
  const half = times.slice(Math.floor(times.length / 4), Math.ceil((times.length * 3) / 4));
  return half.reduce((sum, time) => sum + time, 0) / half.length;
}
