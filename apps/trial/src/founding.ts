import { randomBytes } from 'node:crypto';
import type { InvitedUser, NewUser, SetUp, SetUpDone } from '@sightline/contracts';
import { Person } from '../../../tools/person.ts';

export interface Founders {
  admin: Person;
  cio: Person;
  secretary: Person;
  /** One per seat, in the order of the constituencies. */
  board: Person[];
}

const CONSTITUENCIES = [
  { key: 'business', name: 'Business', isIt: false, people: ['Ruth Amsel', 'Omar Diallo'] },
  { key: 'data', name: 'Data', isIt: false, people: ['Ines Moreau'] },
  { key: 'security', name: 'Security', isIt: false, people: ['Petra Novak'] },
  { key: 'it', name: 'IT', isIt: true, people: ['Tom Becker'] },
];

export const emailOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@hhs.example`;

/** Sets the installation up as its first visitor would, and activates everybody named in it. */
export async function foundCompany(url: string): Promise<Founders> {
  const admin = new Person(url, 'Ada Root');
  const setUp: SetUp = {
    organisation: { name: 'Health and Human Services', currency: 'USD', timeZone: 'America/New_York', language: 'en' },
    administrator: { name: admin.name, email: emailOf(admin.name), password: password() },
    cioOffice: { name: 'Carla Ito', email: emailOf('Carla Ito') },
    board: {
      name: 'Integration Board',
      secretary: { name: 'Sam Wilde', email: emailOf('Sam Wilde') },
      constituencies: CONSTITUENCIES.map(({ people, ...constituency }) => ({
        ...constituency,
        seats: people.map((name) => ({ name, email: emailOf(name) })),
      })),
    },
  };
  const { links } = await admin.does<SetUpDone>('POST', '/set-up', setUp);
  const people = new Map<string, Person>();
  for (const { name, link } of links) people.set(name, await activated(url, name, link));
  const called = (name: string): Person => {
    const person = people.get(name);
    if (!person) throw new Error(`${name} got no activation link.`);
    return person;
  };
  const board = CONSTITUENCIES.flatMap((constituency) => constituency.people.map(called));
  return { admin, cio: called('Carla Ito'), secretary: called('Sam Wilde'), board };
}

/** Invites somebody and lets them choose a password with their one-time link. */
export async function invite(admin: Person, name: string, user: Omit<NewUser, 'name' | 'email'>): Promise<Person> {
  const invited = await admin.does<InvitedUser>('POST', '/users', { name, email: emailOf(name), ...user });
  return activated(admin.url, name, invited.activation.link);
}

async function activated(url: string, name: string, link: string): Promise<Person> {
  const person = new Person(url, name);
  const token = new URL(link, url).hash.slice(1);
  await person.does('POST', '/auth/activate', { token, password: password() });
  return person;
}

const password = (): string => randomBytes(18).toString('base64url');
