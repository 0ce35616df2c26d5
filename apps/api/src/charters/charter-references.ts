import type { CharterContent, CharterFields, CharterLinks } from '@sightline/contracts';
import type { EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import type { Referenced } from '../platform/records/resolve-reference';
import { AskedReferences } from './asked-references';
import { resolveDomains } from './charter-domains';
import { factSheet } from './fact-sheet';
import { wholeMoney, wholePlan } from './charter-content';
import { sorted } from './named-lists';

/** What a request says about a charter; what it leaves out stays as it is. */
export type CharterEdit = CharterFields & CharterLinks;

/**
 * The content a request leads to: references become ids, lists are put in the order the database keeps, KPIs are pinned
 * to the revision that stands now. 400 at the pointer of whatever is unknown or named twice.
 */
export function contentAfter(tx: EntityManager, before: CharterContent, edit: CharterEdit): Promise<CharterContent> {
  return readEdit(edit).after(tx, before);
}

/** An edit before its transaction begins, so that its references can be looked up by what is sent with the begin. */
export interface ReadEdit {
  asked: AskedReferences;
  after(tx: EntityManager, before: CharterContent): Promise<CharterContent>;
}

export function readEdit(edit: CharterEdit): ReadEdit {
  const asked = new AskedReferences();
  const later = { fields: fieldsOf(edit, asked), links: linksOf(edit, asked) };
  return { asked, after: (tx, before) => contentOf(tx, before, edit, { asked, ...later }) };
}

async function contentOf(
  tx: EntityManager,
  before: CharterContent,
  edit: CharterEdit,
  { asked, fields, links }: { asked: AskedReferences } & Record<'fields' | 'links', Later<Partial<CharterContent>>>,
): Promise<CharterContent> {
  const facts = edit.facts ? { facts: await factSheet(tx, before.facts, edit.facts) } : {};
  await asked.resolve(tx);
  const after = { ...before, ...texts(edit), ...facts, ...fields(), ...links(), ...(await domains(tx, edit)) };
  if (after.startDate && after.endDate && after.endDate < after.startDate) {
    throw Problems.invalid([{ pointer: edit.endDate ? '/endDate' : '/startDate', code: 'end-before-start' }]);
  }
  return after;
}

/** What becomes of a part of the request once its references are resolved. */
type Later<T> = () => T;

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
type ReferringField = keyof typeof FIELD_TYPES;

function fieldsOf(edit: CharterEdit, asked: AskedReferences): Later<Partial<CharterContent>> {
  const named = (Object.keys(FIELD_TYPES) as ReferringField[]).filter((field) => edit[field] !== undefined);
  const later = named.map((field): [ReferringField, Later<string | null>] => {
    const reference = edit[field];
    return [field, reference ? asked.one(FIELD_TYPES[field], reference, `/${field}`) : () => null];
  });
  return () => Object.fromEntries(later.map(([field, id]) => [field, id()]));
}

function linksOf(edit: CharterEdit, asked: AskedReferences): Later<Partial<CharterContent>> {
  const later = {
    principles: edit.principles && principles(edit.principles, asked),
    kpis: edit.kpis && kpis(edit.kpis, asked),
    parties: edit.parties && parties(edit.parties, asked),
    services: edit.services && plain('service', 'services', edit.services, asked),
    systems: edit.systems && plain('system', 'systems', edit.systems, asked),
    exceptions: edit.exceptions && plain('exception', 'exceptions', edit.exceptions, asked),
    deviations: edit.deviations && deviations(edit.deviations, asked),
    predecessors: edit.predecessors && plain('charter', 'predecessors', edit.predecessors, asked),
  };
  return () => Object.fromEntries(Object.entries(defined(later)).map(([list, links]) => [list, links()]));
}

function principles(cited: NonNullable<CharterEdit['principles']>, asked: AskedReferences) {
  const found = asked.list('principle', cited, {
    reference: ({ principle }) => principle,
    pointer: (at) => `/principles/${at}/principle`,
  });
  return (): CharterContent['principles'] =>
    sorted(
      found().map(({ id, item: { how = '' } }) => ({ principle: id, how })),
      ({ principle }) => principle,
    );
}

function deviations(said: NonNullable<CharterEdit['deviations']>, asked: AskedReferences) {
  const found = asked.list('principle', said, {
    reference: ({ principle }) => principle,
    pointer: (at) => `/deviations/${at}/principle`,
  });
  return (): CharterContent['deviations'] =>
    sorted(
      found().map(({ id, item: { reason } }) => ({ principle: id, reason })),
      ({ principle }) => principle,
    );
}

function kpis(cited: NonNullable<CharterEdit['kpis']>, asked: AskedReferences) {
  const found = asked.list('kpi', cited, { reference: ({ kpi }) => kpi, pointer: (at) => `/kpis/${at}/kpi` });
  return (): CharterContent['kpis'] =>
    sorted(
      found().map(({ id, revision, item: { from = null, to = null, by = null, confidence = 'medium' } }) => ({
        kpi: id,
        revision: revision ?? '',
        from,
        to,
        by,
        confidence,
      })),
      ({ kpi }) => kpi,
    );
}

function parties(listed: NonNullable<CharterEdit['parties']>, asked: AskedReferences) {
  const found = asked.list('party', listed, {
    reference: ({ party }) => party,
    pointer: (at) => `/parties/${at}/party`,
  });
  return (): CharterContent['parties'] =>
    sorted(
      found().map(({ id, item: { role } }) => ({ party: id, role })),
      ({ party }) => party,
    );
}

function plain(type: Referenced, list: string, references: readonly string[], asked: AskedReferences) {
  const found = asked.list(type, references, {
    reference: (reference) => reference,
    pointer: (at) => `/${list}/${at}`,
  });
  return (): string[] =>
    sorted(
      found().map(({ id }) => id),
      (id) => id,
    );
}

/** Naming domains takes back the declaration that there are none, and the other way round. */
async function domains(tx: EntityManager, edit: CharterEdit): Promise<Partial<CharterContent>> {
  if (edit.domains && edit.none) throw Problems.invalid([{ pointer: '/none', code: 'domains-or-none' }]);
  if (edit.none) return { domains: [], noGovernedData: edit.none.reason };
  return edit.domains ? { domains: await resolveDomains(tx, edit.domains), noGovernedData: null } : {};
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
