import { SECTION_MAX, SECTIONS } from '@sightline/contracts';
import { provenBy, tries } from '../../../../tools/proof-figures';
import type { Client } from '../../test/client';
import { givenUser } from '../../test/given';
import { givenBoard } from '../../test/given-board';
import { givenStrategyDraft, givenStrategyInForce } from '../../test/given-strategy';
import { type OpenedPdf, openedDocx, openedPdf } from '../../test/opened-documents';
import { type RunningApi, startApi } from '../../test/start-api';

/** What nobody means well with, and what somebody may mean well with all the same. */
const LONG = 'x'.repeat(10_000);
const HOSTILE = [
  `# ${LONG}`,
  `${LONG} שלום עולם مرحبا 🚀👩‍👩‍👧 漢字 Łódź Ωmega Жук`,
  '![yard](http://127.0.0.1:9/pixel.png) ]]> <script>alert(1)</script> &amp; &#0;',
  `| =1+1 | @SUM(A1) |\n| --- | ---: |\n| ${LONG} | ${'wide '.repeat(800)} |`,
  `${'>'.repeat(300)} deep`,
  Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n'),
  `\`\`\`\n${LONG}\n\`\`\``,
  '[b](javascript:alert(1))',
  'A note[^1]\n\n[^1]: kept as it is',
].join('\n\n');
const PAGES = tries({ short: 20, full: 200 });
/** Signs of prose on a page, roughly. */
const PAGE_SIGNS = 1_290;

let api: RunningApi;
let reader: Client;
let inForce: number;
let draft: number;

beforeAll(async () => {
  api = await startApi();
  const person = await givenUser(api.owner, { name: 'Jörg Łąski' });
  const board = await givenBoard(api.owner);
  const content = {
    board: board.id,
    authors: { business: person, it: person },
    principles: ['Name the outcome', 'One source per entity'],
  };
  inForce = (await givenStrategyInForce(api.owner, content)).number;
  const open = await givenStrategyDraft(api.owner, content);
  draft = open.number;
  await api.owner.query('UPDATE strategy_version SET purpose = $2, governance = $3, alignment = $4 WHERE id = $1', [
    open.id,
    HOSTILE.replaceAll('\u0000', ''),
    HOSTILE,
    'As [they](https://example.org/?a=1&b=2) say.',
  ]);
  await api.owner.query(
    `UPDATE principle_revision SET statement = $2, rationale = $2, applicability = '{"a":"> 1"}',
            decision_table = $3 WHERE strategy_version_id = $1 AND position = 1`,
    [
      open.id,
      LONG,
      JSON.stringify({
        rules: [
          {
            when: Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`fact${n}`, '"]]>"'])),
            outcome: 'avoid',
            reason: '=cmd|’ /C calc’!A0',
          },
        ],
      }),
    ],
  );
  reader = await api.signInAs('auditor');
});
afterAll(() => api.stop());

