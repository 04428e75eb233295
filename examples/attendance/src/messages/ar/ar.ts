import type { Messages } from '../messages.ts';
import { app } from './app.ts';

export const ar: Messages = { language: 'ar', direction: 'rtl', app };
