export * from './languages';
export * from './load-sentences';
export * from './number-words';
export * from './say';
export * from './sentences';
export * from './words';
