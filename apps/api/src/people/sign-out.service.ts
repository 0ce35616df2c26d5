import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { requestContext } from '../platform/requests/request-context';
import { Sessions } from '../platform/sessions/sessions';

@Injectable()
export class SignOutService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: AuditTrail,
  ) {}

  /** Ends the session of the request; its cookie is worth nothing from then on, here and on every replica. */
  signOut(): Promise<void> {
    const session = requestContext()?.session;
    if (!session) throw Problems.notSignedIn();
    return this.work.write(async (tx) => {
      await this.sessions.end(tx, session.id);
      await this.audit.record(tx, { action: 'session.ended', recordType: 'user', recordId: session.user.id });
    });
  }
}
