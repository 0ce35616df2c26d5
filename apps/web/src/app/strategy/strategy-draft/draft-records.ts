import { inject, Injectable, signal } from '@angular/core';
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
import { plain, type DraftList } from './draft-fields';
import { DraftStore } from './draft-store';
import type { GoneRecord } from './gone-records';

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

  /** Why something that was taken out did not come back: its own place, where that would stand, is gone. */
  readonly refusal = signal<string | null>(null);

  /** Answers the id of the new record; null when it was refused, which `refused` is told. */
  async add(list: DraftList, body: object, refused: (text: string) => void): Promise<string | null> {
    const before = idsOf(this.store.version(), list);
    try {
      const after = await this.store.act((version) => this.api.add(version, list, plain(body) as object));
      return idsOf(after, list).find((id) => !before.includes(id)) ?? null;
    } catch (error) {
      refused(this.problems.say(error));
      return null;
    }
  }

  async remove(list: RecordList, record: Revision, refused: (text: string) => void): Promise<void> {
    try {
      await this.store.act((version) => this.api.remove(version, list, record.id));
      this.toasts.say({
        text: this.words.say(`strategy.${IDENTITY[list]}.removed`, { code: record.code }),
        action: { label: this.words.say('ui.undo'), run: () => void this.bring(list, { ...record }) },
      });
    } catch (error) {
      refused(this.problems.say(error));
    }
  }

  async removeRight(right: DecisionRight, refused: (text: string) => void): Promise<void> {
    try {
      await this.store.act((version) => this.api.remove(version, 'decision-rights', right.id));
      this.toasts.say({
        text: this.words.say('strategy.right.removed'),
        action: { label: this.words.say('ui.undo'), run: () => void this.bring('decision-rights', { ...right }) },
      });
    } catch (error) {
      refused(this.problems.say(error));
    }
  }

  /** Puts back what somebody else took out, with what was written in it meanwhile. */
  async putBack({ at, list, record, mine }: GoneRecord): Promise<void> {
    if (record && (await this.bring(list, { ...record, ...mine })) !== null) this.store.letGo(at);
  }

  private bring(list: DraftList, record: Record<string, unknown>): Promise<string | null> {
    this.refusal.set(null);
    const { id: _id, code, ...words } = record;
    const body = list === 'decision-rights' ? words : { [IDENTITY[list]]: code, ...words };
    return this.add(list, body, (text) => this.refusal.set(text));
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

function idsOf(version: StrategyVersion | null, list: DraftList): string[] {
  if (!version) return [];
  return (list === 'decision-rights' ? version.decisionRights : version[list]).map(({ id }) => id);
}
