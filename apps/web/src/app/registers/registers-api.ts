import { httpResource, type HttpResourceRef } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  BusinessUnit,
  ErasedUser,
  ErasureConfirmation,
  InvitedUser,
  IssuedActivation,
  NewBusinessUnit,
  NewParty,
  NewService,
  NewSystem,
  NewUser,
  Page,
  Party,
  Service,
  System,
  User,
  UserChanges,
} from '@sightline/contracts';
import { Api } from '../platform/api/api';
import { apiUrl, type QueryValue } from '../platform/api/api-url';

type Query = () => Record<string, QueryValue>;
interface Kept {
  id: string;
  version: number;
}
/** The registers that are created, read and changed alike. */
export interface Registers {
  '/business-units': { record: BusinessUnit; body: NewBusinessUnit };
  '/parties': { record: Party; body: NewParty };
  '/systems': { record: System; body: NewSystem };
  '/services': { record: Service; body: NewService };
}

/** What the site asks the server about units, people, parties, systems and services. */
@Injectable({ providedIn: 'root' })
export class RegistersApi {
  private readonly api = inject(Api);

  list<P extends keyof Registers>(path: P, query: Query): HttpResourceRef<Page<Registers[P]['record']> | undefined> {
    return httpResource<Page<Registers[P]['record']>>(() => apiUrl(path, query()));
  }

  read<P extends keyof Registers>(path: P, { id }: Kept): Promise<Registers[P]['record']> {
    return this.api.get(`${path}/${id}`);
  }

  /** Creates without a record, changes with one. */
  save<P extends keyof Registers>(
    path: P,
    body: Registers[P]['body'],
    record: Kept | null,
  ): Promise<Registers[P]['record']> {
    return record ? this.api.patch(`${path}/${record.id}`, body, record.version) : this.api.post(path, body);
  }

  people(query: Query): HttpResourceRef<Page<User> | undefined> {
    return httpResource<Page<User>>(() => apiUrl('/users', query()));
  }

  person({ id }: Kept): Promise<User> {
    return this.api.get(`/users/${id}`);
  }

  invite(person: NewUser): Promise<InvitedUser> {
    return this.api.post('/users', person);
  }

  changePerson({ id, version }: Kept, changes: UserChanges): Promise<User> {
    return this.api.patch(`/users/${id}`, changes, version);
  }

  /** For good: what the person did stays, under a name of office. */
  erase({ id, version }: Kept, confirmation: ErasureConfirmation): Promise<ErasedUser> {
    return this.api.postTo(`/users/${id}/erase`, confirmation, version);
  }

  /** A new one-time link: an invitation for who never signed in, a reset for everybody else. */
  renewLink({ id }: Kept): Promise<IssuedActivation> {
    return this.api.post(`/users/${id}/activation-link`);
  }
}
