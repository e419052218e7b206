/**
 * `node check.mjs warm CONTENDER FILE TIMES`: the median of so many runs, after two that do not count
 * (one, where only one does). `first CONTENDER FILE`: the first call of this process, loading and all.
 * `agree FILE`: stops where anybody finds something else. `compile`: Ajv's program.
 * `memory CONTENDER FILE`: what the module's memory grew to, over its input.
 */

import { readFileSync } from "node:fs";
import path from "node:path";

import { CONTENDERS, compileAjv, found, places, schema } from "./contenders.mjs";
import { agree, shared } from "./subset.mjs";

const [what, ...words] = process.argv.slice(2);
const bytesOf = (file) => readFileSync(path.join(places.inputs, `${file}.json`));
const tell = (name, value, unit) => console.log(`${name}\t${value.toFixed(3)}\t${unit}`);

const WHATS = {
  compile: async () => compileAjv(),

  async agree(file) {
    const bytes = bytesOf(file);
    const ours = shared((await CONTENDERS.ours())(bytes).findings, schema());
    const page = shared((await CONTENDERS.page())(bytes).findings, schema());
    agree("the page's module", page, ours);
    for (const name of ["ajv", "zod"]) agree(name, found((await CONTENDERS[name]())(bytes)), ours);
  },

  async warm(name, file, times) {
    const bytes = bytesOf(file);
    const validate = await CONTENDERS[name]();
    const spent = [];
    for (let turn = -Math.min(2, times); turn < Number(times); turn += 1) {
      const start = performance.now();
      validate(bytes);
      if (0 <= turn) spent.push(performance.now() - start);
    }
    spent.sort((a, b) => a - b);
    tell(`check/${name}/${file}`, spent[spent.length >> 1], "ms");
  },

  async first(name, file) {
    const bytes = bytesOf(file);
    const start = performance.now();
    const validate = await CONTENDERS[name]();
    validate(bytes);
    tell(`first/${name}/${file}`, performance.now() - start, "ms");
  },

  async memory(name, file) {
    const memories = [];
    const { instantiate, Instance } = WebAssembly;
    const seen = (instance) => (memories.push(instance.exports.memory), instance);
    WebAssembly.Instance = function (...call) {
      return seen(new Instance(...call));
    };
    WebAssembly.instantiate = async (...call) => {
      const answer = await instantiate(...call);
      seen(answer.instance ?? answer);
      return answer;
    };
    const bytes = bytesOf(file);
    (await CONTENDERS[name]())(bytes);
    tell(`memory/${name}/${file}`, memories.at(-1).buffer.byteLength / bytes.length, "× input");
  },
};

await WHATS[what](...words);
