import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { form, FormField, maxLength } from '@angular/forms/signals';
import { SPEC_SPEECH } from '../speech/spec-speech';
import { Field } from './field';
import { FieldControl } from './field-control';
import { MarkdownEditor } from './markdown-editor';

@Component({
  imports: [Field, FieldControl, FormField, MarkdownEditor],
  template: `
    <form novalidate (submit)="$event.preventDefault(); sent.set(true)">
      <ui-field for="plain" label="Plain" [error]="error()">
        <textarea uiControl [attr.maxlength]="10" [value]="text()"></textarea>
      </ui-field>
      <ui-field for="model" label="Model"><input uiControl [formField]="form.title" /></ui-field>
      <ui-field for="prose" label="Prose"><ui-markdown-editor [limit]="10" [value]="''" /></ui-field>
    </form>
  `,
})
class Host {
  readonly text = signal('');
  readonly error = signal('');
  readonly sent = signal(false);
  readonly form = form(signal({ title: '' }), (path) => maxLength(path.title, 10));
}

describe('a text that is too long', () => {
  let host: ComponentFixture<Host>;
  const page = () => host.nativeElement as HTMLElement;
  const control = (id: string) => page().querySelector<HTMLTextAreaElement>(`#${id}`)!;
  const said = (id: string) => page().querySelector(`#${id}-error`)?.textContent?.trim() ?? null;
  const settle = async () => {
    await host.whenStable();
    host.detectChanges();
  };
  const paste = async (id: string, text: string) => {
    control(id).value = text;
    control(id).dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
  };
  const send = async () => {
    page().querySelector('form')!.requestSubmit();
    await settle();
  };

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [SPEC_SPEECH] });
    host = TestBed.createComponent(Host);
    document.body.append(page());
    await settle();
  });
  afterEach(() => page().remove());

  it.each(['plain', 'model', 'prose'])('is let in whole and said at its field: %s', async (id) => {
    expect(control(id).hasAttribute('maxlength')).toBe(false);
    await paste(id, 'thirteen long');
    expect(control(id).value).toBe('thirteen long');
    expect(said(id)).toBe('tooLong 3 10');
    expect(control(id).getAttribute('aria-invalid')).toBe('true');
    expect(control(id).getAttribute('aria-describedby')).toContain(`${id}-error`);
    await paste(id, 'ten signs.');
    expect(said(id)).toBeNull();
    expect(control(id).hasAttribute('aria-invalid')).toBe(false);
  });

  it('is not sent before it is mended; the field that is meant has the caret', async () => {
    await paste('plain', 'thirteen long');
    await send();
    expect(host.componentInstance.sent()).toBe(false);
    expect(document.activeElement).toBe(control('plain'));
    await paste('plain', 'ten signs.');
    await send();
    expect(host.componentInstance.sent()).toBe(true);
  });

  it('is counted as the server counts: blanks around it are nothing, a sign of two units is one', async () => {
    await paste('plain', '  ten signs.  \n');
    expect(said('plain')).toBeNull();
    await paste('plain', '👩👩👩👩👩👩👩👩👩👩👩');
    expect(said('plain')).toBe('tooLong 1 10');
  });

  it('is noticed when the page itself puts it there, and comes before another error', async () => {
    host.componentInstance.error.set('Something else.');
    await settle();
    expect(said('plain')).toBe('Something else.');
    host.componentInstance.text.set('thirteen long');
    await settle();
    expect(said('plain')).toBe('tooLong 3 10');
  });
});
