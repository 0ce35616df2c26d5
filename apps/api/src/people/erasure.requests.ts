import { type ErasureConfirmation, NAME_MAX } from '@sightline/contracts';
import { Text } from '../platform/problems/validators';

/** POST /users/{id}/erase */
export class ErasureRequest implements ErasureConfirmation {
  /** The name as it stands, typed again: nobody erases somebody by a slip of the hand. */
  @Text(NAME_MAX)
  name!: string;
}
