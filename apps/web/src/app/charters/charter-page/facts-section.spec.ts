import type { Charter, CharterException, StrategyVersion } from '@sightline/contracts';
import { exampleStrategy } from '@sightline/testing';
import { givenCharter, givenGate } from '../charters-for-specs';
import { ChartersSite } from '../site-in-specs';
import './charter-page';

const FACT = { unit: null, choices: [] };
const [first, ...others] = exampleStrategy().principles;
const STRATEGY: StrategyVersion = exampleStrategy({
  facts: [
    { ...FACT, name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast must it answer?' },
    { ...FACT, name: 'regulated', type: 'boolean', question: 'Is the data regulated?' },
    { ...FACT, name: 'colour', type: 'text', question: 'Which colour has it?' },
  ],
  principles: [
    {
      ...first!,
      decisionTable: {
        rules: [
          { when: { regulated: 'true' }, outcome: 'exception_required', reason: 'Regulated data stays here.' },
          { when: { latencyMs: '< 20' }, outcome: 'avoid', reason: 'Too fast for the network.' },
        ],
      },
    },
    ...others,
  ],
});
const EXCEPTION: CharterException = {
  exception: { id: 'x-4', code: 'EX-004', name: '' },
  principle: { id: first!.id, code: first!.code, name: first!.title },
  status: 'granted',
  expiresOn: '2027-03-01',
  holdsUntil: '2027-03-31',
  cited: true,
};

describe('the fact sheet on the page of a charter', () => {
  let site: ChartersSite;
  const section = () => site.host.querySelector<HTMLElement>('app-facts-section section');
  const text = () => (section()?.textContent ?? '').replace(/\s+/g, ' ');

  async function open(changes: Partial<Charter>, strategy = STRATEGY): Promise<void> {
    const reads = { '/charters/CH-0017': givenCharter(changes), '/strategy': strategy };
    site = new ChartersSite({ ...reads, '/charters/CH-0017/gate': givenGate() });
    await site.open('/charters/CH-0017');
  }

  it('shows the answers with their units, and what a principle still asks as a hole that leads there', async () => {
    await open({ facts: { latencyMs: 12 } });
    expect(text()).toContain('How fast must it answer?');
    expect(text()).toMatch(/12\sms/);
    expect(section()?.querySelector('.hole a')?.getAttribute('href')).toBe('/charters/CH-0017/edit#facts');
    expect(text()).not.toContain('Which colour has it?');
  });

  it('says which principles advise against it or ask for an exception, and the reason given to the board', async () => {
    const deviations = [{ principle: EXCEPTION.principle, reason: 'The scanners are old.' }];
    await open({ facts: { latencyMs: 12, regulated: false }, deviations });
    expect(text()).toContain('Advises against this');
    expect(text()).toContain('Too fast for the network.');
    expect(text()).toContain('The scanners are old.');
  });

  it('lists the exceptions with the last day on which each holds', async () => {
    await open({ facts: { latencyMs: 50, regulated: true }, exceptions: [EXCEPTION] });
    expect(text()).toContain('Needs an exception');
    expect(text()).toContain('EX-004');
    expect(text()).toContain('31 Mar 2027');
  });

  it('says at the principle itself which exception excuses the deviation, where one was granted', async () => {
    const facts = { latencyMs: 50, regulated: true };
    const beside = () => (section()?.querySelector('.one')?.textContent ?? '').replace(/\s+/g, ' ');
    await open({ facts, exceptions: [{ ...EXCEPTION, status: 'rejected' }] });
    expect(beside()).not.toContain('EX-004');
    site.leave();
    await open({ facts, exceptions: [EXCEPTION] });
    expect(beside()).toMatch(/EX-004\s*Granted\s*until 31 Mar 2027/);
  });

  it('is not there where nothing is asked and nothing was answered', async () => {
    await open({}, exampleStrategy());
    expect(section()).toBeNull();
  });
});
