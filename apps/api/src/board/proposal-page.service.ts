import { Injectable } from '@nestjs/common';
import type { DecisionRecord, GateCheckAnswer, Proposal, ProposalSummary, SignedInUser } from '@sightline/contracts';
import { ballotResult } from '@sightline/rules';
import { DataSource, type EntityManager } from 'typeorm';
import { Problems } from '../platform/problems/problem';
import { parseIdOrCode } from '../platform/records/id-or-code';
import { requestContext } from '../platform/requests/request-context';
import { type Ballot, readBallot } from './ballot.facts';
import { DecidedSubjects, type Subject, weighed } from './decided-subjects.service';
import { KpiEffects } from './kpi-effects.service';
import { myPart } from './my-part';
import { PROPOSAL_PAGE_SQL } from './proposal.query';
import type { SnapshotBody } from './proposal-snapshot';
import { seatsOf } from './proposal-seats';
import { changedSince } from './snapshot-changes';

type Head = Pick<Proposal, Exclude<keyof ProposalSummary, 'seats' | 'constituencies'>>;
interface Row extends Pick<
  Proposal,
  'closeReason' | 'revision' | 'snapshotNumber' | 'snapshotHash' | 'dismissed' | 'substitutes' | 'overrules'
> {
  head: Head;
  charterId: string | null;
  changeRequestId: string | null;
  strategyVersionId: string | null;
  exceptionId: string | null;
  snapshot: SnapshotBody;
  before: SnapshotBody | null;
  record: DecisionRecord | null;
  credentialsChangedAt: string | null;
}

/** One proposal with all that is needed to decide on it in a minute. */
@Injectable()
export class ProposalPage {
  constructor(
    private readonly db: DataSource,
    private readonly subjects: DecidedSubjects,
    private readonly kpiEffects: KpiEffects,
  ) {}

  get(reference: string, reader: SignedInUser): Promise<Proposal> {
    return this.read(this.db.manager, reference, reader);
  }

  /** As `reader` sees it; inside a transaction, as it stands there. */
  async read(db: EntityManager, reference: string, reader: SignedInUser): Promise<Proposal> {
    const { id, code } = parseIdOrCode(reference);
    const [row] = await db.query<Row[]>(PROPOSAL_PAGE_SQL, [reader.id, id ?? null, code ?? null]);
    if (!row) throw Problems.notFound('proposal');
    const ballot = await readBallot(db, row.head.id);
    const checks = await this.checksOf(db, row);
    return { ...proposalOf(row, ballot, reader), checks, effects: await this.effectsOf(db, row) };
  }

  /** While it is open the gate is asked now; afterwards what the decision was made on stands. */
  private async checksOf(db: EntityManager, row: Row): Promise<GateCheckAnswer[]> {
    if (row.head.status === 'open') {
      return this.subjects.checks(db, subjectOf(row), requestContext()?.language ?? 'en');
    }
    return (row.record?.checks ?? []).map(frozenCheck);
  }

  private async effectsOf(db: EntityManager, row: Row): Promise<Proposal['effects']> {
    if (row.head.status !== 'open' || row.strategyVersionId || row.exceptionId) return [];
    const { charterId, content } = await weighed(db, subjectOf(row));
    return this.kpiEffects.of(db, charterId, content);
  }
}

function subjectOf({ head, charterId, changeRequestId, strategyVersionId, exceptionId }: Row): Subject {
  return { subjectType: head.subjectType, charterId, changeRequestId, strategyVersionId, exceptionId };
}

function proposalOf(row: Row, ballot: Ballot, reader: SignedInUser): Omit<Proposal, 'checks' | 'effects'> {
  const { head, snapshot, before } = row;
  const result = ballotResult(ballot);
  return {
    ...head,
    revision: row.revision,
    snapshot: { ...snapshot },
    snapshotHash: row.snapshotHash,
    snapshotNumber: row.snapshotNumber,
    dismissed: row.dismissed,
    changed: before ? changedSince(before, snapshot) : [],
    tally: result.tally,
    result,
    constituencies: result.constituencies,
    seats: seatsOf(ballot),
    recused: recusedIn(ballot),
    substitutes: row.substitutes,
    overrules: row.overrules,
    canClose: head.status === 'open' && result.canClose,
    why: result.why,
    closeReason: row.closeReason,
    mine: myPart(ballot, reader, row.credentialsChangedAt),
  };
}

/** A stake in the subject keeps a seated person from voting, and is said openly. */
function recusedIn({ seats }: Ballot): Proposal['recused'] {
  return seats.flatMap(({ holder }) => (holder?.conflict ? [{ name: holder.name, conflict: holder.conflict }] : []));
}

/** A check of a decision made: its sentence is kept, where to mend it no longer matters. */
function frozenCheck({ code, level, passed, message }: DecisionRecord['checks'][number]): GateCheckAnswer {
  return { code, level, passed, message, variant: '', params: {}, fix: { field: '', path: '' } } as GateCheckAnswer;
}
