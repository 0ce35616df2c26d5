import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  Board,
  BoardChanges,
  CastVote,
  Decision,
  DecisionSummary,
  NameSubstitute,
  Page,
  Proposal,
  ProposalSummary,
  PutSeats,
} from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl, type QueryValue } from '../platform/api/api-url';

type Query = Record<string, QueryValue>;

/** What the site asks the server about boards, proposals and decisions. */
@Injectable({ providedIn: 'root' })
export class BoardApi {
  private readonly api = inject(Api);

  proposals(query: () => Query): HttpResourceRef<Page<ProposalSummary> | undefined> {
    return httpResource<Page<ProposalSummary>>(() => apiUrl('/proposals', query()));
  }

  proposal(code: () => string): HttpResourceRef<Proposal | undefined> {
    return httpResource<Proposal>(() => apiUrl(at('proposals', code())));
  }

  decisions(query: () => Query): HttpResourceRef<Page<DecisionSummary> | undefined> {
    return httpResource<Page<DecisionSummary>>(() => apiUrl('/decisions', query()));
  }

  decision(code: () => string): HttpResourceRef<Decision | undefined> {
    return httpResource<Decision>(() => apiUrl(at('decisions', code())));
  }

  boards(): HttpResourceRef<Page<Board> | undefined> {
    return httpResource<Page<Board>>(() => apiUrl('/boards', { pageSize: 200 }));
  }

  vote(code: string, vote: CastVote): Promise<Proposal> {
    return this.api.put(`${at('proposals', code)}/vote`, vote);
  }

  /** `key` names the intention to close; the same one again closes nothing twice. */
  close(code: string, rationale: string, key: string): Promise<{ decision: Decision }> {
    return this.api.post(`${at('proposals', code)}/close`, { rationale }, key);
  }

  returnForForm(code: string, reason: string): Promise<Proposal> {
    return this.api.post(`${at('proposals', code)}/return`, { reason });
  }

  withdraw(code: string): Promise<Proposal> {
    return this.api.post(`${at('proposals', code)}/withdraw`);
  }

  overruleOutcome(code: string, reason: string): Promise<Proposal> {
    return this.api.post(`${at('proposals', code)}/overrules`, { check: 'OUTCOME', reason });
  }

  nameSubstitute(code: string, substitute: NameSubstitute): Promise<Proposal> {
    return this.api.post(`${at('proposals', code)}/substitutes`, substitute);
  }

  changeBoard(board: Board, changes: BoardChanges): Promise<Board> {
    return this.api.patch(at('boards', board.id), changes, board.version);
  }

  putSeats(board: Board, seats: PutSeats): Promise<Board> {
    return this.api.put(`${at('boards', board.id)}/seats`, seats, board.version);
  }
}

const at = (kind: string, code: string): string => `/${kind}/${encodeURIComponent(code)}`;
