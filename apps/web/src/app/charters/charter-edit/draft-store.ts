import { computed, effect, inject, Injectable, signal, untracked, type OnDestroy } from '@angular/core';
import { form, type FieldTree } from '@angular/forms/signals';
import type { Charter } from '@sightline/contracts';
import { materialChanges } from '@sightline/rules';
import { problemOf } from '../../platform/problems/problem-of';
import { ChartersApi } from '../charters-api';
import { charterPhase } from '../charter-phase';
import { changedIn, draftOf, isSame, type CharterDraft, type DraftField } from './charter-draft';
import { charterSchema } from './draft-form';
import { keptOf, merged, sameFields, withFields, type DraftConflict } from './draft-merge';
import { contentOf, isWhole, nextRequest, wholeRequest, type DraftRequest } from './draft-requests';
import { DraftRefusals } from './draft-refusals';
import { draftShelf, type Kept } from './draft-shelf';
import { EMPTY_DRAFT } from './empty-draft';

const SAVES_AFTER_MS = 1_000;
const TRIES_AGAIN_AFTER_MS = 5_000;
/** Somebody else saves faster than we can follow: stop and say so. */
const STALE_ANSWERS_MAX = 8;

export type SavingState = 'saved' | 'saving' | 'waiting' | 'failed';

/**
 * A charter as one person writes it. Drafts save themselves a second after the hand rests; what is before the board or
 * approved is only collected here, and sent when the writer says so. Either way nothing typed is lost.
 */
@Injectable()
export class DraftStore implements OnDestroy {
  private readonly api = inject(ChartersApi);
  private readonly refusals = inject(DraftRefusals);

  private readonly server = signal<Charter | null>(null);
  private readonly base = signal<CharterDraft>(EMPTY_DRAFT);
  /** What was sent where the server tidied it (spaces at the end): shown as typed, so that no cursor jumps. */
  private readonly echoes = signal<Kept>({});
  private readonly work = signal<SavingState>('saved');

  readonly model = signal<CharterDraft>(EMPTY_DRAFT);
  readonly form: FieldTree<CharterDraft> = form(this.model, (path) =>
    charterSchema(path, (draft) => this.refusals.in(draft)),
  );
  readonly charter = this.server.asReadonly();
  readonly conflicts = signal<readonly DraftConflict[]>([]);
  readonly recovered = signal(false);
  readonly phase = computed(() => charterPhase(this.server()));
  /** Fields that are not as the server has them. */
  readonly unsaved = computed<DraftField[]>(() =>
    changedIn(this.base(), this.model()).filter((field) => !this.isEchoed(field, this.model())),
  );
  /** What of it can be sent: whole, within its limits, not refused and not in conflict. */
  readonly sendable = computed<DraftField[]>(() => this.unsaved().filter((field) => this.isSendable(field)));
  /** What of it a voter would weigh, against what the server has. */
  readonly material = computed(() => materialChanges(contentOf(this.base()), contentOf(this.model())));
  readonly state = computed<SavingState>(() =>
    this.unsaved().length === 0 && this.work() !== 'saving' ? 'saved' : this.work(),
  );

  private shelf: ReturnType<typeof draftShelf> | null = null;
  private currency = '';
  private timer?: ReturnType<typeof setTimeout>;
  private running: Promise<void> | null = null;
  private staleAnswers = 0;

  constructor() {
    effect(() => {
      const fields = this.unsaved();
      this.shelf?.keep(keptOf(fields, this.base(), this.model()));
      if (this.sendable().length > 0 && this.phase() === 'draft') untracked(() => this.saveSoon(SAVES_AFTER_MS));
    });
  }

  /** Leaving the page is leaving the field. */
  ngOnDestroy(): void {
    clearTimeout(this.timer);
    this.left();
  }

  /** Begins with what the server has and puts back what this device still keeps. */
  open(charter: Charter, userId: string, currency: string): void {
    this.currency = currency;
    const shelf = draftShelf(charter.id, userId);
    const kept = shelf.read();
    this.standOn(charter, kept);
    this.recovered.set(Object.keys(kept).length > 0 && this.unsaved().length > 0);
    this.shelf = shelf;
  }

  /** Changes one field of the draft. */
  set<F extends DraftField>(field: F, value: CharterDraft[F]): void {
    this.model.update((draft) => ({ ...draft, [field]: value }));
  }

  /** Drafts: sends what waits now, when a field is left. */
  left(): void {
    if (this.phase() === 'draft' && this.sendable().length > 0) void this.flush();
  }

