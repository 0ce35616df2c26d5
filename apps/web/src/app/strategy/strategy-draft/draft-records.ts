import { inject, Injectable } from '@angular/core';
import type {
  CapabilityRevision,
  DecisionRight,
  DriverRevision,
  PrincipleRevision,
  StrategyVersion,
} from '@sightline/contracts';
import { Toasts } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';
import { DraftStore } from './draft-store';

const IDENTITY = { principles: 'principle', drivers: 'driver', capabilities: 'capability' } as const;
export type RecordList = keyof typeof IDENTITY;
type Revision = PrincipleRevision | DriverRevision | CapabilityRevision;

/** Adding, taking out and moving the records of a draft. Taking out can be undone; nobody is asked whether they are sure. */
@Injectable()
export class DraftRecords {
  private readonly api = inject(StrategyApi);
  private readonly store = inject(DraftStore);
  private readonly toasts = inject(Toasts);
  private readonly words = inject(Words);
  private readonly problems = inject(ProblemWords);

  /** Answers the id of the new record; null when it was refused, which `refused` is told. */
  async add(
    list: RecordList | 'decision-rights',
    body: object,
    refused: (text: string) => void,
  ): Promise<string | null> {
    const before = idsOf(this.store.version(), list);
    try {
      const after = await this.store.act((version) => this.api.add(version, list, body));
      return idsOf(after, list).find((id) => !before.includes(id)) ?? null;
    } catch (error) {
      refused(this.problems.say(error));
      return null;
    }
  }

  async remove(list: RecordList, record: Revision, refused: (text: string) => void): Promise<void> {
    const { id, code, position, ...words } = record;
    try {
      await this.store.act((version) => this.api.remove(version, list, id));
      this.toasts.say({
        text: this.words.say(`strategy.${IDENTITY[list]}.removed`, { code }),
        action: {
          label: this.words.say('ui.undo'),
          run: () => void this.add(list, { [IDENTITY[list]]: code, position, ...words }, refused),
        },
      });
    } catch (error) {
      refused(this.problems.say(error));
    }
  }

  async removeRight(
    { id, subject, budgetUpTo, board, rule }: DecisionRight,
    refused: (text: string) => void,
  ): Promise<void> {
    try {
      await this.store.act((version) => this.api.remove(version, 'decision-rights', id));
      this.toasts.say({
        text: this.words.say('strategy.right.removed'),
        action: {
          label: this.words.say('ui.undo'),
          run: () => void this.add('decision-rights', { subject, budgetUpTo, board: board.id, rule }, refused),
        },
      });
    } catch (error) {
      refused(this.problems.say(error));
    }
  }

  async move(list: RecordList, record: Revision, by: 1 | -1, refused: (text: string) => void): Promise<void> {
    const position = record.position + by;
    try {
      await this.store.act((version) => this.api.change(version, `/${list}/${record.id}`, { position }));
    } catch (error) {
      refused(this.problems.say(error));
    }
  }
}

function idsOf(version: StrategyVersion | null, list: RecordList | 'decision-rights'): string[] {
  if (!version) return [];
  return (list === 'decision-rights' ? version.decisionRights : version[list]).map(({ id }) => id);
}
