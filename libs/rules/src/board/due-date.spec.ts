import { dueDate, graceIsOver, isDue } from './due-date';

describe('the due date', () => {
  it.each([
    ['a Monday', '2026-11-23T10:00:00.000Z', 'Europe/Berlin', '2026-12-07T23:00:00.000Z'],
    ['a Friday', '2026-11-20T10:00:00.000Z', 'Europe/Berlin', '2026-12-04T23:00:00.000Z'],
    ['a Saturday', '2026-11-21T10:00:00.000Z', 'Europe/Berlin', '2026-12-04T23:00:00.000Z'],
    ['late at night, already Tuesday there', '2026-11-23T23:30:00.000Z', 'Europe/Berlin', '2026-12-08T23:00:00.000Z'],
    ['still Sunday there', '2026-11-23T03:00:00.000Z', 'America/New_York', '2026-12-05T05:00:00.000Z'],
    ['across the change to summer time', '2026-03-20T10:00:00.000Z', 'Europe/Berlin', '2026-04-03T22:00:00.000Z'],
    ['a half-hour zone', '2026-11-23T10:00:00.000Z', 'Asia/Kolkata', '2026-12-07T18:30:00.000Z'],
  ])('ten working days after %s', (_, now, zone, due) => expect(dueDate(now, zone)).toBe(due));

  it('has come at its last midnight, and grace lasts ten days more', () => {
    const dueAt = '2026-12-04T23:00:00.000Z';
    expect(isDue({ now: '2026-12-04T22:59:59.999Z', dueAt })).toBe(false);
    expect(isDue({ now: dueAt, dueAt })).toBe(true);
    expect(graceIsOver({ now: '2026-12-14T22:59:59.999Z', dueAt })).toBe(false);
    expect(graceIsOver({ now: '2026-12-14T23:00:00.000Z', dueAt })).toBe(true);
  });
});
