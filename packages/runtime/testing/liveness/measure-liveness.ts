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
import { ACTS, actRun, allActs, HANDLINGS, handled, playRun, record } from './films.ts';
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
const attacks: Row[] = [];
for (const [name, handling] of Object.entries(HANDLINGS)) {
  const films = [];
  for (const [seed, actor] of cast.entries()) {
    const { landmarks } = await actor.frame('rest');
    // The photograph shows the same view with more pixels per cm: same middle, other scale.
    films.push(await photographFilm(actor, landmarks, handling, seed));
  }
  attacks.push(filmRow(`photograph, ${name}`, films));
  console.error(name);
}
const films: (FaceMotion | undefined)[][] = [];
for (const [seed, actor] of cast.entries()) {
  const { frames, looks } = allActs(actor);
  films.push(await record(looker, frames, looks, seed));
}
attacks.push(filmRow('film of all four, one after the other, again and again', films));
const page = livenessPage({
  bonaFide,
  attacks,
  people: cast.length,
  actedRuns: ACTED_RUNS,
  runs: RUNS,
  weights: looker.weights,
});
writeFileSync(path.join(REPOSITORY, 'docs', 'generated', 'liveness.md'), page);

async function photographFilm(
  actor: Actor,
  { leftEye, rightEye, noseTip, leftMouthCorner, rightMouthCorner }: Awaited<ReturnType<Actor['frame']>>['landmarks'],
  handling: (typeof HANDLINGS)[string],
  seed: number,
) {
  const photograph = await actor.photograph();
  const enlarge = ({ x, y }: { x: number; y: number }) => ({
    x: (x - 159.5) * (12 / 7) + 239.5,
    y: (y - 119.5) * (12 / 7) + 239.5,
  });
  const landmarks = {
    leftEye: enlarge(leftEye),
    rightEye: enlarge(rightEye),
    noseTip: enlarge(noseTip),
    leftMouthCorner: enlarge(leftMouthCorner),
    rightMouthCorner: enlarge(rightMouthCorner),
  };
  return record(looker, handled(photograph, landmarks, handling), PHOTOGRAPH_LOOKS, seed);
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

function filmRow(name: string, films: readonly (readonly (FaceMotion | undefined)[])[]): Row {
  const starts = Array.from({ length: RUNS }, (_, i) => i / RUNS);
  const runsOf = (order: (film: number, i: number) => readonly ChallengeKind[]) =>
    films.flatMap((film, f) => starts.map((from, i) => playRun(film, Math.floor(from * film.length), order(f, i))));
  const byKind = Object.fromEntries(CHALLENGE_KINDS.map((kind) => [kind, passedShare(runsOf(() => [kind]))])) as Record<
    ChallengeKind,
    number
  >;
  const draws = films.map((_, f) => seededDraws(2000 + f));
  return { name, byKind, run: passedShare(runsOf((f) => drawn(draws[f] as () => number))), count: films.length };
}

function drawn(draw: () => number): readonly ChallengeKind[] {
  return drawChallenges(DEFAULT_CHALLENGES.kinds, DEFAULT_CHALLENGES.count, draw);
}

function passedShare(runs: readonly ChallengeRun[]): number {
  return runs.filter(({ step }) => step.stage === 'passed').length / runs.length;
}