  /** Sends everything and waits for it. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.running ??= this.sendAll().finally(() => (this.running = null));
    await this.running;
  }

  /** Reads the charter anew, when something beside the draft changed it. */
  async reread(): Promise<void> {
    const charter = this.server();
    if (charter) this.standOn(await this.api.read(charter.code), this.kept());
  }

  /** Everything unsaved is dropped, as after it became a change request. */
  forget(): void {
    this.model.set(this.base());
    this.conflicts.set([]);
    this.refusals.clear();
  }

  keepMine(field: DraftField): void {
    this.conflicts.update((all) => all.filter((conflict) => conflict.field !== field));
    this.left();
  }

  takeTheirs(field: DraftField): void {
    this.conflicts.update((all) => all.filter((conflict) => conflict.field !== field));
    this.model.update((draft) => withFields(draft, [field], this.base()));
  }

  /** Shows a refusal at the fields that were sent. */
  refuse(error: unknown, fields: readonly DraftField[]): void {
    this.refusals.put(error, fields, this.model(), this.form);
  }

  private isEchoed(field: DraftField, draft: CharterDraft): boolean {
    const echo = this.echoes()[field];
    return echo !== undefined && isSame(echo.mine, draft[field]) && isSame(echo.base, this.base()[field]);
  }

  private isSendable(field: DraftField): boolean {
    return (
      isWhole(field, this.model()) &&
      this.form[field]().valid() &&
      !this.conflicts().some((conflict) => conflict.field === field) &&
      !this.refusals.holds(field, this.model())
    );
  }

  private saveSoon(milliseconds: number): void {
    clearTimeout(this.timer);
    if (this.work() !== 'saving') this.work.set('waiting');
    this.timer = setTimeout(() => void this.flush(), milliseconds);
  }

  private async sendAll(): Promise<void> {
    this.work.set('saving');
    this.staleAnswers = 0;
    let ended: SavingState | null = null;
    while (ended === null) ended = await this.sendNext();
    this.work.set(ended);
    if (ended === 'failed') this.timer = setTimeout(() => void this.flush(), TRIES_AGAIN_AFTER_MS);
  }

  /** One request; answers how the work ended, or null while there is more to do. */
  private async sendNext(): Promise<SavingState | null> {
    const charter = this.server();
    const waiting = this.sendable();
    const sent = withFields(this.base(), waiting, this.model());
    const request = this.phase() === 'draft' ? nextRequest(waiting, sent) : wholeRequest(waiting, sent);
    if (!charter || !request) return this.unsaved().length > 0 ? 'waiting' : 'saved';
    try {
      this.accept(await this.api.save(charter, request.list, request.body), request, sent);
      return null;
    } catch (error) {
      return this.recover(error, request);
    }
  }

  /** What was typed while the request was under way waits on top of what is saved now. */
  private accept(answer: Charter, { fields }: DraftRequest, sent: CharterDraft): void {
    const stands = draftOf(answer, this.currency);
    const mine = this.unsaved().filter((field) => !fields.includes(field) || !isSame(this.model()[field], sent[field]));
    const echoed = fields.filter((field) => !isSame(sent[field], stands[field]));
    this.staleAnswers = 0;
    this.echoes.update((echoes) => ({ ...echoes, ...keptOf(echoed, stands, sent) }));
    this.server.set(answer);
    this.base.set(stands);
    this.show(withFields(stands, [...mine, ...echoed], this.model()));
  }

  private async recover(error: unknown, { fields }: DraftRequest): Promise<SavingState | null> {
    const { code, status } = problemOf(error);
    if (code === 'stale') return this.catchUp();
    if (status < 400 || status >= 500 || status === 401 || status === 429) return 'failed';
    if (code === 'frozen') void this.reread();
    this.refuse(error, fields);
    return null;
  }

  /** Somebody saved first: read what stands now and put ours on top. */
  private async catchUp(): Promise<SavingState | null> {
    this.staleAnswers += 1;
    if (this.staleAnswers > STALE_ANSWERS_MAX) return 'failed';
    try {
      await this.reread();
      return null;
    } catch {
      return 'failed';
    }
  }

  private standOn(charter: Charter, kept: Kept): void {
    const theirs = draftOf(charter, this.currency);
    const { draft, conflicts } = merged(kept, theirs);
    this.server.set(charter);
    this.base.set(theirs);
    this.show(draft);
    this.conflicts.set(conflicts);
  }

  private show(draft: CharterDraft): void {
    this.model.update((before) => withFields(draft, sameFields(draft, before), before));
  }

  private kept(): Kept {
    return keptOf(this.unsaved(), this.base(), this.model());
  }
}
