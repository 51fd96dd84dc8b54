// `whofunds serve`: the page of a server, its API, and what it stands.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { find, graphOf, node, open, whofunds } from './browser.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const facts = execFileSync('/usr/bin/python3', [join(here, '../bench/make_facts.py'), '800'], { encoding: 'utf8', maxBuffer: 1 << 28 });
const server = spawn(join(process.env.WHOFUNDS_BUILD, 'whofunds'), ['serve', graphOf(facts), '--port', '0', '--title', 'An economy']);
const ended = once(server, 'exit');
const address = (await once(server.stdout, 'data'))[0].toString().trim();
const port = Number(new URL(address).port);
after(() => server.kill('SIGKILL'));

/** Status, headers and body of a request; `headers` may name another host. */
function ask(path, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part) => { body += part; }).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });
}
const data = async (path) => JSON.parse((await ask(path)).body);
const named = async (name) => (await data(`/api/entities?q=${encodeURIComponent(name)}`)).entities[0];
const last = facts.trim().split('\n').map((line) => JSON.parse(line).subject.name).at(-1);

test('the address is printed, of this machine alone', () => {
  assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});

test('a page begins with a part and fetches what is searched for', async () => {
  const { page, faults, close } = await open(address);
  await page.locator('#count').getByText(/^Shown: [1-6]?\d of 800 entities/).waitFor();
  assert.equal(await node(page, last).count(), 0);
  await find(page, 'Find by any name', last);
  await page.locator('#panel h2').getByText(last).waitFor();
  assert.equal(await node(page, last).count(), 1);
  await page.locator('#only-near').click();
  await page.waitForFunction(() => document.querySelectorAll('#picture g.node[role=button]').length < 30);
  const few = await page.locator('#picture g.node[role=button]').count();
  await page.locator('#picture g.node[role=button]').first().click();
  await page.locator('#expand').click();
  await page.waitForFunction((count) => document.querySelectorAll('#picture g.node[role=button]').length > count, few);
  assert.deepEqual(faults, []);
  await close();
});

test('a path is fetched, and a link opens it again', async () => {
  const { page, faults, close } = await open(address);
  await find(page, 'From whom', last);
  await page.locator('#panel').getByText('Pick the entity where the path ends.').waitFor();
  const goal = (await data('/api/map')).data.entities[0].name;
  await find(page, 'To whom', goal);
  await page.locator('#panel .steps').waitFor();
  const steps = await page.locator('#panel .steps > li > button').allInnerTexts();
  assert.deepEqual([steps[0], steps.at(-1)], [last, goal]);
  await page.locator('#tool-copy_link').click();
  await page.getByText('The link is copied').first().waitFor();
  const other = await open(await page.evaluate(() => navigator.clipboard.readText()));
  await other.page.locator('#panel .steps').waitFor();
  assert.deepEqual(await other.page.locator('#panel .steps > li > button').allInnerTexts(), steps);
  assert.deepEqual([...faults, ...other.faults], []);
  await close();
  await other.close();
});

test('every path of the API that is documented answers as documented', async () => {
  const document = JSON.parse(readFileSync(join(here, '../../docs/openapi.json'), 'utf8'));
  const { id } = await named(last);
  const values = { '/': '', '/api/map': `?expand=${id}`, '/api/entities': '?q=North', '/api/path': `?from=${id}&to=${id}`, '/api/stats': '' };
  assert.deepEqual(Object.keys(document.paths).sort(), Object.keys(values).sort());
  for (const [path, query] of Object.entries(values)) {
    const { status, headers, body } = await ask(path + query);
    const [type, { schema } = {}] = Object.entries(document.paths[path].get.responses['200'].content)[0];
    assert.equal(status, 200, path);
    assert.ok(headers['content-type'].startsWith(type), path);
    for (const key of schema?.required ?? []) assert.ok(key in JSON.parse(body), `${path} has ${key}`);
  }
});

