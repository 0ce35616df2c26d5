import { computed, inject, Injectable, signal, type OnDestroy } from '@angular/core';
import type { Problem, StrategyVersion } from '@sightline/contracts';
import { problemOf } from '../../platform/problems/problem-of';
import { StrategyApi } from '../strategy-api';
import {
  isSameValue,
  nextGroup,
  rebased,
  valueAt,
  without,
  type ChangeGroup,
  type DraftConflict,
  type DraftPath,
  type PendingChanges,
} from './draft-fields';
import type { DraftAction } from './draft-action';
import { draftShelf } from './draft-shelf';
import { goneRecords, isIn, keepRecords, withoutRecord, withoutTakenOut } from './gone-records';
import { meaningOf, reasonOf, refusedPaths } from './save-refusal';
import { loadTextMerge } from './text-merge';

/** A pause in typing saves; without a pause it is saved all the same, so that a draft is never two seconds behind. */
const SAVES_AFTER_MS = 800;
const SAVES_LATEST_MS = 1_600;
const TRIES_AGAIN_AFTER_MS = 5_000;
/** Somebody else saves faster than we can follow: stop and say so. */
const STALE_ANSWERS_MAX = 8;

export type SavingState = 'saved' | 'saving' | 'waiting' | 'failed';

/**
 * The draft as one person writes it: what the server has, what is typed on top of it, and what others changed meanwhile.
 * Requests go one after the other, since all of them stand under the version's one ETag.
 */
@Injectable()
export class DraftStore implements OnDestroy {
  private readonly api = inject(StrategyApi);
  private readonly server = signal<StrategyVersion | null>(null);
  private readonly pending = signal<PendingChanges>({});
  private readonly outcome = signal<SavingState>('saved');
  /** What was typed where the server tidied it (spaces at the end): shown as typed, so that no cursor jumps. */
  private readonly echoes = signal<Readonly<Record<DraftPath, { mine: unknown; stands: unknown }>>>({});

  readonly conflicts = signal<readonly DraftConflict[]>([]);
  readonly refusals = signal<Readonly<Record<DraftPath, Problem>>>({});
  readonly frozen = signal(false);
  readonly recovered = signal(false);
  /** Sections into which the words of somebody else came while one wrote in them. */
  readonly merged = signal<readonly DraftPath[]>([]);
  readonly savedAt = signal<string | null>(null);

  readonly version = this.server.asReadonly();
  readonly state = computed<SavingState>(() => {
    const outcome = this.outcome();
    if (outcome === 'saving') return outcome;
    if (Object.keys(this.pending()).length === 0) return 'saved';
    // All that could be sent is there; what was refused, or is in conflict, waits for its writer.
    return outcome === 'saved' ? 'waiting' : outcome;
  });
  /** Whether words stand on the page that the server refused. */
  readonly refused = computed(() => Object.keys(this.refusals()).some((path) => path in this.pending()));

  /** What one writes in and somebody else took out. */
  readonly gone = computed(() => goneRecords(this.conflicts(), this.pending(), this.known));

  private readonly known = new Map<string, Record<string, unknown>>();
  private readonly merges = loadTextMerge();
  private shelf: ReturnType<typeof draftShelf> | null = null;
  private actions: DraftAction[] = [];
  private timer?: ReturnType<typeof setTimeout>;
  private running: Promise<void> | null = null;
  private staleAnswers = 0;
  private waitingSince: number | null = null;
  private closed = false;

  /** Leaving the page sends what is left; what does not arrive stays on the device. */
  ngOnDestroy(): void {
    this.closed = true;
    void this.flush();
  }

  /** Begins with what the server has and puts back what this device still keeps. */
  open(version: StrategyVersion, userId: string): void {
    this.shelf = draftShelf(version.id, userId);
    const kept = this.shelf.read();
    this.server.set(version);
    this.put(kept);
    this.recovered.set(Object.keys(kept).length > 0);
    if (this.recovered()) void this.rebase().then(() => this.saveSoon(0));
  }

