import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { DataDomainSummary } from '@sightline/contracts';
import { CodeLink, Hole, Mark, Person, Slices, SortHeader } from '@sightline/ui';
import type { ListState } from '../../platform/records/list-state';
import { ReadinessFigure } from '../readiness-figure';
import { serves } from '../serves';
import { domainGroups, type DomainGroup } from './domain-groups';

const ROWS = { height: 47, above: 230 };

/** Domains in rows, under tier and wave; a missing owner or steward is a hole. */
@Component({
  selector: 'app-domain-table',
  imports: [CodeLink, Hole, Mark, Person, ReadinessFigure, RouterLink, SortHeader, TranslocoPipe],
  templateUrl: './domain-table.html',
  styleUrl: './domain-table.css',
})
export class DomainTable {
  readonly domains = input.required<readonly DataDomainSummary[]>();
  readonly list = input.required<ListState>();
  readonly mayEdit = input(false);

  private readonly groups = computed(() => domainGroups(this.domains(), this.list().sort()));
  protected readonly rows = inject(Slices).of(() => this.groups().flatMap(({ domains }) => domains), ROWS);
  protected readonly shown = computed<DomainGroup[]>(() => {
    let left = this.rows.shown().length;
    return this.groups().flatMap((group) => {
      const domains = group.domains.slice(0, left);
      left -= domains.length;
      return domains.length > 0 ? [{ ...group, domains }] : [];
    });
  });
  protected readonly sortable = [
    { key: 'name', label: 'data.column.domain' },
    { key: 'tier', label: 'data.column.tier' },
  ] as const;
  protected readonly serves = serves;
  protected readonly people = ['owner', 'steward'] as const;
}
