// A page of five thousand entities.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { find, open, rendered } from './browser.mjs';

const maker = join(dirname(fileURLToPath(import.meta.url)), '../bench/make_facts.py');

test('a page of 5,000 entities opens and answers', async () => {
  const facts = execFileSync('/usr/bin/python3', [maker, '5000'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const { page, faults, close } = await open(rendered(facts));
  await page.locator('#count').getByText('Shown: 5,000 of 5,000 entities').waitFor();
  await find(page, 'Find by any name', '4999');
  await page.locator('#panel h2').getByText(' 4999').waitFor();
  const found = page.locator('#picture g.node.picked');
  assert.ok(await page.locator('#picture g.away').count() > 1000, 'what lies far from the window is not drawn');
  assert.ok(await found.isVisible());
  assert.equal(await page.evaluate(() => document.activeElement.id), await found.getAttribute('id'), 'the keyboard is at what was found');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#tool-save_svg').click()]);
  const svg = readFileSync(await download.path(), 'utf8');
  assert.ok(svg.match(/<g id="e\d+"/g).length === 5000 && !svg.includes('away'), 'what is saved is whole');
  await page.locator('#filters input[value=owns]').uncheck();
  await page.locator('#only-near').click();
  assert.ok(await page.locator('#picture g.node[role=button]:not(.gone)').count() < 100);
  const scale = async () => Number(/scale\(([^)]+)/.exec(await page.locator('#picture > svg > g').getAttribute('transform'))[1]);
  assert.ok(await scale() > 0.4, 'the neighbours have come near enough to be read');
  await find(page, 'From whom', ' 17');
  await find(page, 'To whom', ' 4999');
  assert.deepEqual(faults, []);
  await close();
});
