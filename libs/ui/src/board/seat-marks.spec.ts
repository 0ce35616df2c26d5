import { TestBed } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { SeatMarks } from './seat-marks';

it('says every seat aloud and singles out the constituency without a vote', () => {
  TestBed.configureTestingModule({ providers: [SPEC_SPEECH] });
  const marks = TestBed.createComponent(SeatMarks);
  marks.componentRef.setInput('constituencies', [
    { key: 'business', name: 'Business', voted: false },
    { key: 'data', name: 'Data', voted: true },
  ]);
  marks.componentRef.setInput('seats', [
    { constituency: 'business', choice: null, recused: false },
    { constituency: 'business', choice: null, recused: true },
    { constituency: 'data', choice: 'approve', recused: false },
  ]);
  marks.detectChanges();
  const host: HTMLElement = marks.nativeElement;
  expect(host.getAttribute('aria-label')).toBe('Business: seats.missing, seats.recused; Data: seats.approve');
  expect(host.querySelector('.none b')?.textContent).toBe('Business');
});
