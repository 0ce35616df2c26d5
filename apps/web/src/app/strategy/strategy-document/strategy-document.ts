import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { PrincipleListed, Section, SectionOpening, StrategyVersion } from '@sightline/contracts';
import { CodeLink, MarkdownView, Slices } from '@sightline/ui';
import { ChapterTalk } from '../../comments/chapter-talk';
import { Commentable } from '../../comments/commentable';
import { Session } from '../../platform/session/session';
import { CapabilityTable } from './capability-table';
import { DriverTable } from './driver-table';
import { PolicyTable } from './policy-table';
import { PrincipleCard } from './principle-card';
import { RightsList } from './rights-list';
import { WeightList } from './weight-list';

const PRINCIPLES = { height: 200, above: 240 };

/** A version of the strategy, read like the document it is. */
@Component({
  selector: 'app-strategy-document',
  imports: [
    CapabilityTable,
    ChapterTalk,
    CodeLink,
    Commentable,
    DriverTable,
    MarkdownView,
    NgTemplateOutlet,
    PolicyTable,
    PrincipleCard,
    RightsList,
    RouterLink,
    TranslocoPipe,
    WeightList,
  ],
  templateUrl: './strategy-document.html',
  styleUrl: './strategy-document.css',
})
export class StrategyDocument {
  private readonly session = inject(Session);

  readonly version = input.required<StrategyVersion>();
  /** The principles in force with who cites and who deviates from them; empty for any other version. */
  readonly standings = input<readonly PrincipleListed[]>([]);

  /** To whom outside each chapter is open; empty where that is not shown. */
  readonly openings = input<readonly SectionOpening[]>([]);
  readonly opened = output<void>();

  protected readonly currency = computed(() => this.session.me()?.organisation.currency ?? '');

  protected readonly principles = inject(Slices).of(() => this.version().principles, PRINCIPLES);
  private readonly standing = computed(() => new Map(this.standings().map((one) => [one.id, one])));

  protected standingOf(id: string): PrincipleListed | null {
    return this.standing().get(id) ?? null;
  }

  protected prose(section: Section): string {
    return this.version()[section];
  }
}
