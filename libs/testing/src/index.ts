export * from './outcome-statements/fresh-statements';
export * from './outcome-statements/held-out-statements';
export * from './outcome-statements/labelled-statement';
export * from './outcome-statements/portfolio-texts';
export * from './outcome-statements/tuning-statements';
