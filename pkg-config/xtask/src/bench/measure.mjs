/**
 * What a session takes in JavaScript, the call and the answer included: the same in Node and in a
 * browser. `suited(bytes)` answers the module that opens a ledger of so many bytes there, its glue and
 * its memory; `read` gets a file that `bench_session write` wrote.
 */

const ROWS = [100, 1_000, 10_000, 100_000];
const TODAY = "2022-06-12";

export async function measure(suited, campaign, read, where) {
  const lines = [];
  const tell = (name, value, unit) => lines.push(line(name, value, unit));
  for (const rows of ROWS) {
    const file = await read(`ledger-${rows}.tsv`);
    const { glue, memory } = suited(file.length);
    const before = memory.buffer.byteLength;
    const session = opened(glue, campaign, file);
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
  // A sheet is brought into a ledger begun for it; a clipboard's comes into whichever is open.
  tell(`session/paste/${where}/10000x14`, pasted(suited(block.length).glue, campaign, block), "ms");
  tell(`session/paste-small/${where}/10000x14`, pasted(suited(0).glue, campaign, block), "ms");
  return lines;
}

function pasted(glue, campaign, block) {
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
  return middle(times);
}

/** Only cells typed, at the two lengths that are compared. */
export async function cells(suited, campaign, read, where) {
  const lines = [];
  for (const rows of [10_000, 100_000]) {
    const file = await read(`ledger-${rows}.tsv`);
    const session = opened(suited(file.length).glue, campaign, file);
    const times = middle(await typed(session, read, rows));
    lines.push(line(`session/edit/${where}/${rows}`, times, "µs"));
    session.free();
  }
  return lines;
}

const line = (name, value, unit) => `${name}\t${value.toFixed(3)}\t${unit}`;

function opened(glue, campaign, file) {
  const session = glue.open(file, campaign, TODAY);
  call(session, "choose_unit", "410422207");
  return session;
}

/** So many of the last cells that changed are measured; those before make the engine ready. */
const MEASURED = 1_000;

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
  const measured = times.slice(-MEASURED);
  if (measured.length < MEASURED) {
    throw new Error("too few of the edits changed a cell");
  }
  return measured;
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
