import type {
  CharterContent,
  CharterFields,
  CharterLinks,
  PutResilience,
  ResiliencePlan,
  RetirementCriterion,
} from '@sightline/contracts';
import type { CharterDraft, DraftCriterion, DraftField } from './charter-draft';

/** What is saved together; '' is the charter itself, the others are replaced as a whole. */
const LISTS = {
  title: '',
  outcomeStatement: '',
  narrative: '',
  businessUnit: '',
  lead: '',
  businessSponsor: '',
  itLead: '',
  capability: '',
  budget: '',
  startDate: '',
  endDate: '',
  principles: 'principles',
  kpis: 'kpis',
  domains: 'domains',
  none: 'domains',
  services: 'services',
  systems: 'systems',
  parties: 'parties',
  predecessors: 'predecessors',
  facts: '',
  deviations: 'deviations',
  stopCriteria: 'resilience',
  rollback: 'resilience',
  retirement: 'resilience',
  contingency: 'resilience',
  portability: 'resilience',
  exit: 'resilience',
} as const satisfies Record<DraftField, string>;
export type SavedList = (typeof LISTS)[DraftField];

export const DRAFT_FIELDS = Object.keys(LISTS) as DraftField[];

export interface DraftRequest {
  list: SavedList;
  fields: DraftField[];
  body: object;
}

/** The next request these fields make; null when nothing waits. `draft` has for held fields what the server has. */
export function nextRequest(waiting: readonly DraftField[], draft: CharterDraft): DraftRequest | null {
  const [first] = waiting;
  if (!first) return null;
  const list = LISTS[first];
  const fields = waiting.filter((field) => LISTS[field] === list);
  return { list, fields, body: bodyOf(list, fields, draft) };
}

/** All of it in one request, so that the board gets one new revision and not one for each list. */
export function wholeRequest(waiting: readonly DraftField[], draft: CharterDraft): DraftRequest | null {
  return waiting.length === 0 ? null : { list: '', fields: [...waiting], body: changesOf(waiting, draft) };
}

/** Everything that changed in the shapes of one request: what a change request asks for. */
export function changesOf(fields: readonly DraftField[], draft: CharterDraft): CharterFields & CharterLinks {
  const lists = new Set(fields.map((field) => LISTS[field]));
  return Object.assign(
    {},
    ...[...lists].map((list) => {
      const body = bodyOf(list, fields, draft);
      return list === 'resilience' ? { resilience: body } : body;
    }),
  ) as CharterFields & CharterLinks;
}

function bodyOf(list: SavedList, fields: readonly DraftField[], draft: CharterDraft): object {
  if (list === '') return fieldsOf(fields, draft);
  if (list === 'resilience') return resilienceOf(draft);
  if (list === 'domains' && draft.none.declared) return { none: { reason: draft.none.reason.trim() } };
  return { [list]: linksOf(draft)[list] };
}

function fieldsOf(fields: readonly DraftField[], draft: CharterDraft): CharterFields {
  const all: Required<CharterFields> = {
    title: draft.title,
    outcomeStatement: draft.outcomeStatement,
    narrative: draft.narrative,
    businessUnit: draft.businessUnit?.id ?? null,
    lead: draft.lead?.id ?? null,
    businessSponsor: draft.businessSponsor?.id ?? null,
    itLead: draft.itLead?.id ?? null,
    capability: draft.capability?.id ?? null,
    budget: draft.budget.amount.trim() === '' ? null : { ...draft.budget, amount: draft.budget.amount.trim() },
    startDate: draft.startDate || null,
    endDate: draft.endDate || null,
    facts: draft.facts,
  };
  return Object.fromEntries(Object.entries(all).filter(([field]) => fields.some((wanted) => wanted === field)));
}

function linksOf(draft: CharterDraft) {
  return {
    principles: draft.principles.map(({ principle, how }) => ({ principle: principle.id, how })),
    kpis: draft.kpis.map(({ kpi, by, ...effect }) => ({ kpi: kpi.id, ...effect, by: by || null })),
    domains: draft.domains.map(({ domain, entities }) => ({
      domain: domain.id,
      entities: entities.map(({ entity, essential }) => ({ entity: entity.id, essential })),
    })),
    services: draft.services.map(({ id }) => id),
    systems: draft.systems.map(({ id }) => id),
    parties: draft.parties.map(({ party, role }) => ({ party: party.id, role })),
    predecessors: draft.predecessors.map(({ id }) => id),
    deviations: draft.deviations
      .filter(({ reason }) => reason.trim() !== '')
      .map(({ principle, reason }) => ({ principle: principle.id, reason })),
  };
}

function resilienceOf(draft: CharterDraft): Required<PutResilience> & ResiliencePlan {
  const { format, method, lastTestedOn } = draft.portability;
  return {
    stopCriteria: draft.stopCriteria || null,
    rollback: draft.rollback || null,
    retirement: draft.retirement.map(criterionOf),
    contingency: draft.contingency || null,
    portability:
      format || method || lastTestedOn
        ? { format: format || null, method: method || null, lastTestedOn: lastTestedOn || null }
        : null,
    exit: draft.exit || null,
  };
}

function criterionOf({
  kind,
  measure,
  comparison,
  value,
  periodDays,
  date,
  contract,
}: DraftCriterion): RetirementCriterion {
  if (kind === 'date') return { kind, date };
  if (kind === 'contract_end') return { kind, contract: contract.trim() };
  return { kind, measure: measure.trim(), comparison, value: value ?? 0, periodDays: periodDays ?? 0 };
}

/** Whether a field can be sent as it stands; what is half written waits on this device. */
export function isWhole(field: DraftField, draft: CharterDraft): boolean {
  if (field === 'title') return draft.title.trim() !== '';
  if (field === 'none' || field === 'domains') return !draft.none.declared || draft.none.reason.trim() !== '';
  if (field === 'retirement') return draft.retirement.every(isWholeCriterion);
  return true;
}

function isWholeCriterion({ kind, measure, value, periodDays, date, contract }: DraftCriterion): boolean {
  if (kind === 'date') return date !== '';
  if (kind === 'contract_end') return contract.trim() !== '';
  return measure.trim() !== '' && value !== null && periodDays !== null && periodDays >= 1;
}

/** The draft as voters would weigh it. KPIs stand for the revision they are pinned to. */
export function contentOf(draft: CharterDraft): CharterContent {
  const fields = fieldsOf(DRAFT_FIELDS, draft) as Required<CharterFields>;
  const { kpis, domains, ...links } = linksOf(draft);
  return {
    ...fields,
    budget: fields.budget && { ...fields.budget, amount: Number(fields.budget.amount).toFixed(2) },
    ...links,
    kpis: kpis.map((effect) => ({ ...effect, revision: effect.kpi })),
    domains: draft.none.declared ? [] : domains,
    noGovernedData: draft.none.declared ? draft.none.reason.trim() : null,
    resilience: resilienceOf(draft),
    // Asked for on a page of their own, so never what differs between two drafts.
    exceptions: [],
  };
}
