import { Component, computed, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type Service } from '@sightline/contracts';
import { Person, SortHeader } from '@sightline/ui';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';

import { RegisterDesk } from '../register/register-desk';

import { RegisterFrame } from '../register/register-frame';
import { RowAction } from '../register/row-action';
import { RegistersApi } from '../registers-api';
import { ServiceForm } from './service-form';

/** What people notice when it stops. */
@Component({
  selector: 'app-services-page',
  imports: [Person, RegisterFrame, RowAction, ServiceForm, SortHeader, TranslocoPipe],
  templateUrl: './services-page.html',
  styleUrl: '../register/register-row.css',
})
export class ServicesPage {
  private readonly session = inject(Session);

  protected readonly list = listState({ sort: 'name', filters: ['owner'] });
  protected readonly desk = new RegisterDesk<Service>(inject(RegistersApi).list('/services', () => this.list.query()));
  protected readonly mayManage = computed(() => this.session.may('service.manage'));

  /** Service owners keep what is their own. */
  protected mayChange({ owner }: Service): boolean {
    return this.session.may('service.manage', { own: owner?.id === this.session.me()?.user.id });
  }
}
