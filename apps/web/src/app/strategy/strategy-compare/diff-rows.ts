import type { DiffBlock, DiffItem, FieldDiff } from '@sightline/contracts';

/** What stands in one row of the comparison: a stretch that is the same, folded, or a place to jump to. */
export type TextRow =
  | { kind: 'fold'; blocks: DiffBlock[] }
  | { kind: 'change'; place: number; olds: DiffBlock[]; news: DiffBlock[]; inLine: DiffBlock[] };

export type FieldRows =
  | { kind: 'text'; field: string; rows: TextRow[] }
  | { kind: 'other'; field: Exclude<FieldDiff, { kind: 'text' }>; place: number };

/** A part that differs, with the places in it, numbered through the whole comparison from 0. */
export interface ItemRows {
  item: DiffItem;
  fields: FieldRows[];
  /** The first of its places; a part that only came, left or moved has one of its own. */
  place: number;
}

/** Everything that differs, in reading order, with how many places there are to jump to. */
export function rowsOf(items: readonly DiffItem[]): { items: ItemRows[]; places: number } {
  let places = 0;
  const numbered = items.map((item): ItemRows => {
    const place = places;
    const fields = item.fields.map((field): FieldRows => {
      if (field.kind !== 'text') return { kind: 'other', field, place: places++ };
      return { kind: 'text', field: field.field, rows: textRows(field.blocks, () => places++) };
    });
    if (places === place) places += 1;
    return { item, fields, place };
  });
  return { items: numbered, places };
}

/** Paragraphs that went and came between two that stayed stand side by side; one that was reworded stands for itself. */
function textRows(blocks: readonly DiffBlock[], nextPlace: () => number): TextRow[] {
  const rows: TextRow[] = [];
  let open: Extract<TextRow, { kind: 'change' }> | null = null;
  for (const block of blocks) {
    const last = rows.at(-1);
    if (block.change === 'same') {
      if (last?.kind === 'fold') last.blocks.push(block);
      else rows.push({ kind: 'fold', blocks: [block] });
      open = null;
    } else if (block.change === 'changed') {
      rows.push({ kind: 'change', place: nextPlace(), olds: [block], news: [block], inLine: [block] });
      open = null;
    } else {
      if (!open) rows.push((open = { kind: 'change', place: nextPlace(), olds: [], news: [], inLine: [] }));
      open[block.change === 'removed' || block.change === 'moved_from' ? 'olds' : 'news'].push(block);
      open.inLine.push(block);
    }
  }
  return rows;
}
