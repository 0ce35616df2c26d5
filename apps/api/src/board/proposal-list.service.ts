import { Injectable } from '@nestjs/common';
import type { Page, ProposalSummary, SignedInUser } from '@sightline/contracts';
import { DataSource } from 'typeorm';
import { containing, listOf } from '../platform/lists/list';
import { resolveReference } from '../platform/records/resolve-reference';
import type { ListProposalsRequest } from './board.requests';
import { AWAITS_ME, PROPOSAL_ROW, WEIGHED_OF_P } from './proposal.query';

/** Proposals as the board page and Home list them. */
@Injectable()
export class ProposalList {
  constructor(private readonly db: DataSource) {}

  /** The first proposals that wait for the reader's vote, soonest due first. */
  async awaiting(reader: SignedInUser, atMost: number): Promise<ProposalSummary[]> {
    const { items } = await this.list({ awaiting: 'me', sort: 'dueAt', page: 1, pageSize: atMost }, reader);
    return items;
  }

  async list(request: ListProposalsRequest, reader: SignedInUser): Promise<Page<ProposalSummary>> {
    const { awaiting, status, subjectType, board, q } = request;
    const boardId = board ? await resolveReference(this.db.manager, 'board', board, '?board') : null;
    return listOf<ProposalSummary>(this.db, request, {
      from: 'proposal p',
      alias: 'p',
      item: PROPOSAL_ROW,
      joins: WEIGHED_OF_P,
      where: [
        `($2::boolean IS NOT TRUE OR ${AWAITS_ME})`,
        '($3::text IS NULL OR p.status = $3)',
        '($4::text IS NULL OR p.subject_type = $4)',
        '($5::uuid IS NULL OR p.board_id = $5)',
        '($6::text IS NULL OR p.title ILIKE $6 OR p.code ILIKE $6)',
      ],
      params: [reader.id, awaiting === 'me', status ?? null, subjectType ?? null, boardId, q ? containing(q) : null],
      sort: { dueAt: 'p.due_at', submittedAt: 'p.submitted_at', code: 'p.code', title: 'lower(p.title)' },
      defaultSort: '-submittedAt',
    });
  }
}
