/** Writes docs/generated/liveness.md: `npm run -s lab -- measure-liveness`. The same sources give the same figures. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  CHALLENGE_KINDS,
  type ChallengeKind,
  type ChallengeRun,
  drawChallenges,
  type FaceMotion,
} from '@face-verify/core';
import { REPOSITORY } from '@face-verify/repository';
import { seededDraws } from '@face-verify/testkit';
import { DEFAULT_CHALLENGES } from '../../src/liveness/liveness-options.ts';
import { type Actor, actors } from './acted-frames.ts';
import { ACTS, actRun, allActs, HANDLINGS, handled, holdRun, playRun, record } from './films.ts';
import { livenessPage, type Row } from './liveness-page.ts';
import { startPointLooker } from './point-looker.ts';

/** Whole runs, with challenges drawn as a session draws them, for each person. */
const ACTED_RUNS = 3;
/** And for each photograph or film, begun at another moment of it each time. */
const RUNS = 10;
/** Looks at a photograph that is handled: 8 seconds. */
const PHOTOGRAPH_LOOKS = 80;

const looker = await startPointLooker();
const cast = actors();
const bonaFide: Row[] = [];
for (const [name, acts] of Object.entries(ACTS)) {
  const tries: Tries[] = [];
  for (const [seed, actor] of cast.entries()) tries.push(await actedTries(actor, acts, seed));
  bonaFide.push(actedRow(`done ${name}`, tries));
  bonaFide.push(
    actedRow(
      `done ${name}, with glasses`,
      tries.filter((_, i) => cast[i]?.hasGlasses),
    ),
  );
  console.error(name);
}
type Film = readonly (FaceMotion | undefined)[];

const attacks: Row[] = [];
const restless: Row[] = [];
const still: Film[] = [];
for (const [name, handling] of Object.entries(HANDLINGS)) {
  const films: Film[] = [];
  for (const [seed, actor] of cast.entries()) films.push(await photographFilm(actor, handling, seed));
  const isStill = still.length === 0;
  if (isStill) still.push(...films);
  attacks.push(
    attackRow(`photograph, ${name}`, films, (film, from, order) =>
      holdRun(still[film] as Film, films[film] as Film, from, order),
    ),
  );
  if (!isStill) {
    restless.push(
      attackRow(`photograph, ${name}, all along`, films, (film, from, order) =>
        playRun(films[film] as Film, from, order),
      ),
    );
  }
  console.error(name);
}
attacks.push(...restless);
const played: Film[] = [];
for (const [seed, actor] of cast.entries()) {
  const { frames, looks } = allActs(actor);
  played.push(await record(looker, frames, looks, seed));
}
attacks.push(
  attackRow('film of all four, one after the other, again and again', played, (film, from, order) =>
    playRun(played[film] as Film, from, order),
  ),
);
const page = livenessPage({
  bonaFide,
  attacks,
  people: cast.length,
  actedRuns: ACTED_RUNS,
  runs: RUNS,
  weights: looker.weights,
});
writeFileSync(path.join(REPOSITORY, 'docs', 'generated', 'liveness.md'), page);

async function photographFilm(actor: Actor, handling: (typeof HANDLINGS)[string], seed: number): Promise<Film> {
  const { image, landmarks } = await actor.frame('rest');
  const photograph = await actor.photograph();
  // The photograph shows the same view with more pixels per cm: same middle, other scale.
  const enlarged = (value: number, from: number, to: number) => ((value - (from - 1) / 2) * 12) / 7 + (to - 1) / 2;
  const places = Object.entries(landmarks).map(([name, { x, y }]) => [
    name,
    {
      x: enlarged(x, image.widthPx, photograph.widthPx),
      y: enlarged(y, image.heightPx, photograph.heightPx),
    },
  ]);
  const frames = handled(photograph, Object.fromEntries(places), handling);
  return record(looker, frames, PHOTOGRAPH_LOOKS, seed);
}

/** What came of all that one person was asked for. */
interface Tries {
  readonly byKind: Readonly<Record<ChallengeKind, readonly ChallengeRun[]>>;
  readonly whole: readonly ChallengeRun[];
}

async function actedTries(actor: Actor, acts: Record<ChallengeKind, readonly string[]>, seed: number): Promise<Tries> {
  const byKind = {} as Record<ChallengeKind, ChallengeRun[]>;
  for (const kind of CHALLENGE_KINDS) {
    byKind[kind] = [];
    for (const run of [1, 2]) byKind[kind].push(await actRun(looker, actor, [kind], acts, 3 * seed + run));
  }
  const whole: ChallengeRun[] = [];
  const draw = seededDraws(1000 + seed);
  for (let i = 0; i < ACTED_RUNS; i++) whole.push(await actRun(looker, actor, drawn(draw), acts, 100 * seed + i));
  return { byKind, whole };
}

function actedRow(name: string, tries: readonly Tries[]): Row {
  const byKind = Object.fromEntries(
    CHALLENGE_KINDS.map((kind) => [kind, passedShare(tries.flatMap((one) => one.byKind[kind]))]),
  ) as Record<ChallengeKind, number>;
  return { name, byKind, run: passedShare(tries.flatMap(({ whole }) => whole)), count: tries.length };
}

/** @param run - over one of the films, from some look on */
function attackRow(
  name: string,
  films: readonly Film[],
  run: (film: number, from: number, order: readonly ChallengeKind[]) => ChallengeRun,
): Row {
  const runsOf = (orderOf: (film: number) => readonly ChallengeKind[]) =>
    films.flatMap(({ length }, film) =>
      Array.from({ length: RUNS }, (_, i) => run(film, Math.floor((i / RUNS) * length), orderOf(film))),
    );
  const byKind = Object.fromEntries(CHALLENGE_KINDS.map((kind) => [kind, passedShare(runsOf(() => [kind]))])) as Record<
    ChallengeKind,
    number
  >;
  const draws = films.map((_, film) => seededDraws(2000 + film));
  const whole = runsOf((film) => drawn(draws[film] as () => number));
  return { name, byKind, run: passedShare(whole), count: films.length };
}

function drawn(draw: () => number): readonly ChallengeKind[] {
  return drawChallenges(DEFAULT_CHALLENGES.kinds, DEFAULT_CHALLENGES.count, draw);
}

function passedShare(runs: readonly ChallengeRun[]): number {
  return runs.filter(({ step }) => step.stage === 'passed').length / runs.length;
}
