import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { SYSTEM_LIFECYCLES, type System } from '@sightline/contracts';
import { Chip, Person, SortHeader } from '@sightline/ui';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { RegisterDesk } from '../register/register-desk';
import { filterOver } from '../register/register-filters';
import { RegisterFrame } from '../register/register-frame';
import { RowAction } from '../register/row-action';
import { RegistersApi } from '../registers-api';
import { SystemForm } from './system-form';

/** What data lives in and flows between. */
@Component({
  selector: 'app-systems-page',
  imports: [Chip, Person, RegisterFrame, RowAction, SortHeader, SystemForm, TranslocoPipe],
  templateUrl: './systems-page.html',
  styleUrl: '../register/register-row.css',
})
export class SystemsPage {
  private readonly session = inject(Session);
  private readonly words = inject(Words);

  protected readonly list = listState({ sort: 'name', filters: ['lifecycle', 'owner'] });
  protected readonly desk = new RegisterDesk<System>(inject(RegistersApi).list('/systems', () => this.list.query()));
  protected readonly mayManage = computed(() => this.session.may('system.manage'));
  protected readonly filters = computed(() => [filterOver(this.words, 'lifecycle', SYSTEM_LIFECYCLES, 'lifecycle')]);

  /** Service owners keep what is their own. */
  protected mayChange({ owner }: System): boolean {
    return this.session.may('system.manage', { own: owner?.id === this.session.me()?.user.id });
  }
}
