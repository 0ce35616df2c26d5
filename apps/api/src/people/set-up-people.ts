import {
  BUSINESS_CONSTITUENCY,
  FOUNDING_CONSTITUENCIES_MIN,
  FOUNDING_PEOPLE_MIN,
  type Role,
  type SetUp,
  type UnitKind,
} from '@sightline/contracts';
import type { InvalidField } from '../platform/problems/problem';

/** Somebody named in the set-up, with everything they were named for. */
export interface FoundingPerson {
  email: string;
  name: string;
  roles: Role[];
  unit: UnitKind;
}

/**
 * Who is who: the same e-mail address is the same person, with all roles. A seat says where somebody comes from: IT
 * people belong to an IT unit, all others to a business unit; whoever holds no seat works for the CIO's office.
 */
export function peopleOf({ administrator, cioOffice, board }: SetUp): FoundingPerson[] {
  const people = new Map<string, FoundingPerson>();
  const add = (person: { name: string; email: string }, role: Role, unit: UnitKind): void => {
    const known = people.get(person.email.toLowerCase());
    if (!known) people.set(person.email.toLowerCase(), { name: person.name, email: person.email, roles: [role], unit });
    else if (!known.roles.includes(role)) known.roles.push(role);
  };
  for (const { isIt, seats } of board.constituencies) {
    for (const person of seats) add(person, 'board_member', isIt ? 'it' : 'business');
  }
  add(board.secretary, 'board_secretary', 'it');
  add(cioOffice, 'cio_office', 'it');
  add(administrator, 'admin', 'it');
  return [...people.values()];
}

/** What keeps this from being a founding board (PRODUCT section 2, bootstrap). */
export function foundingProblems({ board }: SetUp): InvalidField[] {
  const { constituencies } = board;
  const problems: InvalidField[] = [];
  const keys = constituencies.map(({ key }) => key);
  const holders = constituencies.flatMap(({ seats }) => seats.map(({ email }) => email.toLowerCase()));
  if (constituencies.length < FOUNDING_CONSTITUENCIES_MIN) {
    problems.push({
      pointer: '/board/constituencies',
      code: 'too-few-constituencies',
      params: { min: FOUNDING_CONSTITUENCIES_MIN },
    });
  }
  if (!constituencies.some(({ key, isIt }) => key === BUSINESS_CONSTITUENCY && !isIt)) {
    problems.push({ pointer: '/board/constituencies', code: 'no-business-constituency' });
  }
  if (new Set(holders).size < FOUNDING_PEOPLE_MIN) {
    problems.push({ pointer: '/board/constituencies', code: 'too-few-people', params: { min: FOUNDING_PEOPLE_MIN } });
  }
  constituencies.forEach(({ key, seats }, at) => {
    const pointer = `/board/constituencies/${at}`;
    if (keys.indexOf(key) !== at) problems.push({ pointer: `${pointer}/key`, code: 'twice' });
    if (seats.length === 0) problems.push({ pointer: `${pointer}/seats`, code: 'empty' });
    seats.forEach(({ email }, seat) => {
      const first = holders.indexOf(email.toLowerCase());
      if (first !== seatIndex(constituencies, at, seat)) {
        problems.push({ pointer: `${pointer}/seats/${seat}/email`, code: 'one-seat-per-person' });
      }
    });
  });
  return problems;
}

/** The place of a seat when the seats of all constituencies are counted through. */
function seatIndex(constituencies: SetUp['board']['constituencies'], constituency: number, seat: number): number {
  return constituencies.slice(0, constituency).reduce((sum, { seats }) => sum + seats.length, 0) + seat;
}
