import type {
  CapabilityRevision,
  DecisionRight,
  DiffItem,
  DiffKind,
  DriverRevision,
  Fact,
  FieldDiff,
  PrincipleRevision,
  Reference,
} from '@sightline/contracts';
import { named, number, text, textFields, valueField, word } from './fields';
import { bothOf, type Both } from './list-diff';
import { compareCells, compareRules } from './rule-diff';

/** How the records of a kind are told apart, named, and held against each other. */
export interface RecordKind<Part> {
  kind: DiffKind;
  identity: (part: Part) => string;
  /** Whether the order in which they stand says something. */
  ordered: boolean;
  label: (part: Part) => { code: string | null; name: string };
  fields: (before: Part | null, after: Part | null) => FieldDiff[];
}

/** The records of a kind that differ, and how many do not. */
export function compareRecords<Part>(
  { kind, identity, ordered, label, fields }: RecordKind<Part>,
  before: readonly Part[],
  after: readonly Part[],
): { items: DiffItem[]; unchanged: number } {
  const all = bothOf(before, after, identity, { ordered }).map((both) => {
    const part = (both.after ?? both.before) as Part;
    const differing = fields(both.before, both.after);
    const change = changeOf(both, differing);
    return { kind, id: identity(part), ...label(part), change, moved: both.moved, rewritten: false, fields: differing };
  });
  const items = all.flatMap(({ change, ...item }) => (change ? [{ ...item, change }] : []));
  return { items, unchanged: all.length - items.length };
}

function changeOf<Part>({ before, after, moved }: Both<Part>, fields: readonly FieldDiff[]): DiffItem['change'] | null {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return fields.length > 0 ? 'changed' : moved ? 'moved' : null;
}

const idOf = ({ id }: { id: string }) => id;
const called = ({ code, name }: { code: string; name: string }) => ({ code, name });

export const DRIVER: RecordKind<DriverRevision> = {
  identity: idOf,
  ordered: true,
  kind: 'driver',
  label: called,
  fields: (before, after) => [
    ...textFields(['name', 'description'], before, after),
    ...valueField('weight', number(before?.weight), number(after?.weight)),
  ],
};

export const CAPABILITY: RecordKind<CapabilityRevision> = {
  identity: idOf,
  ordered: true,
  kind: 'capability',
  label: called,
  fields: (before, after) => [
    ...textFields(['name', 'description'], before, after),
    ...valueField('current', number(before?.current), number(after?.current)),
    ...valueField('target', number(before?.target), number(after?.target)),
  ],
};

export const PRINCIPLE: RecordKind<PrincipleRevision> = {
  identity: idOf,
  ordered: true,
  kind: 'principle',
  label: ({ code, title }) => ({ code, name: title }),
  fields: (before, after) => {
    const cells = compareCells(before?.applicability ?? null, after?.applicability ?? null);
    const rules = compareRules(before?.decisionTable ?? null, after?.decisionTable ?? null);
    return [
      ...textFields(['title', 'statement', 'rationale', 'implications', 'exceptionGuidance'], before, after),
      ...valueField('mandate', named(before?.mandate), named(after?.mandate)),
      ...(cells.length > 0 ? [{ field: 'applicability', kind: 'cells' as const, cells }] : []),
      ...(rules.some(({ change }) => change !== 'same')
        ? [{ field: 'decisionTable', kind: 'rules' as const, rules }]
        : []),
    ];
  },
};

export const METRIC: RecordKind<Reference> = {
  identity: idOf,
  ordered: true,
  kind: 'metric',
  label: ({ code, name }) => ({ code, name }),
  fields: () => [],
};

export const FACT: RecordKind<Fact> = {
  kind: 'fact',
  identity: ({ name }) => name,
  ordered: true,
  label: ({ name }) => ({ code: null, name }),
  fields: (before, after) => [
    ...valueField('type', word(before?.type), word(after?.type)),
    ...textFields(['question'], before, after),
    ...valueField('unit', text(before?.unit), text(after?.unit)),
    ...valueField('choices', text(before?.choices.join(', ')), text(after?.choices.join(', '))),
  ],
};

/** A right has no identity of its own: it is the same one when it is about the same subject up to the same budget. */
export const RIGHT: RecordKind<DecisionRight> = {
  kind: 'right',
  identity: ({ subject, budgetUpTo }) => `${subject} ${budgetUpTo ?? ''}`.trim(),
  ordered: false,
  label: () => ({ code: null, name: '' }),
  fields: (before, after) => [
    ...valueField(
      'subject',
      before && after ? null : word(before?.subject),
      before && after ? null : word(after?.subject),
    ),
    ...valueField('budgetUpTo', before && after ? null : budget(before), before && after ? null : budget(after)),
    ...valueField('board', named(before?.board), named(after?.board)),
    ...valueField('rule', word(before?.rule), word(after?.rule)),
  ],
};

const budget = (right: DecisionRight | null) =>
  right?.budgetUpTo ? ({ type: 'money', amount: right.budgetUpTo } as const) : null;
