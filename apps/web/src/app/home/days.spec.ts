import { daysSince, daysUntil } from './days';

describe('days of waiting', () => {
  it('are calendar days by the clock of the organisation', () => {
    const now = new Date('2026-11-24T00:30:00Z');
    expect(daysSince('2026-11-23T22:30:00Z', now, 'UTC')).toBe(1);
    expect(daysSince('2026-11-23T23:30:00Z', now, 'Europe/Berlin')).toBe(0);
    expect(daysSince('2026-11-25T00:00:00Z', now, 'UTC')).toBe(0);
  });

  it('until the end turn negative once it has passed', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    expect(daysUntil('2026-11-26T17:00:00Z', now, 'UTC')).toBe(2);
    expect(daysUntil('2026-11-23T17:00:00Z', now, 'UTC')).toBe(-1);
  });
});
