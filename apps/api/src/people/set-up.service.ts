import { Injectable } from '@nestjs/common';
import type { SetUp, SetUpDone, SetUpState } from '@sightline/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import type { Config } from '../platform/config/config';
import { Configured } from '../platform/config/config.token';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { type OpenedSession, Sessions } from '../platform/sessions/sessions';
import { ActivationService } from './activation.service';
import { insertFoundingBoard, insertOrganisation, insertPeople, type PersonIds } from './founding-records';
import { hashPassword } from './passwords';
import { type FoundingPerson, foundingProblems, peopleOf } from './set-up-people';
import type { Caller } from './sign-in.service';

/** Any number; whoever holds it sets up. */
export const SET_UP_LOCK = 7_155_173;

/** The first minutes of an installation: organisation, administrator and founding board, once and then never again. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly db: DataSource,
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly activation: ActivationService,
    private readonly audit: AuditTrail,
    @Configured() private readonly config: Config,
  ) {}

  /** 404 once somebody has set it up: there is no such thing any more. */
  async state(): Promise<SetUpState> {
    await refuseWhenDone(this.db);
    return { open: true, sample: this.config.sample };
  }

  async setUp(request: SetUp, caller: Caller): Promise<{ done: SetUpDone; session: OpenedSession }> {
    await refuseWhenDone(this.db);
    const problems = foundingProblems(request);
    if (problems.length > 0) throw Problems.invalid(problems);
    const passwordHash = await hashPassword(request.administrator.password);
    return this.work.write(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [SET_UP_LOCK]);
      await refuseWhenDone(tx);
      const people = peopleOf(request);
      await insertOrganisation(tx, request.organisation);
      const ids = await insertPeople(tx, people, request.administrator.email, passwordHash);
      const boardId = await insertFoundingBoard(tx, request.board, ids);
      const administrator = ids.of(request.administrator.email);
      await this.recordAll(tx, request, people, ids, { administrator, boardId });
      const links = await this.invite(tx, people, ids, administrator);
      return {
        done: { administrator: request.administrator.email, links },
        session: await this.sessions.open(tx, administrator, caller),
      };
    });
  }

  private async invite(
    tx: EntityManager,
    people: FoundingPerson[],
    ids: PersonIds,
    administrator: string,
  ): Promise<SetUpDone['links']> {
    const links: SetUpDone['links'] = [];
    for (const { name, email } of people) {
      const id = ids.of(email);
      if (id === administrator) continue;
      links.push({ name, email, ...(await this.activation.issue(tx, id, 'activate', administrator)) });
    }
    return links;
  }

  private async recordAll(
    tx: EntityManager,
    { organisation, board }: SetUp,
    people: FoundingPerson[],
    ids: PersonIds,
    { administrator: actor, boardId }: { administrator: string; boardId: string },
  ): Promise<void> {
    const constituencies = board.constituencies.map(({ key, name, isIt, seats }) => ({
      key,
      name,
      isIt,
      seats: seats.map(({ email }) => ids.of(email)),
    }));
    await this.audit.recordAll(tx, [
      { action: 'organisation.set_up', recordType: 'organisation', after: organisation, actor },
      ...people.map(({ name, email, roles }) => ({
        action: 'user.invited',
        recordType: 'user',
        recordId: ids.of(email),
        after: { name, email, roles },
        personal: ['/name', '/email'],
        actor,
      })),
      {
        action: 'board.founded',
        recordType: 'board',
        recordId: boardId,
        after: { name: board.name, secretary: ids.of(board.secretary.email), constituencies },
        actor,
      },
    ]);
  }
}

async function refuseWhenDone(db: DataSource | EntityManager): Promise<void> {
  const [row] = await db.query<{ done: boolean }[]>('SELECT EXISTS (SELECT 1 FROM app_user) AS done');
  if (row?.done !== false) throw Problems.notFound();
}
