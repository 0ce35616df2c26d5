import type { SampleDomain } from './company/domains';
import { CUSTOMER } from './company/domain-customer';
import { ORDER_AND_BOOKING } from './company/domain-order';
import { SHIPMENT_AND_POSITION } from './company/domain-shipment';
import { LATER_DOMAINS } from './company/domains-later';
import { SET_UP } from './load-people';
import { insertRows, leaveCodesBehind, type Row } from './sample-rows';
import type { SampleStage } from './sample-stage';

/** What no load moves without first. */
const DOMAINS = [CUSTOMER, ORDER_AND_BOOKING, SHIPMENT_AND_POSITION, ...LATER_DOMAINS];

export const entityName = (domain: string, entity: string): string => `${domain} ${entity}`;

/** Domains with everything in them: what is said about the data, how good it is, where it flows and what is wrong. */
export async function loadDomains(stage: SampleStage): Promise<void> {
  const { tx, ids } = stage;
  for (const { code, name, entities } of DOMAINS) {
    ids.add(code, name);
    for (const entity of entities) ids.add(entityName(code, entity.name));
  }
  await insertRows(
    tx,
    'data_domain',
    DOMAINS.map((domain) => domainRow(stage, domain)),
  );
  await leaveCodesBehind(
    tx,
    'code_data_domain',
    DOMAINS.map(({ code }) => code),
  );
  await insertRows(
    tx,
    'data_entity',
    DOMAINS.flatMap((domain) => entityRows(stage, domain)),
  );
  await loadQuality(stage);
  await loadFlows(stage);
  await insertRows(
    tx,
    'data_issue',
    DOMAINS.flatMap((domain) => issueRows(stage, domain)),
  );
}

function domainRow({ ids, calendar, history }: SampleStage, domain: SampleDomain): Row {
  const { code, name, description, tier, wave } = domain;
  const at = calendar.ago(SET_UP - 10 - wave, '14:00');
  const actor = ids.of('Ingrid Halvorsen');
  const created = { action: 'domain.created', recordType: 'data_domain', recordId: ids.of(code), recordCode: code };
  history.add({ ...created, at, actor, after: { name, tier, wave, owner: domain.owner, steward: domain.steward } });
  const people = { owner_id: ids.orNull(domain.owner), steward_id: ids.orNull(domain.steward) };
  return { id: ids.of(code), code, name, description, tier, wave, ...people, ...written(at, actor) };
}

function entityRows({ ids, calendar, history }: SampleStage, domain: SampleDomain): Row[] {
  const at = calendar.ago(SET_UP - 20 - 30 * domain.wave, '11:00');
  const actor = ids.of(domain.steward ?? 'Ingrid Halvorsen');
  return domain.entities.map(({ name, description, classification = null, source }) => {
    const id = ids.of(entityName(domain.code, name));
    const created = { action: 'entity.created', recordType: 'data_entity', recordId: id, recordCode: domain.code };
    history.add({ ...created, at, actor, after: { name, classification, authoritativeSource: source } });
    const facts = { name, description, classification, authoritative_system_id: ids.orNull(source) };
    return { id, domain_id: ids.of(domain.code), ...facts, ...written(at, actor) };
  });
}

/** Standards with one reading a month, the last of them last month. */
async function loadQuality({ tx, ids, calendar, history }: SampleStage): Promise<void> {
  const standards: Row[] = [];
  const readings: Row[] = [];
  for (const { code, entities, steward, wave } of DOMAINS) {
    const actor = ids.of(steward ?? 'Ingrid Halvorsen');
    const at = calendar.ago(SET_UP - 40 - 30 * wave, '15:00');
    for (const { name, standards: given = [] } of entities) {
      for (const { readings: values, comparison = 'at_least', ...standard } of given) {
        const id = ids.add(`standard ${code} ${name} ${standard.dimension}`);
        standards.push({
          id,
          entity_id: ids.of(entityName(code, name)),
          ...standard,
          comparison,
          ...written(at, actor),
        });
        const record = { recordType: 'quality_standard', recordId: id, recordCode: code };
        history.add({ ...record, at, actor, action: 'standard.created', after: { entity: name, ...standard } });
        values.forEach((value, index) => {
          const measured_on = calendar.monthEnd(index - values.length);
          readings.push({
            id: ids.add(`reading ${id} ${index}`),
            standard_id: id,
            value,
            measured_on,
            source: 'Monthly quality run',
            created_by: actor,
            created_at: `${measured_on}T21:00:00Z`,
          });
        });
      }
    }
  }
  await insertRows(tx, 'quality_standard', standards);
  await insertRows(tx, 'quality_measurement', readings);
}

async function loadFlows({ tx, ids, calendar, history }: SampleStage): Promise<void> {
  const flows: Row[] = [];
  const carried: Row[] = [];
  for (const { code, flows: given = [], steward, wave } of DOMAINS) {
    const actor = ids.of(steward ?? 'Ingrid Halvorsen');
    const at = calendar.ago(SET_UP - 60 - 30 * wave, '16:00');
    for (const { from, to, pattern, entities, classification = null } of given) {
      const id = ids.add(`flow ${code} ${from} ${to} ${pattern}`);
      const ends = { from_system_id: ids.of(from), to_system_id: ids.of(to) };
      flows.push({ id, domain_id: ids.of(code), ...ends, pattern, classification, ...written(at, actor) });
      carried.push(...entities.map((entity) => ({ flow_id: id, entity_id: ids.of(entityName(code, entity)) })));
      const record = { recordType: 'data_flow', recordId: id, recordCode: code };
      history.add({ ...record, at, actor, action: 'flow.created', after: { from, to, pattern, entities } });
    }
  }
  await insertRows(tx, 'data_flow', flows);
  await insertRows(tx, 'data_flow_entity', carried);
}

function issueRows({ ids, calendar, history }: SampleStage, { code, issues = [] }: SampleDomain): Row[] {
  return issues.map(({ entity, dimension, effect, owner, dueIn, status, reason = null, expiresIn }) => {
    const id = ids.add(`issue ${code} ${entity} ${dimension}`);
    const at = calendar.ago(55, '09:20');
    const actor = ids.of(owner ?? 'Ingrid Halvorsen');
    const created = { action: 'issue.created', recordType: 'data_issue', recordId: id, recordCode: code };
    history.add({ ...created, at, actor, after: { entity, dimension, effect, status } });
    const dates = { due_on: calendar.day(dueIn), expires_on: expiresIn === undefined ? null : calendar.day(expiresIn) };
    const what = { entity_id: ids.of(entityName(code, entity)), dimension, effect, owner_id: ids.orNull(owner) };
    return { id, ...what, ...dates, status, reason, ...written(at, actor) };
  });
}

function written(at: string, by: string): Row {
  return { version: 1, created_at: at, created_by: by, updated_at: at };
}
