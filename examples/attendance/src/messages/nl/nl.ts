import type { Messages } from '../messages.ts';
import { app } from './app.ts';

export const nl: Messages = { language: 'nl', direction: 'ltr', app };
