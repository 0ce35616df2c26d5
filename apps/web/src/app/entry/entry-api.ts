import { httpResource } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { PersonaCard, SetUp, SetUpDone, SetUpState } from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl } from '../platform/api/api-url';

/** What the doors ask the server. */
@Injectable({ providedIn: 'root' })
export class EntryApi {
  private readonly api = inject(Api);

  /** The people of the sample company; 404 in any other installation. */
  personas() {
    return httpResource<PersonaCard[]>(() => apiUrl('/auth/personas'));
  }

  /** Whether set-up is still open; 404 once it is done. */
  setUpState() {
    return httpResource<SetUpState>(() => apiUrl('/set-up'));
  }

  setUp(request: SetUp): Promise<SetUpDone> {
    return this.api.post('/set-up', request);
  }

  /** The persona behind a name of the sample company. */
  async personaNamed(name: string): Promise<string> {
    const cards = await this.api.get<PersonaCard[]>('/auth/personas');
    return cards.find((card) => card.name === name)?.persona ?? '';
  }
}
