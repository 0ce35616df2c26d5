import { DOCUMENT } from '@angular/common';
import { afterNextRender, inject, Injectable, Injector } from '@angular/core';
import { ActivatedRoute } from '@angular/router';

/** `/outcomes/K-014/edit#owner` leads into the field: whoever comes from the gate can type at once. */
@Injectable()
export class FocusAnchor {
  private readonly route = inject(ActivatedRoute);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);

  /** Call it when the fields are about to be shown. */
  focusOnce(): void {
    const anchor = this.route.snapshot.fragment;
    if (!anchor) return;
    afterNextRender({ read: () => this.document.getElementById(anchor)?.focus() }, { injector: this.injector });
  }
}
