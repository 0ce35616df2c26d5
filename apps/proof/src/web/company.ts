import type { SetUp, SetUpDone } from '@sightline/contracts';
import { Person } from '../../../../tools/person.ts';

export interface Colleague {
  readonly name: string;
  readonly email: string;
}

export const PASSWORD = 'every lamp in the yard is lit';

const colleague = (name: string): Colleague => ({
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@yard.example`,
});
export const administrator = colleague('Ada Stone');
export const officer = colleague('Cleo Marsh');
export const member = colleague('Rita Vale');
const secretary = colleague('Sven Holm');

/** A company of its own, whose people have chosen their passwords. */
export async function found(url: string): Promise<void> {
  const setUp: SetUp = {
    organisation: { name: 'Yard Lamps', currency: 'EUR', timeZone: 'Europe/Berlin', language: 'en' },
    administrator: { ...administrator, password: PASSWORD },
    cioOffice: officer,
    board: {
      name: 'Board',
      secretary,
      constituencies: (['business', 'data', 'security', 'it'] as const).map((key) => ({
        key,
        name: key,
        isIt: key === 'it',
        seats: [key === 'business' ? member : colleague(`Seat ${key}`)],
      })),
    },
  };
  const { links } = await new Person(url, administrator.name).does<SetUpDone>('POST', '/set-up', setUp);
  for (const { name, link } of links) {
    const token = new URL(link, url).hash.slice(1);
    await new Person(url, name).does('POST', '/auth/activate', { token, password: PASSWORD });
  }
}
