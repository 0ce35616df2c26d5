import { TestBed, type ComponentFixture } from '@angular/core/testing';
import type { GateCheckAnswer, GateCode, GateLevel } from '@sightline/contracts';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { GateBox } from './gate-box';

const check = (code: GateCode, level: GateLevel, passed = false): GateCheckAnswer => ({
  code,
  level,
  passed,
  variant: 'missing',
  params: {},
  fix: { field: 'x', path: '/x' },
  message: `${code} says so`,
});

describe('the gate box', () => {
  let box: ComponentFixture<GateBox>;
  const host = () => box.nativeElement as HTMLElement;
  const action = () => host().querySelector<HTMLButtonElement>('footer button');
  const show = (checks: GateCheckAnswer[]) => {
    box.componentRef.setInput('checks', checks);
    box.detectChanges();
  };

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [SPEC_SPEECH] });
    box = TestBed.createComponent(GateBox);
    box.componentRef.setInput('verdict', 'the verdict');
    box.componentRef.setInput('action', 'Submit for decision');
    box.componentRef.setInput('reason', 'Opens when the blockers are fixed.');
    box.componentRef.setInput('wordsFor', () => ({ fix: 'Mend it' }));
  });

  it('puts the worst first and fills only the first blocker’s button', () => {
    show([check('PORTABILITY', 'warning'), check('KPI', 'blocker'), check('ROLLBACK', 'blocker')]);
    const codes = [...host().querySelectorAll('.cc')].map((cell) => cell.textContent);
    expect(codes).toEqual(['KPI', 'ROLLBACK', 'PORTABILITY']);
    expect([...host().querySelectorAll('.btn')].map((button) => button.classList.contains('p'))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(host().querySelector('section')?.classList).toContain('bad');
  });

  it('keeps the transition focusable but shut while something blocks, with its reason beside it', () => {
    const acted = jest.fn();
    box.componentInstance.act.subscribe(acted);
    show([check('KPI', 'blocker')]);
    expect(action()?.getAttribute('aria-disabled')).toBe('true');
    expect(action()?.disabled).toBe(false);
    expect(host().querySelector('.why')?.textContent).toBe('Opens when the blockers are fixed.');
    action()?.click();
    expect(acted).not.toHaveBeenCalled();
  });

  it('opens with warnings only, and turns good when all pass', () => {
    const acted = jest.fn();
    box.componentInstance.act.subscribe(acted);
    show([check('PORTABILITY', 'warning'), check('KPI', 'blocker', true)]);
    expect(host().querySelector('section')?.classList).toContain('warn');
    action()?.click();
    expect(acted).toHaveBeenCalledTimes(1);
    show([check('KPI', 'blocker', true)]);
    expect(host().querySelector('section')?.classList).toContain('good');
    expect(action()?.classList).toContain('p');
  });

  it('says which check is to be fixed', () => {
    const asked: string[] = [];
    box.componentInstance.fix.subscribe((one) => asked.push(one.code));
    show([check('ROLLBACK', 'blocker')]);
    host().querySelector<HTMLButtonElement>('.checks button')?.click();
    expect(asked).toEqual(['ROLLBACK']);
  });
});
