// diagram-js, the canvas of bpmn.io.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEIGHT, WIDTH, during, hundred, sweep, untilDrawn } from './frames.mjs';

export const name = 'diagram-js';

function built() {
  const folder = mkdtempSync(join(tmpdir(), 'diagram-js-'));
  execFileSync('npx', ['esbuild', 'diagram-page.js', '--bundle', '--log-level=error',
    '--outfile=' + join(folder, 'page.bundle.js')], { stdio: 'inherit' });
  const css = readFileSync('node_modules/diagram-js/assets/diagram-js.css', 'utf8');
  writeFileSync(join(folder, 'page.html'), `<!doctype html><style>${css} html,body,#canvas{margin:0;width:${WIDTH}px;`
    + `height:${HEIGHT}px}</style><div id="canvas"></div><script src="page.bundle.js"></script>`);
  return 'file://' + join(folder, 'page.html');
}

export async function measure(browser, size) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  await page.goto(built());
  const open = await untilDrawn(page, n => window.draw(n), size);
  const middle = () => page.evaluate(([width, height]) => {
    const { canvas, boxes, columns } = window.editor;
    canvas.zoom(1);
    const box = boxes[Math.floor(columns / 2) * columns + Math.floor(columns / 2)];
    canvas.viewbox({ x: box.x - 400, y: box.y - 350, width, height });
  }, [WIDTH, HEIGHT]);
  await middle();
  await page.mouse.move(500, 450);
  const pan = await during(page, step => page.mouse.wheel(sweep(step, 12), sweep(step, 7)));
  await page.keyboard.down('Control');
  const zoom = await during(page, step => page.mouse.wheel(0, step % 40 < 20 ? 18 : -18));
  await page.keyboard.up('Control');
  await middle();
  await page.evaluate(numbers => {
    const { diagram, boxes } = window.editor;
    diagram.get('selection').select(numbers.map(number => boxes[number]));
  }, hundred(size));
  await page.mouse.move(480, 380);
  await page.mouse.down();
  const drag = await during(page, step => page.mouse.move(480 + step % 90, 380 + step % 60));
  await page.mouse.up();
  const undo = await untilDrawn(page, () => window.editor.diagram.get('commandStack').undo());
  await page.evaluate(() => window.editor.canvas.zoom('fit-viewport'));
  await page.mouse.move(500, 450);
  const fitted = await during(page, step => page.mouse.wheel(sweep(step, 6), sweep(step, 4)));
  await page.close();
  return { open, pan, fitted, zoom, drag, undo };
}

export async function end() {}
