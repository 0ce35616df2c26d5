import { Controller, Get, Query } from '@nestjs/common';
import type { SearchAnswer, SearchKind, SignedInUser } from '@sightline/contracts';
import { may, type Permission } from '@sightline/rules';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { prepared } from '../platform/database/prepared';
import { containing } from '../platform/lists/list';
import { JsonText, sentAs } from '../platform/records/json-text';
import { SEARCH_SQL } from './search.query';
import { SearchRequest } from './search.requests';

/** What somebody must be allowed to read to find it. */
const READING: Record<SearchKind, Permission> = {
  charter: 'charter.read',
  kpi: 'kpi.read',
  principle: 'strategy.read',
  domain: 'domain.read',
  system: 'system.read',
  service: 'service.read',
  party: 'party.read',
  person: 'person.read',
};
/** Belongs to nobody: an external reader without a party finds nothing. */
const NO_PARTY = '00000000-0000-0000-0000-000000000000';

/** Everything by its code or by words of its name, while somebody types. */
@Controller('search')
export class SearchController {
  constructor(private readonly db: DataSource) {}

  @Get()
  @Requires('charter.read')
  async search(@Query() { q, limit }: SearchRequest, @CurrentUser() reader: SignedInUser): Promise<SearchAnswer> {
    const kinds = Object.entries(READING).filter(([, permission]) => may(reader, permission));
    const [row] = await prepared<{ items: string }>(this.db, { name: 'search', text: SEARCH_SQL }, [
      containing(q),
      containing(q).slice(1),
      containing(q.toUpperCase()).slice(1),
      q.toUpperCase(),
      kinds.map(([kind]) => kind),
      reader.kind === 'external' ? (reader.partyId ?? NO_PARTY) : null,
      limit,
    ]);
    return sentAs(new JsonText<SearchAnswer>(`{"items":${row?.items ?? '[]'}}`));
  }
}
