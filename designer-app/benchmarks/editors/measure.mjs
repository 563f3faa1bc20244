// Measures diagram-js in Chromium by real mouse and wheel events: average / 95th-percentile frame, in ms.
import { execFileSync } from 'node:child_process';
import { readFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const folder = mkdtempSync(join(tmpdir(), 'editors-'));
execFileSync('npx', ['esbuild', 'page.js', '--bundle', '--outfile=' + join(folder, 'page.bundle.js')], { stdio: 'inherit' });
const css = readFileSync('node_modules/diagram-js/assets/diagram-js.css', 'utf8');
writeFileSync(join(folder, 'page.html'),
  `<!doctype html><style>${css} html,body,#canvas{margin:0;width:1000px;height:900px}</style><div id="canvas"></div><script src="page.bundle.js"></script>`);

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'] });
const sizes = process.argv.slice(2).map(Number);

const show = times => {
  const sorted = times.slice(2).sort((a, b) => a - b);
  const average = sorted.reduce((a, b) => a + b, 0) / sorted.length;
  return `${average.toFixed(0)} / ${sorted[Math.floor(sorted.length * 0.95)].toFixed(0)}`;
};

console.log('nodes | open ms | pan 1:1 | pan fitted | zoom | drag 100');
for (const size of sizes.length ? sizes : [1000, 5000]) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await page.goto('file://' + join(folder, 'page.html'));
  const open = await page.evaluate(n => new Promise(done => {
    const start = performance.now();
    window.draw(n);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  }), size);
  const seconds = 4;
  const during = async (act) => {
    const end = Date.now() + seconds * 1000;
    const times = page.evaluate(async s => {
      const all = [];
      const end = performance.now() + s * 1000;
      while (performance.now() < end) all.push(...await window.frames(5));
      return all;
    }, seconds);
    for (let step = 0; Date.now() < end; step++) await act(step);
    return show(await times);
  };
  const middle = () => page.evaluate(() => {
    const { canvas, boxes, columns } = window.editor;
    canvas.zoom(1);
    const box = boxes[Math.floor(columns / 2) * columns + Math.floor(columns / 2)];
    canvas.viewbox({ x: box.x - 400, y: box.y - 350, width: 1000, height: 900 });
  });
  await middle();
  await page.mouse.move(500, 450);
  const pan = await during(async step => { await page.mouse.wheel(step % 60 < 30 ? 12 : -12, step % 60 < 30 ? 7 : -7); });
  await page.keyboard.down('Control');
  const zoom = await during(async step => { await page.mouse.wheel(0, step % 40 < 20 ? 18 : -18); });
  await page.keyboard.up('Control');
  await middle();
  await page.evaluate(() => {
    const { diagram, boxes, columns } = window.editor;
    const first = Math.max(0, Math.floor(columns / 2) - 5);
    const chosen = [];
    for (let row = first; row < first + 10; row++) for (let column = first; column < first + 10; column++) {
      if (boxes[row * columns + column]) chosen.push(boxes[row * columns + column]);
    }
    diagram.get('selection').select(chosen);
  });
  await page.mouse.move(480, 380);
  await page.mouse.down();
  const drag = await during(async step => { await page.mouse.move(480 + step % 90, 380 + step % 60); });
  await page.mouse.up();
  await page.evaluate(() => window.editor.canvas.zoom('fit-viewport'));
  await page.mouse.move(500, 450);
  const fitted = await during(async step => { await page.mouse.wheel(step % 60 < 30 ? 6 : -6, step % 60 < 30 ? 4 : -4); });
  console.log(`${size} | ${open.toFixed(0)} | ${pan} | ${fitted} | ${zoom} | ${drag}`);
  await page.close();
}
await browser.close();
