import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { ROLES, USER_KINDS, type ErasedUser, type InvitedUser, type User } from '@sightline/contracts';
import { Chip, Mark, MenuButton, Person, SortHeader, Toasts } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { listState } from '../../platform/records/list-state';
import { Session } from '../../platform/session/session';
import { Words } from '../../platform/words/words';
import { RegisterDesk } from '../register/register-desk';
import { filterOver } from '../register/register-filters';
import { RegisterFrame } from '../register/register-frame';
import { RegistersApi } from '../registers-api';
import { ActivationBox, type ShownLink } from './activation-box';
import { ErasureBox } from './erasure-box';
import { InvitationForm } from './invitation-form';
import { personEntries } from './person-entries';
import { PersonForm } from './person-form';

const STATES = ['active', 'invited', 'suspended'] as const;

/** Everybody who can sign in: invited by a link that is shown once, changed, suspended, let in again. */
@Component({
  selector: 'app-people-page',
  imports: [
    ActivationBox,
    Chip,
    ErasureBox,
    InvitationForm,
    Mark,
    MenuButton,
    Person,
    PersonForm,
    RegisterFrame,
    SortHeader,
    TranslocoPipe,
  ],
  templateUrl: './people-page.html',
  styleUrl: '../register/register-row.css',
})
export class PeoplePage {
  private readonly api = inject(RegistersApi);
  private readonly session = inject(Session);
  private readonly words = inject(Words);
  private readonly toasts = inject(Toasts);
  private readonly problems = inject(ProblemWords);

  protected readonly list = listState({ sort: 'name', filters: ['status', 'kind', 'role', 'unit'] });
  protected readonly desk = new RegisterDesk<User>(this.api.people(() => this.list.query()));
  protected readonly mayManage = computed(() => this.session.may('user.manage'));
  /** Lives in this page alone: leaving it, the link is gone. */
  protected readonly link = signal<ShownLink | null>(null);
  /** Who is about to be erased, until that is confirmed or left. */
  protected readonly leaving = signal<User | null>(null);
  protected readonly refusal = signal<string | null>(null);
  protected readonly filters = computed(() => [
    filterOver(this.words, 'status', STATES, 'userStatus'),
    filterOver(this.words, 'role', ROLES, 'role'),
    filterOver(this.words, 'kind', USER_KINDS, 'userKind'),
  ]);

  protected entriesOf(person: User) {
    return personEntries(person, this.words, this.session.may('user.erase'));
  }

  protected rolesOf({ roles }: User): string {
    if (roles.length === 0) return this.words.say('registers.noRoles');
    return roles.map((role) => this.words.say(`registers.role.${role}`)).join(', ');
  }

  protected invited(person: InvitedUser): void {
    this.link.set({ ...person.activation, name: person.name });
    this.desk.leave();
    this.desk.resource.reload();
  }

  protected choose(what: string, person: User): void {
    this.refusal.set(null);
    this.leaving.set(what === 'erase' ? person : null);
    if (what === 'erase') return;
    if (what === 'edit') this.desk.edit(person.id);
    else void this.attempt(what === 'link' ? () => this.renew(person) : () => this.setStatus(person, what));
  }

  protected erased({ name }: User, { name: formerly }: ErasedUser): void {
    this.leaving.set(null);
    this.toasts.say({ text: this.words.say('registers.erasure.done', { name, formerly }) });
    this.desk.resource.reload();
  }

  private async renew(person: User): Promise<void> {
    this.link.set({ ...(await this.api.renewLink(person)), name: person.name });
  }

  private async setStatus(person: User, what: string): Promise<void> {
    const suspends = what === 'suspend';
    await this.api.changePerson(person, { status: suspends ? 'suspended' : 'active' });
    const key = suspends ? 'suspended' : 'reactivated';
    this.toasts.say({ text: this.words.say(`registers.person.${key}`, { name: person.name }) });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.refusal.set(this.problems.say(error));
    }
    this.desk.resource.reload();
  }
}