test('what cannot be answered is refused with the reason', async () => {
  for (const [path, status] of [['/api/entities', 400], ['/api/entities?q=x&limit=9999', 400], ['/api/entities?q=x&limit=-1', 400],
    [`/api/entities?q=${'x'.repeat(501)}`, 400], ['/api/map?entities=nobody', 404], ['/api/path?to=a', 400], ['/api/path?from=a', 400],
    [`/api/entities?q=${encodeURIComponent('ж'.repeat(501))}`, 400],
    ['/../../etc/passwd', 404], ['/%2e%2e/%2e%2e/etc/passwd', 404], ['/api/%00', 404], ['//etc/passwd', 404], ['/page.html', 404]]) {
    const { status: got, body } = await ask(path);
    assert.equal(got, status, path);
    assert.equal(typeof JSON.parse(body).error, 'string');
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) assert.equal((await ask('/', { method })).status, 405, method);
});

test('only requests to this machine by its own names are answered', async () => {
  for (const host of ['localhost', `localhost:${port}`, '127.0.0.1', `[::1]:${port}`])
    assert.equal((await ask('/api/stats', { headers: { host } })).status, 200, host);
  for (const host of ['evil.example', `evil.example:${port}`, 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.1'])
    assert.notEqual((await ask('/api/stats', { headers: { host } })).status, 200, host);
});

test('an answer has at most as many entities as one may ask for', async () => {
  const all = facts.trim().split('\n').map((line) => JSON.parse(line).object.name);
  const ids = new Set();
  for (const name of new Set(all)) if (ids.size < 40) ids.add((await named(name)).id);
  const part = await data(`/api/map?expand=${[...ids].join(',')}`);
  assert.ok(part.data.entities.length <= 300 && part.data.entities.length > 100);
});

test('a name may have as many characters as documented, in any script', async () => {
  assert.equal((await ask(`/api/entities?q=${encodeURIComponent('ж'.repeat(500))}`)).status, 200);
});

test('a request that names two hosts is refused', async () => {
  for (const hosts of [['localhost', 'evil.example'], ['evil.example', 'localhost'], ['localhost', 'localhost']]) {
    const answer = await raw(`GET /api/stats HTTP/1.1\r\n${hosts.map((host) => `Host: ${host}\r\n`).join('')}\r\n`, 10_000);
    assert.match(answer, /^HTTP\/1\.1 400 /, hosts.join());
  }
});

/** Sends bytes as they are, and waits for what is answered, or the end, or a while. */
function raw(bytes, patience = 50) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    const done = (answer) => { clearTimeout(timer); socket.destroy(); resolve(String(answer)); };
    socket.on('data', done).on('error', done).on('close', done);
    const timer = setTimeout(done, patience);
  });
}

