import type { Messages } from '../messages.ts';
import { app } from './app.ts';
import { bulk } from './bulk.ts';
import { kiosk } from './kiosk.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { records } from './records.ts';
import { settings } from './settings.ts';

export const pt: Messages = {
  ...{ language: 'pt', direction: 'ltr', app, kiosk },
  ...{ people, bulk, records, settings, privacy },
};
