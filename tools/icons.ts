// Writes the Lucide icons the pages use into libs/ui as path data. Run `node tools/icons.ts` after changing ICONS.
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const ICONS = `
  arrow-down arrow-left arrow-left-right arrow-right arrow-up bell-ring bold box briefcase-business building calendar chart-gantt check
  chevron-down chevron-left chevron-right clipboard-paste cloud-upload code columns-3 contrast copy database download
  ellipsis external-link eye file-check-2 file-down file-text file-up fingerprint-pattern gavel handshake history
  house info italic languages link list list-ordered lock log-out menu minus message-square message-square-plus monitor moon pencil
  plus printer redo-2
  refresh-cw rows-3 scroll-text search server shield-alert split square-code sun table table-properties target
  text-align-center text-align-end text-align-start text-quote trash-2 undo-2 upload user-plus users-round waypoints
  wifi-off x
`
  .trim()
  .split(/\s+/);

type Attributes = Record<string, string>;

const entries = ICONS.map((name) => {
  const drawing = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8').replace(/<svg[^>]*>/, '');
  const paths = [...drawing.matchAll(/<(\w+)([^>]*)\/>/g)].map(([, tag, rest]) =>
    pathOf(tag ?? '', attributesOf(rest ?? '')),
  );
  return `'${name}': [${paths.map((path) => `'${path}'`).join(',')}]`;
});
const text = `// Written by tools/icons.ts from lucide-static (ISC); do not edit.
export const ICONS = {${entries.join(',')}} as const satisfies Record<string, readonly string[]>;
export type IconName = keyof typeof ICONS;`;
const target = 'libs/ui/src/icon/icons.ts';
writeFileSync(target, await format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 }));

function attributesOf(text: string): Attributes {
  return Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
}

/** Every Lucide shape as the data of one path, so that a template needs one element only. */
function pathOf(tag: string, attributes: Attributes): string {
  const n = (name: string) => Number(attributes[name] ?? 0);
  switch (tag) {
    case 'path':
      return attributes['d'] ?? '';
    case 'circle':
      return ellipse(n('cx'), n('cy'), n('r'), n('r'));
    case 'ellipse':
      return ellipse(n('cx'), n('cy'), n('rx'), n('ry'));
    case 'line':
      return `M${n('x1')} ${n('y1')}L${n('x2')} ${n('y2')}`;
    case 'polyline':
      return `M${attributes['points']}`;
    case 'rect':
      return rect(n('x'), n('y'), n('width'), n('height'), n('rx'));
    default:
      throw new Error(`no path for <${tag}>`);
  }
}

function ellipse(cx: number, cy: number, rx: number, ry: number): string {
  return `M${cx - rx} ${cy}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0`;
}

function rect(x: number, y: number, w: number, h: number, r: number): string {
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [w - 2 * r, h - 2 * r];
  return `M${x + r} ${y}h${across}${corner(r, r)}v${down}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-down}${corner(r, -r)}z`;
}
