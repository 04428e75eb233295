import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Command, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { MODELS_FOLDER } from '@face-verify/repository';

const PACKAGE = '@mediapipe/face_detection';
const FILE = 'face_detection_short_range.tflite';

export const importDetectorCommand = (terminal: Terminal) =>
  new Command('import-detector')
    .summary("write the light detector's weights, card and README into models/")
    .description(
      `Writes models/blazeface-short-range from ${FILE} of the npm package ${PACKAGE}, value for value. Takes a few seconds.`,
    )
    .option('--out <dir>', 'default: models')
    .action(async ({ out }) => {
      const { NETWORKS_BY_KIND } = await import('@face-verify/nets');
      const { startEngine } = await import('../engine/engine.ts');
      const { importDetector } = await import('../publish/import-detector.ts');
      await startEngine('cpu');
      const manifest = createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`);
      const { version } = JSON.parse(await readFile(manifest, 'utf8'));
      const define = NETWORKS_BY_KIND.detector.BlazeFace_short_range;
      if (define === undefined) throw new RangeError('There is no such network.');
      const { weights } = await importDetector(define(), {
        id: 'blazeface-short-range',
        modelsFolder: out === undefined ? MODELS_FOLDER : resolvePath(terminal, out),
        file: await readFile(path.join(path.dirname(manifest), FILE)),
        source: { package: `${PACKAGE}@${version}`, file: FILE },
      });
      terminal.out(`${weights.bytes} bytes, SHA-256 ${weights.sha256}`);
    });
