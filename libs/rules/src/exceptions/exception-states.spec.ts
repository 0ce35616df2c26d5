import { EXCEPTION_STATUSES } from '@sightline/contracts';
import fc from 'fast-check';
import { addDays } from '../calendar/dates';
import {
  callsForReview,
  EXCEPTION_ACTIVITIES,
  exceptionAfter,
  expiryProblem,
  holdsUntil,
  reminderDue,
} from './exception-states';

const TODAY = '2026-11-20';

describe('an exception', () => {
  it('goes from draft to an end, and never back from one', () => {
    expect(exceptionAfter('draft', 'propose')).toBe('proposed');
    expect(exceptionAfter('proposed', 'return')).toBe('draft');
    expect(exceptionAfter('granted', 'grant')).toBeNull();
    for (const ended of EXCEPTION_STATUSES.filter((status) => ['rejected', 'expired', 'revoked'].includes(status)))
      expect(
        EXCEPTION_ACTIVITIES.map((activity) => exceptionAfter(ended, activity)).every((next) => next === null),
      ).toBe(true);
  });

  it.each([
    ['2026-11-20', 'expiry-passed'],
    ['2026-11-21', null],
    ['2027-11-20', null],
    ['2027-11-21', 'expiry-too-late'],
  ])('until %s: %s', (expiresOn, problem) => expect(expiryProblem(expiresOn, TODAY)).toBe(problem));

  it('holds up to 30 days longer while a renewal proposed in time is undecided', () => {
    expect(holdsUntil(TODAY, null)).toBe(TODAY);
    expect(holdsUntil(TODAY, TODAY)).toBe('2026-12-20');
    expect(holdsUntil(TODAY, '2026-11-21')).toBe(TODAY);
  });

  it('is brought up at 30, 7 and 1 day, and not after its end', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 60 }), (left) => {
        const expected = left < 0 || left > 30 ? null : left > 7 ? 30 : left > 1 ? 7 : 1;
        expect(reminderDue(addDays(TODAY, left), TODAY)).toBe(expected);
      }),
    );
  });

  it('renewed twice, it is the principle that has to be looked at', () => {
    expect([0, 1, 2, 3].map(callsForReview)).toEqual([false, false, true, true]);
  });
});
