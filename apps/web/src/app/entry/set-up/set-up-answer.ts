import type { SetUp, SetUpPerson } from '@sightline/contracts';
import type { Language } from '@sightline/language';

export const CONSTITUENCIES = ['business', 'data', 'security', 'it'] as const;
export type ConstituencyKey = (typeof CONSTITUENCIES)[number];

/** What the wizard collects: the contract's request, with the four constituencies in their order. */
export type SetUpAnswer = SetUp;

const nobody = (): SetUpPerson => ({ name: '', email: '' });

/** An empty answer with what can be known: the reader's clock and language, and one seat for each constituency. */
export function emptyAnswer(
  words: { board: string; constituency: (key: ConstituencyKey) => string },
  language: Language,
): SetUpAnswer {
  return {
    organisation: {
      name: '',
      currency: 'EUR',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language,
    },
    administrator: { ...nobody(), password: '' },
    cioOffice: nobody(),
    board: {
      name: words.board,
      secretary: nobody(),
      constituencies: CONSTITUENCIES.map((key) => ({
        key,
        name: words.constituency(key),
        isIt: key === 'it',
        seats: [nobody()],
      })),
    },
  };
}

/** An e-mail address that stands for two different people, or null. One person may well hold several parts. */
export function sharedEmail(answer: SetUpAnswer): string | null {
  const names = new Map<string, string>();
  for (const { name, email } of everybody(answer)) {
    const key = email.trim().toLowerCase();
    const known = names.get(key);
    if (key && known !== undefined && known !== name.trim()) return email;
    names.set(key, name.trim());
  }
  return null;
}

function everybody({ administrator, cioOffice, board }: SetUpAnswer): SetUpPerson[] {
  return [administrator, cioOffice, board.secretary, ...board.constituencies.flatMap(({ seats }) => seats)];
}
