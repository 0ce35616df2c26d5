import type { TextMarks, TextPiece } from '@sightline/contracts';
import { align, type Effort } from './align';
import type { Pair } from './increasing';
import { isSameLook, isWord, textOfRuns, tokensOf, type TextRun } from './rendered-text';

/** A stretch in which both texts have the same words, or what each has instead; ends are not included. */
interface Stretch {
  same: boolean;
  a: [number, number];
  b: [number, number];
}

/** A line or paragraph word by word; what is taken out stands before what takes its place. */
export function wordPieces(before: readonly TextRun[], after: readonly TextRun[], effort: Effort): TextPiece[] {
  const [a, b] = [tokensOf(textOfRuns(before)), tokensOf(textOfRuns(after))];
  const stretches = readable(stretchesOf(align(a, b, effort), a.length, b.length), a, b);
  const [olds, news] = [new Cutter(before), new Cutter(after)];
  return stretches.flatMap((stretch) => {
    const [gone, come] = [lengthOf(a, stretch.a), lengthOf(b, stretch.b)];
    if (stretch.same) return sameWords(olds.cut(gone), news.cut(come));
    return [...whole('removed', olds.cut(gone)), ...whole('added', news.cut(come))];
  });
}

/** Runs of one text with one change throughout. */
export function whole(change: 'same' | 'added' | 'removed', runs: readonly TextRun[]): TextPiece[] {
  return runs.filter(({ text }) => text !== '').map(({ text, marks }) => piece(change, text, marks));
}

function stretchesOf(pairs: readonly Pair[], lengthA: number, lengthB: number): Stretch[] {
  const stretches: Stretch[] = [];
  let [a, b] = [0, 0];
  for (const [atA, atB] of [...pairs, [lengthA, lengthB] as const]) {
    if (atA > a || atB > b) stretches.push({ same: false, a: [a, atA], b: [b, atB] });
    const last = stretches.at(-1);
    [a, b] = [Math.min(atA + 1, lengthA), Math.min(atB + 1, lengthB)];
    if (atA === lengthA && atB === lengthB) break;
    if (last?.same) [last.a[1], last.b[1]] = [a, b];
    else stretches.push({ same: true, a: [atA, a], b: [atB, b] });
  }
  return stretches;
}

/** The letters that two rewritten phrases happen to share say nothing: they are shown as part of the phrases. */
function readable(stretches: readonly Stretch[], a: readonly string[], b: readonly string[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const [index, stretch] of stretches.entries()) {
    const [last, next] = [kept.at(-1), stretches[index + 1]];
    const isBridge = stretch.same && last && !last.same && next && isChance(stretch, last, next, a, b);
    if (last && !last.same && (isBridge || !stretch.same)) {
      last.a = [last.a[0], stretch.a[1]];
      last.b = [last.b[0], stretch.b[1]];
    } else kept.push({ ...stretch });
  }
  return kept;
}

const SHORT_WORD = 3;

function isChance(same: Stretch, left: Stretch, right: Stretch, a: readonly string[], b: readonly string[]): boolean {
  const words = a.slice(...same.a).filter(isWord);
  const [word = ''] = words;
  if (words.length > 1 || word.length > SHORT_WORD) return false;
  const around = (side: 'a' | 'b', of: readonly string[]): boolean =>
    [left, right].some((stretch) => of.slice(...stretch[side]).some(isWord));
  return around('a', a) && around('b', b);
}

function lengthOf(tokens: readonly string[], [from, to]: readonly [number, number]): number {
  let length = 0;
  for (let at = from; at < to; at += 1) length += (tokens[at] as string).length;
  return length;
}

/** Hands out the runs of a text bit by bit. */
class Cutter {
  private run = 0;
  private from = 0;

  constructor(private readonly runs: readonly TextRun[]) {}

  cut(length: number): TextRun[] {
    const taken: TextRun[] = [];
    for (let left = length; left > 0;) {
      const { text, marks } = this.runs[this.run] as TextRun;
      const part = text.slice(this.from, this.from + left);
      if (part) taken.push({ text: part, marks });
      left -= part.length;
      this.from += part.length;
      if (this.from < text.length) continue;
      this.run += 1;
      this.from = 0;
    }
    return taken;
  }
}

/** The same letters twice, cut wherever the look of either changes. */
function sameWords(olds: readonly TextRun[], news: readonly TextRun[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  const after = new Cutter(news);
  for (const old of olds) {
    for (const { text, marks } of after.cut(old.text.length)) {
      if (isSameLook(old.marks, marks)) pieces.push(piece('same', text, marks));
      else pieces.push({ ...piece('formatted', text, marks), before: old.marks });
    }
  }
  return joined(pieces);
}

function piece(change: TextPiece['change'], text: string, marks: TextMarks): TextPiece {
  return Object.keys(marks).length > 0 ? { change, text, marks } : { change, text };
}

/** Neighbours that differ in nothing are one piece. */
function joined(pieces: readonly TextPiece[]): TextPiece[] {
  const kept: TextPiece[] = [];
  for (const next of pieces) {
    const last = kept.at(-1);
    const isSame =
      last?.change === next.change &&
      isSameLook(last.marks ?? {}, next.marks ?? {}) &&
      isSameLook(last.before ?? {}, next.before ?? {});
    if (isSame) last.text += next.text;
    else kept.push({ ...next });
  }
  return kept;
}
