import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataIssue, IssueStatus } from '@sightline/contracts';
import { ISSUE_PATHS } from '@sightline/rules';
import { Chip, DayPipe, Empty, Person, SectionHeader, type RecordState } from '@sightline/ui';
import { Words } from '../../platform/words/words';
import { DataApi } from '../data-api';
import { AcceptanceForm } from '../domain-parts/acceptance-form';
import { IssueForm } from '../domain-parts/issue-form';
import { organisationToday } from '../domain-parts/today';
import { DomainDesk } from './domain-desk';

const LOOKS: Record<IssueStatus, RecordState> = {
  open: 'open',
  cleansing: 'in_delivery',
  verified: 'resolved',
  accepted: 'not_approved',
};

/** What is wrong with the data, step by step until it is mended or knowingly accepted until a day. */
@Component({
  selector: 'app-issue-section',
  imports: [AcceptanceForm, Chip, DayPipe, Empty, IssueForm, Person, SectionHeader, TranslocoPipe],
  templateUrl: './issue-section.html',
  styleUrl: './issue-section.css',
})
export class IssueSection {
  private readonly api = inject(DataApi);
  private readonly words = inject(Words);
  private readonly today = organisationToday();
  protected readonly desk = inject(DomainDesk);

  protected readonly issues = computed(() => this.desk.domain()?.issues ?? []);
  protected readonly note = computed(() =>
    this.words.say('data.issue.note', { open: this.desk.domain()?.openIssues ?? 0 }),
  );
  protected readonly fresh = computed(() => {
    const panel = this.desk.panel();
    return panel?.kind === 'new-issue' ? panel : null;
  });
  protected readonly changing = computed(() => this.openFor('issue'));
  protected readonly accepting = computed(() => this.openFor('accept'));

  protected look({ status }: DataIssue): RecordState {
    return LOOKS[status];
  }

  protected label({ status, expiresOn }: DataIssue): string {
    if (status !== 'accepted' || !expiresOn) return this.words.say(`data.issue.status.${status}`);
    return this.words.say(expiresOn < this.today ? 'data.issue.lapsed' : 'data.issue.until', { on: expiresOn });
  }

  protected paths({ status }: DataIssue): readonly IssueStatus[] {
    return ISSUE_PATHS[status];
  }

  protected wordOf(from: DataIssue, to: IssueStatus): string {
    return from.status === 'accepted' ? 'data.issue.again' : `data.issue.path.${to}`;
  }

  protected go(issue: DataIssue, to: IssueStatus): void {
    if (to === 'accepted') this.desk.open({ kind: 'accept', issue: issue.id });
    else void this.desk.attempt(() => this.api.changeIssue(this.desk.code(), issue, { status: to }));
  }

  private openFor(kind: 'issue' | 'accept'): string | null {
    const panel = this.desk.panel();
    return panel?.kind === kind ? panel.issue : null;
  }
}
