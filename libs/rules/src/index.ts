export * from './access/permissions';
export * from './gate/charter-gate';
export * from './gate/gate-policy';
export * from './gate/gate-variants';
export * from './kpis/kpi-completeness';
export * from './outcomes/assess-outcome';
export * from './outcomes/technical-measure';
