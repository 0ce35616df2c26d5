export * from './access/permissions';
export * from './outcomes/assess-outcome';
export * from './outcomes/technical-measure';
