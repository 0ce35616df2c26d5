import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { UNIT_KINDS, type BusinessUnit } from '@sightline/contracts';
import { SortHeader } from '@sightline/ui';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { RegisterDesk } from '../register/register-desk';
import { filterOver } from '../register/register-filters';
import { RegisterFrame } from '../register/register-frame';
import { RowAction } from '../register/row-action';
import { RegistersApi } from '../registers-api';
import { UnitForm } from './unit-form';

/** The parts of the organisation that commission projects. */
@Component({
  selector: 'app-units-page',
  imports: [RegisterFrame, RowAction, SortHeader, TranslocoPipe, UnitForm],
  templateUrl: './units-page.html',
  styleUrl: '../register/register-row.css',
})
export class UnitsPage {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  protected readonly list = listState({ sort: 'name', filters: ['kind'] });
  protected readonly desk = new RegisterDesk<BusinessUnit>(
    inject(RegistersApi).list('/business-units', () => this.list.query()),
  );
  protected readonly mayManage = computed(() => this.session.may('unit.manage'));
  protected readonly filters = computed(() => [filterOver(this.words, 'kind', UNIT_KINDS, 'unitKind')]);
}
