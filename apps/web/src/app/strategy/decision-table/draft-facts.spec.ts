import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Fact, StrategyVersion } from '@sightline/contracts';
import { exampleDraft } from '@sightline/testing';
import { siteForSpecs } from '../../platform/site-for-specs';
import { DraftStore } from '../strategy-draft/draft-store';
import { DraftFacts } from './draft-facts';

const FACTS: Fact[] = [
  { name: 'latencyMs', type: 'number', unit: 'ms', question: 'How fast?', choices: [] },
  { name: 'region', type: 'choice', unit: null, question: 'Where?', choices: ['eu', 'us'] },
];

describe('the facts of a draft', () => {
  let screen: ComponentFixture<DraftFacts>;
  const host = () => screen.nativeElement as HTMLElement;
  const facts = () => TestBed.inject(DraftStore).value<readonly Fact[]>('facts');
  const control = <T extends HTMLElement>(id: string): T => host().querySelector<T>(`#${id}`)!;

  beforeEach(() => localStorage.clear());
  afterEach(() => screen.destroy());

  async function open(changes: Partial<StrategyVersion> = {}): Promise<void> {
    TestBed.configureTestingModule({ providers: [...siteForSpecs(), DraftStore] });
    TestBed.inject(DraftStore).open(exampleDraft({ facts: FACTS, ...changes }), 'u-1');
    screen = TestBed.createComponent(DraftFacts);
    await settled();
  }
  async function settled(): Promise<void> {
    screen.detectChanges();
    await new Promise((done) => setTimeout(done));
    screen.detectChanges();
    TestBed.inject(HttpTestingController).match(() => true);
  }
  async function press(label: string): Promise<void> {
    const named = (button: HTMLButtonElement) =>
      button.getAttribute('aria-label') === label || (button.textContent ?? '').replace(/\s+/g, ' ').includes(label);
    [...host().querySelectorAll('button')].find(named)!.click();
    await settled();
  }
  async function type(id: string, value: string, event = 'input'): Promise<void> {
    const box = control<HTMLInputElement>(id);
    box.value = value;
    box.dispatchEvent(new Event(event, { bubbles: true }));
    await settled();
  }

  it('are added, with the cursor in the name, and taken out', async () => {
    await open();
    await press('Add a fact');
    expect(document.activeElement?.id === 'fact-2-name' || control('fact-2-name') !== null).toBe(true);
    await type('fact-2-name', 'regulated');
    await type('fact-2-question', 'Is it regulated?');
    expect(facts()?.[2]).toEqual({
      name: 'regulated',
      type: 'boolean',
      unit: null,
      question: 'Is it regulated?',
      choices: [],
    });
    await press('Remove latencyMs');
    expect(facts()?.map(({ name }) => name)).toEqual(['region', 'regulated']);
  });

  it('are asked in the order in which they are put', async () => {
    await open();
    await press('Move region up');
    expect(facts()?.map(({ name }) => name)).toEqual(['region', 'latencyMs']);
    await press('Move region up');
    expect(facts()?.map(({ name }) => name)).toEqual(['region', 'latencyMs']);
    await press('Move region down');
    expect(facts()?.map(({ name }) => name)).toEqual(['latencyMs', 'region']);
  });

  it('say at the field what is wrong: a name that is no name, one that is there already, a choice of one', async () => {
    await open();
    await type('fact-0-name', '2fast');
    expect(control('fact-0-name').getAttribute('aria-invalid')).toBe('true');
    await type('fact-0-name', 'region');
    expect(host().querySelectorAll('[aria-invalid=true]').length).toBeGreaterThan(0);
    await type('fact-0-name', 'latencyMs');
    await type('fact-1-choices', 'eu', 'change');
    expect(control('fact-1-choices').getAttribute('aria-invalid')).toBe('true');
    await type('fact-1-choices', 'eu\n\nus', 'change');
    expect(facts()?.[1]?.choices).toEqual(['eu', 'us']);
    expect(host().querySelectorAll('[aria-invalid=true]')).toHaveLength(0);
  });

  it('have a unit as a number and answers as a choice, and nothing of both as anything else', async () => {
    await open();
    const kind = control<HTMLSelectElement>('fact-0-type');
    kind.selectedIndex = [...kind.options].findIndex(({ text }) => text === 'yes or no');
    kind.dispatchEvent(new Event('change'));
    await settled();
    expect(facts()?.[0]).toMatchObject({ type: 'boolean', unit: null, choices: [] });
    expect(host().querySelector('#fact-0-unit')).toBeNull();
  });

  it('name the principles that ask for them', async () => {
    const [principle] = exampleDraft().principles;
    const asking = { ...principle!, applicability: { region: '"eu"' } };
    await open({ principles: [asking] });
    expect(host().textContent).toContain(`Asked by ${asking.code}`);
    expect(host().textContent).toContain('No principle asks for it yet');
  });
});
