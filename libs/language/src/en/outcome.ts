/** Why a statement reads as an outcome or a milestone, and how to say it instead. */
export const outcome = {
  reason: {
    'milestone-verb': '“{{phrase}}” says what gets delivered, not what improves.',
    technology: '“{{phrase}}” is a technology.',
    direction: '“{{phrase}}” says which way something moves.',
    'business-value': '“{{phrase}}” is something the business values.',
    quantity: '“{{phrase}}” is a number to measure by.',
    kpi: '“{{phrase}}” is a KPI.',
    'technical-measure': '“{{phrase}}” measures technology, not the business.',
    'no-direction': 'Nothing says whether something rises, falls or stays.',
    'no-quantity': 'There is no number and no KPI to measure by.',
    'nothing-said': 'Neither a direction nor a number was found.',
    'language-not-supported': 'Statements can be judged in English and German only.',
  },
  suggestion: {
    increase: 'increase {{kpi}} {{name}} from {{from}} to {{to}} {{unit}} by {{by, date}}',
    decrease: 'reduce {{kpi}} {{name}} from {{from}} to {{to}} {{unit}} by {{by, date}}',
    maintain: 'keep {{kpi}} {{name}} at {{to}} {{unit}} until {{by, date}}',
    'complete-effect': 'Say from which level to which level {{kpi}} {{name}} will move, and by when.',
    'choose-business-kpi': '{{kpi}} {{name}} measures technology. Choose a KPI that the business values.',
  },
};
