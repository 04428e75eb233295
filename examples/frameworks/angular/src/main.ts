import { bootstrapApplication } from '@angular/platform-browser';
import { CheckIn } from './check-in';

bootstrapApplication(CheckIn).catch(console.error);
