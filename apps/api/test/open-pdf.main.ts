// Opens a PDF as a reader does and says what is in it, as JSON. A process of its own: the reader is an ES module.
import { readFileSync } from 'node:fs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface OutlineNode {
  title: string;
  dest: string | unknown[] | null;
  items: OutlineNode[];
}

const bytes = new Uint8Array(readFileSync(process.argv[2] ?? ''));
const file = await getDocument({ data: bytes, verbosity: VerbosityLevel.ERRORS }).promise;

const pages: string[][] = [];
for (let number = 1; number <= file.numPages; number++) {
  const { items } = await (await file.getPage(number)).getTextContent();
  const lines = new Map<number, string>();
  for (const item of items) {
    if (!('str' in item)) continue;
    const y = Math.round(item.transform[5] as number);
    lines.set(y, `${lines.get(y) ?? ''}${item.str}`);
  }
  pages.push([...lines].sort(([a], [b]) => b - a).map(([, text]) => text.trim()));
}

async function outlined(nodes: OutlineNode[] | null): Promise<unknown[]> {
  const all = [];
  for (const { title, dest, items } of nodes ?? []) {
    const place = typeof dest === 'string' ? await file.getDestination(dest) : dest;
    const page = place ? (await file.getPageIndex(place[0] as { num: number; gen: number })) + 1 : null;
    all.push({ title, page, items: await outlined(items) });
  }
  return all;
}

const { info } = await file.getMetadata();
const outline = await outlined((await file.getOutline()) as OutlineNode[] | null);
process.stdout.write(JSON.stringify({ pages, outline, info }));
