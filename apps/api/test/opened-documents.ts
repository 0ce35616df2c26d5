import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openedZip } from './opened-zip';

export interface OutlineEntry {
  title: string;
  page: number | null;
  items: OutlineEntry[];
}
export interface OpenedPdf {
  /** The lines of each page, from its head to its foot. */
  pages: string[][];
  outline: OutlineEntry[];
  info: Record<string, unknown>;
  /** Names of the fonts, and how many of them are not in the file. */
  fonts: string[];
  fontsMissing: number;
}

/** Opens a PDF as a reader does; throws where it is none. */
export async function openedPdf(bytes: Buffer): Promise<OpenedPdf> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-pdf-'));
  try {
    const file = join(folder, 'file.pdf');
    await writeFile(file, bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [join(__dirname, 'open-pdf.main.ts'), file], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const plain = bytes.toString('latin1');
    const count = (sign: RegExp): number => plain.match(sign)?.length ?? 0;
    return {
      ...(JSON.parse(stdout) as Pick<OpenedPdf, 'pages' | 'outline' | 'info'>),
      fonts: [...new Set([...plain.matchAll(/\/BaseFont \/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name]) => name ?? ''))],
      fontsMissing: count(/\/Type \/FontDescriptor/g) - count(/\/FontFile[23]? \d/g),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface OpenedDocx {
  /** Headings in their order, with their level. */
  headings: { level: number; text: string }[];
  text: string;
  xml: (name: string) => string;
  files: string[];
}

/** Opens a DOCX and holds what every Word holds against it: relations that lead somewhere, parts that have a type. */
export async function openedDocx(bytes: Buffer): Promise<OpenedDocx> {
  const files = await openedZip(bytes);
  const xml = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  for (const [name, content] of files) {
    if (/\.(xml|rels)$/.test(name)) refuseBroken(name, content.toString('utf8'));
    if (name.endsWith('.rels')) refuseDeadRelations(name, content.toString('utf8'), files);
  }
  const paragraphs = xml('word/document.xml').match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
  return {
    headings: paragraphs.flatMap((paragraph) => {
      const level = /<w:pStyle w:val="Heading(\d)"\/>/.exec(paragraph)?.[1];
      return level ? [{ level: Number(level), text: wordsOf(paragraph) }] : [];
    }),
    text: paragraphs.map(wordsOf).join('\n'),
    xml,
    files: [...files.keys()],
  };
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function wordsOf(paragraph: string): string {
  const runs = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '');
  return runs.join('').replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
}

/** What no reader of XML takes: signs it may not hold, and tags that do not close. */
function refuseBroken(name: string, xml: string): void {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(xml) || !xml.isWellFormed())
    throw new Error(`${name} holds signs that XML may not hold`);
  const open: string[] = [];
  for (const [, closes, tag, , single] of xml.matchAll(/<(\/?)([\w:]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (single === '/') continue;
    if (closes !== '/') open.push(tag ?? '');
    else if (open.pop() !== tag) throw new Error(`${name}: </${tag}> closes another tag`);
  }
  if (open.length > 0) throw new Error(`${name}: <${open.at(-1)}> is not closed`);
}

function refuseDeadRelations(name: string, xml: string, files: ReadonlyMap<string, Buffer>): void {
  const folder = name.replace(/_rels\/[^/]*$/, '');
  const ids = new Set<string>();
  for (const [relation] of xml.matchAll(/<Relationship [^>]*>/g)) {
    const { Id = '', Target = '', TargetMode } = attributesOf(relation);
    if (ids.has(Id)) throw new Error(`${name}: ${Id} is there twice`);
    ids.add(Id);
    const target = Target.startsWith('/') ? Target.slice(1) : new URL(Target, `http://x/${folder}`).pathname.slice(1);
    if (TargetMode !== 'External' && !files.has(target)) throw new Error(`${name}: ${Target} is not there`);
  }
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
  for (const [, used] of files
    .get(owner)
    ?.toString('utf8')
    .matchAll(/ r:(?:id|embed)="([^"]*)"/g) ?? [])
    if (!ids.has(used ?? '')) throw new Error(`${owner}: ${used} is no relation`);
}

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
