// Measures other editors in Chromium by real mouse and wheel events, and sets them against what the canvas took.
// Usage: node measure.mjs RESULT-OF-OURS SIZES…
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import * as diagram from './diagram.mjs';
import { words } from './frames.mjs';
import * as nodered from './nodered.mjs';

const MEASURES = ['open', 'pan', 'fitted', 'zoom', 'drag', 'undo'];
const TITLES = { open: 'open until drawn, ms', pan: 'pan at 1:1', fitted: 'pan, seen from afar', zoom: 'zoom',
  drag: 'drag 100 selected', undo: 'undo, ms' };

/// The lines of `benchmarks/run`: nodes | open ms | pan 1:1 | pan fitted | zoom | drag 100 | undo ms | edit ms | heap MB.
function ours(file) {
  const found = {};
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const cells = line.split('|').map(cell => cell.trim());
    if (cells.length < 9 || !/^\d+$/.test(cells[0])) continue;
    const frame = text => {
      const [average, most] = text.split('/').map(part => parseFloat(part));
      return { average, most };
    };
    found[cells[0]] = { open: +cells[1], pan: frame(cells[2]), fitted: frame(cells[3]), zoom: frame(cells[4]),
      drag: frame(cells[5]), undo: +cells[6] };
  }
  return found;
}

const shown = it => (it === undefined ? '–' : typeof it === 'number' ? it.toFixed(0) : words(it));
const value = it => (typeof it === 'number' ? it : it?.average);
const ratio = (theirs, mine) => (value(theirs) && value(mine) ? (value(theirs) / value(mine)).toFixed(1) : '–');

const [file, ...sizes] = process.argv.slice(2);
const mine = ours(file);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--allow-file-access-from-files'] });
try {
  for (const size of sizes.map(Number)) {
    const results = {};
    for (const editor of [diagram, nodered]) {
      try {
        results[editor.name] = await editor.measure(browser, size);
      } catch (failure) {
        console.error(`${editor.name} at ${size}: ${failure.message}`);
        await editor.end();
      }
    }
    const names = Object.keys(results);
    console.log(`\n${size} nodes; frames are average / 95th percentile in ms, ratios of averages\n`);
    console.log(`| | Ivrea | ${names.map(it => `${it} | ratio`).join(' | ')} |`);
    console.log(`|---|---|${names.map(() => '---|---|').join('')}`);
    for (const measure of MEASURES) {
      const own = mine[size]?.[measure];
      console.log(`| ${TITLES[measure]} | ${shown(own)} | ${names
        .map(it => `${shown(results[it][measure])} | ${ratio(results[it][measure], own)}`).join(' | ')} |`);
    }
  }
} finally {
  await browser.close();
}
