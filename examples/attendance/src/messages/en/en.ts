import type { Messages } from '../messages.ts';
import { app } from './app.ts';

export const en: Messages = { language: 'en', direction: 'ltr', app };
