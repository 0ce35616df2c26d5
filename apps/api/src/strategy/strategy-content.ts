import type { PrincipleRevision, StrategyVersion } from '@sightline/contracts';
import { SECTIONS } from '@sightline/contracts';

/**
 * What a version says, without anything that happens to it: the body that is hashed at ratification. People, boards and
 * KPIs stand by id, so that a renamed board or an erased person never changes the hash of a frozen text.
 */
export function strategyContent(version: StrategyVersion): Record<string, unknown> {
  return {
    ...wording(version),
    authors: version.authors.map(({ section, business, it }) => ({
      section,
      business: business?.id ?? null,
      it: it?.id ?? null,
    })),
    decisionRights: version.decisionRights.map(({ subject, budgetUpTo, board, rule }) => ({
      subject,
      budgetUpTo,
      board: board.id,
      rule,
    })),
    kpis: version.kpis.map(({ id, code }) => ({ id, code })),
  };
}

/** What the board votes on: the same content with names, readable without looking anything up. */
export function strategySnapshot(version: StrategyVersion): Record<string, unknown> {
  return {
    ...wording(version),
    authors: version.authors.map(({ section, business, it }) => ({
      section,
      business: business?.name ?? null,
      it: it?.name ?? null,
    })),
    decisionRights: version.decisionRights.map(({ subject, budgetUpTo, board, rule }) => ({
      subject,
      budgetUpTo,
      board: board.name,
      rule,
    })),
    kpis: version.kpis.map(({ code, name }) => ({ code, name })),
  };
}

function wording(version: StrategyVersion): Record<string, unknown> {
  return {
    number: version.number,
    copiedFrom: version.copiedFrom,
    reviewBy: version.reviewBy,
    ...Object.fromEntries(SECTIONS.map((section) => [section, version[section]])),
    // What a version does not use is left out, so that the hash of one ratified before it could be said still holds.
    ...(version.facts.length > 0 ? { facts: version.facts } : {}),
    principles: version.principles.map(wordedPrinciple),
    drivers: version.drivers,
    capabilities: version.capabilities,
    gatePolicy: version.gatePolicy,
    weights: version.weights,
  };
}

/** The mandate by its code: its title is not the strategy's. */
function wordedPrinciple({
  mandate,
  applicability,
  decisionTable,
  ...words
}: PrincipleRevision): Record<string, unknown> {
  return {
    ...words,
    ...(mandate ? { mandate: { id: mandate.id, code: mandate.code } } : {}),
    ...(applicability ? { applicability } : {}),
    ...(decisionTable ? { decisionTable } : {}),
  };
}
