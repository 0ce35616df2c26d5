import type { PrincipleException } from '@sightline/contracts';
import { reminderDue } from '@sightline/rules';

/** From this reminder on the end of an exception presses, in days before it. */
const PRESSING = 7;

/** What comes next for an exception: the key of its sentences, and whether it presses. */
export interface ExceptionNext {
  readonly key:
    'draft' | 'proposed' | 'granted' | 'ending' | 'renewing' | 'renewed' | 'rejected' | 'expired' | 'revoked';
  readonly danger: boolean;
}

/**
 * An end that its renewal took over asks nothing of anybody. From the first reminder on its end is what comes next, from
 * the second on it presses; unless it is being renewed.
 */
export function nextOf(
  { status, expiresOn, renewedBy }: Pick<PrincipleException, 'status' | 'expiresOn' | 'renewedBy'>,
  today: string,
): ExceptionNext {
  if (renewedBy?.status === 'granted' && (status === 'granted' || status === 'expired'))
    return { key: 'renewed', danger: false };
  if (status !== 'granted') return { key: status, danger: status === 'expired' || status === 'revoked' };
  if (renewedBy && (renewedBy.status === 'draft' || renewedBy.status === 'proposed'))
    return { key: 'renewing', danger: false };
  return reminderDue(expiresOn, today) !== null || expiresOn < today
    ? { key: 'ending', danger: (reminderDue(expiresOn, today) ?? 0) <= PRESSING }
    : { key: 'granted', danger: false };
}
