import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Banner, Empty, Failure, FilterButton, Icon, PageHeader, Pager, SearchBox, Skeleton } from '@sightline/ui';
import { PageTitle } from '../../platform/pages/page-title';
import { ProblemWords } from '../../platform/problems/problem-words';
import { ExportLink } from '../../platform/records/export-link';
import type { ListState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import type { RegisterDesk } from './register-desk';
import type { RegisterFilter } from './register-filters';

/** `file`: what the API calls it. */
const REGISTERS = [
  { key: 'units', file: 'business-units', permission: 'unit.read' },
  { key: 'people', file: 'users', permission: 'user.read' },
  { key: 'parties', file: 'parties', permission: 'party.read' },
  { key: 'systems', file: 'systems', permission: 'system.read' },
  { key: 'services', file: 'services', permission: 'service.read' },
] as const;
export type RegisterKey = (typeof REGISTERS)[number]['key'];

/** What all registers have around their table: tabs, search, filters, pages, and what shows when there is no table. */
@Component({
  selector: 'app-register',
  imports: [
    Banner,
    Empty,
    ExportLink,
    Failure,
    FilterButton,
    Icon,
    PageHeader,
    Pager,
    RouterLink,
    SearchBox,
    Skeleton,
    TranslocoPipe,
  ],
  templateUrl: './register-frame.html',
  styleUrl: './register-frame.css',
})
export class RegisterFrame {
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  protected readonly problems = inject(ProblemWords);

  readonly register = input.required<RegisterKey>();
  readonly list = input.required<ListState>();
  readonly desk = input.required<RegisterDesk<{ id: string; name: string }>>();
  readonly filters = input<readonly RegisterFilter[]>([]);
  /** Whether the reader may change entries of this register at all. */
  readonly mayManage = input(false);

  protected readonly tabs = computed(() => REGISTERS.filter(({ permission }) => this.session.may(permission)));
  protected readonly file = computed(() => REGISTERS.find(({ key }) => key === this.register())?.file ?? '');
  protected readonly page = computed(() => this.desk().page());
  protected readonly adding = computed(() => this.desk().editing() === 'new');
  protected readonly heading = computed(() => {
    const page = this.page();
    if (!page || this.list().narrowed()) return this.words.say(`registers.${this.register()}`);
    return this.words.say(`registers.heading.${this.register()}`, { n: page.total });
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      if (this.page()) title.say(this.heading());
    });
  }

  protected choose(name: string, value: string | null): void {
    this.list().set({ [name]: value });
  }
}
