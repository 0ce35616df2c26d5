import type { Kpi, KpiOverview, KpiStatus, Page, SignedInUser } from '@sightline/contracts';
import { KPI_STATUSES } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ListRequest } from '../platform/lists/list-request';
import type { Filters } from '../platform/lists/filters';
import { listOf } from '../platform/lists/list';
import { type JudgedKpi, judged, type KpiFacts, type StoredKpi, toKpi } from './kpi-figures';
import { kpiFilter } from './kpi-filter';
import { needingSomeone, overviewOf } from './kpi-overview';
import { KpiReadingService, withoutCharters } from './kpi-reading.service';
import { CURRENT_REVISION, FACTS_JSON, STORED_JSON } from './kpi.query';
import type { KpiListRequest } from './kpis.requests';

/** By the weight of the driver in the strategy in force, then of the KPI; KPIs without a driver come last. */
const BY_DRIVER = `(SELECT (9 - coalesce(max(w.weight), 0)) || max(i.code) || ' ' || (9 - coalesce(k.weight, 0)) || lower(k.name)
   FROM driver i LEFT JOIN driver_revision w ON w.driver_id = i.id
    AND w.strategy_version_id = (SELECT v.id FROM strategy_version v WHERE v.status = 'in_force')
  WHERE i.id = k.driver_id)`;
const SOURCE = {
  from: 'kpi k',
  alias: 'k',
  joins: CURRENT_REVISION,
  sort: { name: 'lower(k.name)', code: 'k.code', updatedAt: 'k.updated_at', weight: 'k.weight', driver: BY_DRIVER },
  defaultSort: 'name',
};
const ALL = { page: 1, pageSize: 1_000_000 };
const ATTENTION = 3;
/** Worst first; what cannot be judged comes last. */
const WORST_FIRST: readonly (KpiStatus | null)[] = [...KPI_STATUSES].reverse();

/** KPIs in pages. Status and completeness are computed: a list that asks for them judges all that match first. */
@Injectable()
export class KpiListService {
  constructor(
    private readonly db: DataSource,
    private readonly kpis: KpiReadingService,
  ) {}

  async list(request: KpiListRequest, user: SignedInUser): Promise<Page<Kpi>> {
    const filter = await kpiFilter(this.db, request, user);
    const isComputed = request.status !== undefined || request.complete !== undefined || isByStatus(request);
    return isComputed ? this.judgedPage(request, filter) : this.storedPage(request, filter);
  }

  async overview(user: SignedInUser): Promise<KpiOverview> {
    const kpis = await this.judgedKpis(
      Object.assign(new ListRequest(), { sort: '-weight' }),
      await kpiFilter(this.db, {}, user),
    );
    const attention = needingSomeone(kpis);
    const worst = await this.kpis.many(attention.slice(0, ATTENTION).map(({ id }) => id));
    return { ...overviewOf(kpis), needSomeone: attention.length, attention: worst };
  }

  private async storedPage(request: KpiListRequest, filter: Filters): Promise<Page<Kpi>> {
    const page = await listOf<StoredKpi>(this.db, request, { ...SOURCE, ...filter, item: STORED_JSON });
    return { ...page, items: page.items.map(toKpi) };
  }

  private async judgedPage(request: KpiListRequest, filter: Filters): Promise<Page<Kpi>> {
    const { page, pageSize, status, complete } = request;
    const matching = (await this.judgedKpis(request, filter))
      .filter((kpi) => status === undefined || kpi.status === status)
      .filter((kpi) => complete === undefined || (kpi.missing.length === 0) === (complete === 'true'));
    const ids = matching.slice((page - 1) * pageSize, page * pageSize).map(({ id }) => id);
    const items = ids.length > 0 ? (await this.kpis.many(ids)).map(withoutCharters) : [];
    return { items, total: matching.length, page, pageSize };
  }

  private async judgedKpis(request: ListRequest, filter: Filters): Promise<JudgedKpi[]> {
    const sort = isByStatus(request) ? undefined : request.sort;
    const all = await listOf<KpiFacts>(
      this.db,
      { ...request, ...ALL, sort },
      { ...SOURCE, ...filter, item: FACTS_JSON },
    );
    const kpis = all.items.map((facts) => judged(facts));
    const sign = request.sort === '-status' ? -1 : 1;
    return isByStatus(request) ? kpis.sort((a, b) => sign * (badness(a) - badness(b))) : kpis;
  }
}

const isByStatus = ({ sort }: ListRequest): boolean => sort === 'status' || sort === '-status';
const badness = ({ status }: JudgedKpi): number => (status ? WORST_FIRST.indexOf(status) : WORST_FIRST.length);
