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

test('a page whose whole would be too small to be read opens on its largest part, names readable', async () => {
  const pairs = Array.from({ length: 400 }, (_, n) => [`Fund ${n}|fund`, 'invests_in', `Firm ${n}`]);
  const star = Array.from({ length: 5 }, (_, n) => [`Owner ${n}`, 'owns', 'Middle Holding']);
  const { page, faults, close } = await open(rendered([...pairs, ...star]));
  await page.locator('#count').getByText('806 of 806').waitFor();
  const scale = Number(/scale\(([^)]+)/.exec(await page.locator('#picture > svg > g').getAttribute('transform'))[1]);
  assert.ok(scale >= 0.4, 'names can be read');
  const box = await page.locator('#picture g.node', { hasText: 'Middle Holding' }).first().boundingBox();
  assert.ok(box && box.x > 0 && box.y > 0 && box.x + box.width < 1400 && box.y + box.height < 900, 'its largest part is in the window');
  await page.keyboard.press('0');
  const whole = Number(/scale\(([^)]+)/.exec(await page.locator('#picture > svg > g').getAttribute('transform'))[1]);
  assert.ok(whole < scale, 'the whole is a key away');
  assert.deepEqual(faults, []);
  await close();
});
