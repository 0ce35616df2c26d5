import pdfmake from 'pdfmake';
import pdfDocument from 'pdfmake/js/PDFDocument';
import { FONT_FILES } from './font-files';
import { openedWoff } from './opened-woff';

/** The styles of a family by the names of pdfmake. */
const STYLES = ['normal', 'bold', 'italics', 'bolditalics'] as const;

/** A run of text that one font file can set. */
export interface Run {
  text: string;
  font: string;
}

interface Script {
  font: string;
  signs: ReadonlySet<number>;
}

const scripts = new Map<string, Script[]>();

/** Hands the fonts to pdfmake, which may read nothing else: no file of the machine, and nothing from a network. */
export function loadFonts(): void {
  if (scripts.size > 0) return;
  const files: Record<string, Record<string, string>> = {};
  for (const [family, all] of Object.entries(FONT_FILES)) {
    for (const [index, file] of all.entries()) {
      const font = `${family}-${index}`;
      files[font] = {};
      for (const style of STYLES) {
        const name = `${font}-${style}.ttf`;
        pdfmake.virtualfs.writeFileSync(name, openedWoff(file[style]));
        files[font][style] = name;
      }
    }
  }
  pdfmake.addFonts(files);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => false);
  const probe = new pdfDocument.default(files, {}, {}, {}, { font: null }, pdfmake.virtualfs);
  for (const [family, all] of Object.entries(FONT_FILES)) {
    const known = all.map((_, index): Script => {
      const font = `${family}-${index}`;
      return { font, signs: new Set(probe.provideFont(font, false, false).font.characterSet) };
    });
    scripts.set(family, known);
  }
}

/**
 * Words that no line holds, and as many signs of them as surely fit into one. What may be copied from a page, a hash or an
 * address, is shorter and stays whole.
 */
const LONG_WORD = /[^\s\u200b]{200,}/g;
const PART = /.{20}(?=.)/gsu;
/** A place where a line may end; no font draws it. */
const BREAK = '\u200b';
const broken = (word: string): string => word.replace(PART, (part) => `${part}${BREAK}`);

/** What every first file has: most texts are nothing else. */
const PLAIN = /^[\x20-\x7e\n]*$/;

/**
 * A text in runs, each for the font file that has its signs. What none of them has is set in the first, as the empty box
 * that says so.
 */
export function runsOf(given: string, family: string): Run[] {
  const text = given.replace(LONG_WORD, broken);
  const known = scripts.get(family) ?? [];
  const first = known[0]?.font ?? '';
  if (PLAIN.test(text)) return [{ text, font: first }];
  const runs: Run[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    const font = fontFor(sign, known, last?.font) ?? first;
    if (last && last.font === font) last.text += sign;
    else runs.push({ text: sign, font });
  }
  return runs;
}

/** Stays with the font of the sign before where it can: a space or a comma belongs to its neighbours. */
function fontFor(sign: string, known: readonly Script[], current: string | undefined): string | undefined {
  const code = sign.codePointAt(0) ?? 0;
  if (sign === '\n' || sign === BREAK) return current;
  const has = ({ signs }: Script): boolean => signs.has(code);
  const neutral = code < 0x41 && known.some((script) => script.font === current && has(script));
  return neutral ? current : known.find(has)?.font;
}
