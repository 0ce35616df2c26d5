import type { User } from '@sightline/contracts';
import type { MenuEntry } from '@sightline/ui';
import type { Words } from '../../platform/words/words';

/** What an administrator can do with somebody, by the state they are in. */
export function personEntries(
  { status }: Pick<User, 'status'>,
  words: Pick<Words, 'say'>,
  erases: boolean,
): MenuEntry[] {
  const erase: MenuEntry[] = erases
    ? [{ key: 'erase', label: words.say('registers.person.erase'), icon: 'trash-2', danger: true }]
    : [];
  const edit: MenuEntry = { key: 'edit', label: words.say('registers.person.edit'), icon: 'pencil' };
  const suspend: MenuEntry = {
    key: 'suspend',
    label: words.say('registers.person.suspend'),
    icon: 'lock',
    danger: true,
  };
  if (status === 'suspended') {
    return [edit, { key: 'reactivate', label: words.say('registers.person.reactivate'), icon: 'undo-2' }, ...erase];
  }
  const label = words.say(status === 'invited' ? 'registers.person.link' : 'registers.person.reset');
  return [edit, { key: 'link', label, icon: 'refresh-cw' }, suspend, ...erase];
}
