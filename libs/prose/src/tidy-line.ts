import type { Piece, ProseMark, ProseNode } from './prose-node';

/** The order in which marks stand on a piece of text, so that the same marks are the same list. */
const MARKS = ['bold', 'italic', 'strike', 'link', 'code'] as const;
/** Control characters and marks that turn the direction of writing: they come with pasted text, and nobody sees them. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** The line of a text block as pieces, in the one form in which Markdown can say it. */
export function tidyLine(nodes: readonly ProseNode[], { breaks }: { breaks: boolean }): Piece[] {
  const pieces = nodes.flatMap((node): Piece[] => {
    if (node.type === 'hardBreak') return [breaks ? { break: true } : { text: ' ', marks: [] }];
    const text = withoutHidden(node.text ?? '').replace(/[\n\t]/g, ' ');
    return text === '' ? [] : [{ text, marks: tidyMarks(node.marks ?? [], text) }];
  });
  return joined(trimmed(joined(withoutMarkedEdges(pieces))));
}

/** What the server would refuse as invisible is left out. */
export const withoutHidden = (text: string): string => text.replace(HIDDEN, '').toWellFormed();

/** Pieces as the nodes of the editor. */
export function nodesOf(pieces: readonly Piece[]): ProseNode[] {
  return pieces.map((piece) => {
    if ('break' in piece) return { type: 'hardBreak' };
    return { type: 'text', text: piece.text, ...(piece.marks.length > 0 ? { marks: [...piece.marks] } : {}) };
  });
}

export const isSameMark = (a: ProseMark, b: ProseMark): boolean => JSON.stringify(a) === JSON.stringify(b);
const isSameMarks = (a: readonly ProseMark[], b: readonly ProseMark[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function tidyMarks(marks: NonNullable<ProseNode['marks']>, text: string): ProseMark[] {
  const linked = marks.some(({ type }) => type === 'link');
  return MARKS.flatMap((type): ProseMark[] => {
    const mark = marks.find((each) => each.type === type);
    // Ticks in code in a link are read differently by every reader of Markdown.
    if (!mark || (type === 'code' && linked && text.includes('`'))) return [];
    if (type !== 'link') return [{ type }];
    const { href, title } = mark.attrs ?? {};
    return [{ type, attrs: { href: String(href ?? ''), title: title ? String(title) : null } }];
  });
}

/** Emphasis cannot begin or end with a space: the space stands beside it. Twice, for a space that was a whole piece. */
function withoutMarkedEdges(pieces: readonly Piece[]): Piece[] {
  let result = [...pieces];
  for (const type of [...MARKS, ...MARKS]) {
    result = joined(result).flatMap((piece, index, all) => stripped(piece, type, all[index - 1], all[index + 1]));
  }
  return result;
}

function stripped(piece: Piece, type: ProseMark['type'], before?: Piece, after?: Piece): Piece[] {
  const mark = markOf(piece, type);
  if ('break' in piece || !mark) return [piece];
  const begins = !carries(before, mark);
  const ends = !carries(after, mark);
  const head = begins ? (/^\s+/.exec(piece.text)?.[0] ?? '') : '';
  const rest = piece.text.slice(head.length);
  const tail = ends ? (/\s+$/.exec(rest)?.[0] ?? '') : '';
  const bare = piece.marks.filter((each) => each !== mark);
  return [
    { text: head, marks: bare },
    { text: rest.slice(0, rest.length - tail.length), marks: piece.marks },
    { text: tail, marks: bare },
  ].filter(({ text }) => text !== '');
}

const markOf = (piece: Piece, type: ProseMark['type']): ProseMark | undefined =>
  'break' in piece ? undefined : piece.marks.find((mark) => mark.type === type);

/** Whether the run of a mark goes on in a neighbour. */
const carries = (piece: Piece | undefined, mark: ProseMark): boolean => {
  const same = piece && markOf(piece, mark.type);
  return !!same && isSameMark(same, mark);
};

/** Neighbours under the same marks are one piece. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last && !('break' in last) && !('break' in piece) && isSameMarks(last.marks, piece.marks)) {
      result[result.length - 1] = { text: last.text + piece.text, marks: last.marks };
    } else result.push(piece);
  }
  return result;
}

/** No space and no break at the ends, and no space around a break. */
function trimmed(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if ('break' in piece) {
      result.push(piece);
      continue;
    }
    const next = pieces[index + 1];
    let { text } = piece;
    if (result.length === 0 || 'break' in (result.at(-1) as Piece)) text = text.trimStart();
    if (!next || 'break' in next) text = text.trimEnd();
    if (text !== '') result.push({ text, marks: piece.marks });
  }
  while (result[0] && 'break' in result[0]) result.shift();
  while (result.length > 0 && 'break' in (result.at(-1) as Piece)) result.pop();
  return isTrimmed(result) ? result : trimmed(result);
}

/** Whether nothing is left at the ends or around a break after pieces of nothing but space fell away. */
function isTrimmed(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, index) => {
    if ('break' in piece) return true;
    const begins = index === 0 || 'break' in (pieces[index - 1] as Piece);
    const ends = index === pieces.length - 1 || 'break' in (pieces[index + 1] as Piece);
    return !(begins && /^\s/.test(piece.text)) && !(ends && /\s$/.test(piece.text));
  });
}
