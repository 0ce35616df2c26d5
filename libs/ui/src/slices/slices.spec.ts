import { Component, inject, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Slices } from './slices';

const EXTENT = { height: 48, above: 240 };
const FIRST = Math.ceil((innerHeight - EXTENT.above) / EXTENT.height);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at);

@Component({
  selector: 'ui-long-list',
  template: `
    <ul [attr.aria-busy]="rows.growing() || null">
      @for (row of rows.shown(); track row) {
        <li>{{ row }}</li>
      }
    </ul>
  `,
})
class LongList {
  readonly all = signal(numbers(200));
  readonly rows = inject(Slices).of(this.all, EXTENT);
}

describe('a long list', () => {
  let list: ComponentFixture<LongList>;
  const stands = (): [number, string | null] => {
    const box = (list.nativeElement as HTMLElement).querySelector('ul');
    return [box?.children.length ?? 0, box?.getAttribute('aria-busy') ?? null];
  };
  const open = (): void => {
    list = TestBed.createComponent(LongList);
    list.detectChanges();
  };

  it('has at once what the window holds, and after a while all of it', async () => {
    open();
    expect(stands()).toEqual([FIRST, 'true']);
    while (list.componentInstance.rows.growing()) await new Promise((resolve) => setTimeout(resolve));
    await list.whenStable();
    expect(stands()).toEqual([200, null]);
  });

  it('is whole at once for whoever looks for something in it, and for the printer', () => {
    open();
    TestBed.inject(Slices).finish();
    expect(stands()).toEqual([200, null]);
    open();
    dispatchEvent(new Event('beforeprint'));
    expect(stands()).toEqual([200, null]);
  });

  it('shows other rows together once it was whole, so that nothing under the reader moves', async () => {
    open();
    TestBed.inject(Slices).finish();
    list.componentInstance.all.set(numbers(150).map((row) => row + 1_000));
    await list.whenStable();
    expect(stands()).toEqual([150, null]);
  });

  it('grows no more once its page was left', async () => {
    open();
    const { rows } = list.componentInstance;
    list.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rows.shown()).toHaveLength(FIRST);
  });
});
