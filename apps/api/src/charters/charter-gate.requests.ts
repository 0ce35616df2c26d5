import { GATE_TRANSITIONS, type GateTransition } from '@sightline/contracts';
import { OneOf } from '../platform/problems/validators';

/** GET /charters/{id}/gate?for=approve; what blocks approval unless said otherwise. */
export class GateRequest {
  @OneOf(GATE_TRANSITIONS)
  for: GateTransition = 'approve';
}
