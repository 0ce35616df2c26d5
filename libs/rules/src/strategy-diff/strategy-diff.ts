import {
  DIFF_KINDS,
  type DiffCounts,
  type DiffItem,
  type DiffKind,
  GATE_CODES,
  GATE_TRANSITIONS,
  type Section,
  SECTIONS,
  type SectionAuthors,
  type StrategyDiff,
  type StrategyVersion,
} from '@sightline/contracts';
import { named, number, textField, valueField, word } from './fields';
import { CAPABILITY, compareRecords, DRIVER, FACT, METRIC, PRINCIPLE, type RecordKind, RIGHT } from './record-diffs';
import type { ReadsMarkdown } from './rendered-text';

/** What of a version is compared: all that was written, and nothing that happened to it. */
export type ComparedVersion = Pick<
  StrategyVersion,
  | Section
  | 'authors'
  | 'principles'
  | 'drivers'
  | 'capabilities'
  | 'decisionRights'
  | 'kpis'
  | 'gatePolicy'
  | 'weights'
  | 'facts'
  | 'reviewBy'
>;

/**
 * What one version says otherwise than another, part by part in reading order (PRODUCT.md section 2): sections as they are
 * read, word by word; principles, drivers and capabilities by the identity that survives versions.
 */
export function compareStrategies(
  before: ComparedVersion,
  after: ComparedVersion,
  read: ReadsMarkdown,
): Pick<StrategyDiff, 'items' | 'counts'> {
  const found: Record<DiffKind, Found> = {
    section: compareSections(before, after, read),
    author: compareRecords(AUTHORS, before.authors, after.authors),
    driver: compareRecords(DRIVER, before.drivers, after.drivers),
    capability: compareRecords(CAPABILITY, before.capabilities, after.capabilities),
    principle: compareRecords(PRINCIPLE, before.principles, after.principles),
    fact: compareRecords(FACT, before.facts, after.facts),
    right: compareRecords(RIGHT, before.decisionRights, after.decisionRights),
    metric: compareRecords(METRIC, before.kpis, after.kpis),
    gate: compareRecords(GATE, gateRows(before), gateRows(after)),
    weight: compareRecords(WEIGHT, weightRows(before), weightRows(after)),
    review: compareRecords(REVIEW, [before], [after]),
  };
  return {
    items: readingOrder().flatMap(([kind, sections]) =>
      found[kind].items.filter(({ id }) => !sections || sections.some((section) => section === id)),
    ),
    counts: Object.fromEntries(DIFF_KINDS.map((kind) => [kind, countsOf(found[kind])])) as StrategyDiff['counts'],
  };
}

interface Found {
  items: DiffItem[];
  unchanged: number;
}

type Place = readonly [kind: DiffKind, sections?: readonly Section[]];
/** The records stand below the section that speaks of them, as in the document. */
function readingOrder(): Place[] {
  return [
    ...prose('purpose'),
    ...prose('alignment'),
    ['driver'],
    ...prose('capabilitiesNarrative'),
    ['capability'],
    ['principle'],
    ['fact'],
    ...prose('governance'),
    ['right'],
    ...prose('dataGovernance', 'resilience', 'successMetrics'),
    ['metric'],
    ['gate'],
    ['weight'],
    ['review'],
  ];
}

function prose(...sections: readonly Section[]): Place[] {
  return sections.flatMap((section): Place[] => [
    ['section', [section]],
    ['author', [section]],
  ]);
}

function compareSections(before: ComparedVersion, after: ComparedVersion, read: ReadsMarkdown): Found {
  const items = SECTIONS.flatMap((section): DiffItem[] => {
    const { fields, rewritten } = textField('text', before[section], after[section], read);
    if (fields.length === 0) return [];
    const change = before[section].trim() === '' ? 'added' : after[section].trim() === '' ? 'removed' : 'changed';
    return [{ kind: 'section', id: section, code: null, name: '', change, moved: null, rewritten, fields }];
  });
  return { items, unchanged: SECTIONS.length - items.length };
}

const unnamed = () => ({ code: null, name: '' });

const AUTHORS: RecordKind<SectionAuthors> = {
  kind: 'author',
  identity: ({ section }) => section,
  ordered: false,
  label: unnamed,
  fields: (before, after) => [
    ...valueField('business', named(before?.business), named(after?.business)),
    ...valueField('it', named(before?.it), named(after?.it)),
  ],
};

interface GateRow {
  code: string;
  blocks: readonly string[];
}
const gateRows = ({ gatePolicy }: ComparedVersion): GateRow[] =>
  GATE_CODES.map((code) => ({
    code,
    blocks: GATE_TRANSITIONS.filter((transition) => gatePolicy[transition].includes(code)),
  }));
const GATE: RecordKind<GateRow> = {
  kind: 'gate',
  identity: ({ code }) => code,
  ordered: false,
  label: ({ code }) => ({ code, name: '' }),
  fields: (before, after) =>
    GATE_TRANSITIONS.flatMap((transition) =>
      valueField(transition, word(stops(before, transition)), word(stops(after, transition))),
    ),
};
const stops = (row: GateRow | null, transition: string) => (row?.blocks.includes(transition) ? 'blocks' : 'passes');

const weightRows = ({ weights }: ComparedVersion) =>
  Object.entries(weights).map(([part, points]) => ({ part, points }));
const WEIGHT: RecordKind<{ part: string; points: number }> = {
  kind: 'weight',
  identity: ({ part }) => part,
  ordered: false,
  label: unnamed,
  fields: (before, after) => valueField('points', number(before?.points), number(after?.points)),
};

const REVIEW: RecordKind<ComparedVersion> = {
  kind: 'review',
  identity: () => 'reviewBy',
  ordered: false,
  label: unnamed,
  fields: (before, after) => valueField('reviewBy', day(before?.reviewBy), day(after?.reviewBy)),
};
const day = (value: string | null | undefined) => (value ? ({ type: 'day', day: value } as const) : null);

function countsOf({ items, unchanged }: Found): DiffCounts {
  const counts: DiffCounts = { changed: 0, moved: 0, added: 0, removed: 0, unchanged };
  for (const { change } of items) counts[change] += 1;
  return counts;
}
