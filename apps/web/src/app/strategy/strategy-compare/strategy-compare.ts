import { Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { DIFF_KINDS, type DiffKind, type StrategyVersionSummary } from '@sightline/contracts';
import {
  Banner,
  Chip,
  Empty,
  Failure,
  FilterButton,
  Icon,
  Mark,
  MomentPipe,
  RecordHeader,
  Skeleton,
} from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Words } from '../../platform/words/words';
import { StrategyApi } from '../strategy-api';
import { StrategyComparisonApi } from '../strategy-comparison-api';
import { ChangeList } from './change-list';
import { ChangedPart } from './changed-part';
import { rowsOf } from './diff-rows';

/** Any two versions beside each other, from change to change (EXPERIENCE.md, strategy). */
@Component({
  selector: 'app-strategy-compare',
  imports: [
    Banner,
    ChangedPart,
    ChangeList,
    Chip,
    Empty,
    Failure,
    FilterButton,
    Icon,
    Mark,
    MomentPipe,
    RecordHeader,
    RouterLink,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './strategy-compare.html',
  styleUrl: './strategy-compare.css',
  host: { '(document:keydown)': 'press($event)' },
})
export class StrategyCompare {
  private readonly api = inject(StrategyComparisonApi);
  private readonly router = inject(Router);
  private readonly words = inject(Words);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly problems = inject(ProblemWords);

  /** Numbers of the versions and the kind shown, from the address. */
  readonly from = input<string>();
  readonly to = input<string>();
  readonly kind = input<string>();

  protected readonly versions = inject(StrategyApi).versions();
  private readonly approval = this.api.approval();
  protected readonly all = computed(() => (this.versions.hasValue() ? this.versions.value().items : []));
  /** Both numbers; without an address the newest version against the one in force, or the one before it. */
  protected readonly wanted = computed(() => wantedOf(this.from(), this.to(), this.all()));
  protected readonly diff = this.api.diff(this.wanted);
  protected readonly shown = computed(() => (this.diff.hasValue() ? this.diff.value() : null));
  /** A version before the board would unsettle something; what it supersedes has done so. */
  private readonly impact = this.api.impact(
    () => {
      const diff = this.shown();
      const isNext = diff?.from.status === 'in_force' && (diff.to.status === 'draft' || diff.to.status === 'proposed');
      return isNext ? diff.to.number : null;
    },
    () => ({ pageSize: 1 }),
  );
  protected readonly unsettled = computed(() => {
    const found = this.impact.hasValue() ? this.impact.value() : null;
    return found && found.total > 0 ? found : null;
  });

  private readonly everything = computed(() => rowsOf(this.shown()?.items ?? []));
  protected readonly rows = computed(() => {
    const kind = this.kind();
    return rowsOf((this.shown()?.items ?? []).filter((item) => !kind || item.kind === kind));
  });
  protected readonly differing = computed(() => this.everything().items.length);
  protected readonly unchanged = computed(() =>
    Object.values(this.shown()?.counts ?? {}).reduce((sum, { unchanged }) => sum + unchanged, 0),
  );
  protected readonly kinds = computed(() =>
    DIFF_KINDS.filter((kind) => this.shown()?.items.some((item) => item.kind === kind)).map((kind) => ({
      value: kind,
      label: this.words.say(`compare.kind.${kind}`),
    })),
  );
  protected readonly chosenKind = computed(() => DIFF_KINDS.find((kind) => kind === this.kind()) ?? null);
  protected readonly sides = ['from', 'to'] as const;
  protected readonly sideBySide = signal(true);
  /** The place the reader is at. */
  protected readonly at = signal<number | null>(null);

  protected readonly heading = computed(() => {
    const diff = this.shown();
    if (!diff) return this.words.say('compare.title');
    const [from, to] = [diff.from.number, diff.to.number];
    if (from >= to) return this.words.say('compare.between', { from, to });
    const isOpen = diff.to.status === 'draft' || diff.to.status === 'proposed';
    return this.words.say(isOpen ? 'compare.would' : 'compare.did', { n: to });
  });
  protected readonly crumbs = computed(() => [
    { label: this.words.say('strategy.title'), link: '/strategy' },
    { label: this.words.say('strategy.allVersions'), link: '/strategy/versions' },
    { label: this.words.say('compare.crumb'), link: '/strategy/compare' },
  ]);
  /** From what the reader approved to the newest version, where that is another one. */
  protected readonly sinceApproved = computed(() => {
    const from = this.approval.hasValue() ? this.approval.value().version?.number : undefined;
    const to = this.all().find(({ status }) => status !== 'rejected')?.number;
    return from === undefined || to === undefined || from === to ? null : { from, to };
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.heading()));
    effect(() => {
      this.rows();
      this.at.set(null);
    });
  }

  protected optionOf({ number, status }: StrategyVersionSummary): string {
    return this.words.say('compare.option', { n: number, state: this.words.say(`compare.state.${status}`) });
  }

  protected choose(which: 'from' | 'to', { target }: Event): void {
    if (target instanceof HTMLSelectElement) this.go({ [which]: Number(target.value) });
  }

  protected swap(): void {
    const wanted = this.wanted();
    if (wanted) this.go({ from: wanted.to, to: wanted.from });
  }

  protected narrow(kind: string | null): void {
    this.go({ kind: kind as DiffKind | null });
  }

  protected walk(step: 1 | -1): void {
    const { places } = this.rows();
    if (places === 0) return;
    const at = this.at();
    this.lead(at === null ? (step === 1 ? 0 : places - 1) : (at + step + places) % places);
  }

  /** Leads to a place; its name is read out as it takes the focus. */
  protected lead(place: number): void {
    const target = this.host.nativeElement.querySelector<HTMLElement>(`#change-${place}`);
    this.at.set(place);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'start' });
  }

  protected press(event: KeyboardEvent): void {
    const isTyping =
      event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
    if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'n') this.walk(1);
    else if (event.key === 'p') this.walk(-1);
  }

  private go(change: { from?: number; to?: number; kind?: DiffKind | null }): void {
    const { from, to } = this.wanted() ?? {};
    void this.router.navigate([], { queryParams: { from, to, kind: this.chosenKind(), ...change } });
  }
}

function wantedOf(
  from: string | undefined,
  to: string | undefined,
  all: readonly StrategyVersionSummary[],
): { from: number; to: number } | null {
  const [older, newer] = [from, to].map((text) => (/^[1-9]\d{0,8}$/.test(text ?? '') ? Number(text) : undefined));
  if (older !== undefined && newer !== undefined) return { from: older, to: newer };
  if (all.length < 2) return null;
  const next = newer ?? all[0]?.number ?? 0;
  const before = all.find(({ number, status }) => number < next && status !== 'rejected' && status !== 'draft');
  const inForce = all.find(({ status, number }) => status === 'in_force' && number !== next);
  const last = older ?? inForce?.number ?? before?.number ?? all.find(({ number }) => number !== next)?.number;
  return last === undefined ? null : { from: last, to: next };
}
