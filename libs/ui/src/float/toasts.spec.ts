import { TestBed } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { ToastBox } from './toast-box';
import { Toasts } from './toasts';

describe('a toast', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes after 8 seconds, but not while somebody points at it, and undoes on request', () => {
    TestBed.configureTestingModule({ providers: [SPEC_SPEECH] });
    const box = TestBed.createComponent(ToastBox);
    const toasts = TestBed.inject(Toasts);
    const host: HTMLElement = box.nativeElement;
    const undo = jest.fn();
    toasts.say({ text: 'P-05 removed', action: { label: 'Undo', run: undo } });
    box.detectChanges();
    host.dispatchEvent(new MouseEvent('mouseenter'));
    jest.advanceTimersByTime(20_000);
    expect(toasts.current()).not.toBeNull();
    host.querySelector<HTMLButtonElement>('.btn')?.click();
    expect(undo).toHaveBeenCalledTimes(1);
    toasts.say({ text: 'Saved' });
    jest.advanceTimersByTime(8000);
    expect(toasts.current()).toBeNull();
  });
});
