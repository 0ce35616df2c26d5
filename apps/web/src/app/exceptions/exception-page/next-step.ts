import type { PrincipleException } from '@sightline/contracts';
import { reminderDue } from '@sightline/rules';

/** What comes next for an exception: the key of its sentences, and whether it presses. */
export interface ExceptionNext {
  readonly key:
    'draft' | 'proposed' | 'granted' | 'ending' | 'renewing' | 'renewed' | 'rejected' | 'expired' | 'revoked';
  readonly danger: boolean;
}

/** One that ends within the first reminder presses, unless its renewal is already on its way. */
export function nextOf(
  { status, expiresOn, renewedBy }: Pick<PrincipleException, 'status' | 'expiresOn' | 'renewedBy'>,
  today: string,
): ExceptionNext {
  if (status !== 'granted') return { key: status, danger: status === 'expired' || status === 'revoked' };
  if (renewedBy && (renewedBy.status === 'draft' || renewedBy.status === 'proposed'))
    return { key: 'renewing', danger: false };
  if (renewedBy?.status === 'granted') return { key: 'renewed', danger: false };
  return reminderDue(expiresOn, today) !== null || expiresOn < today
    ? { key: 'ending', danger: true }
    : { key: 'granted', danger: false };
}
