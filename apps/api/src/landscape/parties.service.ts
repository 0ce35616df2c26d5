import type { Page, Party } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listOf } from '../platform/lists/list';
import { newId } from '../platform/records/new-id';
import type { NewPartyRequest, PartyChangesRequest, PartyListRequest } from './landscape.requests';
import { PartyEntity } from './party.entity';
import { differences, lockRecord, readRecord, textOrNull } from './register-records';
import { registerList } from './register.query';

/** Teams, people, vendors and partners that can hold a responsibility. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly db: DataSource,
    private readonly work: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  list(request: PartyListRequest): Promise<Page<Party>> {
    const { q, kind, external } = request;
    const filters = [
      ...(kind ? [{ condition: (value: string) => `r.kind = ${value}`, value: kind }] : []),
      ...(external ? [{ condition: (value: string) => `r.external = ${value}::boolean`, value: external }] : []),
    ];
    return listOf(this.db, request, registerList('party', q, filters));
  }

  read(reference: string): Promise<Party> {
    return readRecord(this.db, 'party', reference);
  }

  create(request: NewPartyRequest, by: string): Promise<Party> {
    return this.work.write(async (tx) => {
      const id = newId();
      await tx.insert(PartyEntity, {
        id,
        ...columnsOf(request),
        name: request.name,
        kind: request.kind,
        version: 1,
        createdBy: by,
      });
      const party = await readRecord<Party>(tx, 'party', id);
      await this.audit.record(tx, {
        action: 'party.created',
        recordType: 'party',
        recordId: id,
        recordCode: party.code,
        after: request,
      });
      return party;
    });
  }

  change(reference: string, expected: number, request: PartyChangesRequest): Promise<Party> {
    return this.work.write(async (tx) => {
      const party = await lockRecord(tx, PartyEntity, reference, expected);
      const changed = differences(party, columnsOf(request));
      if (changed) {
        await tx.update(
          PartyEntity,
          { id: party.id },
          { ...changed.after, version: party.version + 1, updatedAt: () => 'now()' },
        );
        await this.audit.record(tx, {
          action: 'party.changed',
          recordType: 'party',
          recordId: party.id,
          recordCode: party.code,
          ...changed,
        });
      }
      return readRecord<Party>(tx, 'party', party.id);
    });
  }
}

function columnsOf({ organisation, costCentre, ...rest }: PartyChangesRequest): Partial<PartyEntity> {
  return { ...rest, organisation: textOrNull(organisation), costCentre: textOrNull(costCentre) };
}
