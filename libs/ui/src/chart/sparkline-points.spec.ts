import { sparklineOf } from './sparkline-points';

const none = { baseline: null, target: null, forecast: null };

describe('a sparkline', () => {
  it('lets a falling value fall and puts the flag at the target', () => {
    const drawing = sparklineOf(
      {
        points: [
          { date: '2026-01-01', value: 12 },
          { date: '2026-06-01', value: 10 },
        ],
        baseline: { date: '2026-01-01', value: 12 },
        target: { date: '2027-01-01', value: 7 },
        forecast: null,
      },
      320,
      84,
    );
    expect(drawing?.measured).toMatch(/^M6 6L/);
    expect(drawing?.flag).toEqual([306, 78]);
    expect(drawing?.last[1]).toBeGreaterThan(6);
    expect(drawing?.forecast).toBeNull();
  });

  it('has nothing to draw without a measurement and stands in the middle with one', () => {
    expect(sparklineOf({ points: [], ...none }, 320, 84)).toBeNull();
    expect(sparklineOf({ points: [{ date: '2026-01-01', value: 3 }], ...none }, 320, 84)?.last).toEqual([156, 42]);
  });
});
