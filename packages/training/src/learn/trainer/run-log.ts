import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** A run's log: one JSON object a line in `train.log.jsonl`, and a line of progress on standard error. */
export interface RunLog {
  start(facts: Record<string, unknown>): void;
  step(state: { step: number; picture: number }, rate: number, losses: Readonly<Record<string, number>>): void;
  validation(picture: number, figures: Record<string, number>): void;
  close(): void;
}

const LOG_EVERY_STEPS = 50;

export function openRunLog(folder: string, totalPictures: number, firstPicture: number): RunLog {
  const file = path.join(folder, 'train.log.jsonl');
  const write = (entry: Record<string, unknown>) => {
    appendFileSync(file, `${JSON.stringify({ time: new Date().toISOString(), ...entry })}\n`);
  };
  const sums = new Map<string, number>();
  let steps = 0;
  let since = { time: Date.now(), picture: firstPicture };
  return {
    start: (facts) => {
      write({ kind: 'start', ...facts });
      process.stderr.write(
        `${Object.entries(facts)
          .map(([name, value]) => `${name} ${value}`)
          .join(' · ')}\n`,
      );
    },
    step: ({ step, picture }, rate, losses) => {
      for (const [name, loss] of Object.entries(losses)) sums.set(name, (sums.get(name) ?? 0) + loss);
      if (++steps < LOG_EVERY_STEPS) return;
      const means = Object.fromEntries([...sums].map(([name, sum]) => [name, round(sum / steps)]));
      const speed = (1000 * (picture - since.picture)) / (Date.now() - since.time);
      write({ kind: 'step', step, picture, rate: round(rate), imagesPerSecond: round(speed), ...means });
      const minutesLeft = Math.round((totalPictures - picture) / speed / 60);
      const share = ((100 * picture) / totalPictures).toFixed(1);
      process.stderr.write(
        `${share} % · ${speed.toFixed(0)} images/s · loss ${means.total} · rate ${rate.toExponential(1)} · ${minutesLeft} min left\n`,
      );
      sums.clear();
      steps = 0;
      since = { time: Date.now(), picture };
    },
    validation: (picture, figures) => {
      write({
        kind: 'validation',
        picture,
        ...Object.fromEntries(Object.entries(figures).map(([k, v]) => [k, round(v)])),
      });
      process.stderr.write(`validation at ${picture}: ${JSON.stringify(figures)}\n`);
    },
    close: () => write({ kind: 'stop' }),
  };
}

/** Five significant digits are what a curve shows. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
