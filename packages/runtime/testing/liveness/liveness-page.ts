import { CHALLENGE_KINDS, CHALLENGE_LIMIT_MS, CHALLENGES, type ChallengeKind } from '@face-verify/core';
import { DEFAULT_CHALLENGES } from '../../src/liveness/liveness-options.ts';

/** How many runs pass of something that comes before the camera. */
export interface Row {
  readonly name: string;
  /** Share of the runs with this one challenge that pass. */
  readonly byKind: Readonly<Record<ChallengeKind, number>>;
  /** Share of the runs that pass whose challenges were drawn as a session draws them. */
  readonly run: number;
  /** People, or photographs or films of them. */
  readonly count: number;
}

interface Measured {
  readonly bonaFide: readonly Row[];
  readonly attacks: readonly Row[];
  readonly people: number;
  /** Whole runs for each person. */
  readonly actedRuns: number;
  /** Runs for each photograph or film. */
  readonly runs: number;
  /** Of the point network. */
  readonly weights: string;
}

/** docs/generated/liveness.md. */
export function livenessPage({ bonaFide, attacks, people, actedRuns, runs, weights }: Measured): string {
  const { count } = DEFAULT_CHALLENGES;
  const limits = CHALLENGE_KINDS.map((kind) => `${kind} ${CHALLENGES[kind].done}`).join(', ');
  return `# What passes liveness challenges

A session can ask for ${count} of ${CHALLENGE_KINDS.length} challenges in random order ([how](../guide/live-capture.md#liveness-challenges)). They are
a **deterrent, and no attack detection**: they keep out whoever holds up a photograph without thinking, and nobody who
prepares. This page says how often rendered people pass who do as asked, and how often what is held up passes.

## People who do as asked

Share of the attempts that pass; the rest would be told to try again.

${table(bonaFide)}

## What is held up

Share of the attempts that pass although nobody is there.

${table(attacks)}

**The limits were tuned on these very people, and on photographs of them that are handled in these ways.** Others may pass
less often as themselves, and their photographs more often.

**Read it as a lower bound for attacks.** A photograph with holes for the eyes or the mouth, a mask, a film made for this,
a person who wears somebody's face by software, a stream that is fed into the browser: none of these was measured, and
each may pass always. Whoever has a film of all four challenges passes as often as the last row says.

## How it was measured

\`npm run -s lab -- measure-liveness\` writes this page; edit \`packages/runtime/testing/liveness\`, not this page. Point
network \`${weights}\`. Nobody real was filmed, so the figures say how the challenges work, not how people do them.

- **People**: ${people} rendered, the six of \`packages/testkit\` on three sets of bones each; ${bonaFide[1]?.count ?? 0} wear glasses. They begin 0.6 s
  after they are asked; *fully* is eyes closed, mouth open by half, head turned by 30°; *slightly* is eyes nearly closed, mouth
  open by a third, head turned by 25°. Lids and lashes of rendered eyes are coarser than real ones.
- **Photographs**: a front view of each, 40 cm wide, in light from everywhere. Whoever holds one keeps it still, and handles
  it while something is asked for, by up to 35° (25° in its plane; *far* is 55° to the sides, 50° up and down), until it is
  done or the time is over. *All along* is handled from the beginning, whatever is asked for.
- **Frames**: 320×240, eyes 44 px apart, shifted by up to 1 px and with noise, ten looks a second, followed from look to look.
- **By challenge**: runs of one challenge each, two for each person, ${runs} for each photograph or film, begun at another moment
  of it each time. **A whole run**: ${count} challenges drawn at random, ${actedRuns} runs for each person, ${runs} for each photograph and film.
- A challenge counts from these limits on: ${limits}, in shares and degrees as
  \`packages/core/src/liveness/challenges.ts\` says, within ${CHALLENGE_LIMIT_MS / 1000} s. Turning the head where something else is asked for ends the run.
- The session also compares the face at rest, while each challenge is done, and afterwards; that is not in here.
`;
}

function table(rows: readonly Row[]): string {
  const head = ['', 'of', ...CHALLENGE_KINDS, 'a whole run'];
  const cells = rows.map(({ name, count, byKind, run }) => [
    name,
    String(count),
    ...CHALLENGE_KINDS.map((kind) => percent(byKind[kind])),
    `**${percent(run)}**`,
  ]);
  const line = (texts: readonly string[]) => `| ${texts.join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...cells.map(line)].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
