import type { StrategyImport, StrategyImportCheck, StrategyVersion } from '@sightline/contracts';
import type { Language } from '@sightline/language';
import { Injectable } from '@nestjs/common';
import { savepoint } from '../platform/database/savepoint';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { Problems } from '../platform/problems/problem';
import { readStrategyMarkdown } from './document/read-strategy-markdown';
import { changesOf } from './file-look';
import { inWords } from './file-problem';
import { lockDraft, StrategyDraftService, wholeVersion } from './strategy-draft.service';
import { StrategyFileContent } from './strategy-file-content.service';

export interface FileForDraft {
  reference: string;
  /** The version of the draft that its reader saw. */
  expected: number;
  file: StrategyImport;
  by: string;
}

/** Brings a Markdown file into a draft: whole or not at all, and never over what somebody saved meanwhile. */
@Injectable()
export class StrategyImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: StrategyDraftService,
    private readonly content: StrategyFileContent,
  ) {}

  /** The dry run is the real run, taken back: it finds what bringing the file in would find. 404, 409 frozen, 412. */
  check({ reference, expected, file, by }: FileForDraft, language: Language): Promise<StrategyImportCheck> {
    const text = readFile(file);
    return this.unitOfWork.write(async (tx) => {
      const draft = await lockDraft(tx, reference, expected);
      const before = await wholeVersion(tx, draft.id);
      const dryRun = await savepoint(tx);
      const { problems } = await this.content.bringIn(tx, { draft, before, text, by });
      const after = problems.length > 0 ? before : await wholeVersion(tx, draft.id);
      await dryRun.takeBack();
      return {
        draftVersion: draft.version,
        foreign: text.foreign,
        items: changesOf(before, after),
        problems: problems
          .sort((a, b) => a.line - b.line)
          .slice(0, PROBLEMS_MAX)
          .map((problem) => inWords(problem, language)),
      };
    });
  }

  /** The same for good. 409 `strategy-file-refused` for a file with problems; the check says which. */
  bringIn({ reference, expected, file, by }: FileForDraft): Promise<StrategyVersion> {
    const text = readFile(file);
    return this.drafts.change(reference, expected, async (tx, draft) => {
      const before = await wholeVersion(tx, draft.id);
      const { problems, change } = await this.content.bringIn(tx, { draft, before, text, by });
      const [first] = problems;
      if (first) throw Problems.rule('strategy-file-refused', { count: problems.length, line: first.line });
      return change;
    });
  }
}

const PROBLEMS_MAX = 100;

function readFile({ content, section = 'purpose' }: StrategyImport): ReturnType<typeof readStrategyMarkdown> {
  return readStrategyMarkdown(content, section);
}
