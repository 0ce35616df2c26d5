/** The named references that people write; a text with any other is left as source. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  copy: '©',
  reg: '®',
  trade: '™',
  euro: '€',
  pound: '£',
  sect: '§',
  deg: '°',
  middot: '·',
  bull: '•',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  bdquo: '„',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
};
const REFERENCE = /&(?:#(\d{1,7})|#[Xx]([\da-fA-F]{1,6})|(\w+));/g;

/** Text with its character references resolved; null when one of them is not known here. */
export function withoutReferences(text: string): string | null {
  let known = true;
  const resolved = text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    const sign = name === undefined ? signOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16)) : NAMED[name];
    known &&= sign !== undefined;
    return sign ?? whole;
  });
  return known ? resolved : null;
}

const signOf = (code: number): string | undefined =>
  code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : undefined;

/** A character as a reference, which no rule of Markdown takes for anything but itself. */
export const asReference = (sign: string): string => `&#${sign.codePointAt(0)};`;
