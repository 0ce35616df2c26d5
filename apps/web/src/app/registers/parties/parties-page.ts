import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { PARTY_KINDS, type Party } from '@sightline/contracts';
import { SortHeader } from '@sightline/ui';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { RegisterDesk } from '../register/register-desk';
import { filterOver } from '../register/register-filters';
import { RegisterFrame } from '../register/register-frame';
import { RowAction } from '../register/row-action';
import { RegistersApi } from '../registers-api';
import { PartyForm } from './party-form';

/** Teams, people, vendors and partners that can hold a responsibility. */
@Component({
  selector: 'app-parties-page',
  imports: [PartyForm, RegisterFrame, RowAction, SortHeader, TranslocoPipe],
  templateUrl: './parties-page.html',
  styleUrl: '../register/register-row.css',
})
export class PartiesPage {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  protected readonly list = listState({ sort: 'name', filters: ['kind', 'external'] });
  protected readonly desk = new RegisterDesk<Party>(inject(RegistersApi).list('/parties', () => this.list.query()));
  protected readonly mayManage = computed(() => this.session.may('party.manage'));
  protected readonly filters = computed(() => [
    filterOver(this.words, 'kind', PARTY_KINDS, 'partyKind'),
    this.external(),
  ]);

  private external() {
    return {
      name: 'external',
      label: this.words.say('registers.filter.external'),
      options: [
        { value: 'true', label: this.words.say('registers.isExternal') },
        { value: 'false', label: this.words.say('registers.isInternal') },
      ],
    };
  }
}
