/**
 * A plan drawn: what is still owed over time, and what is due in each month; for those who do not
 * see it, the same as a table. The scales and the line are d3's, the drawing is plain SVG: sharp on
 * paper, as large as the letters, and without an inline style.
 */

import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";

import type { Desk } from "../../desk";
import { drawingFor } from "../../plans/drawing";
import type { Drawing } from "../../plans/drawing_script";
import { spansOf, type Due, type Span } from "../../plans/months";

export interface Charted {
  desk: Desk;
  /** What the instalments are to bring, in fen. */
  total: number;
  instalments: readonly Due[];
  /** A second plan for the same debt. */
  other?: readonly Due[] | undefined;
}

const [WIDTH, LEFT, RIGHT] = [760, 86, 12];
const [TOP, MIDDLE, LOWER, BOTTOM] = [16, 150, 182, 262];
/** Names of spans that fit beneath. */
const NAMES = 12;

export function planChart(at: Charted): TemplateResult | typeof nothing {
  const { t } = at.desk;
  const both = at.other ?? [];
  const spans = spansOf([...at.instalments, ...both], at.total);
  if (spans.length === 0) {
    return nothing;
  }
  const own = onto(spans, at.instalments, at.total);
  const second = at.other ? onto(spans, at.other, at.total) : null;
  const last = own.find((span) => span.left <= 0)?.name ?? "";
  const drawing = drawingFor(at.desk);
  return html`<figure class="chart">
    <figcaption>
      ${t.chartTitle}${
        second
          ? html`<span class="key first">${t.proposalOf(1)}</span
              ><span class="key second">${t.proposalOf(2)}</span>`
          : nothing
      }
    </figcaption>
    ${drawing ? drawn(drawing, at, own, second, t.chartSays(spans.length, last)) : nothing}
    <details>
      <summary>${t.chartTable}</summary>
      ${table(at.desk, own, second)}
    </details>
  </figure>`;
}

/** A plan over spans that are another's too. */
function onto(spans: readonly Span[], instalments: readonly Due[], total: number): Span[] {
  const known = new Map(spansOf(instalments, total).map((span) => [span.name, span.due]));
  const named = spans.map(({ name }) => known.get(name));
  // Another length of span than its own: by its days.
  const due = named.every((one) => one === undefined) ? null : named;
  let left = total;
  return spans.map(({ name }, place) => {
    const sum = due ? (due[place] ?? 0) : within(name, instalments);
    left -= sum;
    return { name, due: sum, left };
  });
}

function within(name: string, instalments: readonly Due[]): number {
  const [year = "", part = ""] = name.split("-");
  const inside = ({ due }: Due): boolean => {
    const month = Number(due.slice(5, 7));
    return (
      due.startsWith(year) &&
      (part === "" || part === due.slice(5, 7) || part === `Q${Math.ceil(month / 3)}`)
    );
  };
  return instalments.filter(inside).reduce((sum, one) => sum + one.fen, 0);
}

