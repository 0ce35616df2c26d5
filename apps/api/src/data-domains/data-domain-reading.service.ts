import type { DataDomain, DataDomainSummary, DataEntity, Page, Readiness, SignedInUser } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { domainReadiness, entityIsReady, type ReadinessFacts } from '@sightline/rules';
import { DataSource, type EntityManager } from 'typeorm';
import { Filters } from '../platform/lists/filters';
import { containing, listOf } from '../platform/lists/list';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { resolveReference } from '../platform/records/resolve-reference';
import { DOMAIN_SQL, DOMAIN_SUMMARY_JSON } from './data-domain.query';
import type { DataDomainListRequest } from './data-domains.requests';

type Stored<T> = Omit<T, 'readiness'> & { readiness: ReadinessFacts };
type StoredDomain = Stored<Omit<DataDomain, 'entities'>> & { entities: Omit<DataEntity, 'ready'>[] };

const TIER_ORDER = `array_position(ARRAY['critical', 'important', 'standard'], d.tier)`;
const SOURCE = {
  from: 'data_domain d',
  alias: 'd',
  item: DOMAIN_SUMMARY_JSON,
  sort: { name: 'lower(d.name)', code: 'd.code', tier: TIER_ORDER, wave: 'd.wave', updatedAt: 'd.updated_at' },
  defaultSort: 'tier',
};

/** Data domains as pages show them, with their readiness computed by the rules. */
@Injectable()
export class DataDomainReadingService {
  constructor(private readonly db: DataSource) {}

  async list(request: DataDomainListRequest, user: SignedInUser): Promise<Page<DataDomainSummary>> {
    const { q, tier, owner, steward, mine } = request;
    const notMine = mine === 'true' ? '' : 'NOT ';
    const { where, params } = new Filters('d.archived_at IS NULL')
      .given(q && containing(q), (text) => `(d.name ILIKE ${text} OR d.code ILIKE ${text})`)
      .given(tier, (at) => `d.tier = ${at}`)
      .given(owner && (await this.person(owner, '?owner')), (id) => `d.owner_id = ${id}::uuid`)
      .given(steward && (await this.person(steward, '?steward')), (id) => `d.steward_id = ${id}::uuid`)
      .given(
        mine && user.id,
        (id) => `${notMine}(coalesce(d.owner_id = ${id}::uuid, false) OR coalesce(d.steward_id = ${id}::uuid, false))`,
      );
    const page = await listOf<Stored<DataDomainSummary>>(this.db, request, { ...SOURCE, where, params });
    return {
      ...page,
      items: page.items.map((domain) => ({ ...domain, readiness: domainReadiness(domain.readiness) })),
    };
  }

  read(reference: string): Promise<DataDomain> {
    return readDomain(this.db, reference);
  }

  async readiness(reference: string): Promise<Readiness> {
    return (await this.read(reference)).readiness;
  }

  private person(reference: string, pointer: string): Promise<string> {
    return resolveReference(this.db, 'person', reference, pointer);
  }
}

/** One domain, whole. 404. */
export async function readDomain(db: DataSource | EntityManager, reference: string): Promise<DataDomain> {
  const { id, code } = parseIdOrCode(reference);
  const [row] = await db.query<{ domain: StoredDomain }[]>(DOMAIN_SQL, [id ?? null, code ?? null]);
  if (!row) throw Problems.notFound('domain');
  const { readiness, entities, ...domain } = row.domain;
  return { ...domain, readiness: domainReadiness(readiness), entities: entities.map(withReady) };
}

function withReady(entity: Omit<DataEntity, 'ready'>): DataEntity {
  const { authoritativeSource, standards, flowCount } = entity;
  const ready = entityIsReady({
    authoritative: authoritativeSource !== null,
    flows: flowCount,
    standards: standards.map(({ latest }) => ({ measured: latest !== null, met: latest?.met ?? false })),
  });
  return { ...entity, ready };
}
