import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { allowClearing } from './app/platform/pages/trusted-types';

allowClearing();
void bootstrapApplication(App, appConfig);
