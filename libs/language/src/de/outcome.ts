import type { Words } from '../words';
import type { outcome as english } from '../en/outcome';

export const outcome: Words<typeof english> = {
  reason: {
    'milestone-verb': '„{{phrase}}“ sagt, was geliefert wird, nicht, was besser wird.',
    technology: '„{{phrase}}“ ist eine Technik.',
    direction: '„{{phrase}}“ sagt, wohin sich etwas bewegt.',
    'business-value': '„{{phrase}}“ ist dem Geschäft etwas wert.',
    quantity: '„{{phrase}}“ ist eine Zahl, an der man messen kann.',
    kpi: '„{{phrase}}“ ist eine Kennzahl.',
    'technical-measure': '„{{phrase}}“ misst die Technik, nicht das Geschäft.',
    'no-direction': 'Es fehlt, ob etwas steigt, sinkt oder bleibt.',
    'no-quantity': 'Es fehlt eine Zahl oder Kennzahl, an der man messen kann.',
    'nothing-said': 'Es fehlen eine Richtung und eine Zahl.',
    'language-not-supported': 'Beurteilen lassen sich nur Sätze auf Englisch und Deutsch.',
  },
  suggestion: {
    increase: '{{kpi}} {{name}} bis {{by, date}} von {{from}} auf {{to}} {{unit}} steigern',
    decrease: '{{kpi}} {{name}} bis {{by, date}} von {{from}} auf {{to}} {{unit}} senken',
    maintain: '{{kpi}} {{name}} bis {{by, date}} bei {{to}} {{unit}} halten',
    'complete-effect': 'Sagen Sie, von welchem auf welchen Wert sich {{kpi}} {{name}} ändert und bis wann.',
    'choose-business-kpi':
      '{{kpi}} {{name}} misst die Technik. Wählen Sie eine Kennzahl, die dem Geschäft etwas wert ist.',
  },
};
