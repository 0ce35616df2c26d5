import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ProposalSummary } from '@sightline/contracts';
import { Chip, CodeLink, MomentPipe, SeatMarks } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { lastMomentBefore } from '../last-moment';
import { Ask } from './ask';

/** A proposal in a list: what is asked, how the seats stand, and by when. */
@Component({
  selector: 'app-proposal-row',
  imports: [Ask, Chip, CodeLink, MomentPipe, RouterLink, SeatMarks, TranslocoPipe],
  templateUrl: './proposal-row.html',
  styleUrl: './proposal-row.css',
})
export class ProposalRow {
  readonly proposal = input.required<ProposalSummary>();
  /** Its button is the next thing to do on the page. */
  readonly first = input(false);

  protected readonly link = computed(() => ['/board/proposals', this.proposal().code]);
  protected readonly subjectLink = computed(() => linkOf(this.proposal().subject.code));
  protected readonly isOpen = computed(() => this.proposal().status === 'open');
  protected readonly lastDay = computed(() => lastMomentBefore(this.proposal().dueAt));
  protected readonly overdue = computed(() => this.isOpen() && Date.parse(this.proposal().dueAt) < Date.now());
}
