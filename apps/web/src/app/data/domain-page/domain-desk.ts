import { computed, inject, Injectable, signal } from '@angular/core';
import type { DataDomain, DataEntity, DataIssue, QualityDimension } from '@sightline/contracts';
import { ProblemWords } from '../../platform/problems/problem-words';
import { Session } from '../../platform/session/session';
import { DataApi } from '../data-api';

/** The one form that stands open on the page, and what it is about. */
export type Panel =
  | { readonly kind: 'domain'; readonly focus: string }
  | { readonly kind: 'new-entity' }
  | { readonly kind: 'details'; readonly entity: string }
  | { readonly kind: 'entity'; readonly entity: string; readonly focus: string }
  | { readonly kind: 'standard'; readonly entity: string; readonly standard?: string }
  | { readonly kind: 'measure'; readonly entity: string; readonly standard?: string }
  | { readonly kind: 'entity-flow'; readonly entity: string }
  | { readonly kind: 'flow' }
  | { readonly kind: 'new-issue'; readonly entity?: string; readonly dimension?: QualityDimension }
  | { readonly kind: 'issue'; readonly issue: string }
  | { readonly kind: 'accept'; readonly issue: string };

/** What is missing in an entity's row. */
export type HoleKind = 'standard' | 'source' | 'flows' | 'classification' | 'quality';

/** The domain a page shows, what may be done to it, and what is being done. Lives as long as the page. */
@Injectable()
export class DomainDesk {
  private readonly api = inject(DataApi);
  private readonly session = inject(Session);
  private readonly problems = inject(ProblemWords);

  readonly code = signal('');
  readonly resource = this.api.domain(this.code);
  readonly domain = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly mayEdit = computed(() => {
    const domain = this.domain();
    return domain !== null && this.session.may('domain.edit', { own: this.isMine(domain) });
  });
  readonly panel = signal<Panel | null>(null);
  /** Why something without a form of its own did not work. */
  readonly refusal = signal<string | null>(null);

  open(panel: Panel): void {
    this.refusal.set(null);
    this.panel.set(panel);
  }

  close(): void {
    this.panel.set(null);
  }

  /** After something was saved: the form closes, the page shows what stands now. */
  saved(): void {
    this.close();
    this.resource.reload();
  }

  /** Opens what fills a hole. Without a standard there is nothing to measure by. */
  fill(hole: HoleKind, entity: Pick<DataEntity, 'id' | 'standards'>): void {
    const to: Record<HoleKind, Panel> = {
      standard: { kind: 'standard', entity: entity.id },
      source: { kind: 'entity', entity: entity.id, focus: 'entity-source' },
      classification: { kind: 'entity', entity: entity.id, focus: 'entity-classification' },
      flows: { kind: 'entity-flow', entity: entity.id },
      quality: { kind: entity.standards.length > 0 ? 'measure' : 'standard', entity: entity.id },
    };
    this.open(to[hole]);
  }

  entity(id: string): DataEntity | undefined {
    return this.domain()?.entities.find((entity) => entity.id === id);
  }

  issue(id: string): DataIssue | undefined {
    return this.domain()?.issues.find((issue) => issue.id === id);
  }

  /** Something done at once; a refusal stands at the head of the page. */
  async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.refusal.set(null);
    try {
      await work();
      this.saved();
      return true;
    } catch (error) {
      this.refusal.set(this.problems.say(error));
      this.resource.reload();
      return false;
    }
  }

  private isMine({ owner, steward }: DataDomain): boolean {
    const me = this.session.me()?.user.id;
    return me !== undefined && (owner?.id === me || steward?.id === me);
  }
}
