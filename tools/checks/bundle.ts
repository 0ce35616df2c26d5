// What a browser fetches as script before Home can be used, compressed as the server does it, stays within SPEED.md's
// 250 kB. Run after the site is built; Angular's own budgets know raw sizes only.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const LIMIT_KB = 250;
const FOLDER = resolve(import.meta.dirname, '../../dist/apps/web/browser');
/** The one file that is asked for on the way to Home beside what main itself needs: the words of a language. */
const WORDS = /import\([`'"]\.\/(english-[\w-]+\.js)/;
const STATIC = /(?:^|[;}\n])\s*(?:import|export)\b[^;()]*?[`'"]\.\/([\w-]+\.js)[`'"]/g;

const main = /src="(main[^"]*\.js)"/.exec(existsSync(FOLDER) ? textOf('index.html') : '')?.[1];
if (!main) throw new Error('The site is not built: nx run web:build');
const files = new Set<string>();
take(main);
const [words] = [...files].flatMap((file) => WORDS.exec(textOf(file))?.[1] ?? []);
if (!words) throw new Error(`Nothing in the built site matches ${WORDS}: do the words of a language still come alone?`);
take(words);

const sizes = [...files].map((file) => {
  const script = readFileSync(join(FOLDER, file));
  const brotli = brotliCompressSync(script, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  return { file, raw: script.length, gzip: gzipSync(script).length, brotli: brotli.length };
});
const sum = (of: 'raw' | 'gzip' | 'brotli'): number => sizes.reduce((all, size) => all + size[of], 0) / 1000;
const said = `Home: ${files.size} scripts, ${sum('brotli').toFixed(0)} kB with brotli, ${sum('gzip').toFixed(0)} kB with gzip, ${sum('raw').toFixed(0)} kB raw`;
if (sum('brotli') > LIMIT_KB) {
  const largest = sizes.sort((one, other) => other.brotli - one.brotli).slice(0, 5);
  console.error(`${said}; more than ${LIMIT_KB} kB with brotli. The largest:`);
  for (const { file, brotli } of largest) console.error(`  ${(brotli / 1000).toFixed(0)} kB ${file}`);
  process.exitCode = 1;
} else console.log(said);

function take(file: string): void {
  if (files.has(file)) return;
  files.add(file);
  for (const [, next = ''] of textOf(file).matchAll(STATIC)) take(next);
}

function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}
