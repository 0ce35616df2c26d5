import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, sentenceOf, SENTENCES } from '@sightline/language';

const ROOT = join(__dirname, '../../../../../..');
const SITE = 'apps/web/src';
const PIECES = 'libs/ui/src';
const SERVER = 'apps/api/src';
/** Said by the code a rule answers with; the specs of the API hold these to the codes. */
const SAID_BY_CODE = /^(?:gate|outcome|problem|rule|validation)\./;
const SECTION = Object.keys(SENTENCES.en).join('|');

/** What has no spec of its own: every source and template of a folder. */
function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:ts|html)$/.test(file) && !/\.spec\.ts$/.test(file))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'));
}

function found(texts: string[], pattern: RegExp): string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].map(([, key]) => key ?? ''));
}

/** A key with open parts, `word.` + part or `word.${part}.title`, as the pattern of all it may become. */
function openKey(key: string): RegExp {
  const parts = key.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('[^.]+')}${key.endsWith('.') ? '' : '$'}`);
}

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [path + key] : keysOf(value as object, `${path}${key}.`),
  );
}

describe('the keys of the language files', () => {
  const site = sources(SITE);
  const pieces = sources(PIECES);

  it('exist in every language where they are said in full', () => {
    const said = [
      ...found(site, /['"](\w[\w.-]*\w)['"]\s*\|\s*transloco\b/g).filter((key) => key.includes('.')),
      ...found([...site, ...sources(SERVER)], /\b(?:words\.say|sayKey)\(\s*['"]([\w.-]+)['"]/g),
      ...found(pieces, /['"](\w[\w.-]*\w)['"]\s*\|\s*word\b/g).map((key) => `ui.${key}`),
      ...found(pieces, /\bspeech\.say\(\s*['"](\w[\w.-]*\w)['"]/g).map((key) => `ui.${key}`),
    ];
    expect(said.length).toBeGreaterThan(1000);
    expect(said.filter((key) => LANGUAGES.some((language) => !sentenceOf(key, language)))).toEqual([]);
  });

  it('are said somewhere, or are gone', () => {
    const ofSections = new RegExp(`['"\`]((?:${SECTION})\\.(?:[\\w.-]|\\$\\{[^}]*\\})*)['"\`]`, 'g');
    const ofPieces = /['"`]((?:[\w.-]|\$\{[^}]*\})+)['"`]/g;
    const said = [
      ...found([...site, ...sources(SERVER)], ofSections),
      ...found(pieces, ofPieces).map((key) => `ui.${key}`),
    ];
    const patterns = [...new Set(said)].map(openKey);
    const unsaid = keysOf(SENTENCES.en).filter(
      (key) => !SAID_BY_CODE.test(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unsaid).toEqual([]);
  });
});
