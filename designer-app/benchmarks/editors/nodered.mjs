// Node-RED's editor: a server of our own on this machine alone, with a generated flow. Its canvas is 8,000 pixels wide and
// high, so that large grids stand closer together; it cannot show a flow as a whole, so that "fitted" is its smallest zoom.
import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HEIGHT, WIDTH, during, hundred, sweep, untilDrawn } from './frames.mjs';

export const name = 'Node-RED';

const ROOM = 7900;
let server;

const freePort = () => new Promise(done => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/// A switch with four ways out for each of our menus, wired to its right and its lower neighbour.
function grid(size) {
  const columns = Math.ceil(Math.sqrt(size));
  const dx = Math.min(280, ROOM / columns);
  const dy = Math.min(120, ROOM / columns);
  const nodes = [{ id: 'grid', type: 'tab', label: 'Grid', disabled: false, info: '' }];
  for (let number = 0; number < size; number++) {
    const right = number % columns < columns - 1 && number + 1 < size ? ['node-' + (number + 1)] : [];
    const below = number + columns < size ? ['node-' + (number + columns)] : [];
    nodes.push({ id: 'node-' + number, type: 'switch', z: 'grid', name: 'Menu number ' + number, property: 'payload',
      propertyType: 'msg', rules: ['1', '2', '3', '4'].map(v => ({ t: 'eq', v, vt: 'str' })), checkall: 'false',
      repair: false, outputs: 4, x: 100 + number % columns * dx, y: 60 + Math.floor(number / columns) * dy,
      wires: [right, below, [], []] });
  }
  return nodes;
}

async function start(size) {
  const folder = mkdtempSync(join(tmpdir(), 'node-red-'));
  writeFileSync(join(folder, 'flows.json'), JSON.stringify(grid(size)));
  const port = await freePort();
  writeFileSync(join(folder, 'settings.js'), `module.exports = { uiHost: '127.0.0.1', uiPort: ${port},
    flowFile: 'flows.json', telemetry: { enabled: false, updateNotification: false }, safeMode: true,
    editorTheme: { tours: false, projects: { enabled: false } }, logging: { console: { level: 'error' } } };`);
  server = spawn('node', ['node_modules/node-red/red.js', '-u', folder, '-s', join(folder, 'settings.js'), '--safe'],
    { stdio: ['ignore', 'ignore', 'inherit'] });
  for (let wait = 0; wait < 240; wait++) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/flows`)).ok) return `http://127.0.0.1:${port}/`;
    } catch {
      // Not up yet.
    }
    await new Promise(done => setTimeout(done, 250));
  }
  throw new Error('Node-RED did not start within a minute');
}

export async function measure(browser, size) {
  const address = await start(size);
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  page.setDefaultTimeout(180_000);
  const began = Date.now();
  await page.goto(address);
  await page.waitForFunction(n => document.querySelectorAll('.red-ui-flow-node').length >= n, size,
    { timeout: 180_000 });
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
  const open = Date.now() - began;
  // Palette and side bar away, so that as much of the canvas is seen as of the others.
  await page.evaluate(() => {
    RED.actions.invoke('core:toggle-palette');
    RED.actions.invoke('core:toggle-sidebar');
    document.querySelectorAll('.red-ui-notification').forEach(it => it.remove());
  });
  const chosen = hundred(size);
  const grabbed = chosen[Math.floor(chosen.length / 2) + 5] ?? chosen[0];
  const middle = () => page.evaluate(number => {
    RED.actions.invoke('core:zoom-reset');
    RED.view.reveal('node-' + number, false);
  }, grabbed);
  await middle();
  await page.mouse.move(500, 450);
  const pan = await during(page, step => page.mouse.wheel(sweep(step, 12), sweep(step, 7)));
  const zoom = await during(page, step => page.evaluate(out => new Promise(done => {
    RED.actions.invoke(out ? 'core:zoom-out' : 'core:zoom-in');
    requestAnimationFrame(done);
  }), step % 14 < 7));
  await middle();
  await page.evaluate(numbers => RED.view.select({ nodes: numbers.map(number => RED.nodes.node('node-' + number)) }), chosen);
  const box = await page.locator(`#node-${grabbed}`).boundingBox();
  const placeOf = () => page.evaluate(number => RED.nodes.node('node-' + number).x, grabbed);
  const before = await placeOf();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const drag = await during(page, step => page.mouse.move(x + step % 90, y + step % 60));
  await page.mouse.up();
  if (await placeOf() === before) throw new Error('the drag moved nothing');
  const undo = await untilDrawn(page, () => RED.actions.invoke('core:undo'));
  if (await placeOf() !== before) throw new Error('undo did not bring the nodes back');
  await page.evaluate(() => { for (let i = 0; i < 20; i++) RED.actions.invoke('core:zoom-out'); });
  await page.mouse.move(500, 450);
  const fitted = await during(page, step => page.mouse.wheel(sweep(step, 6), sweep(step, 4)));
  await page.close();
  await end();
  return { open, pan, fitted, zoom, drag, undo };
}

export async function end() {
  if (server) {
    const ended = new Promise(done => server.once('exit', done));
    server.kill();
    await ended;
    server = undefined;
  }
}
