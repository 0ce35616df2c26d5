import type { BusinessUnit, Charter, Import, Kpi, Page } from '@sightline/contracts';
import type { Client } from '../../test/client';
import { type RunningApi, startApi } from '../../test/start-api';

describe('imports', () => {
  let api: RunningApi;
  let cio: Client;
  beforeAll(async () => {
    api = await startApi();
    cio = await api.signInAs('cio');
  });
  afterAll(() => api.stop());

  const check = (kind: string, content: string, more: object = {}) =>
    cio.post<Import>('/imports', { kind, fileName: `${kind}.csv`, content, ...more });
  const apply = ({ id }: Import) => cio.post<Import>(`/imports/${id}/apply`);
  const total = async (path: string): Promise<number> => (await cio.get<Page<unknown>>(path)).body.total;

  it('brings in units, KPIs and charters, and a repeat changes nothing', async () => {
    const units = 'Code;Name\r\n10;Food and Drugs\r\n15;"Health; Resources"\r\n';
    const mapping = { key: 'Code', name: 'Name' };
    const checked = await check('business_units', units, { mapping });
    expect(checked).toMatchObject({
      status: 201,
      body: { status: 'checked', summary: { create: 2, unchanged: 0, refused: 0 } },
    });
    expect(await total('/business-units?q=Food')).toBe(0);
    expect((await apply(checked.body)).body).toMatchObject({ status: 'applied', version: 2 });
    const listed = await cio.get<Page<BusinessUnit>>('/business-units?q=Health');
    expect(listed.body.items).toMatchObject([{ name: 'Health; Resources', kind: 'business' }]);

    const kpis =
      'key,name,businessUnit,kind,unit\nm1,Days to approve,Food and Drugs,outcome,days\nm2,Uptime,Food and Drugs,technical,%\n';
    await apply((await check('kpis', kpis)).body);
    expect((await cio.get<Page<Kpi>>('/kpis?q=Days to approve')).body.items).toMatchObject([
      { name: 'Days to approve', complete: false, businessUnit: { name: 'Food and Drugs' } },
    ]);

    const charters =
      'key,title,businessUnit,budget,status,kpis\np1,Debt inquiry,Food and Drugs,110000,in_delivery,m1; m2\np2,Passport denial,Food and Drugs,,,\n';
    await apply((await check('charters', charters)).body);
    const [running] = (await cio.get<Page<Charter>>('/charters?origin=running')).body.items;
    expect(running).toMatchObject({
      title: 'Debt inquiry',
      status: 'in_delivery',
      approved: false,
      budget: { amount: '110000.00', currency: 'EUR' },
    });
    expect(running?.kpis).toHaveLength(2);
    expect((await cio.get<Page<Charter>>('/charters?origin=new&q=Passport')).body.items).toMatchObject([
      { status: 'draft' },
    ]);

    const before = await api.db.query('SELECT version, updated_at FROM charter ORDER BY id');
    const again = await check('charters', charters);
    expect(again.body.summary).toEqual({ create: 0, unchanged: 2, refused: 0 });
    await apply(again.body);
    expect(await api.db.query('SELECT version, updated_at FROM charter ORDER BY id')).toEqual(before);
    expect(await total('/charters')).toBe(2);
  });

  it('refuses a file as a whole, and says for every bad row which line, which column and why', async () => {
    const file = [
      'key,title,businessUnit,endDate,status',
      'a,Good row,,2027-01-31,',
      'b,Wrong unit,Nowhere,,',
      'c,,,2027-02-30,',
      'a,Twice,,,',
      'd,"Two',
      'lines",,,approved',
    ].join('\n');
    const { body } = await check('charters', file);
    expect(body).toMatchObject({ status: 'refused', summary: { create: 1, refused: 4 } });
    expect(body.problems.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'businessUnit', 'unknown-reference'],
      [4, 'title', 'not-text'],
      [4, 'endDate', 'not-a-date'],
      [5, 'key', 'csv-key-twice'],
      [7, 'status', 'not-in-list'],
    ]);
    expect(body.problems[0]?.detail).toContain('Nowhere');
    expect((await cio.refused('POST', `/imports/${body.id}/apply`)).body).toMatchObject({
      status: 409,
      rule: 'import-refused',
    });
    expect(await total('/charters?q=Good row')).toBe(0);
  });

  it('never approves anything', async () => {
    for (const status of ['submitted', 'approved', 'rejected', 'withdrawn']) {
      const { body } = await check('charters', `key,title,status\nz-${status},By the back door,${status}\n`);
      expect(body).toMatchObject({ status: 'refused', problems: [{ column: 'status' }] });
    }
    expect(await api.db.query('SELECT 1 FROM charter WHERE approved_under_version IS NOT NULL')).toEqual([]);
  });

  it('does not overwrite what was imported before and has a life of its own now', async () => {
    await apply((await check('business_units', 'key,name\nu9,Indian Health\n')).body);
    const changed = await check('business_units', 'key,name\nu9,Indian Health Service\n');
    expect(changed.body).toMatchObject({ status: 'refused', problems: [{ code: 'csv-changed-since-import' }] });
  });

  it('finds at applying what has changed since the check', async () => {
    const first = await check('business_units', 'key,name\nu20,Veterans\n');
    const second = await check('business_units', 'key,name\nu21,Veterans\n');
    expect((await apply(first.body)).status).toBe(200);
    expect((await cio.refused('POST', `/imports/${second.body.id}/apply`)).body).toMatchObject({
      rule: 'import-outdated',
    });
    expect((await cio.refused('POST', `/imports/${first.body.id}/apply`)).body).toMatchObject({
      rule: 'import-applied',
    });
  });

  it.each([
    ['no heading', { content: ',,\n1,2,3' }, '/content', 'csv-heading'],
    ['a column twice', { content: 'key,name,name\n1,2,3' }, '/content', 'csv-column-twice'],
    ['a missing quotation mark', { content: 'key,name\n1,"two' }, '/content', 'csv-malformed'],
    ['too few cells', { content: 'key,name\n1' }, '/content', 'csv-malformed'],
    ['a column that is not there', { mapping: { key: 'Nr' } }, '/mapping/key', 'csv-no-such-column'],
    ['a field of another kind', { mapping: { title: 'name' } }, '/mapping/title', 'unknown-property'],
    ['a field of no kind', { mapping: { constructor: 'name' } }, '/mapping/constructor', 'unknown-property'],
    ['no column for the key', { content: 'name\nA' }, '/mapping/key', 'csv-field-needed'],
    ['bytes that are no text', { content: 'key,name\n1,\u0000' }, '/content', 'hidden-characters'],
  ])('names what is wrong with the file: %s', async (_what, more, pointer, code) => {
    const refused = await cio.refused('POST', '/imports', {
      kind: 'business_units',
      fileName: 'u.csv',
      content: 'key,name\n1,A',
      ...more,
    });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
  });

  it.each(['lead', 'secretary', 'board-it', 'champion', 'auditor', 'admin', 'external'] as const)(
    'is not for a %s',
    async (persona) => {
      const person = await api.signInAs(persona);
      expect((await person.get('/imports')).status).toBe(403);
      expect(
        (await person.post('/imports', { kind: 'charters', fileName: 'c.csv', content: 'key,title\n1,A' })).status,
      ).toBe(403);
    },
  );
});
