import type { Problem } from '@sightline/contracts';
import { type Language, sayKey, sentenceOf } from '@sightline/language';
import type { ProblemContent } from './problem';

/** Where a problem happened. */
export interface ProblemPlace {
  language: Language;
  instance?: string | undefined;
  traceId?: string | undefined;
}

/** The body of an error answer: RFC 9457 in the reader's language. */
export function problemBody(content: ProblemContent, { language, instance, traceId }: ProblemPlace): Problem {
  const { retryAfterSeconds: _header, errors, detail, ...rest } = content;
  return {
    type: `urn:sightline:problem:${content.code}`,
    title: sayKey(`problem.${content.code}.title`, {}, language),
    detail: detail ?? detailOf(content, language),
    ...rest,
    ...(errors && {
      errors: errors.map(({ pointer, code, params }) => ({
        pointer,
        code,
        detail: sentence('validation', code, 'invalid', params, language),
      })),
    }),
    ...(instance && { instance }),
    ...(traceId && { traceId }),
  };
}

function detailOf({ code, rule, params, currentVersion }: ProblemContent, language: Language): string {
  if (rule) return sentence('rule', rule, 'broken', params, language);
  return sayKey(`problem.${code}.detail`, { ...params, currentVersion }, language);
}

/** A rule or code whose sentence is missing is told by the general one, never by its key. */
function sentence(
  group: 'rule' | 'validation',
  name: string,
  otherwise: string,
  params: Record<string, unknown> | undefined,
  language: Language,
): string {
  const key = sentenceOf(`${group}.${name}`, language) === undefined ? otherwise : name;
  return sayKey(`${group}.${key}`, params ?? {}, language);
}