  /** Somebody else saved: takes in what they wrote, when nothing of one's own is under way. */
  async refresh(): Promise<void> {
    const version = this.server();
    if (!version || this.closed || this.frozen() || this.running || Object.keys(this.pending()).length > 0) return;
    const newer = await this.api.read(version.number).catch(() => null);
    if (!newer || newer.version <= (this.server()?.version ?? 0)) return;
    this.server.set(newer);
    await this.rebase();
  }

  /** Why the server refused what was written at a path, in its own words. */
  refusalAt(path: DraftPath): string | null {
    const problem = this.refusals()[path];
    return problem ? reasonOf(problem) : null;
  }

  /** What the writer sees at a path: their own words before the server's. */
  value<T>(path: DraftPath): T {
    const pending = this.pending()[path];
    if (pending) return pending.mine as T;
    const version = this.server();
    const stands = version ? valueAt(version, path) : undefined;
    const echo = this.echoes()[path];
    return (echo && isSameValue(echo.stands, stands) ? echo.mine : stands) as T;
  }

  /** `over` is what the writer saw there, where that can be older than what has come from the server since. */
  edit(path: DraftPath, mine: unknown, over?: unknown): void {
    const version = this.server();
    if (!version) return;
    const before = this.pending()[path];
    const stands = valueAt(version, path);
    const base = before ? before.base : over === undefined ? stands : this.asSaved(path, over);
    if (!before && !isSameValue(base, stands)) void this.rebase();
    this.put({ ...without(this.pending(), [path]), ...(this.isSettled(base, mine) ? {} : { [path]: { base, mine } }) });
    this.echoes.update((echoes) => without(echoes, [path]));
    this.refusals.update((refusals) => without(refusals, [path]));
    this.saveSoon(SAVES_AFTER_MS);
  }

  /** Adds, removes or moves a record, after everything typed before it is saved. */
  act(run: DraftAction['run']): Promise<StrategyVersion> {
    return new Promise((done, failed) => {
      this.actions.push({ run, done, failed });
      this.saveSoon(0);
    });
  }

  /** Sends everything now and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.work().finally(() => (this.running = null));
    await this.running;
  }

  keepMine(path: DraftPath): void {
    this.decide(path, this.value(path));
  }

  /** Ends a conflict with this value, on top of what somebody else wrote. */
  decide(path: DraftPath, mine: unknown): void {
    const conflict = this.settle(path);
    if (!conflict) return;
    this.put({ ...this.pending(), [path]: { base: conflict.theirs, mine } });
    this.saveSoon(0);
  }

  takeTheirs(path: DraftPath): void {
    if (this.settle(path)) this.put(without(this.pending(), [path]));
  }

  /** Ends what was written in a record that is gone: it came back with the words, or stays out. */
  letGo(at: string): void {
    this.conflicts.update((all) => all.filter(({ path }) => !isIn(at, path)));
    this.put(withoutRecord(this.pending(), at));
  }

  private settle(path: DraftPath): DraftConflict | undefined {
    const conflict = this.conflicts().find((each) => each.path === path);
    this.conflicts.update((all) => all.filter((each) => each.path !== path));
    return conflict;
  }

  private saveSoon(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    if (this.outcome() !== 'saving') this.outcome.set('waiting');
    const now = Date.now();
    this.waitingSince ??= now;
    const left = Math.max(0, this.waitingSince + SAVES_LATEST_MS - now);
    this.timer = setTimeout(() => void this.flush(), Math.min(milliseconds, left));
  }

  private async work(): Promise<void> {
    this.outcome.set('saving');
    this.staleAnswers = 0;
    this.waitingSince = null;
    let ended: SavingState | null = null;
    while (ended === null) ended = (await this.sendNext()) ?? null;
    this.outcome.set(ended);
    if (ended === 'failed' && !this.closed) this.timer = setTimeout(() => void this.flush(), TRIES_AGAIN_AFTER_MS);
  }

