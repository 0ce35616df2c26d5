import { Injectable } from '@nestjs/common';
import type { AuditCheckpointState } from '@sightline/contracts';
import { Metrics } from '../platform/health/metrics';
import { Checkpoints } from './checkpoints.service';

/** What an alarm of the operations people is built on (T26). */
@Injectable()
export class CheckpointFigures {
  constructor(metrics: Metrics, checkpoints: Checkpoints) {
    const figure = (name: string, help: string, read: (state: AuditCheckpointState) => number): void =>
      metrics.gauge(name, help, () => checkpoints.state().then(read, () => Number.NaN));
    figure('sightline_checkpoint_age_seconds', 'Age of the last signed checkpoint of the audit trail.', ({ last }) =>
      last ? (Date.now() - Date.parse(last.at)) / 1000 : Number.NaN,
    );
    figure(
      'sightline_checkpoint_waiting_seconds',
      'How long the oldest sealed event has waited for a signed checkpoint.',
      ({ waitingSeconds }) => waitingSeconds,
    );
    figure('sightline_checkpoint_alarm', '1 when checkpoints are overdue or contradict the chain.', ({ alarm }) =>
      alarm ? 1 : 0,
    );
  }
}
