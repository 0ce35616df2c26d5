import type { NewUser, SetUp, SetUpDone } from '@sightline/contracts';
import { Person } from '../../../../tools/person.ts';
import { ada, BOARD, carla, type Colleague, colleague, PASSWORD, sam } from './company';

/** Sets the company up and activates its founders over the API: for journeys that begin after that. */
export async function found(url: string): Promise<void> {
  const setUp: SetUp = {
    organisation: { name: 'Harbour Logistics', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' },
    administrator: { ...ada, password: PASSWORD },
    cioOffice: carla,
    board: {
      name: 'Integration board',
      secretary: sam,
      constituencies: BOARD.map(({ holder, ...constituency }) => ({ ...constituency, seats: [holder] })),
    },
  };
  const { links } = await new Person(url, ada.name).does<SetUpDone>('POST', '/set-up', setUp);
  await Promise.all(links.map(({ name, link }) => activated(url, name, link)));
}

/** Somebody who speaks to the API directly, to prepare what a journey is not about. */
export async function atTheApi(url: string, { name, email }: Colleague): Promise<Person> {
  const person = new Person(url, name);
  await person.does('POST', '/auth/login', { email, password: PASSWORD });
  return person;
}

/** Invites somebody, who chooses the password at once. */
export async function invite(
  admin: Person,
  name: string,
  user: Pick<NewUser, 'roles' | 'businessUnit'>,
): Promise<Colleague> {
  const invited = colleague(name);
  const { activation } = await admin.does<{ activation: { link: string } }>('POST', '/users', {
    ...invited,
    ...user,
    kind: 'internal',
  });
  await activated(admin.url, name, activation.link);
  return invited;
}

async function activated(url: string, name: string, link: string): Promise<void> {
  const token = new URL(link, url).hash.slice(1);
  await new Person(url, name).does('POST', '/auth/activate', { token, password: PASSWORD });
}
