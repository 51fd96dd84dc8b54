// What a reader can do with a page, done in a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { axe, find, lines, node, open, rendered, shown } from './browser.mjs';

const dollars = (value) => ({ amount: { value, currency: 'USD' } });
const kFacts = [
  ['Охта|company', 'owns', 'Ladoga Partners|fund|Ладога Партнерс', { stake: { percent: 80 }, date: '2020' }],
  ['Ladoga Partners', 'invests_in', 'Harbourline Robotics|company|Harbourline', { ...dollars(120e6), deal: 'd1', round: 'series_b', date: '2025-03' }],
  ['Kestrel Bay|fund', 'invests_in', 'Harbourline Robotics', { ...dollars(120e6), deal: 'd1', round: 'series_b', date: '2025-03', lead: true }],
  ['Harbourline Robotics', 'acquires', 'Polar Optics', { ...dollars(35e6), stake: { percent: 75 }, date: '2025-01',
    text: 'In January Harbourline bought 75% of Polar Optics for $35 million.' }],
  ['Harbourline Robotics', 'invests_in', 'Molo Freight', { ...dollars(20e6), status: 'rumoured' }],
  ['Kestrel Bay', 'acquires', 'Polar Optics', { status: 'denied', date: '2019-07-01' }],
  ['Ольга Соколова|person', 'leads', 'Polar Optics'],
  ['上海星河科技|company', 'lends_to', 'Molo Freight', { amount: { value: 2e9, currency: 'CNY' } }],
  ['Far Away', 'owns', 'Farther Away'],
];
const kAll = ['Far Away', 'Farther Away', 'Harbourline Robotics', 'Kestrel Bay', 'Ladoga Partners', 'Molo Freight', 'Polar Optics',
  'Ольга Соколова', 'Охта', '上海星河科技'].sort();
const file = rendered(kFacts, 'html', '--title', 'Who funds Harbourline');
const word = (page, text) => page.getByRole('button', { name: text, exact: true });
const transform = (page) => page.locator('#picture > svg > g').getAttribute('transform');

/** A test with a page of its own, in which nothing may go wrong. */
function on(name, act, options) {
  test(name, async () => {
    const { page, faults, close } = await open(file, options);
    await act(page);
    assert.deepEqual(faults, []);
    await close();
  });
}

test('the panel calls the countries of an entity by their names', async () => {
  const told = lines([['Elm|company', 'owns', 'Oak']]).replace('"aliases":["Elm"]', '"aliases":["Elm"],"countries":["de","no"]');
  const { page, faults, close } = await open(rendered(told));
  await find(page, 'Find by any name', 'Elm');
  await page.locator('#panel .kind').getByText('company, Germany, Norway').waitFor();
  await find(page, 'Find by any name', 'Oak');
  await page.locator('#panel .kind').getByText('company', { exact: true }).waitFor();
  assert.deepEqual(faults, []);
  await close();
});

on('a page opens from disk and asks for nothing else', async (page) => {
  assert.deepEqual(await shown(page), kAll);
  assert.equal(await page.title(), 'Who funds Harbourline');
  await page.getByText('Shown: 10 of 10 entities, 9 of 9 facts').waitFor();
});

on('the picture of a page is the one that render draws', async (page) => {
  const drawn = readFileSync(rendered(kFacts, 'svg', '--title', 'Who funds Harbourline'), 'utf8');
  const places = await page.locator('#picture g.node').evaluateAll((nodes) => nodes.map((each) => {
    const text = each.querySelector('text');
    return [each.id, Number(text.getAttribute('x')), Number(text.getAttribute('y'))];
  }));
  const of = (id) => drawn.slice(drawn.indexOf(`<g id="${id}" class="node">`)).match(/<text [^>]*x="([-\d.]+)" y="([-\d.]+)"/).slice(1).map(Number);
  const [x, y] = of(places[0][0]);
  for (const [id, px, py] of places) {
    const [dx, dy] = [of(id)[0] - x - (px - places[0][1]), of(id)[1] - y - (py - places[0][2])];
    assert.ok(Math.abs(dx) < 0.5 && Math.abs(dy) < 0.5, `${id} is ${dx}, ${dy} away from where render puts it`);
  }
});

on('wheel, buttons and keys zoom', async (page) => {
  const scale = async () => Number(/scale\(([^)]+)/.exec(await transform(page))[1]);
  const first = await scale();
  await page.mouse.move(700, 400);
  await page.mouse.wheel(0, -300);
  await page.waitForFunction((before) => !document.querySelector('#picture > svg > g').getAttribute('transform').endsWith(`scale(${before})`), first);
  const second = await scale();
  assert.ok(second > first);
  await word(page, 'Larger').click();
  assert.ok(await scale() > second);
  await page.keyboard.press('-');
  await page.keyboard.press('0');
  assert.ok(Math.abs(await scale() - first) < 1e-6);
});

