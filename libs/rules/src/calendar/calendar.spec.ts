import fc from 'fast-check';
import { addDays, addMonths, addWorkingDays, daysBetween } from './dates';
import { dateIn, startOfDayIn } from './time-zone';

const date = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));
const zone = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
);

describe('dates', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-20', 12, '2027-11-20'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('are as many days apart as were added', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days);
      }),
    );
  });

  it('reach a working day after ten of them, two weeks on', () => {
    fc.assert(
      fc.property(date, (from) => {
        const reached = addWorkingDays(from, 10);
        expect([1, 2, 3, 4, 5]).toContain(new Date(`${reached}T00:00:00Z`).getUTCDay());
        expect([12, 13, 14]).toContain(daysBetween(from, reached));
      }),
    );
  });
});

describe('a day in a time zone', () => {
  it.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['America/Sao_Paulo', '2018-02-18', '2018-02-18T03:00:00.000Z'],
    ['Africa/Cairo', '2026-04-24', '2026-04-23T22:00:00.000Z'],
  ])('in %s on %s, where midnight is missing or comes twice, begins at %s', (timeZone, day, start) => {
    expect(startOfDayIn(timeZone, day)).toBe(start);
  });

  it('begins at its start and not before', () => {
    fc.assert(
      fc.property(zone, date, (timeZone, day) => {
        const start = startOfDayIn(timeZone, day);
        const before = new Date(Date.parse(start) - 1).toISOString();
        expect(dateIn(timeZone, start)).toBe(day);
        expect(dateIn(timeZone, before)).toBe(addDays(day, -1));
      }),
    );
  });
});
