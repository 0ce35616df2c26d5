import type {
  Charter,
  CharterContent,
  CharterOrigin,
  CharterStatus,
  NewCharter,
  SignedInUser,
} from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '../audit/audit-trail.service';
import { demand } from '../platform/access/demand';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { JsonText } from '../platform/records/json-text';
import { EMPTY_CONTENT } from './charter-content';
import { readCharterText, withReadiness } from './charter-reading';
import { contentAfter, type CharterEdit } from './charter-references';
import {
  changedFields,
  insertCharter,
  insertFirstDraft,
  isFirstDraft,
  type NewCharterRow,
  only,
} from './charter-writes';

/** A project that ran before Sightline, as an import brings it in: in its true state, and not approved. */
export interface RunningCharter extends CharterEdit {
  status: Extract<CharterStatus, 'in_delivery' | 'paused' | 'live' | 'closed' | 'stopped' | 'retired'>;
  importKey: string | null;
}

/** How charters come into being. */
@Injectable()
export class CharterCreation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly auditTrail: AuditTrail,
  ) {}

  /** A draft of the caller's; they lead it unless they name somebody else, which only the CIO office may. */
  create(request: NewCharter, user: SignedInUser): Promise<JsonText<Charter>> {
    return this.unitOfWork.write(async (tx) => {
      const start = { ...EMPTY_CONTENT, lead: user.id };
      const content = await contentAfter(tx, start, request);
      demand(user, 'charter.create', { own: content.lead === user.id });
      const draft: Origin = { status: 'draft', origin: 'new', importKey: null, by: user.id };
      if (!isFirstDraft(content)) return readCharterText(tx, (await this.write(tx, content, draft, insertCharter)).id);
      return withReadiness(await this.write(tx, content, draft, insertFirstDraft));
    });
  }

  /** For imports, in their transaction: a draft that an import recognises again by its key. */
  createDraft(
    tx: EntityManager,
    { importKey, ...edit }: CharterEdit & { importKey: string | null },
    by: string,
  ): Promise<{ id: string; code: string }> {
    return this.fromImport(tx, edit, { status: 'draft', origin: 'new', importKey, by });
  }

  /** For imports, in their transaction: keeps its state, gets no resources, extension or go-live before it is approved. */
  createRunning(tx: EntityManager, running: RunningCharter, by: string): Promise<{ id: string; code: string }> {
    const { status, importKey, ...edit } = running;
    return this.fromImport(tx, edit, { status, origin: 'running', importKey, by });
  }

  private async fromImport(
    tx: EntityManager,
    edit: CharterEdit,
    origin: Origin,
  ): Promise<{ id: string; code: string }> {
    return this.write(tx, await contentAfter(tx, EMPTY_CONTENT, edit), origin, insertCharter);
  }

  /** Writes it by a statement, whose answer is returned, and tells the trail. */
  private async write<Row extends { id: string; code: string }>(
    tx: EntityManager,
    content: CharterContent,
    { by, ...row }: Origin,
    insert: (tx: EntityManager, row: NewCharterRow) => Promise<Row>,
  ): Promise<Row> {
    const written = await insert(tx, { content, createdBy: by, ...row });
    await this.auditTrail.record(tx, {
      action: 'charter.created',
      recordType: 'charter',
      recordId: written.id,
      recordCode: written.code,
      after: { ...only(changedFields(EMPTY_CONTENT, content), content), status: row.status, origin: row.origin },
    });
    return written;
  }
}

interface Origin {
  status: CharterStatus;
  origin: CharterOrigin;
  importKey: string | null;
  by: string;
}
