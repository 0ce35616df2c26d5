import type { CharterGateFacts, GateAnswer, GateCheck, GateCheckAnswer, GateTransition } from '@sightline/contracts';
import { sayKey, type Language } from '@sightline/language';
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

/** A check with its sentence; lists among its values are joined as the language joins them. */
export function inWords(check: GateCheck, language: Language): GateCheckAnswer {
  return { ...check, message: sayKey(`gate.${check.code}.${check.variant}`, check.params, language) };
}
