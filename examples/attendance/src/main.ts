import './app/attendance-app.ts';
