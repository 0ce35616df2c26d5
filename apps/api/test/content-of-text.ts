import { SECTIONS } from '@sightline/contracts';
import type { RecordKind, StrategyText, ToldRecord } from '../src/strategy/document/strategy-text';

/** What a file says, in the form that is hashed at ratification (strategy-content.ts). */
export function contentOfText(text: StrategyText, codes: ReadonlyMap<string, string>): Record<string, unknown> {
  const { lists, records } = text;
  const facts = lists.facts?.value ?? [];
  return {
    number: text.number,
    copiedFrom: text.copiedFrom,
    reviewBy: text.reviewBy?.value,
    ...Object.fromEntries(SECTIONS.map((section) => [section, text.sections[section]?.value])),
    ...(facts.length > 0 ? { facts } : {}),
    principles: revisions(records, 'principle').map(({ mandate, applicability, decisionTable, ...words }) => ({
      ...words,
      ...(mandate ? { mandate: { id: mandate, code: codes.get(String(mandate)) } } : {}),
      ...(applicability ? { applicability } : {}),
      ...(decisionTable ? { decisionTable } : {}),
    })),
    drivers: revisions(records, 'driver'),
    capabilities: revisions(records, 'capability'),
    gatePolicy: Object.fromEntries((lists.gatePolicy?.value ?? []).map((row) => [row['transition'], row['checks']])),
    weights: lists.weights?.value[0],
    authors: lists.authors?.value,
    decisionRights: lists.decisionRights?.value,
    kpis: lists.kpis?.value.map(({ kpi, code }) => ({ id: kpi, code })),
  };
}

const revisions = (records: StrategyText['records'], kind: RecordKind): Record<string, unknown>[] =>
  (records[kind] ?? []).map(({ id, code, fields }: ToldRecord, index) => ({
    id,
    code,
    position: index + 1,
    ...Object.fromEntries(Object.entries(fields).map(([field, told]) => [field, told.value])),
  }));