  /** One request; answers how the work ended, or nothing while there is more to do. */
  private async sendNext(): Promise<SavingState | undefined> {
    const version = this.server();
    if (!version || this.frozen()) return 'saved';
    const group = nextGroup(this.pending(), (path) => this.isHeld(path));
    const action = group ? undefined : this.actions[0];
    if (!group && !action) return 'saved';
    try {
      const answer = group
        ? await this.api.change(version, group.address, group.body)
        : await (action as DraftAction).run(version);
      this.accept(answer, group);
      if (action) this.actions.shift()?.done(answer);
      return undefined;
    } catch (error) {
      return this.recover(error, group, action);
    }
  }

  /** Back to what it was; yet while a request is under way the server may be learning the words between. */
  private isSettled(base: unknown, mine: unknown): boolean {
    return this.running === null && isSameValue(base, mine);
  }

  private isHeld(path: DraftPath): boolean {
    return path in this.refusals() || this.conflicts().some((conflict) => conflict.path === path);
  }

  private accept(answer: StrategyVersion, group: ChangeGroup | null): void {
    this.staleAnswers = 0;
    const pending = group ? { ...this.pending() } : withoutTakenOut(this.pending(), this.server(), answer);
    for (const [path, mine] of Object.entries(group?.sent ?? {})) {
      const now = pending[path];
      const stands = valueAt(answer, path);
      // Typed on while the request was under way: the rest waits on top of what is saved now.
      if (now && !isSameValue(now.mine, mine)) pending[path] = { base: stands, mine: now.mine };
      else delete pending[path];
      this.echoes.update((echoes) => ({ ...echoes, [path]: { mine, stands } }));
    }
    this.server.set(answer);
    this.savedAt.set(answer.updatedAt);
    this.put(pending);
  }

  private async recover(
    error: unknown,
    group: ChangeGroup | null,
    action?: DraftAction,
  ): Promise<SavingState | undefined> {
    const problem = problemOf(error);
    switch (meaningOf(problem, { ofRecord: !!group?.address })) {
      case 'stale':
        return this.catchUp();
      case 'frozen':
        this.frozen.set(true);
        this.failActions(error);
        return 'waiting';
      case 'refused':
        if (action) this.actions.shift()?.failed(error);
        else this.refuse(Object.keys(group?.sent ?? {}), problem);
        return undefined;
      case 'away':
        return 'failed';
    }
  }

  /** Somebody saved first: read what stands now and put ours on top. */
  private async catchUp(): Promise<SavingState | undefined> {
    const version = this.server();
    this.staleAnswers += 1;
    if (!version || this.staleAnswers > STALE_ANSWERS_MAX) return 'failed';
    try {
      keepRecords(this.known, version, this.pending());
      this.server.set(await this.api.read(version.number));
      await this.rebase();
      return undefined;
    } catch {
      return 'failed';
    }
  }

  /** Puts everything that waits on what the server has now. */
  private async rebase(): Promise<void> {
    const merges = await this.merges;
    const version = this.server();
    if (!version) return;
    const result = rebased(this.pending(), version, merges);
    this.conflicts.set(result.conflicts);
    this.merged.update((paths) => [...new Set([...paths, ...result.merged])]);
    this.put(result.pending);
  }

  /** What the server made of a text that stood on the page. */
  private asSaved(path: DraftPath, shown: unknown): unknown {
    const echo = this.echoes()[path];
    return echo && isSameValue(echo.mine, shown) ? echo.stands : shown;
  }

  /** Held back until they are written differently. */
  private refuse(paths: DraftPath[], problem: Problem): void {
    const refused = refusedPaths(paths, problem).map((path) => [path, problem] as const);
    this.refusals.update((refusals) => ({ ...refusals, ...Object.fromEntries(refused) }));
  }

  private failActions(error: unknown): void {
    for (const action of this.actions.splice(0)) action.failed(error);
  }

  private put(pending: PendingChanges): void {
    this.pending.set(pending);
    this.shelf?.keep(pending);
  }
}
