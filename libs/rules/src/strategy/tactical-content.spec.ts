import { tacticalHints, type KnownName } from './tactical-content';

const NAMES: KnownName[] = [
  { kind: 'vendor', name: 'Nordwind Systems' },
  { kind: 'vendor', name: 'SAP' },
  { kind: 'system', name: 'Order Hub' },
  { kind: 'system', name: 'Order Hub Classic' },
  { kind: 'system', name: 'S/4HANA' },
  { kind: 'system', name: 'erp' },
];
const said = (text: string): string[] => tacticalHints(text, NAMES).map(({ kind, quote }) => `${kind}: ${quote}`);

describe('what belongs in a charter', () => {
  it.each([
    ['The switch is done by 31 March 2027.', ['date: 31 March 2027']],
    ['Live on March 31, 2027 and not later.', ['date: March 31, 2027']],
    ['Rollout begins in September 2026.', ['date: September 2026']],
    ['Freigabe am 2026-11-30.', ['date: 2026-11-30']],
    ['Die Umstellung endet am 31.03.2027.', ['date: 31.03.2027']],
    ['Der Umzug ist bis 1. Oktober 2026 fertig.', ['date: 1. Oktober 2026']],
    ['We start in Q3 2026.', ['date: Q3 2026']],
    ['All partners are connected by the end of 2027.', ['date: by the end of 2027']],
    ['Alle Partner sind bis Ende 2027 angebunden.', ['date: bis Ende 2027']],
    ['It takes six months.', ['duration: six months']],
    ['An 18-month programme brings it.', ['duration: 18-month']],
    ['Das dauert zwölf Wochen.', ['duration: zwölf Wochen']],
    ['Innerhalb von 90 Tagen ist alles umgestellt.', ['duration: 90 Tagen']],
    ['A team of six does it.', ['headcount: team of six']],
    ['Twelve developers and 3 FTE are hired.', ['headcount: Twelve developers', 'headcount: 3 FTE']],
    [
      'Fünf Entwicklerinnen und 40 Personentage genügen.',
      ['headcount: Fünf Entwicklerinnen', 'headcount: 40 Personentage'],
    ],
    ['Orders run through the Order Hub.', ['system: Order Hub']],
    ['Orders run through the Order Hub Classic.', ['system: Order Hub Classic']],
    ['Nordwind Systems and SAP deliver S/4HANA.', ['vendor: Nordwind Systems', 'vendor: SAP', 'system: S/4HANA']],
  ])('is pointed at: %s', (text, hints) => {
    expect(said(text)).toEqual(hints);
  });

  it.each([
    'Personal data is handled under the Data Protection Act 2018.',
    'Regulation (EU) 2016/679 of 27 April 2016 holds for all of it.',
    'A breach is told within 3 days under Art. 33 DSGVO.',
    'Nach § 257 HGB bewahren wir Belege 10 Jahre auf.',
    'Das Lieferkettensorgfaltspflichtengesetz vom 16. Juli 2021 gilt überall.',
    'We are certified under ISO 27001:2022.',
    'NIS2 applies since October 2024.',
    'This is what Strategy 2030 asks of us.',
    'Agenda 2030 and Industrie 4.0 are names.',
    'Every steward reviews the domain every three months.',
    'Die Vertretung wechselt alle 2 Jahre.',
    'Costs are reported per 12 months.',
    'It is answered within 30 minutes, 24 hours a day.',
    'People decide, not systems.',
    'An order hub is a pattern, an erp is a kind of system.',
    'Two constituencies have to agree.',
    'In May we may decide.',
    'See [the order](https://example.org/2027-01-31/six-months) and `Order Hub`.',
    'SAPphire is a stone.',
  ])('is not seen where it is not: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it('is found where it stands', () => {
    const text = 'First line.\n\nThen *Order Hub* takes six months.';
    for (const { quote, at } of tacticalHints(text, NAMES)) expect(text.slice(at, at + quote.length)).toBe(quote);
    expect(tacticalHints(text, NAMES)).toHaveLength(2);
  });

  it('is found in a long text among many names without making the writer wait', () => {
    const names = Array.from({ length: 10_000 }, (_, index): KnownName => ({
      kind: 'system',
      name: `System ${index}`,
    }));
    const text = 'Every order moves once, from its source, and nobody asks System 77 twice. '.repeat(1_300);
    expect(tacticalHints(text, names)).toHaveLength(1_300);
  });

  it('is looked for in one word of 100,000 letters as fast as in many, and laws are still known by their names', () => {
    const work = (letters: number): number => {
      const began = process.cpuUsage();
      expect(tacticalHints('x'.repeat(letters), NAMES)).toEqual([]);
      return process.cpuUsage(began).user;
    };
    work(10_000);
    // Ten times the letters; a search that begins anew at every one of them would take a hundred times as long.
    expect(work(100_000) / Math.max(1_000, work(10_000))).toBeLessThan(50);
    expect(said('Under the Lieferkettensorgfaltsgesetz this ends in March 2027.')).toEqual([]);
  });
});
