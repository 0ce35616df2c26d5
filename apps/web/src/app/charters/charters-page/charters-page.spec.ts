import { Location } from '@angular/common';
import { TestBed } from '@angular/core/testing';
import { givenSummary, LEAD } from '../charters-for-specs';
import '../new-charter/new-charter-page';
import './charters-page';
import { ChartersSite, problem } from '../site-in-specs';
import { newsOf } from './charters-news';

const page = (items: unknown[], total = items.length) => ({ items, total, page: 1, pageSize: 50 });
const LISTS = {
  '/charters?sort=-updatedAt&page=1&pageSize=50': page([givenSummary()], 86),
  '/charters?pageSize=1': page([], 86),
  '/charters?approved=true&pageSize=1': page([], 0),
};

describe('the list of charters', () => {
  it('says the news and shows what each upholds and moves', async () => {
    const site = new ChartersSite({ ...LISTS });
    await site.open('/charters');
    expect(site.host.querySelector('h1')?.textContent).toBe('86 charters, none approved');
    expect([...site.host.querySelectorAll('tbody .code')].map((code) => code.textContent)).toEqual([
      'CH-0017',
      'P-02',
      'K-014',
    ]);
    expect(site.text).toContain('€410,000');
    expect(site.text).toContain('New charter');
  });

  it('marks what runs without an approval, and says what is missing', async () => {
    const running = givenSummary({ status: 'in_delivery', origin: 'running', principles: [], kpis: [] });
    const site = new ChartersSite({ ...LISTS, '/charters?sort=-updatedAt&page=1&pageSize=50': page([running]) });
    await site.open('/charters');
    expect([...site.host.querySelectorAll('tbody .chip')].map((chip) => chip.textContent)).toEqual([
      'In delivery',
      'Not approved',
    ]);
    expect(site.host.querySelectorAll('tbody .missing')).toHaveLength(2);
  });

  it('keeps filters in the address, and offers to lift them when nothing is left', async () => {
    const site = new ChartersSite({
      ...LISTS,
      '/charters?principle=P-02&sort=-updatedAt&page=1&pageSize=50': page([]),
    });
    await site.open('/charters?principle=P-02');
    expect(site.text).toContain('No charter matches these filters');
    expect(site.text).toContain('Principle: P-02');
    site.button('Clear the filters').click();
    await site.settle();
    expect(TestBed.inject(Location).path()).toBe('/charters');
    expect(site.host.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('offers to try again when it does not load', async () => {
    const site = new ChartersSite({ ...LISTS });
    const opening = site.open('/charters?status=draft');
    await opening;
    expect(site.host.querySelector('[role=alert]')).not.toBeNull();
    site.answer('/charters?status=draft&sort=-updatedAt&page=1&pageSize=50', page([givenSummary()]));
    site.button('Try again').click();
    await site.settle();
    expect(site.host.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('invites whoever may to write the first one', async () => {
    const empty = {
      '/charters?sort=-updatedAt&page=1&pageSize=50': page([]),
      '/charters?pageSize=1': page([]),
      '/charters?approved=true&pageSize=1': page([]),
    };
    const auditor = { ...LEAD, roles: ['auditor' as const] };
    const site = new ChartersSite(empty, auditor);
    await site.open('/charters');
    expect(site.text).toContain('No charters yet');
    expect(site.text).not.toContain('New charter');
  });
});

describe('the news', () => {
  it('is first what waits for the reader', () => {
    expect(newsOf({ all: 86, approved: 3, mine: [{ blockers: 2 }, { blockers: 0 }, { blockers: 1 }] })).toEqual([
      'charters.news.blocked',
      { n: 2 },
    ]);
    expect(newsOf({ all: 86, approved: 3, mine: [] })).toEqual(['charters.news.counts', { n: 86, approved: 3 }]);
    expect(newsOf({ all: null, approved: null, mine: [] })[0]).toBe('charters.news.title');
  });
});

describe('a new charter', () => {
  it('needs a title only, and goes on in the steps', async () => {
    const site = new ChartersSite({});
    await site.open('/charters/new');
    site.button('Begin').click();
    await site.settle();
    expect(site.text).toContain('Please fill this in.');
    await site.type('title', 'Faster onboarding');
    site.button('Begin').click();
    await site.settle();
    const request = site.write('POST', '/charters');
    expect(request.request.body).toEqual({ title: 'Faster onboarding', outcomeStatement: '' });
    request.flush(
      ...problem(400, {
        code: 'invalid-request',
        errors: [{ pointer: '/title', code: 'taken', detail: 'Choose another title.' }],
      }),
    );
    await site.settle();
    expect(site.host.querySelector('#title-error')?.textContent).toBe('Choose another title.');
  });
});
