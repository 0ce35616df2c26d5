import type { StrategyVersion } from '@sightline/contracts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StrategyText } from './document/strategy-text';
import { type FileProblem, ofFields, ofText, refusalsOf } from './file-problem';
import { changesOf, placeOfChange } from './file-changes';
import { writeRights } from './file-rights';
import { StrategyFileRecords } from './strategy-file-records.service';
import type { DraftChange } from './strategy-draft.service';
import { StrategyEditingService } from './strategy-editing.service';
import { StrategyVersionEntity } from './strategy-version.entity';
import { StrategyVersionChangesRequest } from './strategy-version.requests';
import { readRequest } from '../platform/problems/request-reading';

export interface FileForContent {
  draft: StrategyVersionEntity;
  /** As it stands now. */
  before: StrategyVersion;
  text: StrategyText;
  by: string;
}

/** Writes what a file says into a locked draft, and only what it says otherwise than the draft. */
@Injectable()
export class StrategyFileContent {
  constructor(
    private readonly editing: StrategyEditingService,
    private readonly records: StrategyFileRecords,
  ) {}

  /** Answers every problem of the file; with any, the caller takes back what was written. `change` is for the audit trail. */
  async bringIn(
    tx: EntityManager,
    { draft, before, text, by }: FileForContent,
  ): Promise<{ problems: FileProblem[]; change: DraftChange | null }> {
    if (text.problems.length > 0) return { problems: text.problems.map(ofText), change: null };
    const done: DraftChange[] = [];
    const place = placeOfChange(text);
    const { request, wrong } = readRequest(StrategyVersionChangesRequest, changesOf(text, before));
    if (wrong.length > 0) return { problems: ofFields(wrong, place), change: null };
    const problems = await refusalsOf(async () => {
      const change = await this.editing.changeIn(tx, draft, request);
      if (change) done.push(change);
    }, place);
    // Cells are checked against the facts of the file, not those of before.
    const now = await tx.findOneByOrFail(StrategyVersionEntity, { id: draft.id });
    const parts = await this.records.write(tx, { draft: now, before, text, by });
    const rights = await writeRights(tx, { draft: now, before, text });
    done.push(...parts.done, ...rights.done);
    return { problems: [...problems, ...parts.problems, ...rights.problems], change: imported(done) };
  }
}

/** One event for all of it: what changed, part by part. */
function imported(done: readonly DraftChange[]): DraftChange | null {
  if (done.length === 0) return null;
  const told = (side: 'before' | 'after'): Record<string, unknown> => ({
    parts: done.map((change) => ({ action: change.action, ...change[side] })),
  });
  return { action: 'strategy_version.imported', before: told('before'), after: told('after') };
}
