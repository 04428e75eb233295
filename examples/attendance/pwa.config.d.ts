import type { Plugin } from 'vite';

// Not by the script itself: types of a service worker's libraries change those of pages, in the whole repository.
export function attendancePwa(): Plugin[];
