import type { CapabilityInForce, DriverInForce, Page, Principle, PrincipleListed } from '@sightline/contracts';
import { RENEWALS_TO_REVIEW } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TODAY } from '../platform/database/today';
import { containing, listOf } from '../platform/lists/list';
import type { ListRequest } from '../platform/lists/list-request';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { instant } from '../platform/records/json-sql';
import { CAPABILITY_JSON, DRIVER_JSON, PRINCIPLE_JSON } from './strategy-version.query';

/** The version since which a record has been in force: the first after the last ratified one that did not hold it. */
const since = (kind: string): string => `(SELECT min(h.number) FROM strategy_version h
    WHERE h.ratified_at IS NOT NULL AND h.number > coalesce((
      SELECT max(gap.number) FROM strategy_version gap
       WHERE gap.ratified_at IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM ${kind}_revision g WHERE g.strategy_version_id = gap.id AND g.${kind}_id = i.id)), 0))`;

/** How often a principle `i` is waived; ratifying a version is the review that renewals call for. */
const WAIVERS_OF_I = `(SELECT jsonb_build_object(
    'granted', count(*) FILTER (WHERE x.granted_at IS NOT NULL AND x.renewal = 0),
    'renewals', count(*) FILTER (WHERE x.granted_at IS NOT NULL AND x.renewal > 0),
    'active', count(*) FILTER (WHERE h.holds_until >= ${TODAY}),
    'charters', count(DISTINCT x.charter_id) FILTER (WHERE h.holds_until >= ${TODAY}),
    'proposed', count(*) FILTER (WHERE x.status = 'proposed'),
    'needsReview', coalesce(bool_or(x.renewal >= ${RENEWALS_TO_REVIEW} AND x.granted_at >= (
      SELECT v.ratified_at FROM strategy_version v WHERE v.status = 'in_force')), false))
  FROM principle_exception x LEFT JOIN exception_standing h ON h.id = x.id WHERE x.principle_id = i.id)`;

const CITING = {
  principle: 'SELECT count(*)::int FROM charter_principle c WHERE c.principle_id = i.id',
  driver: `SELECT count(DISTINCT c.charter_id)::int FROM charter_kpi c JOIN kpi k ON k.id = c.kpi_id WHERE k.driver_id = i.id`,
  capability: 'SELECT count(*)::int FROM charter c WHERE c.capability_id = i.id',
};

const inForceJson = (kind: keyof typeof CITING, json: string): string =>
  `${json} || jsonb_build_object('since', ${since(kind)}, 'charters', (${CITING[kind]}))`;

/** Principles, drivers and capabilities as the version in force has them. */
@Injectable()
export class StrategyRegisterService {
  constructor(private readonly db: DataSource) {}

  principles(request: ListRequest): Promise<Page<PrincipleListed>> {
    return this.inForce(
      'principle',
      `${PRINCIPLE_JSON} || jsonb_build_object('waivers', ${WAIVERS_OF_I})`,
      'title',
      request,
    );
  }

  drivers(request: ListRequest): Promise<Page<DriverInForce>> {
    return this.inForce('driver', DRIVER_JSON, 'name', request);
  }

  capabilities(request: ListRequest): Promise<Page<CapabilityInForce>> {
    return this.inForce('capability', CAPABILITY_JSON, 'name', request);
  }

  /** A principle through all versions, by id or code; also one that left the strategy. */
  async principle(reference: string): Promise<Principle> {
    const { id, code } = parseIdOrCode(reference);
    const rows = await this.db.query<{ body: Principle }[]>(
      PRINCIPLE_THROUGH_VERSIONS(id ? 'i.id = $1' : 'i.code = $1'),
      [id ?? code],
    );
    if (!rows[0] || rows[0].body.revisions.length === 0) throw Problems.notFound('principle');
    return rows[0].body;
  }

  private inForce<T>(
    kind: keyof typeof CITING,
    json: string,
    name: 'title' | 'name',
    request: ListRequest,
  ): Promise<Page<T>> {
    return listOf(this.db, request, {
      from: `${kind}_revision r`,
      alias: 'r',
      joins: `JOIN ${kind} i ON i.id = r.${kind}_id`,
      item: inForceJson(kind, json),
      where: [
        `r.strategy_version_id = (SELECT id FROM strategy_version WHERE status = 'in_force')`,
        request.q && `(r.${name} ILIKE $1 OR (SELECT i.code FROM ${kind} i WHERE i.id = r.${kind}_id) ILIKE $1)`,
      ],
      params: request.q ? [containing(request.q)] : [],
      sort: {
        position: 'r.position',
        [name]: `lower(r.${name})`,
        code: `(SELECT i.code FROM ${kind} i WHERE i.id = r.${kind}_id)`,
      },
      defaultSort: 'position',
    });
  }
}

const PRINCIPLE_THROUGH_VERSIONS = (condition: string): string => `
  SELECT jsonb_build_object('id', i.id, 'code', i.code,
    'inForce', (SELECT ${inForceJson('principle', PRINCIPLE_JSON)} FROM principle_revision r
      JOIN strategy_version v ON v.id = r.strategy_version_id WHERE r.principle_id = i.id AND v.status = 'in_force'),
    'revisions', (SELECT coalesce(jsonb_agg(${PRINCIPLE_JSON} || jsonb_build_object('versionNumber', v.number,
        'status', v.status, 'ratifiedAt', ${instant('v.ratified_at')}) ORDER BY v.number DESC), '[]')
      FROM principle_revision r JOIN strategy_version v ON v.id = r.strategy_version_id WHERE r.principle_id = i.id),
    'charters', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'name', c.title,
        'status', c.status, 'how', l.how) ORDER BY c.code), '[]')
      FROM charter_principle l JOIN charter c ON c.id = l.charter_id WHERE l.principle_id = i.id),
    'waivers', ${WAIVERS_OF_I}) AS body
    FROM principle i WHERE ${condition}`;
