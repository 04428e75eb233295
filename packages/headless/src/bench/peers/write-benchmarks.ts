import { writeFileSync } from 'node:fs';
import { availableParallelism, getPriority, loadavg } from 'node:os';
import { join } from 'node:path';
import { findSharedFolder, REPOSITORY } from '@face-verify/repository';
import type { Terminal } from '../../command-line/terminal.ts';
import { benchPeers } from './bench-peers.ts';
import { drawPeers } from './draw-peers.ts';
import { peersPage } from './peers-page.ts';

const RUNS = { cold: 3, warm: 15 } as const;
const RENDERED = ['ada', 'bruno', 'chiyo', 'dieter'].map((name) =>
  join(REPOSITORY, 'packages', 'testkit', 'fixtures', `${name}-front.jpg`),
);
/** Of the photographs that may not be published; pages hold figures of them only. */
const REAL = ['person-01-1', 'person-02-1', 'person-03-1', 'person-04-1'];

/** Times others beside the SDK and writes `docs/benchmarks.md` with its picture. */
export async function writeBenchmarks(terminal: Terminal): Promise<void> {
  const shared = findSharedFolder();
  const files = shared === undefined ? RENDERED : REAL.map((name) => join(shared, 'photos', `${name}.jpg`));
  const machine = { cores: availableParallelism(), load: loadavg()[1] ?? Number.NaN, raised: getPriority() < 0 };
  const benchmark = await benchPeers(files, RUNS, (line) => terminal.err(line));
  const kind = shared === undefined ? 'rendered people of 480×480' : 'photographs of CelebA of 200 to 600 px';
  const docs = join(REPOSITORY, 'docs');
  writeFileSync(join(docs, 'images', 'benchmarks.svg'), await drawPeers(benchmark));
  const page = join(docs, 'benchmarks.md');
  writeFileSync(page, peersPage(benchmark, { ...machine, photographs: `${benchmark.photographs} ${kind}` }));
  terminal.out(page);
}
