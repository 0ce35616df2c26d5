import { Injectable } from '@nestjs/common';
import type { ErasedUser, ErasureConfirmation, Role, SignedInUser } from '@sightline/contracts';
import { type Language, sayKey } from '@sightline/language';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { isUuid } from '../platform/problems/validators';
import { requireVersion } from '../platform/records/if-match';
import { Sessions } from '../platform/sessions/sessions';
import { addressOf, removeTraces } from './personal-traces';

interface Standing {
  name: string;
  email: string;
  roles: Role[];
  version: number;
  /** The constituencies this person holds or held a seat for. */
  constituencies: string[];
  seated: boolean;
  language: Language;
}

/** Takes a person out of the installation and leaves what they did (TRUST T28, PRODUCT.md section 9). */
@Injectable()
export class ErasureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Cannot be undone. 409 `erase-yourself`, `erase-seated` while the person holds a seat of a board, `erase-name-differs`
   * when the name typed is not the one that stands.
   */
  erase(id: string, { name }: ErasureConfirmation, version: number, by: SignedInUser): Promise<ErasedUser> {
    if (!isUuid(id)) throw Problems.notFound('user');
    return this.work.write(async (tx) => {
      const person = await standingOf(tx, id);
      requireVersion(version, person.version);
      if (id === by.id) throw Problems.rule('erase-yourself');
      if (person.seated) throw Problems.rule('erase-seated');
      if (name !== person.name) throw Problems.rule('erase-name-differs');
      const formerly = await formerName(tx, person);
      await this.sessions.endAllOf(tx, id);
      await tx.query(ANONYMOUS, [id, formerly, addressOf(formerly)]);
      await removeTraces(tx, { id, name: person.name, email: person.email, formerly });
      const { roles, constituencies } = person;
      const after = { name: formerly, roles, constituencies };
      await this.audit.record(tx, { action: 'user.erased', recordType: 'user', recordId: id, after });
      return { id, name: formerly };
    });
  }
}

async function standingOf(tx: EntityManager, id: string): Promise<Standing> {
  const [person] = await tx.query<Standing[]>(STANDING, [id]);
  if (!person) throw Problems.notFound('user');
  return person;
}

/** "Former member 17 (Board member, Data)", in the language of the organisation: it is kept as it was issued. */
async function formerName(tx: EntityManager, { roles, constituencies, language }: Standing): Promise<string> {
  const [{ number }] = await tx.query<[{ number: string }]>(`SELECT nextval('former_member') AS number`);
  const offices = [...roles.map((role) => sayKey(`registers.role.${role}`, {}, language)), ...constituencies];
  const name = sayKey('registers.erasure.formerMember', { number }, language);
  return (offices.length === 0 ? name : `${name} (${offices.join(', ')})`).slice(0, 200);
}

const STANDING = `
  SELECT u.name, u.email, u.roles, u.version,
         ARRAY(SELECT DISTINCT c.name FROM seat s JOIN constituency c ON c.id = s.constituency_id
                WHERE s.holder_id = u.id ORDER BY c.name) AS constituencies,
         EXISTS (SELECT 1 FROM seat s WHERE s.holder_id = u.id AND s.ended_at IS NULL) AS seated,
         (SELECT o.language FROM organisation o) AS language
    FROM app_user u WHERE u.id = $1 AND u.status <> 'erased' FOR UPDATE OF u`;
const ANONYMOUS = `
  UPDATE app_user SET name = $2, email = $3, status = 'erased', roles = '{}', language = NULL, persona = NULL,
         password_hash = NULL, credential_reset_at = NULL, version = version + 1, updated_at = now()
   WHERE id = $1`;
