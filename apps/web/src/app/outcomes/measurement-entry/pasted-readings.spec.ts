import { pastedReadings } from './pasted-readings';
import { readDay, readNumber } from './read-cells';

describe('a number of a spreadsheet', () => {
  it.each([
    ['12.5', 'en-GB', 12.5],
    ['1,234.5', 'en-GB', 1234.5],
    ['1.234,5', 'de-DE', 1234.5],
    ['12,5 %', 'de-DE', 12.5],
    ['−3', 'en-GB', -3],
    ['9.9 days', 'en-GB', 9.9],
    ['€ 1,000', 'en-GB', 1000],
    ['12.5', 'de-DE', 12.5],
    ['1.234', 'de-DE', 1234],
    ['12,5', 'en-GB', 12.5],
    ['1,234', 'en-GB', 1234],
    ['9,x', 'en-GB', null],
    ['', 'en-GB', null],
    ['Met', 'en-GB', null],
    ['1.2.3', 'de-DE', null],
  ])('%s in %s', (text, locale, number) => {
    expect(readNumber(text, locale)).toBe(number);
  });
});

describe('a day of a spreadsheet', () => {
  it.each([
    ['2026-10-31', '2026-10-31'],
    ['2026-10-31T00:00:00', '2026-10-31'],
    ['31.10.2026', '2026-10-31'],
    ['1/2/2026', '2026-02-01'],
    ['31 Oct 2026', '2026-10-31'],
    ['1. März 2026', '2026-03-01'],
    ['31. Dezember 2026', '2026-12-31'],
    ['30.02.2026', null],
    ['2026-13-01', null],
    ['October', null],
    ['12.5', null],
  ])('%s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe('pasted readings', () => {
  const context = { locale: 'en-GB', today: '2026-11-22', measured: new Map([['2026-10-31', '9.9 days']]) };
  const problems = (text: string) => pastedReadings(text, context).map(({ problem }) => problem?.code ?? null);

  it('takes two columns in either order, with source and note', () => {
    const rows = pastedReadings('Day\tDays\n30.09.2026\t10.1\tCRM\tLate\n9.5;2026-11-01\n', context);

    expect(rows.map(({ row, heading }) => [row, heading])).toEqual([
      [1, true],
      [2, false],
      [3, false],
    ]);
    expect(rows.flatMap(({ reading }) => reading ?? [])).toEqual([
      { date: '2026-09-30', value: 10.1, source: 'CRM', note: 'Late' },
      { date: '2026-11-01', value: 9.5 },
    ]);
  });

  it('names what is wrong with each row', () => {
    expect(problems('2026-09-30\t1\n2026-09-30\t2')).toEqual([null, 'twice']);
    expect(problems('2026-11-23\t1\n2026-11-22\t1')).toEqual(['inFuture', null]);
    expect(problems('2026-10-31\t1')).toEqual(['measured']);
    expect(problems('2026-09-30\t1\nyesterday\t2\n2026-09-01\tmany\n2026-09-02')).toEqual([
      null,
      'notADate',
      'notANumber',
      'missing',
    ]);
  });

  it('takes the first row for a heading only when nothing in it is a figure', () => {
    expect(pastedReadings('soon\t12', context)[0]?.heading).toBe(false);
  });
});