on('dragging and keys move the picture', async (page) => {
  const shift = async () => /translate\(([-\d.]+) ([-\d.]+)\)/.exec(await transform(page)).slice(1).map(Number);
  const [x, y] = await shift();
  await page.mouse.move(600, 700);
  await page.mouse.down();
  await page.mouse.move(650, 730, { steps: 3 });
  await page.mouse.up();
  const [dx, dy] = await shift();
  assert.deepEqual([Math.round(dx - x), Math.round(dy - y)], [50, 30]);
  await page.keyboard.press('ArrowRight');
  assert.ok((await shift())[0] < dx);
});

for (const [query, name] of [['ladoga', 'Ladoga Partners'], ['ЛАДОГА', 'Ladoga Partners'], ['okhta', 'Охта'], ['харбоурлине', 'Harbourline Robotics'],
  ['sokolova', 'Ольга Соколова'], ['星河', '上海星河科技'], ['«полар»', 'Polar Optics'], ['robotics', 'Harbourline Robotics']]) {
  on(`'${query}' finds ${name}`, async (page) => {
    await find(page, 'Find by any name', query);
    await page.locator('#panel').getByRole('heading', { name, exact: true }).waitFor();
    assert.equal(await page.locator('#picture g.picked').getAttribute('aria-label').then((label) => label.split(',')[0]), name);
  });
}

on('a name that nobody has is said to be nobody', async (page) => {
  await page.getByRole('combobox', { name: 'Find by any name' }).fill('zzz');
  await page.locator('.hits').getByText('Nobody has that name').waitFor();
});

on('an entity tells its names, sums and facts', async (page) => {
  await node(page, 'Harbourline Robotics').click();
  const panel = page.locator('#panel');
  await panel.getByText('Received $120 m').waitFor();
  await panel.getByText('Put in $55 m').waitFor();
  assert.equal(await panel.getByRole('heading', { name: 'Who funds it' }).count(), 1);
  assert.equal(await panel.locator('li').count(), 4);
  await page.keyboard.press('Escape');
  assert.ok(await panel.isHidden());
});

on('the sum of a deal of several is told as that of all of them', async (page) => {
  await node(page, 'Ladoga Partners').click();
  await page.locator('#panel').getByText('Put in with others $120 m').waitFor();
});

on('an arrow tells its fact and marks the sentence', async (page) => {
  await page.locator('#picture g.edge').filter({ hasText: 'acquires' }).filter({ hasText: '$35' }).locator('path.hit').click({ force: true });
  const panel = page.locator('#panel');
  await panel.getByRole('heading', { name: 'Harbourline Robotics acquires Polar Optics' }).waitFor();
  const said = await panel.locator('dl').innerText();
  for (const part of ['$35\u00a0m', '75\u00a0%', 'done', '2025-01']) assert.ok(said.includes(part), part);
  assert.equal(await panel.locator('mark').innerText(), 'In January Harbourline bought 75% of Polar Optics for $35 million.');
  assert.deepEqual(await panel.locator('mark b').allInnerTexts(), ['Harbourline', 'Polar Optics']);
  await panel.getByText('news · characters 300–').waitFor();
});

on('a deal tells its sum once and with whom it is shared', async (page) => {
  await page.locator('#picture g.node').filter({ hasText: 'Series' }).click();
  const panel = page.locator('#panel');
  await panel.getByText('Together with').waitFor();
  await panel.getByRole('heading', { name: 'In the same deal' }).waitFor();
});

on('facts are chosen by relation and status', async (page) => {
  await page.getByRole('checkbox', { name: /^owns/ }).uncheck();
  assert.deepEqual(await shown(page), kAll.filter((name) => !['Far Away', 'Farther Away', 'Охта'].includes(name)));
  await page.getByRole('checkbox', { name: /^rumoured/ }).uncheck();
  await page.getByText('6 of 9 facts').waitFor();
  await word(page, 'Show everything again').click();
  assert.deepEqual(await shown(page), kAll);
});

on('facts are chosen by date; those without one stay', async (page) => {
  const set = async (label, date) => {
    await page.getByRole('textbox', { name: label, exact: true }).fill(date);
    await page.keyboard.press('Enter');
  };
  await set('since', '2025-02');
  await page.getByText('6 of 9 facts').waitFor();
  await set('since', '');
  await set('until', '2020');
  await page.getByText('6 of 9 facts').waitFor();
  await set('until', '2020-13');
  assert.equal(await page.getByRole('textbox', { name: 'until' }).getAttribute('aria-invalid'), 'true');
});

