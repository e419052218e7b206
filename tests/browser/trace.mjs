/**
 * What the page's main thread does, traced by the browser itself. Times are those of the processor,
 * not of the clock: other programs on the machine do not lengthen them.
 */

/** As long as a frame may take at fifty a second, in milliseconds. */
export const FRAME_MS = 20;

/** The tasks of the main thread while something is done, the longest first, in milliseconds. */
export async function traced(page, act) {
  const devtools = await page.context().newCDPSession(page);
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"], excludedCategories: ["*"] },
  });
  const frames = await framesWhile(page, act);
  const complete = new Promise((done) => devtools.once("Tracing.tracingComplete", done));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
  return { tasks: tasksOf(events), frames };
}

function tasksOf(events) {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return events
    .filter(
      ({ ph, name, pid, tid }) => ph === "X" && /RunTask$/.test(name) && mains.has(`${pid} ${tid}`),
    )
    .map(({ tdur = 0 }) => tdur / 1000)
    .sort((left, right) => right - left);
}

/** The gaps between frames, as the page sees them: these are of the clock. */
async function framesWhile(page, act) {
  await page.evaluate(() => {
    const frames = [];
    const next = (at) => {
      frames.push(at);
      window.framesSeen = frames;
      window.frameAsked = requestAnimationFrame(next);
    };
    window.frameAsked = requestAnimationFrame(next);
  });
  await act();
  return page.evaluate(() => {
    cancelAnimationFrame(window.frameAsked);
    const frames = window.framesSeen ?? [];
    return frames.slice(1).map((at, index) => at - frames[index]);
  });
}

/** The value below which so large a part of the numbers is. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
