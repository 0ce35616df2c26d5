import { CdkConnectedOverlay, CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, effect, input, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Field, Icon, ReferencePicker, type ReferenceOption, type SearchReferences } from '@sightline/ui';

/** A filter by a linked record, found by typing: there are too many of them for a menu. */
@Component({
  selector: 'app-link-filter',
  imports: [CdkConnectedOverlay, CdkOverlayOrigin, Field, Icon, ReferencePicker, TranslocoPipe],
  template: `
    <button
      class="filter"
      type="button"
      cdkOverlayOrigin
      #origin="cdkOverlayOrigin"
      [class.on]="value()"
      [attr.aria-expanded]="open()"
      (click)="open.set(!open())"
    >
      {{ value() ? label() + ': ' + value() : label() }}<ui-icon name="chevron-down" [size]="13" />
    </button>
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin"
      [cdkConnectedOverlayOpen]="open()"
      [cdkConnectedOverlayPush]="true"
      (overlayOutsideClick)="open.set(false)"
      (detach)="open.set(false)"
    >
      <div class="pop" role="dialog" [attr.aria-label]="label()">
        <ui-field [for]="'filter-' + name()" [label]="label()">
          <ui-reference-picker
            [search]="search()"
            [adds]="true"
            [placeholder]="'ui.search' | transloco"
            (picked)="pick($event)"
          />
        </ui-field>
        @if (value()) {
          <button class="btn t s" type="button" (click)="lift()">{{ 'ui.clear' | transloco }}</button>
        }
      </div>
    </ng-template>
  `,
})
export class LinkFilter {
  readonly name = input.required<string>();
  readonly label = input.required<string>();
  readonly search = input.required<SearchReferences>();
  readonly value = input<string | null>(null);
  /** A code, or what stands for a record without one; null lifts the filter. */
  readonly chose = output<string | null>();

  protected readonly open = signal(false);

  constructor() {
    effect(() => {
      if (this.open()) setTimeout(() => document.getElementById(`filter-${this.name()}`)?.focus());
    });
  }

  protected pick(option: ReferenceOption | null): void {
    if (!option) return;
    this.open.set(false);
    this.chose.emit(option.code ?? option.id);
  }

  protected lift(): void {
    this.open.set(false);
    this.chose.emit(null);
  }
}
