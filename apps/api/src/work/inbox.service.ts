import { Injectable } from '@nestjs/common';
import type { CharterSummary, GateCheck, Inbox, Reaffirmation, SignedInUser } from '@sightline/contracts';
import { charterGate, daysBetween, reminderDue } from '@sightline/rules';
import { DataSource } from 'typeorm';
import { ProposalList } from '../board/proposal-list.service';
import { readCharterGateFacts } from '../charters/charter-gate.facts';
import { listCharters } from '../charters/charter-list';
import { CommentReading } from '../comments/comment-reading.service';
import { KpiReadingService } from '../kpis/kpi-reading.service';
import {
  EXCEPTIONS_ENDING,
  MEASUREMENTS_DUE,
  REAFFIRMATIONS_AWAITED,
  REQUIREMENTS_OWED,
  STANDING,
} from './inbox.query';

/** Whoever has more than this opens the list itself. */
const DECISIONS_SHOWN = 20;
/** Each asks the gate. */
const CHARTERS_SHOWN = 12;

const MENTIONS_SHOWN = 20;

type Ending = Inbox['exceptionsEnding'][number];

/** What awaits a person, of every kind, longest waiting first. */
@Injectable()
export class InboxService {
  constructor(
    private readonly db: DataSource,
    private readonly proposals: ProposalList,
    private readonly kpis: KpiReadingService,
    private readonly comments: CommentReading,
  ) {}

  async read(reader: SignedInUser): Promise<Inbox> {
    const [decisions, charters, measurementsDue, requirementsOwed, exceptionsEnding, awaited, mentions, standing] =
      await Promise.all([
        this.proposals.awaiting(reader, DECISIONS_SHOWN),
        this.charters(reader),
        this.measurementsDue(reader),
        this.db.query<Inbox['requirementsOwed']>(REQUIREMENTS_OWED, [reader.id]),
        this.exceptionsEnding(reader),
        this.db.query<{ entry: Reaffirmation }[]>(REAFFIRMATIONS_AWAITED, [reader.id]),
        this.comments.unseen(reader, MENTIONS_SHOWN),
        this.db.query<[Inbox['standing']]>(STANDING),
      ]);
    const reaffirmations = awaited.map(({ entry }) => entry);
    const own = { decisions, charters, measurementsDue, requirementsOwed, exceptionsEnding, reaffirmations, mentions };
    return { ...own, standing: standing[0] };
  }

  /** Brought up at 30, 7 and 1 day before their end (PRODUCT section 2). */
  private async exceptionsEnding(reader: SignedInUser): Promise<Inbox['exceptionsEnding']> {
    const ending = await this.db.query<(Omit<Ending, 'daysLeft' | 'reminder'> & { today: string })[]>(
      EXCEPTIONS_ENDING,
      [reader.id],
    );
    return ending.flatMap(({ today, ...exception }) => {
      const reminder = reminderDue(exception.endsOn, today);
      return reminder === null ? [] : [{ ...exception, daysLeft: daysBetween(today, exception.endsOn), reminder }];
    });
  }

  /** Charters the reader answers for that are being written or voted on, with what stands between them and approval. */
  private async charters(reader: SignedInUser): Promise<Inbox['charters']> {
    const asked: Parameters<typeof listCharters>[1] = {
      mine: true,
      status: ['draft', 'submitted'],
      sort: '-updatedAt',
      page: 1,
      pageSize: CHARTERS_SHOWN,
    };
    const { items } = (await listCharters(this.db, asked, reader)).read();
    return Promise.all(items.map((charter) => this.judged(charter)));
  }

  private async judged(charter: CharterSummary): Promise<Inbox['charters'][number]> {
    const failed = charterGate(await readCharterGateFacts(this.db, charter.id), 'approve').filter(
      ({ passed }) => !passed,
    );
    const count = (level: GateCheck['level']): number => failed.filter((check) => check.level === level).length;
    return { ...charter, blockers: count('blocker'), warnings: count('warning') };
  }

  private async measurementsDue(reader: SignedInUser): Promise<Inbox['measurementsDue']> {
    const due = await this.db.query<{ id: string; dueOn: string }[]>(MEASUREMENTS_DUE, [reader.id]);
    if (due.length === 0) return [];
    const kpis = await this.kpis.many(due.map(({ id }) => id));
    return kpis.map(({ id, code, name, unit, cadence, latest, stale }, at) => {
      return { id, code, name, unit, cadence, latest, stale, dueOn: due[at]?.dueOn ?? null };
    });
  }
}
