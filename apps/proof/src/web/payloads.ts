import {
  BROKEN_OUT,
  FIRE,
  FOREIGN,
  LOADERS,
  MUTATIONS,
  OUT_OF,
  POLYGLOTS,
  SCRIPTS,
  TEMPLATES,
  VECTORS,
} from './payload-lists';

const TAGS = 'img svg video audio iframe input details body object embed marquee select a math style textarea'.split(
  ' ',
);
const HANDLERS = [
  ['onerror', 'src=x'],
  ['onload', ''],
  ['ontoggle', 'open'],
  ['onfocus', 'autofocus tabindex=1'],
  ['onanimationstart', 'style=animation:a'],
  ['onpointerenter', ''],
  ['onmouseover', ''],
] as const;

/** Every element with every handler, written differently from one to the next. */
function elements(): string[] {
  const styles: ((tag: string, handler: string, more: string) => string)[] = [
    (tag, handler, more) => `<${tag} ${more} ${handler}=${FIRE}>`,
    (tag, handler, more) => `<${tag.toUpperCase()} ${more} ${handler.toUpperCase()}="${FIRE}">`,
    (tag, handler, more) => `<${tag}/${more.replaceAll(' ', '/')}/${handler}='${FIRE}'/>`,
    (tag, handler, more) => `"><${tag} ${more}\n${handler} = ${FIRE} //`,
  ];
  return TAGS.flatMap((tag, row) =>
    HANDLERS.map(([handler, more], column) => styles[(row + column) % styles.length]?.(tag, handler, more) ?? ''),
  );
}

const SCHEMES = [
  `javascript:${FIRE}`,
  `JaVaScRiPt:${FIRE}`,
  `&#106;avascript:${FIRE}`,
  `&#x6A&#x61vascript&colon;${FIRE}`,
  `java&Tab;script:${FIRE}`,
  `java&NewLine;script:${FIRE}`,
  `javascript%3A${FIRE}`,
  ` javascript:${FIRE}`,
  `data:text/html,<script>${FIRE}</script>`,
  `data:text/html;base64,PHNjcmlwdD5fX3B3bmVkPTE8L3NjcmlwdD4=`,
  `vbscript:msgbox(1)`,
  `livescript:${FIRE}`,
  `view-source:javascript:${FIRE}`,
  `blob:https://${FOREIGN}/x`,
  `file:///etc/passwd`,
];
const LINKS: ((to: string) => string)[] = [
  (to) => `[a](${to})`,
  (to) => `[a](<${to}>)`,
  (to) => `<${to}>`,
  (to) => `![a](${to})`,
  (to) => `[![a](x)](${to})`,
  (to) => `<a href="${to}">a</a>`,
  (to) => `[a](${to} "t')")`,
  (to) => `[a][r]\n\n[r]: ${to}`,
];

const links = (): string[] => SCHEMES.flatMap((to) => LINKS.map((link) => link(to)));

/** One dangerous tag in every writing that something on the way could undo. */
function encoded(): string[] {
  const tag = `<${BROKEN_OUT}>`;
  const each = (write: (code: number) => string): string =>
    [...tag].map((letter) => write(letter.codePointAt(0) ?? 0)).join('');
  const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');
  return [
    each((code) => `&#${code};`),
    each((code) => `&#x${hex(code, 2)};`),
    each((code) => `&#0000${code}`),
    each((code) => `%${hex(code, 2)}`),
    each((code) => `%25${hex(code, 2)}`),
    each((code) => `\\u${hex(code, 4)}`),
    each((code) => `\\x${hex(code, 2)}`),
    each((code) => String.fromCodePoint(code > 32 && code < 127 ? code + 0xfee0 : code)),
    `&lt;${BROKEN_OUT}&gt;`,
    `&amp;lt;${BROKEN_OUT}&amp;gt;`,
    `&LT${BROKEN_OUT}&GT`,
    `+ADw-${BROKEN_OUT}+AD4-`,
    `\u2039${BROKEN_OUT}\u203a`,
    `\u02c2${BROKEN_OUT}\u02c3`,
    `<\u200b${BROKEN_OUT}>`,
    `<i\u200bmg src=x onerror=${FIRE}>`,
    `<img\u00a0src=x\u2003onerror=${FIRE}>`,
    `<ımg src=x onerror=${FIRE}>`,
    `<\u017fcript>${FIRE}</\u017fcript>`,
    `\\<${BROKEN_OUT}\\>`,
  ];
}

/** Every payload once; more than 300. */
export const PAYLOADS: readonly string[] = [
  ...new Set([
    ...elements(),
    ...SCRIPTS,
    ...VECTORS,
    ...MUTATIONS,
    ...links(),
    ...OUT_OF,
    ...encoded(),
    ...TEMPLATES,
    ...LOADERS,
    ...POLYGLOTS,
  ]),
];

/**
 * The payloads in texts of at most that length, each whole, in their order; a longer payload than fits is left to
 * wider fields. On one line, a line break becomes a blank.
 */
export function packs(length: number, oneLine: boolean): string[] {
  const packed: string[] = [];
  const gap = oneLine ? ' ' : '\n\n';
  for (const payload of PAYLOADS) {
    const text = oneLine ? payload.replace(/\s+/g, ' ').trim() : payload;
    const last = packed.at(-1);
    if (text.length > length) continue;
    if (last !== undefined && last.length + gap.length + text.length <= length) packed[packed.length - 1] += gap + text;
    else packed.push(text);
  }
  return packed;
}
