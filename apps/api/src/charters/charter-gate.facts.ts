import type { CharterContent, CharterGateFacts, KpiFact, SignedInUser } from '@sightline/contracts';
import { kpiMissingParts, type KpiRecordFacts } from '@sightline/rules';
import type { DataSource, EntityManager } from 'typeorm';
import { prepared } from '../platform/database/prepared';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { partyOf } from './charter-reading';
import { CHARTER_GATE_FACTS_OF_CONTENT_SQL, CHARTER_GATE_FACTS_SQL } from './charter-gate.query';

type StoredKpi = Omit<KpiFact, 'missing'> & Pick<KpiRecordFacts, 'cadence' | 'weight' | 'driver' | 'businessUnit'>;
type StoredFacts = Omit<CharterGateFacts, 'kpis'> & { kpis: StoredKpi[] };

const STORED = { name: 'charter-gate-facts', text: CHARTER_GATE_FACTS_SQL };
const GIVEN = { name: 'charter-gate-facts-of-content', text: CHARTER_GATE_FACTS_OF_CONTENT_SQL };

/**
 * What the gate looks at, read by one statement: of the charter as it is stored, or of other content it might take (a
 * change request). 404 when there is no such charter for this reader, so that "no facts" never reads as "nothing missing".
 */
export async function readCharterGateFacts(
  db: DataSource | EntityManager,
  reference: string,
  content?: CharterContent,
  reader?: Pick<SignedInUser, 'kind' | 'partyId'>,
): Promise<CharterGateFacts> {
  const { id = null, code = null } = parseIdOrCode(reference);
  const charter = [id, code, partyOf(reader)];
  const [row] = content
    ? await prepared<{ facts: StoredFacts }>(db, GIVEN, [...charter, JSON.stringify(content)])
    : await prepared<{ facts: StoredFacts }>(db, STORED, charter);
  const facts = row?.facts;
  if (!facts) throw Problems.notFound('charter');
  return { ...facts, kpis: facts.kpis.map(toKpiFact) };
}

function toKpiFact({ cadence, weight, driver, businessUnit, ...kpi }: StoredKpi): KpiFact {
  return {
    ...kpi,
    missing: kpiMissingParts({ ...kpi.definition, owner: kpi.owner, cadence, weight, driver, businessUnit }),
  };
}
