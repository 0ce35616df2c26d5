export * from './validators/presence';
export * from './validators/texts';
export * from './validators/numbers';
export * from './validators/lists';
export * from './validators/by-fact';
