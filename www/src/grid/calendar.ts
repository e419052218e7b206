/**
 * The days of a month, under a cell that takes a day. What is typed is read by the engine, however
 * it is written; the calendar is for those who would rather point. Where a month alone is an answer,
 * its name picks it.
 */

import type { Lang } from "../engine/contract";

const WEEKDAYS: Record<Lang, string[]> = {
  zh: ["一", "二", "三", "四", "五", "六", "日"],
  en: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
};
const NAMES: Record<Lang, (year: number, month: number) => string> = {
  zh: (year, month) => `${year}年${month}月`,
  en: (year, month) => `${month}/${year}`,
};

export class Calendar {
  readonly element = document.createElement("div");
  /** Whether the arrows move in it: it was opened by the keyboard. */
  isActive = false;
  #day = new Date(0);
  #takesMonths = false;

  /** `pick` is told the text of a day or a month. */
  constructor(private readonly pick: (text: string) => void) {
    this.element.className = "calendar";
    this.element.id = "cell-calendar";
    this.element.hidden = true;
    // The box keeps the focus, so the cell is not finished by a press.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
    this.element.addEventListener("click", (event) => this.#click(event.target as Element));
  }

  get isOpen(): boolean {
    return !this.element.hidden;
  }

  /** The day that Enter would pick. */
  get text(): string {
    return iso(this.#day);
  }

  open(text: string, takesMonths: boolean, lang: Lang, isActive: boolean): void {
    this.#day = dayOf(text) ?? noon(new Date());
    this.#takesMonths = takesMonths;
    this.isActive = isActive;
    this.element.hidden = false;
    this.#draw(lang);
  }

  close(): void {
    this.element.hidden = true;
    this.isActive = false;
  }

  /** Follows what is typed. */
  follow(text: string, lang: Lang): void {
    const day = dayOf(text);
    this.isActive = false;
    if (day && this.isOpen) {
      this.#day = day;
      this.#draw(lang);
    }
  }

  /** Moves by a key; says whether it did. */
  key(key: string, lang: Lang): boolean {
    const days: Record<string, number> = {
      ArrowLeft: -1,
      ArrowRight: 1,
      ArrowUp: -7,
      ArrowDown: 7,
    };
    const months: Record<string, number> = { PageUp: -1, PageDown: 1 };
    const [by, months_by] = [days[key], months[key]];
    if (!this.isOpen || !this.isActive || (by === undefined && months_by === undefined)) {
      return false;
    }
    this.#move(by ?? 0, months_by ?? 0);
    this.#draw(lang);
    return true;
  }

  #move(days: number, months: number): void {
    const day = this.#day;
    if (months === 0) {
      this.#day = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 12);
    } else {
      const last = new Date(day.getFullYear(), day.getMonth() + months + 1, 0, 12).getDate();
      const date = Math.min(day.getDate(), last);
      this.#day = new Date(day.getFullYear(), day.getMonth() + months, date, 12);
    }
  }

  #click(target: Element): void {
    const button = target.closest<HTMLElement>("[data-day], [data-by]");
    const { day, by } = button?.dataset ?? {};
    if (day) {
      this.pick(day);
    } else if (by) {
      this.#move(0, Number(by));
      this.#draw(this.element.lang === "en" ? "en" : "zh");
    }
  }

  #draw(lang: Lang): void {
    const { element } = this;
    element.lang = lang === "en" ? "en" : "zh-CN";
    while (element.firstChild) {
      element.firstChild.remove();
    }
    element.append(this.#head(lang), this.#days(lang));
  }

  #head(lang: Lang): HTMLElement {
    const [year, month] = [this.#day.getFullYear(), this.#day.getMonth() + 1];
    const name = part("span", "calendar-month", NAMES[lang](year, month));
    if (this.#takesMonths) {
      name.dataset["day"] = iso(this.#day).slice(0, 7);
      name.classList.add("takes");
    }
    const head = part("div", "calendar-head", "");
    head.append(step("«", -12), step("‹", -1), name, step("›", 1), step("»", 12));
    return head;
  }

  #days(lang: Lang): HTMLElement {
    const days = part("div", "calendar-days", "");
    days.append(...WEEKDAYS[lang].map((name) => part("span", "calendar-weekday", name)));
    const [year, month] = [this.#day.getFullYear(), this.#day.getMonth()];
    const before = (new Date(year, month, 1, 12).getDay() + 6) % 7;
    const today = iso(noon(new Date()));
    for (let cell = 0; cell < 42; cell += 1) {
      const day = new Date(year, month, cell - before + 1, 12);
      const item = part("span", "calendar-day", String(day.getDate()));
      item.dataset["day"] = iso(day);
      item.classList.toggle("other", day.getMonth() !== month);
      item.classList.toggle("today", iso(day) === today);
      item.classList.toggle("chosen", iso(day) === iso(this.#day));
      days.append(item);
    }
    return days;
  }
}

function part(name: string, className: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

function step(sign: string, by: number): HTMLElement {
  const button = part("span", "calendar-step", sign);
  button.dataset["by"] = String(by);
  return button;
}

function dayOf(text: string): Date | null {
  const found = /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?/.exec(text.trim());
  if (!found) {
    return null;
  }
  const [, year, month, date = "1"] = found;
  return new Date(Number(year), Number(month) - 1, Number(date), 12);
}

/** Noon: no change of clocks moves it to another day. */
function noon(at: Date): Date {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate(), 12);
}

function iso(day: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(day.getFullYear()).padStart(4, "0")}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
