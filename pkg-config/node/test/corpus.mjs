/** The corpus every face answers alike: a call, a status and an answer a line. */

import { readFileSync } from "node:fs";

export const CORPUS = process.env.ARREARS_CORPUS ?? new URL("../../../target/tmp/corpus.tsv", import.meta.url);

export function corpus() {
  const lines = readFileSync(CORPUS, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [name, request, status, answer] = line.split("\t");
    return {
      name,
      request: Buffer.from(request, "hex"),
      status: Number(status),
      answer: Buffer.from(answer, "hex").toString("utf8"),
    };
  });
}
