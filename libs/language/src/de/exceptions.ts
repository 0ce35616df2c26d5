import type { exceptions as english } from '../en/exceptions';
import type { Words } from '../words';

export const exceptions: Words<typeof english> = {
  proposalTitle: 'Ausnahme von {{principle}} {{title}} für {{charter}}',
};
