// Graphs, pages and a browser for the tests of the page.
//   WHOFUNDS_BUILD         the folder of the program
//   WHOFUNDS_NODE_MODULES  what tools/install-deps has fetched
//   WHOFUNDS_CHROMIUM      the browser
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { pathToFileURL } from 'node:url';

const modules = process.env.WHOFUNDS_NODE_MODULES;
const require = createRequire(join(modules, 'x'));
const { chromium } = require('playwright-core');
export const axe = require.resolve('axe-core');

const folder = mkdtempSync(join(tmpdir(), 'whofunds-page-'));
const browser = await chromium.launch({ executablePath: process.env.WHOFUNDS_CHROMIUM, args: ['--no-sandbox'] });
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

export function whofunds(...args) {
  return execFileSync(join(process.env.WHOFUNDS_BUILD, 'whofunds'), args, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** An entity of a document: the name, a bar, its kind, a bar, other names with commas. */
function entity(text, known) {
  const [name, kind = 'company', aliases = ''] = text.split('|');
  if (!known.has(name)) known.set(name, { id: `e${known.size + 1}`, name, kind, aliases: [name, ...aliases.split(';').filter(Boolean)].sort() });
  return known.get(name);
}

/** Facts, each [subject, relation, object, what else it says], as a line of JSON each. */
export function lines(facts, document = 'news') {
  const known = new Map();
  return facts.map(([subject, relation, object, rest = {}], place) => {
    const text = rest.text ?? `${(subject ?? '').split('|')[0]} ${relation} ${object.split('|')[0]}.`;
    const { text: _, ...said } = rest;
    return JSON.stringify({ doc: document, ...(subject ? { subject: entity(subject, known) } : {}), relation, object: entity(object, known),
      status: 'completed', ...said, evidence: [{ begin: 100 * place, end: 100 * place + [...text].length, text }] });
  }).join('\n') + '\n';
}

let files = 0;

/** Writes a graph of facts, or of lines of JSON; the name of its file. */
export function graphOf(facts) {
  const name = join(folder, `${++files}`);
  writeFileSync(`${name}.jsonl`, typeof facts === 'string' ? facts : lines(facts));
  whofunds('build', '-o', `${name}.graph`, `${name}.jsonl`);
  return `${name}.graph`;
}

/** Renders a graph of facts; the name of the file that was rendered. */
export function rendered(facts, ending = 'html', ...options) {
  const graph = graphOf(facts);
  whofunds('render', graph, '-o', `${graph}.${ending}`, ...options);
  return `${graph}.${ending}`;
}

/** Opens a page in a browser of its own. `faults` fills with whatever goes wrong in it or it asks of the network. */
export async function open(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'], ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); void dialog.dismiss(); });
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url()) && !address.startsWith('http')) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(address.startsWith('/') ? pathToFileURL(address).href : address);
  return { page, faults, close: () => context.close() };
}

/** The element of the picture that is the entity of that name. */
export function node(page, name) {
  return page.locator('#picture g.node[role=button]').filter({ has: page.locator(`xpath=self::*[starts-with(@aria-label, "${name},")]`) });
}

/** The names of all entities that are to be seen. */
export async function shown(page) {
  const labels = await page.locator('#picture g.node[role=button]:not(.gone)').evaluateAll((nodes) => nodes.map((each) => each.getAttribute('aria-label')));
  return labels.map((label) => label.split(',')[0]).sort();
}

/** Types a name into the field of that label and takes the first that is found. */
export async function find(page, label, text) {
  const field = page.locator(`input[role=combobox][aria-label="${label}"]`);  // by role would take long on a large page
  await field.fill(text);
  await page.locator(`#${await field.getAttribute('aria-controls')} [role=option]`).first().waitFor();
  await page.keyboard.press('Enter');
}
