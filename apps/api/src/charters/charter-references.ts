import type { CharterContent, CharterFields, CharterLinks } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { Problems } from '../platform/problems/problem';
import { type Referenced, resolveReference, resolveReferences } from '../platform/records/resolve-reference';
import { resolveDomains } from './charter-domains';
import { factSheet } from './fact-sheet';
import { wholeMoney, wholePlan } from './charter-content';
import { refuseTwice, sorted } from './named-lists';

/** What a request says about a charter; what it leaves out stays as it is. */
export type CharterEdit = CharterFields & CharterLinks;

/**
 * The content a request leads to: references become ids, lists are put in the order the database keeps, KPIs are pinned
 * to the revision that stands now. 400 at the pointer of whatever is unknown or named twice.
 */
export async function contentAfter(
  tx: EntityManager,
  before: CharterContent,
  edit: CharterEdit,
): Promise<CharterContent> {
  const facts = edit.facts ? { facts: await factSheet(tx, before.facts, edit.facts) } : {};
  const after = { ...before, ...texts(edit), ...facts, ...(await fields(tx, edit)), ...(await links(tx, edit)) };
  if (after.startDate && after.endDate && after.endDate < after.startDate) {
    throw Problems.invalid([{ pointer: edit.endDate ? '/endDate' : '/startDate', code: 'end-before-start' }]);
  }
  return after;
}

function texts(edit: CharterEdit): Partial<CharterContent> {
  const { title, outcomeStatement, narrative, startDate, endDate, budget, resilience } = edit;
  return defined({
    title,
    outcomeStatement,
    narrative,
    startDate,
    endDate,
    budget: budget === undefined ? undefined : wholeMoney(budget),
    resilience: resilience && wholePlan(resilience as Parameters<typeof wholePlan>[0]),
  });
}

const FIELD_TYPES = {
  businessUnit: 'unit',
  lead: 'person',
  businessSponsor: 'person',
  itLead: 'person',
  capability: 'capability',
} as const satisfies Partial<Record<keyof CharterEdit, Referenced>>;

async function fields(tx: EntityManager, edit: CharterEdit): Promise<Partial<CharterContent>> {
  const found: Partial<CharterContent> = {};
  for (const field of Object.keys(FIELD_TYPES) as (keyof typeof FIELD_TYPES)[]) {
    const reference = edit[field];
    if (reference === undefined) continue;
    found[field] = reference === null ? null : await resolveReference(tx, FIELD_TYPES[field], reference, `/${field}`);
  }
  return found;
}

async function links(tx: EntityManager, edit: CharterEdit): Promise<Partial<CharterContent>> {
  return defined({
    principles: edit.principles && (await principles(tx, edit.principles)),
    kpis: edit.kpis && (await kpis(tx, edit.kpis)),
    parties: edit.parties && (await parties(tx, edit.parties)),
    services: edit.services && (await plain(tx, 'service', 'services', edit.services)),
    systems: edit.systems && (await plain(tx, 'system', 'systems', edit.systems)),
    exceptions: edit.exceptions && (await plain(tx, 'exception', 'exceptions', edit.exceptions)),
    deviations: edit.deviations && (await deviations(tx, edit.deviations)),
    predecessors: edit.predecessors && (await plain(tx, 'charter', 'predecessors', edit.predecessors)),
    ...(await domains(tx, edit)),
  });
}

async function principles(tx: EntityManager, cited: NonNullable<CharterEdit['principles']>) {
  const ids = await each(tx, 'principle', cited, 'principle', 'principles');
  return sorted(
    cited.map(({ how = '' }, at) => ({ principle: ids[at] ?? '', how })),
    ({ principle }) => principle,
  );
}

async function deviations(tx: EntityManager, said: NonNullable<CharterEdit['deviations']>) {
  const ids = await each(tx, 'principle', said, 'principle', 'deviations');
  return sorted(
    said.map(({ reason }, at) => ({ principle: ids[at] ?? '', reason })),
    ({ principle }) => principle,
  );
}

const CURRENT_REVISIONS = {
  name: 'kpi-current-revisions',
  text: 'SELECT id, current_revision_id AS revision FROM kpi WHERE id = ANY ($1::uuid[])',
};

async function kpis(tx: EntityManager, cited: NonNullable<CharterEdit['kpis']>): Promise<CharterContent['kpis']> {
  const ids = await each(tx, 'kpi', cited, 'kpi', 'kpis');
  const rows = await prepared<{ id: string; revision: string }>(tx, CURRENT_REVISIONS, [ids]);
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  return sorted(
    cited.map(({ from = null, to = null, by = null, confidence = 'medium' }, at) => {
      const kpi = ids[at] ?? '';
      return { kpi, revision: revisions.get(kpi) ?? '', from, to, by, confidence };
    }),
    ({ kpi }) => kpi,
  );
}

async function parties(tx: EntityManager, listed: NonNullable<CharterEdit['parties']>) {
  const ids = await each(tx, 'party', listed, 'party', 'parties');
  return sorted(
    listed.map(({ role }, at) => ({ party: ids[at] ?? '', role })),
    ({ party }) => party,
  );
}

/** Naming domains takes back the declaration that there are none, and the other way round. */
async function domains(tx: EntityManager, edit: CharterEdit): Promise<Partial<CharterContent>> {
  if (edit.domains && edit.none) throw Problems.invalid([{ pointer: '/none', code: 'domains-or-none' }]);
  if (edit.none) return { domains: [], noGovernedData: edit.none.reason };
  return edit.domains ? { domains: await resolveDomains(tx, edit.domains), noGovernedData: null } : {};
}

async function each<K extends string>(
  tx: EntityManager,
  type: Referenced,
  items: readonly Record<K, string>[],
  key: K,
  list: string,
): Promise<string[]> {
  const pointer = (at: number): string => `/${list}/${at}/${key}`;
  const ids = await resolveReferences(
    tx,
    type,
    items.map((item) => item[key]),
    pointer,
  );
  return refuseTwice(ids, pointer);
}

async function plain(
  tx: EntityManager,
  type: Referenced,
  list: string,
  references: readonly string[],
): Promise<string[]> {
  const pointer = (at: number): string => `/${list}/${at}`;
  return sorted(refuseTwice(await resolveReferences(tx, type, references, pointer), pointer), (id) => id);
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
