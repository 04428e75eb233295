import { readFile } from 'node:fs/promises';
import { fixturePath } from '@face-verify/testkit/node';
import type { Plugin } from 'vite';
import { type PageServer, servePage } from './serve-page.ts';

/**
 * Serves a page that gives tests the SDK as `window.sdkPage`, and the rendered people at `/rendered/`.
 *
 * @param plugins - what else is served
 */
export function serveSdkPage(...plugins: readonly Plugin[]): Promise<PageServer> {
  return servePage('sdk-page', renderedPeople(), ...plugins);
}

export function renderedPeople(): Plugin {
  return {
    name: 'rendered-people',
    configureServer: ({ middlewares }) => {
      middlewares.use('/rendered/', (request, response, next) => {
        readFile(fixturePath((request.url ?? '').slice(1))).then((bytes) => response.end(bytes), next);
      });
    },
  };
}
