import type { Words } from '../../platform/words/words';
import { CONSTITUENCIES } from './set-up-answer';

/** What a control of the wizard is called out of its place: "Business, seat 1: E-mail address". */
export function labelOf(id: string, words: Pick<Words, 'say'>): string {
  const path = id.split('-');
  const last = path.at(-1) ?? '';
  const say = (key: string, params?: Record<string, unknown>) => words.say(`entry.setUp.${key}`, params);
  if (path[0] === 'organisation') return say(`organisation.${last}`);
  if (path[0] === 'administrator') return say(`you.${last}`);
  if (id === 'board-name') return say('board.name');
  const person = say(`person.${last}`);
  if (path[0] === 'cioOffice') return `${say('cioOffice.title')}: ${person}`;
  if (path[1] === 'secretary') return `${say('secretary.title')}: ${person}`;
  const name = say(`constituencies.${CONSTITUENCIES[Number(path[2])] ?? ''}`);
  return `${say('board.seat', { name, number: Number(path[4]) + 1 })}: ${person}`;
}
