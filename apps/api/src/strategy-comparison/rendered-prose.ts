import type { BlockForm, TextMarks } from '@sightline/contracts';
import { type ProseNode, readProse, SOURCE_BLOCK } from '@sightline/prose';
import type { RenderedBlock, TextRun } from '@sightline/rules';

/** A text of Markdown as people read it: what lies inside lists and quotes one after the other, marks and links with it. */
export function renderedProse(text: string): RenderedBlock[] {
  return text === '' ? [] : readProse(text).flatMap((node) => renderedNode(node, { kind: 'paragraph', level: 0 }));
}

/** `form` is what a paragraph is here: in an item an item, in a quote a quote. */
function renderedNode(node: ProseNode, form: BlockForm): RenderedBlock[] {
  const deeper = form.level + 1;
  switch (node.type) {
    case 'heading':
      return [{ kind: 'heading', level: Number(node.attrs?.['level'] ?? 1), runs: runsOf(node) }];
    case 'codeBlock':
      return [{ kind: 'code', level: form.level, runs: codeOf(node) }];
    case 'horizontalRule':
      return [{ kind: 'line', level: 0, runs: [] }];
    case 'table':
      return [{ kind: 'table', level: form.level, runs: [], rows: rowsOf(node) }];
    case 'bulletList':
    case 'orderedList':
      return within(node).flatMap((item) =>
        within(item).flatMap((block, at) =>
          renderedNode(block, { kind: at === 0 ? 'item' : 'paragraph', level: deeper }),
        ),
      );
    case 'blockquote':
      return within(node).flatMap((block) => renderedNode(block, { kind: 'quote', level: deeper }));
    case SOURCE_BLOCK:
      return [
        { kind: 'code', level: form.level, runs: [{ text: String(node.attrs?.['raw'] ?? '').trim(), marks: {} }] },
      ];
    default:
      return [{ ...form, runs: runsOf(node) }];
  }
}

const within = (node: ProseNode): ProseNode[] => node.content ?? [];

const rowsOf = (table: ProseNode): TextRun[][][] =>
  within(table).map((row) => within(row).map((cell) => within(cell).flatMap(runsOf)));

const codeOf = (node: ProseNode): TextRun[] => within(node).map(({ text = '' }) => ({ text, marks: {} }));

/** A line as a browser shows it: however it was broken and spaced, one space between words. */
function runsOf(node: ProseNode): TextRun[] {
  const runs: { text: string; marks: TextMarks }[] = [];
  for (const piece of within(node)) {
    const text = piece.type === 'hardBreak' ? '\n' : (piece.text ?? '').replace(/\s+/g, ' ');
    const last = runs.at(-1);
    const begins = !last || /\s$/.test(last.text);
    const shown = begins ? text.replace(/^ /, '') : text;
    if (shown !== '') runs.push({ text: shown, marks: marksOf(piece) });
  }
  const last = runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  return runs.filter(({ text }) => text !== '');
}

function marksOf({ marks = [] }: ProseNode): TextMarks {
  const look: TextMarks = {};
  for (const { type, attrs } of marks) {
    if (type === 'link') look.link = String(attrs?.['href'] ?? '');
    else if (type === 'bold' || type === 'italic' || type === 'strike' || type === 'code') look[type] = true;
  }
  return look;
}
