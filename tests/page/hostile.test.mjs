// A page made from names and sentences that are meant to break it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open, rendered, whofunds } from './browser.mjs';

// The names of every output, and what means something to the page alone.
const kTable = new URL('../hostile/names.json', import.meta.url);
const kHostile = [
  '</script><script>alert(1)</script>',
  '@@data@@ @@script@@',
  'constructor',
  '.*+?^${}()|[\\',
  'x'.repeat(1900),
  ...Object.values(JSON.parse(readFileSync(kTable, 'utf8')).names),
];
const text = (name) => `${name} invests in Plain Company: ${name}`;
const facts = kHostile.flatMap((name, place) => [
  [`Hostile ${place} ${name.replaceAll('|', '/').replaceAll(';', ',')}`, 'invests_in', 'Plain Company', { text: text(name), round: name.slice(0, 50) }],
]);

test('a page made from hostile names runs nothing and shows them as they are', async () => {
  const file = rendered(facts, 'html', '--title', kHostile[0]);
  const { page, faults, close } = await open(file);
  assert.equal(await page.title(), kHostile[0]);
  assert.equal(await page.locator('h1').innerText(), kHostile[0]);
  assert.equal(await page.locator('script, img, iframe, object').count(), 2);
  await page.keyboard.press('t');
  for (let place = 0; place < kHostile.length; ++place) {
    await page.getByRole('combobox', { name: 'Find' }).fill(`Hostile ${place} `);
    await page.locator('.hits [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#panel .fact').first().click();
    await page.locator('#panel mark').waitFor();
    await page.locator('#picture g.picked').first().hover({ force: true });
  }
  await page.getByRole('combobox', { name: 'Find' }).fill('Hostile 0');
  await page.keyboard.press('Enter');
  const heading = await page.locator('#panel h2').first().innerText();
  assert.ok(heading.includes('</script><script>alert(1)</script>'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#tool-save_svg').click()]);
  assert.ok(!readFileSync(await download.path(), 'utf8').includes('<script'));
  await page.locator('#tool-copy_link').click();
  assert.deepEqual(faults, []);
  await close();
});

test('a script that gets into a page all the same is not run', async () => {
  const { page, faults, close } = await open(rendered([['a', 'owns', 'b']]));
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true';
    document.body.append(script);
    document.body.insertAdjacentHTML('beforeend', '<img src="data:image/png;base64,x" onerror="globalThis.ran = true">');
  });
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  assert.equal(faults.filter((fault) => fault.includes('Content Security Policy')).length, 2, faults.join('\n'));
  await close();
});

test('the same graph gives the same page', () => {
  assert.ok(readFileSync(rendered(facts)).equals(readFileSync(rendered(facts))));
  assert.ok(whofunds('--version').startsWith('whofunds'));
});
