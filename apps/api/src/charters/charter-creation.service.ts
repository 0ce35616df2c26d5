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
import { readCharterText, readFirstDraft } from './charter-reading';
import { contentAfter, type CharterEdit } from './charter-references';
import { changedFields, insertCharter, isFirstDraft, only } from './charter-writes';

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
      const { id } = await this.write(tx, content, { status: 'draft', origin: 'new', importKey: null, by: user.id });
      return isFirstDraft(content) ? readFirstDraft(tx, id) : readCharterText(tx, id);
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
    return this.write(tx, await contentAfter(tx, EMPTY_CONTENT, edit), origin);
  }

  private async write(
    tx: EntityManager,
    content: CharterContent,
    { by, ...row }: Origin,
  ): Promise<{ id: string; code: string }> {
    const { id, code } = await insertCharter(tx, { content, createdBy: by, ...row });
    await this.auditTrail.record(tx, {
      action: 'charter.created',
      recordType: 'charter',
      recordId: id,
      recordCode: code,
      after: { ...only(changedFields(EMPTY_CONTENT, content), content), status: row.status, origin: row.origin },
    });
    return { id, code };
  }
}

interface Origin {
  status: CharterStatus;
  origin: CharterOrigin;
  importKey: string | null;
  by: string;
}
