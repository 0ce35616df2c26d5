import { TestBed } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { Pager } from './pager';
import { SortHeader } from './sort-header';

beforeEach(() => TestBed.configureTestingModule({ providers: [SPEC_SPEECH] }));

describe('a column head', () => {
  it('sorts up first, then down', () => {
    const head = TestBed.createComponent(SortHeader);
    const asked: string[] = [];
    head.componentInstance.sorted.subscribe((sort) => asked.push(sort));
    head.componentRef.setInput('key', 'title');
    head.detectChanges();
    const host: HTMLElement = head.nativeElement;
    host.querySelector('button')?.click();
    head.componentRef.setInput('sort', 'title');
    head.detectChanges();
    expect(host.getAttribute('aria-sort')).toBe('ascending');
    host.querySelector('button')?.click();
    expect(asked).toEqual(['title', '-title']);
  });
});

describe('the foot of a list', () => {
  it('counts rows, turns pages within bounds and offers other sizes only where they matter', () => {
    const pager = TestBed.createComponent(Pager);
    const turned: number[] = [];
    pager.componentInstance.turn.subscribe((page) => turned.push(page));
    for (const [name, value] of Object.entries({ total: 120, page: 3, pageSize: 50 })) {
      pager.componentRef.setInput(name, value);
    }
    pager.detectChanges();
    const host: HTMLElement = pager.nativeElement;
    expect(host.querySelector('[role=status]')?.textContent).toBe('range 101 120 120');
    const [previous, next] = [...host.querySelectorAll('button')];
    expect(next?.disabled).toBe(true);
    previous?.click();
    expect(turned).toEqual([2]);
    expect(host.querySelectorAll('option')).toHaveLength(4);
  });
});
