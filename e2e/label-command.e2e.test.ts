import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIXTURE_PHOTOGRAPHS } from '@face-verify/testkit';
import { fixturePath } from '@face-verify/testkit/node';
import { describeWithShared } from '@face-verify/testkit/vitest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runScript } from './run-script.ts';

/** Rendered people alone in their photographs. */
const PORTRAITS = FIXTURE_PHOTOGRAPHS.filter(({ people }) => people.length === 1);

interface Crop {
  readonly source: string;
  readonly points: readonly [number, number][];
}

let pack: string;

beforeAll(() => {
  pack = mkdtempSync(join(tmpdir(), 'face-verify-label-'));
});

afterAll(() => rmSync(pack, { recursive: true }));

describeWithShared('npm run -s lab -- label', () => {
  it('finds in each crop the points of a face that is turned as it was rendered', () => {
    mkdirSync(join(pack, 'people'));
    for (const { file } of PORTRAITS) copyFileSync(fixturePath(file), join(pack, 'people', file));
    expect(runScript('lab', ['prepare', join(pack, 'people'), '--out', join(pack, 'pack')]).status).toBe(0);
    const { status, stdout } = label();
    expect(status).toBe(0);
    expect(stdout).toContain(`${PORTRAITS.length} of ${PORTRAITS.length} crops labelled; no face in 0.`);

    const { names, rows } = labels();
    for (const [i, { source, points }] of crops().entries()) {
      const at = (name: string) => rows[i]?.slice(2 * names.indexOf(name), 2 * names.indexOf(name) + 2) ?? [];
      // A quarter of the distance between the eyes: what our own landmarks may err on a rendered nose, and no more.
      const [noseX = 0, noseY = 0] = at('noseTip');
      const [storedX, storedY] = points[2] as [number, number];
      expect(Math.hypot(noseX - storedX, noseY - storedY)).toBeLessThan(10);
      // Downwards, as faces are.
      const heights = ['forehead', 'leftUpperLid', 'leftLowerLid', 'noseTip', 'upperLipOuter', 'lowerLipOuter', 'chin'];
      const ys = heights.map((name) => at(name)[1] ?? 0);
      expect(ys).toEqual([...ys].sort((a, b) => a - b));
      const yaw = rows[i]?.at(-2) ?? Number.NaN;
      expect(Math.abs(yaw - (yawOf(source) ?? 0))).toBeLessThan(8);
    }
  });

  it('goes on where it was cut off', () => {
    const whole = readFileSync(join(pack, 'pack', 'landmarks.f32'));
    truncateSync(join(pack, 'pack', 'landmarks.f32'), whole.length / 2 + 5);
    const { status, stderr } = label();
    expect(status).toBe(0);
    expect(stderr).toContain(`${Math.floor(PORTRAITS.length / 2)}/${PORTRAITS.length} crops`);
    expect(readFileSync(join(pack, 'pack', 'landmarks.f32')).equals(whole)).toBe(true);
  });

  it('says where the landmarker’s file is missing', () => {
    const { status, stderr } = runScript('lab', ['label', '--data', join(pack, 'pack'), '--model', '/nowhere.task']);
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: 'error: file-missing: The landmarker’s file is not there.\n',
    });
  });
});

const label = () => runScript('lab', ['label', '--data', join(pack, 'pack')]);
const crops = (): Crop[] => JSON.parse(readFileSync(join(pack, 'pack', 'crops.json'), 'utf8'));
const yawOf = (file: string) => PORTRAITS.find((photograph) => photograph.file === file)?.people[0]?.yawDegrees;

/** The labels, read as their format says. */
function labels(): { names: string[]; rows: number[][] } {
  const names = Object.keys(JSON.parse(readFileSync(join(pack, 'pack', 'landmarks.json'), 'utf8')).points);
  const bytes = readFileSync(join(pack, 'pack', 'landmarks.f32'));
  const floats = Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(4 * i));
  const length = 2 * names.length + 2;
  const rows = Array.from({ length: floats.length / length }, (_, i) => floats.slice(i * length, (i + 1) * length));
  return { names, rows };
}
