import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Charter, Reference } from '@sightline/contracts';
import { CodeLink, Mark, RailSection } from '@sightline/ui';
import { linkOf } from '../../platform/records/link-of';
import { Words } from '../../platform/words/words';

interface LinkRow {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly remark?: string;
  /** Whether it is as it ought to be; nothing where that is no question. */
  readonly good?: boolean;
}
interface LinkKind {
  readonly key: string;
  /** The field of the form that adds another one; none where links come from elsewhere. */
  readonly field: string | null;
  readonly rows: readonly LinkRow[];
}

/** Everything a charter is linked with, by kind, with its count. */
@Component({
  selector: 'app-charter-links',
  imports: [CodeLink, Mark, RailSection, RouterLink, TranslocoPipe],
  template: `
    @for (kind of kinds(); track kind.key) {
      <ui-rail-section [heading]="'charters.links.' + kind.key | transloco" [count]="kind.rows.length">
        @if (mayEdit() && kind.field; as field) {
          <a action [routerLink]="['/charters', charter().code, 'edit']" [fragment]="kind.field"
            >{{ 'ui.add' | transloco }}<span class="vh"> {{ 'charters.links.' + kind.key | transloco }}</span></a
          >
        }
        <ul>
          @for (row of kind.rows; track row.id) {
            <li>
              <ui-code-link [code]="row.code" [link]="linkOf(row.code)" />
              <span class="x">{{ row.name }}</span>
              @if (row.good !== undefined) {
                <span [class]="(row.good ? 'good' : 'bad') + ' fg'">
                  <ui-mark
                    [name]="row.good ? 'force' : 'blocked'"
                    [size]="14"
                    [label]="(row.good ? 'charters.links.inForce' : 'charters.principle.left') | transloco"
                  />
                </span>
              } @else if (row.remark) {
                <span class="i2 num">{{ row.remark }}</span>
              }
            </li>
          } @empty {
            <li class="m none">{{ 'ui.none' | transloco }}</li>
          }
        </ul>
      </ui-rail-section>
    }
  `,
  styles: `
    .none {
      display: block;
    }
  `,
})
export class CharterLinks {
  private readonly words = inject(Words);

  readonly charter = input.required<Charter>();
  readonly mayEdit = input(false);

  protected readonly linkOf = linkOf;
  protected readonly kinds = computed<LinkKind[]>(() => {
    const charter = this.charter();
    return [
      { key: 'decision', field: null, rows: this.decided(charter) },
      {
        key: 'principles',
        field: 'principles',
        rows: charter.principles.map(({ principle, inForce }) => ({ ...principle, good: inForce })),
      },
      {
        key: 'domains',
        field: 'domains',
        rows: charter.domains.map(({ domain, readiness }) => ({ ...domain, remark: String(Math.round(readiness)) })),
      },
      { key: 'capability', field: 'capability', rows: charter.capability ? [charter.capability] : [] },
      { key: 'services', field: 'services', rows: charter.services },
      { key: 'systems', field: 'systems', rows: charter.systems },
      { key: 'parties', field: 'parties', rows: charter.parties.map((listed) => this.party(listed)) },
      { key: 'predecessors', field: 'predecessors', rows: charter.predecessors },
      { key: 'successors', field: null, rows: charter.successors },
    ].filter(({ field, rows }) => field !== null || rows.length > 0);
  });

  private decided({ proposal, decision }: Charter): LinkRow[] {
    const rows: LinkRow[] = [];
    if (proposal) rows.push({ ...proposal, name: this.words.say(`ui.state.${proposal.status}`) });
    if (decision) rows.push({ ...decision, name: this.words.say('charters.links.decided') });
    return rows;
  }

  private party({ party, external, role }: { party: Reference; external: boolean; role: string }): LinkRow {
    const remark = this.words.say(`charters.party.${role}`);
    return { ...party, remark: external ? `${remark}, ${this.words.say('charters.party.external')}` : remark };
  }
}