on('facts are chosen by their sum, in any currency or one', async (page) => {
  await page.getByRole('textbox', { name: 'Smallest sum' }).fill('30 m');
  await page.keyboard.press('Enter');
  assert.deepEqual(await shown(page), ['Harbourline Robotics', 'Kestrel Bay', 'Ladoga Partners', 'Molo Freight', 'Polar Optics', '上海星河科技']);
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('CNY');
  assert.deepEqual(await shown(page), ['Molo Freight', '上海星河科技']);
});

on('where no fact is left the page says so', async (page) => {
  await page.getByRole('textbox', { name: 'Smallest sum' }).fill('900 tn');
  await page.keyboard.press('Enter');
  assert.deepEqual(await shown(page), []);
  assert.equal(await page.locator('#picture').getAttribute('data-empty'), 'There are no facts to show.');
});

on('one looks at the neighbours of an entity and adds more', async (page) => {
  await node(page, 'Охта').click();
  await word(page, 'Only its neighbours').click();
  assert.deepEqual(await shown(page), ['Ladoga Partners', 'Охта']);
  await node(page, 'Ladoga Partners').click();
  await word(page, 'Add its neighbours (2)').click();
  assert.deepEqual(await shown(page), ['Harbourline Robotics', 'Kestrel Bay', 'Ladoga Partners', 'Охта']);
  await node(page, 'Harbourline Robotics').dblclick();
  assert.ok((await shown(page)).includes('Polar Optics'));
  await page.keyboard.press('a');
  assert.deepEqual(await shown(page), kAll);
});

on('a path follows the money between two entities', async (page) => {
  await find(page, 'From whom', 'охта');
  await find(page, 'To whom', 'polar');
  const steps = page.locator('#panel .steps > li > button');
  await page.getByText('Along the money, steps: 3').first().waitFor();
  assert.deepEqual(await steps.allInnerTexts(), ['Охта', 'Ladoga Partners', 'Harbourline Robotics', 'Polar Optics']);
  assert.equal(await page.locator('#picture g.node[role=button]:not(.faded)').count(), 4);
  await word(page, 'Swap').click();
  await page.getByText('No money goes this way; connected by other ties, steps: 3').first().waitFor();
  await find(page, 'To whom', 'far away');
  await page.getByText('No path through what is shown.').waitFor();
  await word(page, 'Clear').click();
  assert.equal(await page.locator('#picture .faded').count(), 0);
});

on('the ends of a path can be picked in the picture', async (page) => {
  await node(page, 'Охта').click();
  await word(page, 'Path from here').click();
  await page.getByText('Pick the entity where the path ends.').waitFor();
  await node(page, 'Ladoga Partners').click();
  await word(page, 'Path to here').click();
  await page.getByText('Along the money, steps: 1').first().waitFor();
});

test('a link opens the view that it was copied from', async () => {
  const { page, faults, close } = await open(file);
  await node(page, 'Harbourline Robotics').click();
  await word(page, 'Only its neighbours').click();
  await page.getByRole('checkbox', { name: /^rumoured/ }).uncheck();
  await find(page, 'From whom', 'ladoga');
  await find(page, 'To whom', 'polar');
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ru');
  await page.keyboard.press('Escape');
  await page.locator('h1').click();
  await page.keyboard.press('d');
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, -200);
  await page.waitForTimeout(200);
  await word(page, 'Скопировать ссылку на этот вид').click();
  await page.getByText('Ссылка скопирована').first().waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /^file:.*\.html#/);
  const before = [await shown(page), await transform(page), await page.locator('#panel').innerText()];
  const other = await open(file);
  await other.page.goto('about:blank');
  await other.page.goto(link);
  await other.page.locator('#panel .steps').waitFor();
  const after = [await shown(other.page), await transform(other.page), await other.page.locator('#panel').innerText()];
  assert.deepEqual([after[0], after[2]], [before[0], before[2]]);
  const numbers = (text) => text.match(/[-\d.]+/g).map(Number);
  numbers(after[1]).forEach((number, place) => assert.ok(Math.abs(number - numbers(before[1])[place]) < 5));
  assert.equal(await other.page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  assert.deepEqual([...faults, ...other.faults], []);
  await close();
  await other.close();
});

