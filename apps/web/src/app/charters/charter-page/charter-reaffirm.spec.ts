import type { Charter } from '@sightline/contracts';
import { givenCharter, givenGate } from '../charters-for-specs';
import { ChartersSite, problem } from '../site-in-specs';
import './charter-page';

const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const entry = (changes: Partial<Charter['reaffirmations'][number]> = {}): Charter['reaffirmations'][number] => ({
  id: 'f-1',
  cause: 'principle_revised',
  about: { id: 'p-4', code: 'P-04', name: 'P-04' },
  raisedAt: day(-10),
  agendaOn: day(50).slice(0, 10),
  ...changes,
});

describe('a charter to be affirmed anew', () => {
  let site: ChartersSite;
  const box = () => site.host.querySelector<HTMLElement>('#reaffirmation');
  const submit = async () => {
    box()
      ?.querySelector('form')
      ?.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
    await site.settle();
  };

  async function open(...waiting: Charter['reaffirmations']): Promise<void> {
    const charter = givenCharter({
      status: 'in_delivery',
      approved: true,
      approvedRevision: 3,
      reaffirmations: waiting,
    });
    site = new ChartersSite({ '/charters/CH-0017': charter, '/charters/CH-0017/gate': givenGate() });
    await site.open('/charters/CH-0017');
  }

  it('says what changed elsewhere, and is settled by its lead with a sentence, sent once', async () => {
    await open(entry());
    expect(box()?.textContent).toContain('P-04');
    expect(box()?.querySelector('.decision.bad')).toBeNull();
    await submit();
    expect(box()?.textContent).toContain('Say how the charter still holds.');
    await site.type('reaffirm-note', '  It runs in the cloud already. ');
    await submit();
    await submit();
    const request = site.write('POST', '/charters/CH-0017/reaffirm');
    expect(request.request.body).toEqual({ note: 'It runs in the cloud already.' });
    request.flush(givenCharter({ status: 'in_delivery', approved: true, approvedRevision: 3 }));
    await site.settle();
    expect(box()).toBeNull();
  });

  it('keeps the sentence and says why when the server refuses it', async () => {
    await open(entry());
    await site.type('reaffirm-note', 'It still holds.');
    await submit();
    const refusal = { code: 'rule-broken', detail: 'Nothing has to be affirmed.' };
    site.write('POST', '/charters/CH-0017/reaffirm').flush(...problem(409, refusal));
    await site.settle();
    expect(box()?.querySelector('[role=alert]')?.textContent).toContain('Nothing has to be affirmed.');
    expect(site.control('reaffirm-note').value).toBe('It still holds.');
  });

  it('goes before the board after sixty days, the last day included', async () => {
    await open(entry({ agendaOn: day(-1).slice(0, 10) }));
    expect(box()?.textContent).toContain('agenda');
    expect(box()?.querySelector('.decision.bad')).not.toBeNull();
  });

  it('whose principle left has to replace it; no sentence settles that', async () => {
    await open(entry({ cause: 'principle_left' }));
    expect(box()?.querySelector('form')).toBeNull();
    expect(box()?.querySelector('a.btn.p')?.getAttribute('href')).toBe('/charters/CH-0017/edit#principles');
  });
});
