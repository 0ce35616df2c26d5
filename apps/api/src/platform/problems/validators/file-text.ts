import { mustBe } from './rule';

/**
 * The text of a file as it is, byte for byte; at most this many bytes of UTF-8. Blanks alone are no text. (What is no text at all
 * never gets past the body.)
 */
export const FileText = (maxBytes: number): PropertyDecorator =>
  mustBe(
    {
      code: 'not-a-text',
      schema: { type: 'string', minLength: 1 },
      valid: (value) => typeof value === 'string' && value.trim() !== '',
    },
    {
      code: 'too-long',
      params: { max: maxBytes },
      schema: { maxLength: maxBytes },
      valid: (value) => typeof value === 'string' && Buffer.byteLength(value) <= maxBytes,
    },
  );
