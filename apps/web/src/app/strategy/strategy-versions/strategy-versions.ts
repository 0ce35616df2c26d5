import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Chip, DayPipe, Empty, Failure, MomentPipe, RecordHeader, Skeleton } from '@sightline/ui';
import { ProblemWords } from '../../platform/problems/problem-words';
import { StrategyApi } from '../strategy-api';
import { StrategyExport } from '../strategy-export/strategy-export';

/** Every version that was ever started, newest first. */
@Component({
  selector: 'app-strategy-versions',
  imports: [
    Chip,
    DayPipe,
    Empty,
    Failure,
    MomentPipe,
    RecordHeader,
    RouterLink,
    Skeleton,
    StrategyExport,
    TranslocoPipe,
  ],
  templateUrl: './strategy-versions.html',
})
export class StrategyVersions {
  protected readonly problems = inject(ProblemWords);
  protected readonly versions = inject(StrategyApi).versions();
}
