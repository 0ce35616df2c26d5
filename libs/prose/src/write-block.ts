import { SOURCE_BLOCK, type Alignment, type Piece, type ProseNode } from './prose-node';
import type { Lines } from './lines';

/** Where a block stands. */
interface Spot {
  /** The list before it in Markdown, if it is a list of the same kind: two in a row would be read as one. */
  readonly after?: string | undefined;
  readonly inside?: boolean;
}

const RULE_OF = { left: ':---', center: ':---:', right: '---:' } as const;

/** A block in Markdown, without a line end behind it; its lines are written by `lines`. */
export function writeBlock(node: ProseNode, lines: Lines, spot: Spot = {}): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(Number(node.attrs?.['level']))} ${lines.heading(piecesOf(node))}`;
    case 'codeBlock':
      return writeCode(node);
    case 'blockquote':
      return behind('> ', '> ', writeBlocks(node.content ?? [], lines, '\n\n'));
    case 'bulletList':
    case 'orderedList':
      return writeList(node, lines, spot);
    case 'table':
      return writeTable(node, lines);
    case 'horizontalRule':
      return spot.inside ? '___' : '---';
    case SOURCE_BLOCK:
      return String(node.attrs?.['raw'] ?? '');
    default:
      return lines.paragraph(piecesOf(node));
  }
}

function writeBlocks(nodes: readonly ProseNode[], lines: Lines, between: string): string {
  const written: string[] = [];
  for (const [index, node] of nodes.entries()) {
    const after = nodes[index - 1]?.type === node.type ? written.at(-1) : undefined;
    written.push(writeBlock(node, lines, { after, inside: true }));
  }
  return written.join(between);
}

/** The content of a tidy text block. */
function piecesOf(node: ProseNode): Piece[] {
  return (node.content ?? []).map((piece) =>
    piece.type === 'hardBreak' ? { break: true } : { text: piece.text ?? '', marks: (piece.marks ?? []) as never },
  );
}

function writeCode(node: ProseNode): string {
  const text = node.content?.[0]?.text ?? '';
  const runs = text.match(/^\s*`{3,}/gm)?.map((run) => run.trim().length) ?? [];
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  const language = node.attrs?.['language'];
  return `${fence}${language ? String(language) : ''}\n${text}${text === '' ? '' : '\n'}${fence}`;
}

function writeList(node: ProseNode, lines: Lines, { after = '' }: Spot): string {
  const ordered = node.type === 'orderedList';
  const bullet = /^ {0,3}-/.test(after) ? '* ' : '- ';
  const point = /^ {0,3}\d+\./.test(after) ? ') ' : '. ';
  const items = node.content ?? [];
  const tight = items.every(isTight);
  const start = Number(node.attrs?.['start'] ?? 1);
  return items
    .map((item, index) => {
      const marker = ordered ? `${start + index}${point}` : bullet;
      const [first, ...rest] = item.content ?? [];
      const blocks = first?.content?.length ? [first, ...rest] : rest;
      const written = writeBlocks(blocks, lines, tight ? '\n' : '\n\n');
      return behind(marker, ' '.repeat(marker.length), written);
    })
    .join(tight ? '\n' : '\n\n');
}

/** Nothing but a line and lists that may follow a line directly. */
function isTight({ content = [] }: ProseNode): boolean {
  const [first, ...rest] = content;
  if (!first?.content?.length && rest.length > 0) return false;
  return rest.length <= 1 && rest.every((node) => mayFollowALine(node) && (node.content ?? []).every(isTight));
}

function mayFollowALine({ type, attrs, content }: ProseNode): boolean {
  const begins = content?.[0]?.content?.[0]?.content?.length;
  return !!begins && (type === 'bulletList' || (type === 'orderedList' && attrs?.['start'] === 1));
}

/** A text behind a marker, its further lines as far in. */
function behind(first: string, further: string, text: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : line === '' ? further.trimEnd() : further) + line)
    .map((line, index) => (index === 0 && text === '' ? line.trimEnd() : line))
    .join('\n');
}

function writeTable(node: ProseNode, lines: Lines): string {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => lines.cell(piecesOf(cell.content?.[0] ?? cell))),
  );
  const rules = (node.content?.[0]?.content ?? []).map(({ attrs }) => {
    const align = attrs?.['align'] as Alignment | null;
    return align ? RULE_OF[align] : '---';
  });
  const [head = [], ...body] = rows;
  return [head, rules, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
