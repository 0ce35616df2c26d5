import { Component } from '@angular/core';
import { KpiList } from './kpi-list';

/** All KPIs this project moves, each with its effect. */
@Component({ selector: 'app-kpis-step', imports: [KpiList], template: `<app-kpi-list />` })
export class KpisStep {}
