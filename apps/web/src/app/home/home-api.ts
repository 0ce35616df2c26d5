import { httpResource } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { Inbox } from '@sightline/contracts';
import { apiUrl } from '../platform/api/api-url';

@Injectable({ providedIn: 'root' })
export class HomeApi {
  inbox() {
    return httpResource<Inbox>(() => apiUrl('/inbox'));
  }
}
