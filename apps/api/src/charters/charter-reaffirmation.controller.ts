import type { Charter, Page, Reaffirmation, SignedInUser } from '@sightline/contracts';
import { REAFFIRM_NOTE_MAX, type ReaffirmCharter } from '@sightline/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CurrentUser } from '../platform/access/current-user';
import { Requires } from '../platform/access/requires';
import { listOf } from '../platform/lists/list';
import { ListRequest } from '../platform/lists/list-request';
import { Maybe, OneOf, Reference, Text } from '../platform/problems/validators';
import { MaybeIfMatch } from '../platform/records/maybe-if-match';
import { resolveReference } from '../platform/records/resolve-reference';
import { CharterReaffirmation } from './charter-reaffirmation.service';
import { REAFFIRMATION } from './reaffirmation.query';

class ReaffirmRequest implements ReaffirmCharter {
  @Text(REAFFIRM_NOTE_MAX)
  note!: string;
}

/** GET /reaffirmations: the queue; settled entries on request. */
class ReaffirmationListRequest extends ListRequest {
  @Maybe()
  @OneOf(['open', 'settled'])
  status?: 'open' | 'settled';

  @Maybe()
  @Reference()
  charter?: string;

  /** Of charters the reader leads, sponsors or answers for in IT. */
  @Maybe()
  @OneOf(['me'])
  awaiting?: 'me';
}

/** What unsettled approved charters, and how they are affirmed anew. */
@Controller()
export class CharterReaffirmationController {
  constructor(
    private readonly db: DataSource,
    private readonly reaffirmation: CharterReaffirmation,
  ) {}

  @Get('reaffirmations')
  @Requires('exception.read')
  async list(
    @Query() request: ReaffirmationListRequest,
    @CurrentUser() reader: SignedInUser,
  ): Promise<Page<Reaffirmation>> {
    const { status = 'open', charter, awaiting } = request;
    return listOf<Reaffirmation>(this.db, request, {
      from: 'reaffirmation f',
      alias: 'f',
      item: REAFFIRMATION,
      where: [
        `(f.settled_at IS NULL) = ($1 = 'open')`,
        `($1 = 'settled' OR EXISTS (SELECT 1 FROM standing_charter s WHERE s.id = f.charter_id))`,
        '($2::uuid IS NULL OR f.charter_id = $2)',
        `($3::uuid IS NULL OR EXISTS (SELECT 1 FROM charter c WHERE c.id = f.charter_id
           AND $3 IN (c.lead_id, c.it_lead_id, c.business_sponsor_id)))`,
      ],
      params: [
        status,
        charter ? await resolveReference(this.db, 'charter', charter, '?charter') : null,
        awaiting ? reader.id : null,
      ],
      sort: { raisedAt: 'f.raised_at', settledAt: 'f.settled_at' },
      defaultSort: 'raisedAt',
    });
  }

  @Post('charters/:id/reaffirm')
  @HttpCode(200)
  @Requires('charter.reaffirm')
  reaffirm(
    @Param('id') id: string,
    @MaybeIfMatch() version: number | null,
    @Body() request: ReaffirmRequest,
    @CurrentUser() user: SignedInUser,
  ): Promise<Charter> {
    return this.reaffirmation.reaffirm(id, version, request, user);
  }
}
