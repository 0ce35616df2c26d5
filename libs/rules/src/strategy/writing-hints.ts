import type { PrincipleRevision } from '@sightline/contracts';
import { tacticalHints, type KnownName, type TacticalHint } from './tactical-content';

/** What a writer of the strategy is told beside the text; none of it stands in the way of anything. */
export type WritingHint =
  | ({ readonly code: 'tactical' } & TacticalHint)
  | { readonly code: 'section-empty' }
  | { readonly code: 'principle-without-rationale' | 'principle-without-implications' };

/** The hints on the prose of one section. */
export function sectionHints(text: string, names: readonly KnownName[]): WritingHint[] {
  if (text.trim() === '') return [{ code: 'section-empty' }];
  return tacticalHints(text, names).map((hint) => ({ code: 'tactical', ...hint }));
}

type PrincipleWords = Pick<PrincipleRevision, 'title' | 'statement' | 'rationale' | 'implications'>;

/** The hints on one principle: a reason and a consequence are missing, or its words belong in a charter. */
export function principleHints(
  { title, statement, rationale, implications }: PrincipleWords,
  names: readonly KnownName[],
): WritingHint[] {
  return [
    ...(rationale.trim() === '' ? [{ code: 'principle-without-rationale' } as const] : []),
    ...(implications.trim() === '' ? [{ code: 'principle-without-implications' } as const] : []),
    ...[title, statement].flatMap((text) =>
      tacticalHints(text, names).map((hint) => ({ code: 'tactical', ...hint }) as const),
    ),
  ];
}
