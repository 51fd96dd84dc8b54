// How a page of many entities feels, in headless Chromium:
//
//   tests/bench/page/measure_page.mjs build/release/whofunds [ENTITIES ...]
//
// load      from opening the file until the page is drawn and answers
// drag      the time of a frame while the picture is dragged: the median and the worst of twenty
// wheel     the same while it is zoomed from the whole to what can be read and back
// key       from a letter typed into the search field until the names found are drawn: the median and the worst
// filter    from unchecking a relation until the picture is drawn without it
// pick      from a click on an entity until the panel is drawn
//
// Every figure is in milliseconds and stands beside the same of a page of 50 entities in the same run, since a machine without a
// graphics card draws a hundred times slower than one with.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const modules = process.env.WHOFUNDS_NODE_MODULES ?? join(root, 'build/node/node_modules');
const { chromium } = createRequire(join(modules, 'x'))('playwright-core');
const whofunds = resolve(process.argv[2]);
const counts = process.argv.length > 3 ? process.argv.slice(3).map(Number) : [5000];
const folder = mkdtempSync(join(tmpdir(), 'whofunds-bench-'));

function pageOf(count) {
  const name = join(folder, String(count));
  const facts = execFileSync('python3', [join(root, 'tests/bench/make_facts.py'), String(count)], { maxBuffer: 1 << 28 });
  writeFileSync(`${name}.jsonl`, facts);
  for (const command of [['build', '-o', `${name}.graph`, `${name}.jsonl`], ['render', `${name}.graph`, '-o', `${name}.html`]])
    execFileSync(whofunds, command, { stdio: 'ignore' });
  return `${name}.html`;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const told = (values) => `${median(values).toFixed(0)} / ${Math.max(...values).toFixed(0)}`;

/** The time until what was done is drawn. */
async function drawn(page, act) {
  const begin = performance.now();
  await act();
  await page.evaluate(() => new Promise((end) => { requestAnimationFrame(() => requestAnimationFrame(end)); }));
  return performance.now() - begin;
}

async function times(page, count, act) {
  const found = [];
  for (let time = 0; time < count; ++time) found.push(await drawn(page, () => act(time)));
  return found;
}

async function measure(browser, count) {
  const file = pageOf(count);
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.setDefaultTimeout(120_000);
  const begin = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.locator('#count').getByText(/^Shown: /).waitFor();
  await page.evaluate(() => new Promise((end) => { requestAnimationFrame(() => requestAnimationFrame(end)); }));
  const result = { entities: count, load: (performance.now() - begin).toFixed(0) };
  await page.mouse.move(700, 450);
  await page.mouse.down();
  result.drag = told(await times(page, 20, (time) => page.mouse.move(700 + 6 * (time % 7), 450 + 5 * (time % 5))));
  await page.mouse.up();
  result.wheel = told(await times(page, 20, (time) => page.mouse.wheel(0, time < 10 ? -200 : 200)));
  const field = page.locator('input[role=combobox]').first();
  await field.focus();
  const keys = [...'северный мост'];
  result.key = told(await times(page, keys.length, (time) => page.keyboard.insertText(keys[time])));
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  result.filter = told(await times(page, 6, (time) => page.locator('#filters input[value=owns]').setChecked(time % 2 === 1)));
  result.pick = told(await times(page, 6, (time) => page.locator('#picture g.node[role=button]').nth(time).dispatchEvent('click')));
  await page.close();
  return result;
}

const browser = await chromium.launch({ executablePath: process.env.WHOFUNDS_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const rows = [];
  for (const count of [50, ...counts]) rows.push(await measure(browser, count));
  console.table(rows);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
