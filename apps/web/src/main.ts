import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { routes } from './app/app.routes';
import { fetchFirstPage } from './app/first-page';
import { allowClearing } from './app/platform/pages/trusted-types';

allowClearing();
// A script that does not come is asked for again by the router, which says so when it cannot.
if (document.cookie.includes('XSRF-TOKEN=')) void fetchFirstPage(routes, location.pathname).catch(() => undefined);
void bootstrapApplication(App, appConfig);
