import type { CharterGateFacts, GateAnswer, GateCheck, GateCheckAnswer, GateTransition } from '@sightline/contracts';
import { sayKey, sentenceOf, type Language } from '@sightline/language';
import { charterGate, gateIsOpen } from '@sightline/rules';

/** The gate's judgement of these facts, with sentences in the reader's language. */
export function gateAnswer(facts: CharterGateFacts, transition: GateTransition, language: Language): GateAnswer {
  const checks = charterGate(facts, transition);
  return {
    for: transition,
    open: gateIsOpen(checks),
    strategyVersion: facts.strategy?.number ?? null,
    checks: checks.map((check) => inWords(check, language)),
  };
}

/** A check with its sentence. */
export function inWords(check: GateCheck, language: Language): GateCheckAnswer {
  const params = Object.fromEntries(
    Object.entries(check.params).map(([name, value]) => [
      name,
      name === 'missing' ? partNames(value, language) : value,
    ]),
  );
  return { ...check, message: sayKey(`gate.${check.code}.${check.variant}`, params, language) };
}

/** The parts a KPI lacks come as their field names; people read what the form calls them. */
function partNames(parts: unknown, language: Language): unknown {
  if (!Array.isArray(parts)) return parts;
  return parts.map((part: unknown) => sentenceOf(`kpi.part.${String(part)}`, language) ?? String(part));
}