test('10,000 requests, malformed ones among them, are survived', async () => {
  const nonsense = ['\x00\x01\x02\r\n\r\n', 'GET\r\n\r\n', 'GET / HTTP/9.9\r\n\r\n', `GET /${'a'.repeat(9000)} HTTP/1.1\r\n\r\n`, 'GET / HTTP/1.1\r\nHost\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: localhost\r\n${'X: y\r\n'.repeat(2000)}\r\n`, 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999\r\n\r\nx',
    'POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n', 'GET /api/map?entities=%zz%%%&expand=%F0%9F HTTP/1.1\r\nHost: localhost\r\n\r\n', 'GET / HT'];
  const { id } = await named(last);
  const good = ['/api/stats', `/api/entities?q=${encodeURIComponent('мост')}`, `/api/path?from=${id}&to=${id}`, '/api/map?expand=x', '/nothing', '/api/entities?q=%F0%28%8C%28'];
  let place = 0;
  const worker = async () => {
    while (place < 10_000) {
      const turn = place++;
      if (turn % 50 === 0) await raw(nonsense[(turn / 50) % nonsense.length]);
      else await ask(good[turn % good.length]);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  assert.equal((await ask('/api/stats')).status, 200);
  assert.equal(server.exitCode, null);
});

/** A server of its own for a graph: what `ask` is to the other, and the end of it. */
async function serving(graph, ...options) {
  const child = spawn(join(process.env.WHOFUNDS_BUILD, 'whofunds'), ['serve', graph, '--port', '0', ...options]);
  after(() => child.kill('SIGKILL'));
  const other = (await once(child.stdout, 'data'))[0].toString().trim();
  const get = async (path) => {
    const response = await fetch(other + path);
    return { status: response.status, body: await response.text() };
  };
  return { address: other, get, pid: child.pid, kill: () => child.kill('SIGTERM') };
}

/** Everybody of so many owns everybody: a picture that takes long. */
function tangle(count) {
  const name = (number) => ({ id: `e${number}`, name: `Party ${number}`, kind: 'company', aliases: [`Party ${number}`] });
  const pairs = Array.from({ length: count * count }, (_, place) => [Math.floor(place / count), place % count]).filter(([a, b]) => a !== b);
  return pairs.map(([a, b], place) => JSON.stringify({ doc: 'x', subject: name(a), relation: 'owns', object: name(b), status: 'completed',
    evidence: [{ begin: place, end: place + 1, text: 'x' }] })).join('\n') + '\n';
}

test('a picture has no more facts than can be drawn', async () => {
  const { get, kill } = await serving(graphOf(tangle(60)), '--time-limit', '60');
  const { entities } = JSON.parse((await get('api/entities?q=Party&limit=50')).body);
  const { status, body } = await get(`api/map?expand=${entities[0].id}`);
  assert.equal(status, 200, body.slice(0, 200));
  const { data: part } = JSON.parse(body);
  assert.ok(part.facts.length <= 1500 && part.facts.length > 1000, String(part.facts.length));
  assert.equal(part.total.facts, 3540);
  kill();
});

test('a page says so when its server is gone', async () => {
  const { address: other, kill } = await serving(graphOf(facts));
  const { page, close } = await open(other);
  await page.locator('#count').getByText(/^Shown: /).waitFor();
  kill();
  await page.locator('input[role=combobox]').first().fill('North');
  await page.getByText('The server does not answer').first().waitFor();
  await close();
});

test('a process that dies takes no more than its answer with it', async () => {
  const { get, pid, kill } = await serving(graphOf(facts));
  const children = () => execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/).map(Number);
  for (const child of children()) process.kill(child, 'SIGSEGV');
  const statuses = [];
  for (let time = 0; time < 10; ++time) statuses.push((await get('api/stats')).status);
  assert.deepEqual(statuses.filter((status) => status !== 200).length <= 4, true, String(statuses));
  assert.equal(statuses.at(-1), 200);
  kill();
});

test('what is built into the graph meanwhile is shown without a restart', async () => {
  const [first, ...more] = facts.trim().split('\n');
  const graph = graphOf(first);
  const { get, kill } = await serving(graph);
  const count = async (path) => {
    const { status, body } = await get(path);
    assert.equal(status, 200, body);
    return JSON.parse(body).facts;
  };
  assert.equal(await count('api/stats'), 1);
  const input = `${graph}.more.jsonl`;
  let written = 1;
  for (const part of [more.slice(0, 50), more.slice(50)]) {
    writeFileSync(input, part.map((line) => line.replace(/"doc":"[^"]*"/, `"doc":"later ${written}"`)).join('\n') + '\n');
    whofunds('build', '-o', graph, input);
    written = JSON.parse(whofunds('stats', graph, '--format', 'json')).facts;
    const until = Date.now() + 60_000;
    let shown = await count('api/stats');
    for (; shown !== written && Date.now() < until; shown = await count('api/stats'))
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    assert.equal(shown, written);
  }
  assert.equal((await get('')).status, 200);
  kill();
});

test('a second server at the same port says that it is taken', () => {
  assert.throws(() => execFileSync(join(process.env.WHOFUNDS_BUILD, 'whofunds'), ['serve', graphOf(facts), '--port', String(port)], { stdio: 'pipe' }),
    (error) => error.status === 4 && /the port is taken/.test(error.stderr.toString()));
});

test('it ends when it is told to', async () => {
  server.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
});
