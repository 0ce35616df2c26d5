export * from './access/permissions';
