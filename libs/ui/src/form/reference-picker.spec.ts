import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { Field } from './field';
import type { ReferenceOption } from './reference-option';
import { ReferencePicker } from './reference-picker';

const KPIS: ReferenceOption[] = [
  { id: '1', code: 'K-003', name: 'Loads visible' },
  { id: '2', code: 'K-014', name: 'Onboarding time' },
];

@Component({
  imports: [Field, ReferencePicker],
  template: `
    <ui-field for="kpi" label="KPI">
      <ui-reference-picker [value]="value()" [search]="search" (picked)="value.set($event)" />
    </ui-field>
  `,
})
class Host {
  readonly value = signal<ReferenceOption | null>(null);
  readonly search = (text: string) => Promise.resolve(KPIS.filter((kpi) => kpi.name.toLowerCase().includes(text)));
}

describe('picking a reference', () => {
  let host: ComponentFixture<Host>;
  const box = () => (host.nativeElement as HTMLElement).querySelector('input')!;
  const options = () => [...document.querySelectorAll('[role=option]')].map((one) => one.textContent?.trim());
  const press = async (key: string) => {
    box().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await host.whenStable();
    host.detectChanges();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [SPEC_SPEECH] });
    host = TestBed.createComponent(Host);
    host.detectChanges();
  });

  it('opens with the arrow, moves and picks by keyboard', async () => {
    await press('ArrowDown');
    expect(box().getAttribute('aria-expanded')).toBe('true');
    expect(options()).toEqual(['K-003Loads visible', 'K-014Onboarding time']);
    await press('ArrowDown');
    await press('Enter');
    expect(host.componentInstance.value()?.code).toBe('K-014');
    expect(box().value).toBe('K-014 Onboarding time');
    expect(box().getAttribute('aria-expanded')).toBe('false');
  });

  it('brings the old value back when left without a pick', async () => {
    host.componentInstance.value.set(KPIS[0]!);
    host.detectChanges();
    await press('ArrowDown');
    await press('Escape');
    expect(box().value).toBe('K-003 Loads visible');
    expect(host.componentInstance.value()?.id).toBe('1');
  });
});
