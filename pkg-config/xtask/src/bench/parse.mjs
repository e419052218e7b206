/**
 * Bytes to findings in a browser, and `JSON.parse` of the same text alone, in turns. `read` gets a
 * file that `bench_check write` wrote; the text is made of the bytes before the clock runs.
 */

const FILE = "noisy-10000";
const TODAY = "2022-06-12";
const ROUNDS = 7;

export async function measure(suited, campaign, read) {
  const bytes = await read(`${FILE}.json`);
  const { glue } = suited(bytes.length);
  const text = new TextDecoder().decode(bytes);
  const works = {
    ours() {
      const session = glue.open(bytes, campaign, TODAY);
      const findings = session.call('["findings"]');
      session.free();
      return findings.length;
    },
    "JSON.parse": () => JSON.parse(text).entries.length,
  };
  const lines = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const start = performance.now();
      const found = work();
      const time = performance.now() - start;
      if (found === 0) {
        throw new Error(`${name} found nothing`);
      }
      // The first round only makes the engine ready.
      if (0 <= round) {
        lines.push(`parse/${name}/${FILE}\t${time.toFixed(3)}\tms`);
      }
    }
  }
  return lines;
}
