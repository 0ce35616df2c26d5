import type { Import } from '@sightline/contracts';
import { RECORD, ScreenForSpecs } from '../platform/screen-for-specs';
import routes from './imports.routes';

const refused: Import = {
  ...RECORD,
  id: 'im-1',
  version: 1,
  kind: 'kpis',
  fileName: 'kpis.csv',
  status: 'refused',
  columns: ['Key', 'Name of KPI'],
  mapping: { key: 'Key', name: 'Name of KPI' },
  rowCount: 3,
  summary: { create: 2, unchanged: 0, refused: 1 },
  problems: [{ line: 3, column: 'Name of KPI', code: 'empty', detail: 'Please fill this in.' }],
  preview: [{ key: 'k1', name: 'On-time delivery' }],
  appliedAt: null,
};
const checked: Import = {
  ...refused,
  id: 'im-2',
  status: 'checked',
  problems: [],
  summary: { create: 3, unchanged: 0, refused: 0 },
};

const screenWith = (answers: Record<string, unknown>) =>
  new ScreenForSpecs([{ path: 'imports', children: routes }], answers);

async function choose(screen: ScreenForSpecs, content: BlobPart, name = 'kpis.csv'): Promise<void> {
  const box = screen.host.querySelector<HTMLInputElement>('input[type=file]');
  if (!box) throw new Error('There is no file box.');
  Object.defineProperty(box, 'files', { configurable: true, value: [new File([content], name)] });
  box.dispatchEvent(new Event('change'));
  await new Promise((done) => setTimeout(done, 50));
  await screen.settle();
}

describe('an import', () => {
  it('takes columns of equal names, lets the others be mapped, checks, and shows what to correct', async () => {
    const screen = screenWith({ '/imports/im-1': refused });
    await screen.open('/imports/new?kind=kpis');
    await choose(screen, 'Key,Name of KPI\nk1,On-time delivery\n');
    await screen.press('Check the file');
    expect(screen.texts('[role=alert]')).toContain('Say which column holds “Name”.');
    await screen.type('column-name', 'Name of KPI', 'change');
    expect(screen.texts('app-preview-table td')).toEqual(['k1', 'On-time delivery']);
    await screen.press('Check the file');
    const request = screen.write('POST', '/imports');
    expect(request.request.body).toMatchObject({ kind: 'kpis', mapping: { key: 'Key', name: 'Name of KPI' } });
    expect(screen.text).toContain('Checking kpis.csv');
    request.flush(refused);
    await screen.settle();
    expect(screen.texts('h1')).toEqual(['One row has to be corrected']);
    expect(screen.texts('section tbody tr')[0]).toBe('3 Name of KPI Please fill this in.');
    expect(screen.text).not.toContain('Apply the import');
  });

  it('takes kind and columns over when the corrected file is checked', async () => {
    const screen = screenWith({ '/imports/im-1': refused });
    await screen.open('/imports/im-1');
    await screen.press('Check the corrected file');
    await choose(screen, 'Key,Name of KPI\nk1,On-time delivery\n');
    expect(screen.host.querySelector<HTMLSelectElement>('#column-name')?.value).toBe('Name of KPI');
  });

  it('refuses a file that is not UTF-8 before anything is sent', async () => {
    const screen = screenWith({});
    await screen.open('/imports/new');
    await choose(screen, new Uint8Array([0x6b, 0x65, 0x79, 0x2c, 0xe4, 0x0a]));
    expect(screen.text).toContain('The file is not UTF-8.');
  });

  it('is applied, and says what it did', async () => {
    const screen = screenWith({ '/imports/im-2': checked });
    await screen.open('/imports/im-2');
    expect(screen.texts('h1')).toEqual(['Three records would be new']);
    await screen.press('Apply the import');
    screen
      .write('POST', '/imports/im-2/apply')
      .flush({ ...checked, status: 'applied', appliedAt: '2026-11-22T10:00:00.000Z' });
    await screen.settle();
    expect(screen.texts('h1')).toEqual(['Three records were added']);
  });

  it('says of a repeat that nothing would change', async () => {
    const screen = screenWith({ '/imports/im-2': { ...checked, summary: { create: 0, unchanged: 3, refused: 0 } } });
    await screen.open('/imports/im-2');
    expect(screen.texts('h1')).toEqual(['Nothing would change']);
    expect(screen.text).not.toContain('Apply the import');
  });
});
