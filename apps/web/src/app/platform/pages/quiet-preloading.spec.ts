import { of, throwError } from 'rxjs';
import { QuietPreloading } from './quiet-preloading';

describe('preloading', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    Reflect.deleteProperty(navigator, 'connection');
  });

  const loads = (): number => {
    let loaded = 0;
    new QuietPreloading().preload({}, () => of((loaded += 1))).subscribe();
    jest.advanceTimersByTime(1_000);
    expect(loaded).toBe(0);
    jest.advanceTimersByTime(10_000);
    return loaded;
  };

  it('leaves the network to the page that was opened, then fetches the others', () => {
    expect(loads()).toBe(1);
  });

  it('does not happen offline, and a script that does not come is nobody’s error', () => {
    const offline = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    expect(loads()).toBe(0);
    offline.mockRestore();
    const failed = jest.fn();
    new QuietPreloading().preload({}, () => throwError(() => new Error('away'))).subscribe({ error: failed });
    jest.advanceTimersByTime(10_000);
    expect(failed).not.toHaveBeenCalled();
  });

  it('does not happen where data are saved', () => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
    expect(loads()).toBe(0);
  });
});
