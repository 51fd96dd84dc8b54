// Makes one file of the page: page.html with the style sheet, the program and the licences of what the program is made
// with. The C++ code then puts a graph where the marks (@@name@@) stand.
//   node build.mjs FOLDER-OF-NODE_MODULES OUT
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const [folder, out] = process.argv.slice(2);
const modules = resolve(folder);
const here = dirname(fileURLToPath(import.meta.url));
const esbuild = createRequire(join(modules, 'x'))('esbuild');

async function bundled(entry) {
  const result = await esbuild.build({
    absWorkingDir: here,
    entryPoints: [entry],
    nodePaths: [modules],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    write: false,
  });
  return { text: result.outputFiles[0].text.trimEnd(), inputs: Object.keys(result.metafile.inputs) };
}

// The notice of every package that a line of the program comes from.
function licences(inputs) {
  const names = inputs.map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
  return [...new Set(names)].filter(Boolean).sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return `${name} ${version} (${license})\n\n${readFileSync(join(modules, name, 'LICENSE'), 'utf8').trim()}`;
  }).join('\n\n\n');
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const program = await bundled('main.ts');
const sheet = await bundled('page.css');
const parts = {
  script: program.text,
  sheet: sheet.text,
  script_digest: digest(program.text),
  sheet_digest: digest(sheet.text),
  licences: escaped(licences(program.inputs)),
};
for (const [name, text] of Object.entries(parts)) {
  if (/<\/(script|style)|@@/i.test(text)) throw new Error(`${name} would end the element that it stands in, or holds a mark`);
}
const page = readFileSync(join(here, 'page.html'), 'utf8');
writeFileSync(out, page.replace(/@@(\w+)@@/g, (mark, name) => parts[name] ?? mark));