async function bytesOf(path: string): Promise<Buffer> {
  const response = await reader.open(path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}
const linesOf = ({ pages }: OpenedPdf): string => pages.map((lines) => lines.join('\n')).join('\n');

describe('a version as a file', () => {
  it('has a safe name, its type, and a tag by which it need not be sent again', async () => {
    const { status, headers, etag } = await reader.get(`/strategy/versions/${inForce}/document.pdf`);
    expect({ status, type: headers.get('content-type'), nosniff: headers.get('x-content-type-options') }).toEqual({
      status: 200,
      type: 'application/pdf',
      nosniff: 'nosniff',
    });
    expect(headers.get('content-disposition')).toBe(`attachment; filename="strategy-v${inForce}.pdf"`);
    const again = await reader.get(`/strategy/versions/${inForce}/document.pdf`, {
      headers: { 'If-None-Match': etag },
    });
    expect({ status: again.status, body: again.body }).toEqual({ status: 304, body: '' });
    const german = { 'Accept-Language': 'de', 'If-None-Match': etag };
    const other = await reader.get(`/strategy/versions/${inForce}/document.md`, { headers: german });
    expect(other.status).toBe(200);
    expect(other.headers.get('content-disposition')).toContain(`Strategie-v${inForce}.md`);
    expect(other.body).toContain('## Zweck');
  });

  it('is for whoever may read the version, and for nobody else', async () => {
    const outside = await api.signInAs('external');
    for (const format of ['pdf', 'docx', 'md']) {
      expect((await outside.get(`/strategy/versions/${inForce}/document.${format}`)).status).toBe(403);
      expect((await api.anonymous.get(`/strategy/versions/${inForce}/document.${format}`)).status).toBe(401);
      expect((await reader.get(`/strategy/versions/99/document.${format}`)).status).toBe(404);
    }
  });
});

describe('the PDF', () => {
  it('says what it is on every page, and its contents lead to the pages they name', async () => {
    const pdf = await openedPdf(await bytesOf(`/strategy/versions/${inForce}/document.pdf`));
    const [front = [], contents = [], ...pages] = pdf.pages;
    expect(front.join('\n')).toMatch(/Integration strategy v\d+\nIn force since/);
    const [hash] = /[0-9a-f]{64}/.exec(front.join('')) ?? [];
    for (const [index, lines] of [contents, ...pages].entries()) {
      expect(lines[0]).toMatch(/Integration strategy v\d+ *In force since/);
      const foot = [`SHA-256 ${hash}`, `Page ${index + 2} of ${pdf.pages.length}`];
      expect(lines.slice(-2).sort()).toEqual(foot.sort());
    }
    const named = contents.flatMap((line) => {
      const [, title, page] = /^(?:P-\d+\s*)?(\D+?)(\d+)$/.exec(line) ?? [];
      return title && page ? [{ title: title.trim(), page: Number(page) }] : [];
    });
    expect(named.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Purpose', 'One source per entity', 'Alignment weights']),
    );
    for (const { title, page } of named) expect(pdf.pages[page - 1]?.join('\n')).toContain(title);
    const entries = pdf.outline.flatMap((entry) => [entry, ...entry.items]);
    expect(entries.map(({ title }) => title.replace(/^P-\d+ /, ''))).toEqual(named.map(({ title }) => title));
    expect(entries.map(({ page }) => page)).toEqual(named.map(({ page }) => page));
  });

  it('carries its fonts, its language and its title', async () => {
    const { fonts, fontsMissing, info } = await openedPdf(await bytesOf(`/strategy/versions/${inForce}/document.pdf`));
    expect(fonts.join(' ')).toMatch(/IBMPlexSans[\s\S]*SourceSerif4/);
    expect(fontsMissing).toBe(0);
    expect(info).toMatchObject({ Language: 'en-GB', Creator: 'Sightline' });
    expect(info['Title']).toMatch(/^Integration strategy v/);
  });

  it('says DRAFT on every page of a draft, names nobody as having signed it, and claims no force', async () => {
    const pdf = await openedPdf(await bytesOf(`/strategy/versions/${draft}/document.pdf`));
    for (const lines of pdf.pages) expect(lines.join('\n')).toContain('DRAFT, not in force');
    expect(linesOf(pdf)).not.toMatch(/Signatories|In force since|SHA-256/);
    expect(linesOf(pdf)).toContain('Shown as its source');
    // Nothing was fetched, and what was meant to be run stands there as it was typed.
    expect(linesOf(pdf)).toContain('alert(1)');
    expect(linesOf(pdf)).toMatch(/Łódź/);
  });
});

describe('the DOCX', () => {
  it('has real headings in their order, contents, numbered pages and properties', async () => {
    const docx = await openedDocx(await bytesOf(`/strategy/versions/${inForce}/document.docx`));
    expect(docx.headings.filter(({ level }) => level === 1).map(({ text }) => text)).toEqual([
      'Purpose',
      'Business drivers',
      'Capabilities',
      'Principles',
      'Decision rights',
      'Data governance',
      'Resilience',
      'Success metrics',
      'Gate policy',
      'Alignment weights',
    ]);
    expect(docx.headings.filter(({ level }) => level === 2)).toHaveLength(2);
    expect(docx.xml('word/document.xml')).toMatch(/TOC [^<]*\\o (?:&quot;|")1-2/);
    const feet = docx.files.filter((name) => /footer\d+\.xml$/.test(name)).map(docx.xml);
    expect(feet.join('')).toMatch(/PAGE[\s\S]*NUMPAGES/);
    expect(docx.xml('docProps/core.xml')).toMatch(/<dc:title>Integration strategy v/);
    expect(docx.xml('word/styles.xml')).toContain('w:val="en-GB"');
  });

  it('holds whatever was written, and says DRAFT', async () => {
    const docx = await openedDocx(await bytesOf(`/strategy/versions/${draft}/document.docx`));
    const heads = docx.files.filter((name) => /header\d+\.xml$/.test(name)).map(docx.xml);
    expect(heads.join('')).toContain('DRAFT, not in force');
    expect(docx.text).toContain('DRAFT, not in force');
    expect(docx.text).not.toMatch(/Signatories|In force since/);
    expect(docx.text).toContain(']]>');
    expect(docx.text).toContain('🚀');
    const links = docx.xml('word/_rels/document.xml.rels');
    expect(links).toContain('https://example.org/');
    expect(links).not.toMatch(/javascript:|pixel\.png/);
  });
});

describe('a long version', () => {
  it('is written while others are answered', async () => {
    const paragraph = 'Every order moves once, and everybody knows from where. '.repeat(6);
    const section = `## Part\n\n${paragraph}\n\n- one\n- two\n\n`;
    const each = Math.min(SECTION_MAX - section.length, Math.ceil((PAGES * PAGE_SIGNS) / SECTIONS.length));
    const text = section
      .repeat(Math.ceil(each / section.length))
      .trim()
      .slice(0, SECTION_MAX);
    await api.owner.query(
      `UPDATE strategy_version SET purpose = $2, alignment = $2, capabilities_narrative = $2, governance = $2,
              data_governance = $2, resilience = $2, success_metrics = $2 WHERE number = $1`,
      [draft, text],
    );
    const figures: string[] = [];
    for (const format of ['pdf', 'docx', 'md']) {
      const began = performance.now();
      const writing = { over: false };
      const written = bytesOf(`/strategy/versions/${draft}/document.${format}`).finally(() => (writing.over = true));
      let answered = 0;
      for (; !writing.over; answered++) expect((await api.anonymous.get('/healthz')).status).toBe(200);
      const bytes = await written;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const pages = format === 'pdf' ? `${(await openedPdf(bytes)).pages.length} pages, ` : '';
      if (format !== 'md') expect(answered).toBeGreaterThan(10);
      figures.push(
        `${format}: ${pages}${Math.round(bytes.length / 1024)} kB in ${seconds} s, ${answered} health checks answered meanwhile`,
      );
    }
    provenBy({
      promise: 'Export',
      tried: `a version of about ${PAGES} pages in every format`,
      found: figures.join('; '),
    });
  });
});
