import type { Messages } from '../messages.ts';
import { app } from './app.ts';

export const de: Messages = { language: 'de', direction: 'ltr', app };
