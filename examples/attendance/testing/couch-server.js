/*
 * A server that speaks CouchDB's protocol, for trying out several kiosks and for tests: `couch-server.js FOLDER [PORT]`.
 * It keeps its data in the folder, prints its address and runs until it is ended. For more than that run CouchDB itself.
 */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const [folder = 'couch-data', port = '0'] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });

const PouchDB = require('pouchdb-core')
  .plugin(require('pouchdb-adapter-leveldb'))
  .plugin(require('pouchdb-adapter-http'))
  .plugin(require('pouchdb-mapreduce'))
  .plugin(require('pouchdb-replication'));

const app = require('express')();
app.use(allowPagesOfAnyOrigin);
app.use(
  require('express-pouchdb')(PouchDB.defaults({ prefix: `${folder}/` }), {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: join(folder, 'log.txt'),
  }),
);
const server = app.listen(Number(port), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));

/**
 * As CouchDB does where CORS is switched on, and so that pages can read the time.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} next
 */
function allowPagesOfAnyOrigin(request, response, next) {
  response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
  response.setHeader('Access-Control-Allow-Credentials', 'true');
  response.setHeader('Access-Control-Allow-Headers', 'content-type, authorization, accept');
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST, PUT, DELETE');
  response.setHeader('Access-Control-Expose-Headers', 'date');
  if (request.method === 'OPTIONS') response.writeHead(204).end();
  else next();
}
