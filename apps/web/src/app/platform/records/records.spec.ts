import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { siteForSpecs } from '../site-for-specs';
import { linkOf } from './link-of';
import { listState } from './list-state';

@Component({ template: '' })
class List {
  readonly list = listState({ sort: '-updatedAt', filters: ['status'] });
}

describe('a list', () => {
  it('keeps its filters, sort and page in the address', async () => {
    TestBed.configureTestingModule({ providers: siteForSpecs([{ path: 'charters', component: List }]) });
    const harness = await RouterTestingHarness.create();
    const { list } = await harness.navigateByUrl('/charters?status=draft&page=3', List);
    expect(list.query()).toEqual({ status: 'draft', sort: '-updatedAt', page: 3, pageSize: 50 });
    expect(list.narrowed()).toBe(true);

    list.set({ q: 'slot' });
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/charters?status=draft&q=slot');

    list.clear();
    await harness.fixture.whenStable();
    expect(TestBed.inject(Router).url).toBe('/charters');
    expect(list.narrowed()).toBe(false);
  });
});

describe('a code', () => {
  it.each([
    ['CH-0012', '/charters/CH-0012'],
    ['CAP-02', '/strategy#CAP-02'],
    ['K-014', '/outcomes/K-014'],
    ['PR-0031', '/board/proposals/PR-0031'],
    ['XX-1', null],
    [null, null],
  ])('%s leads to %s', (code, link) => expect(linkOf(code)).toBe(link));
});
