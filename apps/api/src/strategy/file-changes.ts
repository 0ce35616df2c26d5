import { SECTIONS, type StrategyVersion } from '@sightline/contracts';
import { isDeepStrictEqual } from 'node:util';
import type { StrategyText } from './document/strategy-text';
import type { FilePlace } from './file-problem';

type Row = Record<string, unknown>;

/**
 * What the file says otherwise than the draft of everything but its records, as a request would say it. What is the same
 * is left out: a person who has left, or a KPI that was archived, may stay where they stand.
 */
export function changesOf(text: StrategyText, before: StrategyVersion): Row {
  const said: Row = {
    ...Object.fromEntries(SECTIONS.map((section) => [section, text.sections[section]?.value])),
    reviewBy: text.reviewBy?.value,
    facts: text.lists.facts?.value,
    weights: text.lists.weights?.value[0],
    gatePolicy: policyOf(text),
    kpis: text.lists.kpis?.value.map((row) => row['kpi']),
  };
  const standing: Row = { ...before, kpis: before.kpis.map(({ id }) => id) };
  return {
    ...Object.fromEntries(
      Object.entries(said).filter(
        ([field, value]) => value !== undefined && !isDeepStrictEqual(value, standing[field]),
      ),
    ),
    ...authorsOf(text, before),
  };
}

function policyOf({ lists }: StrategyText): Row | undefined {
  return (
    lists.gatePolicy && Object.fromEntries(lists.gatePolicy.value.map((row) => [row['transition'], row['checks']]))
  );
}

function authorsOf({ lists }: StrategyText, before: StrategyVersion): Row {
  const changed = lists.authors?.value.filter((row) => {
    const standing = before.authors.find(({ section }) => section === row['section']);
    const same = (side: 'business' | 'it'): boolean => (standing?.[side]?.id ?? null) === row[side];
    return !(same('business') && same('it'));
  });
  return changed && changed.length > 0 ? { authors: changed } : {};
}

/** The line behind a pointer into such a request: `/facts/2/name` is the third fact. */
export function placeOfChange({ sections, lists, reviewBy }: StrategyText): (pointer: string) => FilePlace {
  return (pointer) => {
    const [, field = '', index = ''] = pointer.split('/');
    const section = SECTIONS.find((one) => one === field);
    const list = Object.entries(lists).find(([name]) => name === field)?.[1];
    const told = section ? sections[section] : field === 'reviewBy' ? reviewBy : list;
    const row = /^\d+$/.test(index) ? list?.rows[Number(index)] : undefined;
    return { line: row ?? told?.line ?? 1, field: pointer === '' ? null : pointer.slice(1).replaceAll('/', '.') };
  };
}
