import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { faceVerifyAssets } from 'face-verify/vite';
import { createServer, defaultClientConditions, type Plugin } from 'vite';
import { Door, type DoorRequests } from './door.ts';

const PORT = 4180;
const ORIGIN = `http://localhost:${PORT}`;

const door = new Door(ORIGIN);

function answer(name: string, body: unknown): unknown {
  switch (name) {
    case 'enrol':
      return door.enrol(body as DoorRequests['enrol']);
    case 'challenge':
      return door.challenge();
    case 'open':
      return door.open(body as DoorRequests['open']);
    default:
      throw new Error('The door does not know this.');
  }
}

const doorRequests: Plugin = {
  name: 'door',
  configureServer: ({ middlewares }) => {
    middlewares.use('/door/', async (request, response, next) => {
      try {
        const body: unknown = JSON.parse(await text(request));
        response.end(JSON.stringify(await answer((request.url ?? '').slice(1), body)));
      } catch (error) {
        next(error);
      }
    });
  },
};

const server = await createServer({
  configFile: false,
  root: fileURLToPath(new URL('..', import.meta.url)),
  server: { port: PORT, strictPort: true, hmr: false },
  resolve: { conditions: ['face-verify-source', ...defaultClientConditions] },
  plugins: [faceVerifyAssets(), doorRequests],
});
await server.listen();
console.log(`The door is at ${ORIGIN}`);
