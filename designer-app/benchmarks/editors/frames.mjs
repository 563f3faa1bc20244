// What is the same for all editors: frames are counted in the page while real mouse and wheel events are sent.
export const WIDTH = 1000;
export const HEIGHT = 900;
const SECONDS = 4;

/// Average and 95th percentile, in ms.
const times = all => {
  const sorted = all.slice(2).sort((a, b) => a - b);
  return {
    average: sorted.reduce((a, b) => a + b, 0) / sorted.length,
    most: sorted[Math.floor(sorted.length * 0.95)],
  };
};

export const words = it => `${it.average.toFixed(0)} / ${it.most.toFixed(0)}`;

/// Acts again and again for some seconds.
export async function during(page, act) {
  const end = Date.now() + SECONDS * 1000;
  const counted = page.evaluate(seconds => new Promise(done => {
    const all = [];
    let last = performance.now();
    const end = last + seconds * 1000;
    const tick = () => {
      const now = performance.now();
      all.push(now - last);
      last = now;
      if (now < end || all.length < 5) requestAnimationFrame(tick); else done(all);
    };
    requestAnimationFrame(tick);
  }), SECONDS);
  for (let step = 0; Date.now() < end; step++) await act(step);
  return times(await counted);
}

/// From an action until the frame after it has been drawn.
export const untilDrawn = (page, action, argument) => page.evaluate(([body, value]) => new Promise(done => {
  const start = performance.now();
  (0, eval)(`(${body})`)(value);
  requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
}), [action.toString(), argument]);

/// There and back again.
export const sweep = (step, by) => (step % 60 < 30 ? by : -by);

/// The numbers of up to a hundred boxes around the middle of a grid.
export function hundred(size) {
  const columns = Math.ceil(Math.sqrt(size));
  const first = Math.max(0, Math.floor(columns / 2) - 5);
  const chosen = [];
  for (let row = first; row < first + 10; row++) {
    for (let column = first; column < first + 10; column++) {
      if (row * columns + column < size && column < columns) chosen.push(row * columns + column);
    }
  }
  return chosen;
}
