import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { Section } from '@sightline/contracts';
import { Icon, Mark, ProseEditor, type ProseChange } from '@sightline/ui';
import { DraftHints } from './draft-hints';
import { DraftMerge } from './draft-merge';
import { DraftPresence } from './draft-presence';
import { DraftStore } from './draft-store';
import { fieldId } from './field-id';
import { HintList } from './hint-list';

/** The prose of one section as it is written: who else is in it, the text, what somebody else changed, and hints. */
@Component({
  selector: 'app-draft-prose',
  imports: [DraftMerge, HintList, Icon, Mark, ProseEditor, TranslocoPipe],
  template: `
    <p class="hint" [id]="id() + '-hint'">{{ 'strategy.hint.' + section() | transloco }}</p>
    @if (store.refusalAt(section()); as text) {
      <p class="errmsg" role="alert" [id]="id() + '-error'"><ui-mark name="blocked" [size]="15" />{{ text }}</p>
    }
    <p class="others" aria-live="polite">
      @if (others(); as names) {
        <ui-icon name="pencil" [size]="14" />{{ 'strategy.presence' | transloco: { names: names } }}
      }
    </p>
    <ui-prose-editor
      [editorId]="id()"
      [label]="'strategy.text' | transloco: { section: 'strategy.section.' + section() | transloco }"
      [value]="text()"
      [describedBy]="describedBy()"
      [invalid]="!!store.refusalAt(section())"
      (changed)="write($event)"
      (left)="leave()"
      (entered)="presence.enter(section())"
    />
    @if (store.merged().includes(section())) {
      <p class="sm i2 merged" role="status">{{ 'strategy.merge.done' | transloco }}</p>
    }
    <app-draft-merge [section]="section()" />
    <app-hint-list [hints]="hints()" />
  `,
  styles: `
    .others {
      display: flex;
      gap: 6px;
      align-items: center;
      font: var(--sl-text-sm);
      color: var(--sl-prim-fg, var(--sl-primary));
    }
    .others:not(:empty) {
      margin-bottom: 6px;
    }
    .merged {
      margin-top: 6px;
    }
  `,
})
export class DraftProse {
  protected readonly store = inject(DraftStore);
  protected readonly presence = inject(DraftPresence);
  private readonly advice = inject(DraftHints);

  readonly section = input.required<Section>();

  protected readonly id = computed(() => fieldId(this.section()));
  protected readonly text = computed(() => this.store.value<string | undefined>(this.section()) ?? '');
  protected readonly hints = computed(() => this.advice.ofText(this.text()));
  protected readonly others = computed(() =>
    this.presence
      .in(this.section())
      .map(({ name }) => name)
      .join(', '),
  );
  protected readonly describedBy = computed(
    () => `${this.id()}-hint${this.store.refusalAt(this.section()) ? ` ${this.id()}-error` : ''}`,
  );

  protected write({ text, before }: ProseChange): void {
    this.store.edit(this.section(), text, before);
  }

  /** What was typed is saved at once when the text is left. */
  protected leave(): void {
    void this.store.flush();
  }
}
