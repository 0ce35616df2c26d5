/**
 * The marks of states and of the line of sight on a 16 × 16 grid. Each has an outline of its own, so that it reads in
 * grey print. A shape without `line` is filled; `cut` draws in the colour of the ground.
 */
export interface MarkShape {
  readonly d: string;
  readonly line?: number;
  readonly dash?: string;
  readonly cut?: true;
}

export const MARKS = {
  draft: [{ d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6, dash: '2.6 2.27' }],
  proposed: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M8 3.6a4.4 4.4 0 0 1 0 8.8z' },
  ],
  force: [{ d: 'M1 8a7 7 0 1 1 14 0a7 7 0 1 1 -14 0z' }, { d: 'M4.9 8.2l2.2 2.2 4-4.4', line: 1.7, cut: true }],
  delivery: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M8 8V3.6A4.4 4.4 0 1 1 3.6 8z' },
  ],
  live: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M5 8a3 3 0 1 1 6 0a3 3 0 1 1 -6 0z' },
  ],
  blocked: [{ d: 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z' }, { d: 'M4.8 8h6.4', line: 2, cut: true }],
  risk: [
    { d: 'M8 1.2c.5 0 .9.3 1.1.7l6 10.8c.5.9-.1 2-1.1 2H2c-1 0-1.6-1.1-1.1-2l6-10.8c.2-.4.6-.7 1.1-.7z' },
    { d: 'M8 5.8v3.4M8 11.9v.05', line: 1.7, cut: true },
  ],
  off: [{ d: 'M8 .6L15.4 8 8 15.4.6 8z' }, { d: 'M8 4.6v6M5.6 8.4L8 10.8l2.4-2.4', line: 1.6, cut: true }],
  on: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M5 8h5.6M8.6 5.8L10.8 8l-2.2 2.2', line: 1.5 },
  ],
  achieved: [{ d: 'M3.4 15V1.6', line: 1.6 }, { d: 'M3.4 1.6h9.8L10.6 5l2.6 3.6H3.4z' }],
  stale: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6, dash: '2.6 2.27' },
    { d: 'M8 4.8V8l2 1.6', line: 1.5 },
  ],
  nodata: [
    {
      d: 'M3.5 2h9a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1 -1.5 1.5h-9a1.5 1.5 0 0 1 -1.5 -1.5v-9a1.5 1.5 0 0 1 1.5 -1.5z',
      line: 1.6,
      dash: '2.4 2.4',
    },
  ],
  superseded: [{ d: 'M5 5h9v9H5z M11 2H2v9', line: 1.6 }],
  returned: [{ d: 'M6 3L2.5 6.5 6 10M2.5 6.5H10a3.5 3.5 0 0 1 0 7H7', line: 1.6 }],
  rejected: [
    { d: 'M3.4 1.4h9.2a2 2 0 0 1 2 2v9.2a2 2 0 0 1 -2 2h-9.2a2 2 0 0 1 -2 -2v-9.2a2 2 0 0 1 2 -2z' },
    { d: 'M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2', line: 1.7, cut: true },
  ],
  paused: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M6.4 5.6v4.8M9.6 5.6v4.8', line: 1.6 },
  ],
  retired: [{ d: 'M2 3h12v3H2z M3 6v7.5h10V6 M6.5 9h3', line: 1.6 }],
  expired: [{ d: 'M4 1.8h8M4 14.2h8M5 2v2.4L8 8l-3 3.6V14M11 2v2.4L8 8l3 3.6V14', line: 1.5 }],
  abstain: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M5.4 8h5.2', line: 1.6 },
  ],
  missing: [{ d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.4, dash: '2.6 2.27' }],
  recused: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M4 12L12 4', line: 1.6 },
  ],
  later: [
    { d: 'M1.8 8a6.2 6.2 0 1 1 12.4 0a6.2 6.2 0 1 1 -12.4 0z', line: 1.6 },
    { d: 'M8 5v3.2l2 1.4', line: 1.5 },
  ],
  driver: [{ d: 'M8 .8L15.2 8 8 15.2.8 8z' }],
  principle: [
    {
      d: 'M3.1 1.6h9.8a1.5 1.5 0 0 1 1.5 1.5v9.8a1.5 1.5 0 0 1 -1.5 1.5h-9.8a1.5 1.5 0 0 1 -1.5 -1.5v-9.8a1.5 1.5 0 0 1 1.5 -1.5z',
    },
    { d: 'M5 5.6h6M5 8h6M5 10.4h3.6', line: 1.4, cut: true },
  ],
  charter: [
    { d: 'M2 8a6 6 0 1 1 12 0a6 6 0 1 1 -12 0z', line: 2.4 },
    { d: 'M5.8 8a2.2 2.2 0 1 1 4.4 0a2.2 2.2 0 1 1 -4.4 0z' },
  ],
  kpi: [{ d: 'M3.4 15V1.6', line: 1.8 }, { d: 'M3.4 1.6h9.8L10.6 5l2.6 3.6H3.4z' }],
} as const satisfies Record<string, readonly MarkShape[]>;
export type MarkName = keyof typeof MARKS;
