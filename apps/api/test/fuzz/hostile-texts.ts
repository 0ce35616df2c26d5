/** What somebody sends to see whether it is taken as SQL, markup, a path, a template, a formula or a command. */
export const INJECTIONS: readonly string[] = [
  "'; DROP TABLE charter; --",
  "' OR '1'='1",
  '1; SELECT pg_sleep(10)--',
  '$$; DELETE FROM vote; $$',
  'id) FROM app_user--',
  '-updatedAt; DROP TABLE kpi',
  '\\',
  '%',
  '_%_',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '{{constructor.constructor("return process")()}}',
  '${process.env.DATABASE_URL}',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  '=HYPERLINK("http://evil.example","x")',
  '@SUM(1+1)',
  '|| ls',
  '`id`',
  '%0d%0aSet-Cookie: a=b',
  'http://169.254.169.254/latest/meta-data/',
  '(a+)+$',
  '{"$gt":""}',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e999',
  '0x10',
  '٣',
  '9007199254740993',
  'CH-99999999999999999999',
];

/** Texts that break those who count, compare or print characters. */
export const UNICODE: readonly string[] = [
  '\u0000',
  'a\u0000b',
  '\ud800',
  'a\udfffb',
  '\u202ereversed',
  '\u2066isolated\u2069',
  '\u200b',
  '\ufeff',
  '\u0007',
  '\u001b[31m',
  'e\u0301',
  '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{10ffff}',
  '\uffff',
  'ﷺ'.repeat(20),
  'Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d'.repeat(30),
  'İı',
  '\u2028',
  '   ',
  '\t\n',
];

/** Text that makes naive patterns, parsers and comparisons take seconds (T16). */
export function pathological(length: number): string[] {
  const filled = (part: string): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  return [
    filled('a') + '!',
    filled(' ') + 'x',
    filled('('),
    filled('['),
    filled('*_'),
    filled('> '),
    filled('`'),
    filled('a@'),
    filled('1,'),
    filled('<a '),
    filled('![]('),
    filled('from 1 to 2 by '),
    filled('%'),
    filled('"\n'),
    filled('\u{1f600}'),
  ].map((text) => text.slice(0, length));
}

/** Days and moments no calendar has. */
export const TIMES: readonly string[] = [
  '10000-01-01',
  '9999-12-31',
  '0000-00-00',
  '2027-02-30',
  '-271821-04-20',
  '2027-6-1',
  '2027-06-30T00:00:00Z',
  '2027-06-30T25:61:61Z',
  'tomorrow',
  '٢٠٢٧-٠٦-٣٠',
];

/** Numbers as JSON text: some of them no program can hold. */
export const NUMBERS: readonly string[] = [
  '1e999',
  '-1e999',
  '1e-400',
  '-0',
  '9007199254740993',
  '0.1',
  '1e15',
  '1e16',
  '99999999999999999999',
];