for (const hash of ['#entity=nobody&at=x,y,z&since=yesterday', '#at=0,0,-1&language=xx&theme=%00', '#%E0%A4%A', '#around=,,,&minimum=NaN']) {
  test(`an address that makes no sense opens the page as it is: ${hash}`, async () => {
    const { page, faults, close } = await open(file);
    await page.goto('about:blank');
    await page.goto(`file://${file}${hash}`);
    assert.deepEqual(await shown(page), kAll);
    assert.deepEqual(faults, []);
    await close();
  });
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), word(page, button).click()]);
  return readFileSync(await download.path());
}

on('what is seen is saved as SVG', async (page) => {
  await page.getByRole('checkbox', { name: /^owns/ }).uncheck();
  const svg = (await downloaded(page, 'Save the picture as SVG')).toString();
  assert.match(svg, /^<svg [^>]*viewBox="0 0 /);
  assert.ok(svg.includes('Who funds Harbourline') && svg.includes('Kestrel Bay'));
  for (const absent of ['Far Away', 'class="hit"', 'tabindex', 'aria-', 'script']) assert.ok(!svg.includes(absent), absent);
  const faults = await page.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelectorAll('parsererror').length, svg);
  assert.equal(faults, 0);
});

on('what is seen is saved as PNG', async (page) => {
  const png = await downloaded(page, 'Save the picture as PNG');
  assert.equal(png.subarray(1, 4).toString(), 'PNG');
  assert.ok(png.readUInt32BE(16) > 1000 && png.readUInt32BE(20) > 200);
});

on('all can be done with the keyboard', async (page) => {
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('role')), 'combobox');
  await page.keyboard.type('ladoga');
  await page.locator('.hits [role=option]').first().waitFor();
  await page.keyboard.press('Enter');
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label')?.split(',')[0]);
  assert.equal(await focused(), 'Ladoga Partners');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await focused(), 'Охта');
  await page.keyboard.press('Enter');
  await page.locator('#panel').getByRole('heading', { name: 'Охта' }).waitFor();
  await page.keyboard.press('o');
  assert.deepEqual(await shown(page), ['Ladoga Partners', 'Охта']);
  await page.keyboard.press('t');
  assert.equal(await page.locator('#facts tbody tr').count(), 1);
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByText('Drag to move').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').count(), 0);
});

on('the Tab key comes to the picture once', async (page) => {
  assert.equal(await page.locator('#picture [tabindex="0"]').count(), 1);
});

on('the table lists the facts that are shown, and opens them', async (page) => {
  await word(page, 'Facts').click();
  assert.equal(await page.locator('#facts tbody tr').count(), 9);
  await page.getByRole('checkbox', { name: /^owns/ }).uncheck();
  assert.equal(await page.locator('#facts tbody tr').count(), 7);
  await page.locator('#facts').getByRole('button', { name: 'lends to' }).click();
  await page.locator('#panel').getByText('CN').or(page.locator('#panel').getByText('¥2 bn')).first().waitFor();
});

on('a page is light or dark', async (page) => {
  const fill = () => node(page, 'Охта').locator('polygon').getAttribute('fill');
  assert.equal(await fill(), '#dceefa');
  await word(page, 'Light or dark').click();
  assert.equal(await fill(), '#12344B');
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(20, 24, 29)');
  await word(page, 'Light or dark').click();
  assert.equal(await fill(), '#dceefa');
});

on('a page takes the theme of the reader', async (page) => {
  assert.equal(await node(page, 'Охта').locator('polygon').getAttribute('fill'), '#12344B');
}, { colorScheme: 'dark' });

on('a page speaks Russian when asked', async (page) => {
  await page.getByRole('combobox', { name: 'Language' }).selectOption('ru');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ru');
  await node(page, 'Harbourline Robotics').click();
  await page.getByText('Получено 120 млн $').waitFor();
  await page.getByRole('heading', { name: 'Кто финансирует' }).waitFor();
});

for (const colorScheme of ['light', 'dark']) {
  on(`a checker of accessibility finds nothing (${colorScheme})`, async (page) => {
    await node(page, 'Harbourline Robotics').click();
    await page.keyboard.press('t');
    await find(page, 'From whom', 'охта');
    await find(page, 'To whom', 'polar');
    await page.evaluate(readFileSync(axe, 'utf8'));
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { rules: { 'color-contrast': { enabled: true } } }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 150))]), []);
  }, { colorScheme, bypassCSP: true });
}

on('a page can be used on a telephone', async (page) => {
  assert.ok(await page.locator('#filters').isHidden());
  await node(page, 'Harbourline Robotics').click();
  await page.locator('#panel').getByText('Received').waitFor();
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
}, { viewport: { width: 390, height: 800 } });
