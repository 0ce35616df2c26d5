import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { EditorTurns } from './editor-turns';
import { ProseEditor } from './prose-editor';

describe('a text that waits for its editor', () => {
  let look: (isIntersecting: boolean) => void;
  let editor: ComponentFixture<ProseEditor>;
  const place = () => (editor.nativeElement as HTMLElement).querySelector('.place');

  beforeEach(() => {
    Reflect.set(
      globalThis,
      'IntersectionObserver',
      class {
        constructor(see: (seen: { isIntersecting: boolean }[]) => void) {
          look = (isIntersecting) => see([{ isIntersecting }]);
        }
        observe = jest.fn();
        disconnect = jest.fn();
      },
    );
    const never = { next: () => Promise.withResolvers().promise };
    TestBed.configureTestingModule({ providers: [SPEC_SPEECH, { provide: EditorTurns, useValue: never }] });
    editor = TestBed.createComponent(ProseEditor);
    const inputs = { editorId: 'purpose', label: 'Purpose: text', value: 'Orders arrive.'.repeat(100) };
    for (const [name, value] of Object.entries(inputs)) editor.componentRef.setInput(name, value);
    editor.detectChanges();
  });
  afterEach(() => Reflect.deleteProperty(globalThis, 'IntersectionObserver'));

  it('keeps its place while it is far away, busy, so that nobody takes it for an empty one', () => {
    expect(place()?.querySelector('ui-markdown-view')).toBeNull();
    expect([place()?.getAttribute('aria-busy'), place()?.classList.contains('far')]).toEqual(['true', true]);
  });

  it('is there to be read when the reader comes near', () => {
    look(true);
    editor.detectChanges();
    expect(place()?.querySelector('ui-markdown-view')).not.toBeNull();
    expect([place()?.hasAttribute('aria-busy'), place()?.classList.contains('far')]).toEqual([false, false]);
  });
});
