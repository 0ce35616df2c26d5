import { formatDay, formatFigure, formatMeasure, formatMoment, formatMoney } from './formats';

describe('figures, money and dates', () => {
  it('follow the reader, with a true minus and units that stay with their number', () => {
    expect(formatFigure(-2.954, 'en-GB')).toBe('−2.95');
    expect(formatFigure(1234.5, 'de-DE')).toBe('1.234,5');
    expect(formatFigure(16, 'en-GB', undefined, true)).toBe('+16');
    expect(formatMeasure(94.1, '%', 'de-DE')).toBe('94,1\u00a0%');
    expect(formatMeasure(3, null, 'en-GB')).toBe('3');
  });

  it('show cents only where there are any', () => {
    expect(formatMoney({ amount: '410000.00', currency: 'EUR' }, 'en-GB')).toBe('€410,000');
    expect(formatMoney({ amount: '1.50', currency: 'EUR' }, 'en-GB')).toBe('€1.50');
    expect(formatMoney({ amount: '-5', currency: 'USD' }, 'en-GB')).toBe('−US$5');
  });

  it('leave a calendar date where it is and put an instant on the clock of the organisation', () => {
    expect(formatDay('2027-06-30', 'en-GB')).toBe('30 Jun 2027');
    expect(formatDay('2026-11-26', 'en-GB', 'week')).toBe('Thu 26 Nov');
    expect(formatMoment('2026-11-26T23:30:00Z', 'en-GB', 'Europe/Berlin')).toBe('27 Nov 2026, 00:30');
    expect(formatMoment('2026-11-26T23:30:00Z', 'en-GB', 'America/New_York', 'time')).toBe('18:30');
  });
});
