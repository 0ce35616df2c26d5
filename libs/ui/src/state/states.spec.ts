import { TestBed } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { Chip } from './chip';
import { Stat } from './stat';

describe('states', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [SPEC_SPEECH] }));

  it('say what they are in colour, mark and word', () => {
    const chip = TestBed.createComponent(Chip);
    chip.componentRef.setInput('state', 'draft');
    chip.detectChanges();
    const host: HTMLElement = chip.nativeElement;
    expect([...host.classList].sort()).toEqual(['chip', 'ghost', 'neutral']);
    expect(host.textContent).toContain('state.draft');
    expect(host.querySelector('path')?.getAttribute('stroke-dasharray')).toBeTruthy();
  });

  it('take another word where the state needs one', () => {
    const stat = TestBed.createComponent(Stat);
    stat.componentRef.setInput('state', 'stale');
    stat.componentRef.setInput('label', 'Stale, 116 days');
    stat.detectChanges();
    expect(stat.nativeElement.textContent).toBe('Stale, 116 days');
    expect(stat.nativeElement.classList).toContain('neutral');
  });
});
