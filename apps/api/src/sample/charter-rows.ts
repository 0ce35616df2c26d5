import type { FactAnswers } from '@sightline/contracts';
import type { SampleCharter, SamplePlan } from './company/charters/charter';
import { USUAL_FACTS } from './company/strategy/conditions';
import { entityName } from './load-domains';
import type { Row } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** The charter itself, as a draft or as it ran already. */
export function charterRow({ ids, calendar, history }: SampleStage, charter: SampleCharter): Row {
  const { code, title, narrative, budget, runs, running } = charter;
  const at = calendar.ago(charter.createdDaysAgo, '10:20');
  const actor = ids.of(running ? 'Ingrid Halvorsen' : charter.lead);
  const status = running ?? 'draft';
  const origin = running ? 'running' : 'new';
  const record = { at, actor, recordType: 'charter', recordId: ids.of(code), recordCode: code };
  history.add({ ...record, action: 'charter.created', after: { title, status, origin } });
  return {
    id: ids.of(code),
    code,
    title,
    outcome_statement: outcomeOf(charter, (month) => calendar.say(calendar.monthEnd(month))),
    narrative,
    business_unit_id: ids.orNull(charter.unit),
    lead_id: ids.of(charter.lead),
    business_sponsor_id: ids.orNull(charter.sponsor),
    it_lead_id: ids.orNull(charter.itLead),
    capability_id: ids.orNull(charter.capability),
    budget_amount: budget ?? null,
    budget_currency: budget === undefined ? null : 'EUR',
    start_date: runs ? calendar.firstOfMonth(runs[0]) : null,
    end_date: runs ? calendar.monthEnd(runs[1]) : null,
    no_governed_data: charter.noGovernedData ?? null,
    facts: factsOf(charter),
    ...planRow(charter.plan, (daysAgo) => calendar.day(-daysAgo)),
    status,
    origin,
    revision: 1,
    version: 1,
    created_at: at,
    created_by: actor,
    updated_at: calendar.ago(charter.editedDaysAgo ?? charter.createdDaysAgo, '16:10'),
  };
}

/** What the charter cites, by the table that keeps it. */
export function linkRows({ ids, calendar }: SampleStage, charters: readonly SampleCharter[]): Record<string, Row[]> {
  const of = (rows: (charter: SampleCharter) => Row[]): Row[] =>
    charters.flatMap((charter) => rows(charter).map((row) => ({ charter_id: ids.of(charter.code), ...row })));
  const named = (column: string, names: readonly string[] = []): Row[] =>
    names.map((name) => ({ [column]: ids.of(name) }));
  return {
    charter_principle: of(({ principles }) =>
      Object.entries(principles).map(([code, how]) => ({ principle_id: ids.of(code), how })),
    ),
    charter_kpi: of(({ kpis }) =>
      kpis.map(({ kpi, from = null, to = null, by, confidence, revision }) => ({
        kpi_id: ids.of(kpi),
        kpi_revision_id: ids.of(revision ? `${kpi} revision ${revision}` : `${kpi} current revision`),
        from_value: from,
        to_value: to,
        by_date: by === undefined ? null : calendar.monthEnd(by),
        confidence,
      })),
    ),
    charter_domain: of(({ data = {} }) => Object.keys(data).map((domain) => ({ domain_id: ids.of(domain) }))),
    charter_entity: of(({ data = {} }) =>
      Object.entries(data).flatMap(([domain, entities]) =>
        Object.entries(entities).map(([entity, essential]) => {
          return { domain_id: ids.of(domain), entity_id: ids.of(entityName(domain, entity)), essential };
        }),
      ),
    ),
    charter_service: of(({ services }) => named('service_id', services)),
    charter_system: of(({ systems }) => named('system_id', systems)),
    charter_party: of(({ parties = {} }) =>
      Object.entries(parties).map(([party, role]) => ({ party_id: ids.of(party), role })),
    ),
    charter_predecessor: of(({ predecessors }) => named('predecessor_id', predecessors)),
    charter_material_edit: of(({ lead, createdDaysAgo }) => [
      { revision: 1, user_id: ids.of(lead), first_at: calendar.ago(createdDaysAgo, '10:20') },
    ]),
  };
}

/** Whoever has cited a principle has also answered its questions. */
function factsOf({ facts, principles }: SampleCharter): FactAnswers {
  return Object.keys(principles).length > 0 ? { ...USUAL_FACTS, ...facts } : {};
}

function outcomeOf({ outcome, kpis }: SampleCharter, say: (month: number) => string): string {
  const by = kpis[0]?.by;
  return by === undefined ? outcome : outcome.replace('{by}', say(by));
}

function planRow(plan: SamplePlan, dayAgo: (daysAgo: number) => string): Row {
  const [format = null, method = null, testedDaysAgo = null] = plan.portability ?? [];
  return {
    stop_criteria: plan.stop ?? null,
    rollback: plan.rollback ?? null,
    contingency: plan.contingency ?? null,
    portability_format: format,
    portability_method: method,
    portability_tested_on: testedDaysAgo === null ? null : dayAgo(testedDaysAgo),
    exit_plan: plan.exit ?? null,
    retirement: plan.retirement ?? [],
  };
}
