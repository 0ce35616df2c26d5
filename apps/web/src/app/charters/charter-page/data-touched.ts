import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, CharterDomain, DataDomain } from '@sightline/contracts';
import { CodeLink, Hole, Readiness, SectionHeader, Stat } from '@sightline/ui';

/** The data this charter touches: a hole is visible as a hole, and leads to the domain that fills it. */
@Component({
  selector: 'app-data-touched',
  imports: [CodeLink, Hole, Readiness, RouterLink, SectionHeader, Stat, TranslocoPipe],
  templateUrl: './data-touched.html',
  styles: `
    .grp ui-readiness {
      margin-left: 10px;
    }
    td ui-hole {
      padding: 7px 8px;
      min-height: 34px;
      margin: -6px 0;
    }
    .reason {
      padding-top: 8px;
      max-width: 72ch;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class DataTouched {
  readonly charter = input.required<Charter>();
  readonly domains = input<ReadonlyMap<string, DataDomain>>();
  readonly mayEdit = input(false);

  protected readonly groups = computed(() =>
    this.charter().domains.map((touched) => ({
      ...touched,
      rows: rowsOf(touched, this.domains()?.get(touched.domain.id)),
    })),
  );
}

/** Without the domain's own record (an outsider cannot read it) the cells stay unsaid, and are no holes. */
function rowsOf({ entities }: CharterDomain, record: DataDomain | undefined) {
  return entities.map(({ entity, essential }) => ({
    ...entity,
    essential,
    known: record?.entities.find(({ id }) => id === entity.id) ?? null,
  }));
}
