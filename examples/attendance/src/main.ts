import './app/attendance-app.ts';
import { keepOffline } from './app/keep-offline.ts';

keepOffline();
