import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Icon } from '@sightline/ui';
import { ImportWork } from './import-work';

/** What runs now, how long already, and that it can be left. */
@Component({
  selector: 'app-import-progress',
  imports: [Icon, TranslocoPipe],
  template: `
    @if (work.running(); as running) {
      <div class="ban neutral">
        <span><ui-icon name="file-up" [size]="16" /></span>
        <div class="tx">
          <b role="status">{{ 'imports.work.' + running.what | transloco: { name: running.fileName } }}</b>
          <span class="bar prim" aria-hidden="true"><i></i></span>
          <span class="sm i2">{{ 'imports.work.leave' | transloco: { seconds: running.seconds } }}</span>
        </div>
      </div>
    }
  `,
  styles: `
    .ban {
      margin-bottom: 16px;
    }
    .bar {
      margin: 5px 0;
    }
    .bar i {
      width: 30%;
      animation: to-and-fro 1.6s ease-in-out infinite alternate;
    }
    @keyframes to-and-fro {
      to {
        margin-left: 70%;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .bar i {
        width: 100%;
        opacity: 0.5;
        animation: none;
      }
    }
  `,
})
export class ImportProgress {
  protected readonly work = inject(ImportWork);
}
