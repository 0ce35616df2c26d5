import type { DiffValue, FieldDiff, Reference } from '@sightline/contracts';
import { compareBlocks } from './block-diff';
import { plainBlocks, type RenderedBlock } from './rendered-text';

/** A field of text; none where it reads the same in both. */
export function textField(
  field: string,
  before: string,
  after: string,
  read: (text: string) => RenderedBlock[] = plainBlocks,
): { fields: FieldDiff[]; rewritten: boolean } {
  if (before === after) return { fields: [], rewritten: false };
  const { blocks, rewritten } = compareBlocks(read(before), read(after));
  const differs = blocks.some(({ change }) => change !== 'same');
  return { fields: differs ? [{ field, kind: 'text', blocks }] : [], rewritten };
}

/** The fields of text of a record, of which either version may hold none. */
export function textFields<Part>(
  fields: readonly (keyof Part & string)[],
  before: Part | null,
  after: Part | null,
): FieldDiff[] {
  const textOf = (part: Part | null, field: keyof Part): string => (part ? String(part[field] ?? '') : '');
  return fields.flatMap((field) => textField(field, textOf(before, field), textOf(after, field)).fields);
}

export function valueField(field: string, before: DiffValue | null, after: DiffValue | null): FieldDiff[] {
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ field, kind: 'value', before, after }];
}

export const number = (value: number | undefined): DiffValue | null =>
  value === undefined ? null : { type: 'number', number: value };
export const word = (value: string | null | undefined): DiffValue | null =>
  value ? { type: 'word', word: value } : null;
export const text = (value: string | null | undefined): DiffValue | null =>
  value ? { type: 'text', text: value } : null;
export const named = (record: Pick<Reference, 'code' | 'name'> | null | undefined): DiffValue | null =>
  record ? { type: 'named', code: record.code, name: record.name } : null;
