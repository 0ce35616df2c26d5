import { TestBed } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { Skeleton } from './skeleton';

it('waits 300 ms before it shows a shape, and says at once that something loads', () => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [SPEC_SPEECH] });
  const skeleton = TestBed.createComponent(Skeleton);
  skeleton.detectChanges();
  const host: HTMLElement = skeleton.nativeElement;
  expect(host.querySelector('[role=status]')?.textContent).toBe('loading');
  expect(host.querySelector('.sk')).toBeNull();
  jest.advanceTimersByTime(300);
  skeleton.detectChanges();
  expect(host.querySelectorAll('.skrow')).toHaveLength(4);
  jest.useRealTimers();
});