function drawn(
  { scaleBand, scaleLinear, line, curveStepAfter }: Drawing,
  { desk, total }: Charted,
  own: readonly Span[],
  second: readonly Span[] | null,
  says: string,
): TemplateResult {
  const names = own.map(({ name }) => name);
  const x = scaleBand(names, [LEFT, WIDTH - RIGHT]).padding(0.25);
  const most = Math.max(...own.map(({ due }) => due), ...(second ?? []).map(({ due }) => due));
  const balance = scaleLinear([0, Math.max(total, 1)], [MIDDLE, TOP]);
  const sums = scaleLinear([0, Math.max(most, 1)], [BOTTOM, LOWER]).nice(2);
  const every = Math.ceil(names.length / NAMES);
  const width = x.bandwidth() / (second ? 2 : 1);
  const falling = line().curve(curveStepAfter);
  const path = (spans: readonly Span[], name: string): SVGTemplateResult =>
    svg`<path class="balance ${name}" d=${falling(corners(spans, total, x, balance)) ?? ""}></path>`;
  return html`<svg viewBox="0 0 ${WIDTH} ${BOTTOM + 26}" role="img" aria-label=${says}>
    ${axis(balance.ticks(3), balance, desk)} ${axis(sums.ticks(2), sums, desk)}
    <text class="name" x=${LEFT} y=${TOP - 5}>${desk.t.chartBalance}（${desk.money}）</text>
    <text class="name" x=${LEFT} y=${LOWER - 7}>${desk.t.chartDue}（${desk.money}）</text>
    ${path(own, "first")} ${second ? path(second, "second") : nothing}
    ${own.map((span) => bar(span, x(span.name) ?? 0, width, sums, desk, "first"))}
    ${second?.map((span) => bar(span, (x(span.name) ?? 0) + width, width, sums, desk, "second"))}
    ${names.map((name, place) =>
      place % every === 0
        ? svg`<text class="span" x=${(x(name) ?? 0) + x.bandwidth() / 2} y=${BOTTOM + 16}>${name}</text>`
        : nothing,
    )}
  </svg>`;
}

type Linear = ReturnType<typeof import("d3-scale").scaleLinear<number, number>>;
type Band = ReturnType<typeof import("d3-scale").scaleBand<string>>;

function axis(ticks: readonly number[], y: Linear, desk: Desk): SVGTemplateResult[] {
  return ticks.map(
    (tick) =>
      svg`<line class="rule" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(tick)} y2=${y(tick)}></line>
      <text class="tick" x=${LEFT - 6} y=${y(tick) + 4}>${shown(tick, desk)}</text>`,
  );
}

/** Down by a step where an instalment is due. */
function corners(spans: readonly Span[], total: number, x: Band, y: Linear): [number, number][] {
  const points: [number, number][] = [[LEFT, y(total)]];
  for (const span of spans) {
    points.push([(x(span.name) ?? 0) + x.bandwidth() / 2, y(Math.max(span.left, 0))]);
  }
  points.push([WIDTH - RIGHT, y(Math.max(spans[spans.length - 1]?.left ?? 0, 0))]);
  return points;
}

function bar(span: Span, x: number, width: number, y: Linear, desk: Desk, name: string) {
  return svg`<rect class="due ${name}" x=${x} y=${y(span.due)} width=${width}
    height=${Math.max(y(0) - y(span.due), 0)}><title>${span.name} ${shown(span.due, desk)}</title></rect>`;
}

function table(desk: Desk, own: readonly Span[], second: readonly Span[] | null): TemplateResult {
  const { t } = desk;
  const heads = second ? [1, 2] : [0];
  return html`<table class="list">
    <thead>
      <tr>
        <th scope="col">${t.chartSpan}</th>
        ${heads.map(
          (no) =>
            html`<th scope="col" class="number">
                ${no ? t.proposalOf(no) : ""} ${t.chartDue}（${desk.money}）
              </th>
              <th scope="col" class="number">
                ${no ? t.proposalOf(no) : ""} ${t.chartBalance}（${desk.money}）
              </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${own.map(
        (span, place) =>
          html`<tr>
            <th scope="row">${span.name}</th>
            ${[span, ...(second ? [second[place] ?? span] : [])].map(
              ({ due, left }) =>
                html`<td class="number">${shown(due, desk)}</td>
                  <td class="number">${shown(left, desk)}</td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** Fen in the ledger's unit, every digit of it and no more. */
function shown(fen: number, desk: Desk): string {
  const digits = desk.overview?.amount_unit === "yuan" ? 2 : 6;
  const text = String(Math.abs(Math.round(fen))).padStart(digits + 1, "0");
  const whole = text.slice(0, -digits);
  const part = text.slice(-digits).replace(/0+$/, "");
  return `${fen < 0 ? "-" : ""}${whole}${part ? `.${part}` : ""}`;
}
