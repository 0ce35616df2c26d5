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
import type { StatementAnswer } from '../platform/database/together';
import type { Later } from '../platform/database/transaction';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { JsonText } from '../platform/records/json-text';
import { newId } from '../platform/records/new-id';
import type { AskedReferences } from './asked-references';
import { EMPTY_CONTENT } from './charter-content';
import { readCharterText } from './charter-reading';
import { contentAfter, type CharterEdit, readEdit } from './charter-references';
import {
  changedFields,
  DRAW_CODE,
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
    const edit = readEdit(request);
    const content = async (tx: EntityManager): Promise<CharterContent> => {
      const after = await edit.after(tx, { ...EMPTY_CONTENT, lead: user.id });
      demand(user, 'charter.create', { own: after.lead === user.id });
      return after;
    };
    const by: Origin = { status: 'draft', origin: 'new', importKey: null, by: user.id };
    return isFirstDraft(request) ? this.createFirst(edit.asked, content, by) : this.createWhole(content, by);
  }

  /** Most charters: references and code come with the begin, and all that is written goes with the commit. */
  private createFirst(asked: AskedReferences, content: Content, by: Origin): Promise<JsonText<Charter>> {
    const work = async (tx: EntityManager, [drawn, found]: StatementAnswer[]): Promise<Later<JsonText<Charter>>> => {
      asked.take(found);
      const named = { id: newId(), code: String(drawn?.rows[0]?.['code']) };
      const row = rowOf(await content(tx), by);
      const written = await insertFirstDraft(tx, row, named);
      await this.tell(tx, row, named);
      return written;
    };
    return this.unitOfWork.write(work, [DRAW_CODE, ...asked.statements()]);
  }

  private createWhole(content: Content, by: Origin): Promise<JsonText<Charter>> {
    return this.unitOfWork.write(async (tx) => readCharterText(tx, (await this.write(tx, await content(tx), by)).id));
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

  private async write(tx: EntityManager, content: CharterContent, origin: Origin): Promise<Named> {
    const row = rowOf(content, origin);
    const named = await insertCharter(tx, row);
    await this.tell(tx, row, named);
    return named;
  }

  private async tell(
    tx: EntityManager,
    { content, status, origin }: NewCharterRow,
    { id, code }: Named,
  ): Promise<void> {
    await this.auditTrail.record(tx, {
      action: 'charter.created',
      recordType: 'charter',
      recordId: id,
      recordCode: code,
      after: { ...only(changedFields(EMPTY_CONTENT, content), content), status, origin },
    });
  }
}

/** The content of a new charter, in its transaction. */
type Content = (tx: EntityManager) => Promise<CharterContent>;

interface Named {
  id: string;
  code: string;
}

interface Origin {
  status: CharterStatus;
  origin: CharterOrigin;
  importKey: string | null;
  by: string;
}

const rowOf = (content: CharterContent, { by, ...origin }: Origin): NewCharterRow => ({
  content,
  createdBy: by,
  ...origin,
});
