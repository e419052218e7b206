/** Instalments over time: what is due in each month, quarter or year, and what is owed after it. */

export interface Due {
  /** ISO day. */
  due: string;
  fen: number;
}

export interface Span {
  /** `2022-09`, `2022-Q3`, `2022`. */
  name: string;
  due: number;
  /** What is left after it. */
  left: number;
}

/** Spans a chart has room for. */
const MOST = 36;

/** Every span from the first to the last that has an instalment, those without one too. */
export function spansOf(instalments: readonly Due[], total: number): Span[] {
  const months = instalments.map(({ due }) => monthOf(due)).sort((a, b) => a - b);
  const [first, last] = [months[0], months[months.length - 1]];
  if (first === undefined || last === undefined) {
    return [];
  }
  const step = [1, 3, 12].find((step) => placeOf(last, step) - placeOf(first, step) < MOST) ?? 12;
  const [from, to] = [placeOf(first, step), placeOf(last, step)];
  const due = new Array<number>(to - from + 1).fill(0);
  for (const one of instalments) {
    const place = placeOf(monthOf(one.due), step) - from;
    due[place] = (due[place] ?? 0) + one.fen;
  }
  let left = total;
  return due.map((sum, place) => {
    left -= sum;
    return { name: nameOf(from + place, step), due: sum, left };
  });
}

/** Months since the year 0. */
function monthOf(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

function placeOf(month: number, step: number): number {
  return Math.floor(month / step);
}

function nameOf(place: number, step: number): string {
  const month = place * step;
  const year = Math.floor(month / 12);
  switch (step) {
    case 1:
      return `${year}-${String((month % 12) + 1).padStart(2, "0")}`;
    case 3:
      return `${year}-Q${(month % 12) / 3 + 1}`;
    default:
      return String(year);
  }
}
