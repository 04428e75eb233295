import { existsSync } from 'node:fs';
import path from 'node:path';
import { Command, CommandError, resolvePath, type Terminal } from '@face-verify/headless/command-line';
import { sharedFile } from '../data/shared-data.ts';
import { namedPack, PACK_OPTION } from './pack-option.ts';

const CONTACT_SHEET = 'landmarks.jpg';

export const labelCommand = (terminal: Terminal) =>
  new Command('label')
    .summary("label a pack with MediaPipe's FaceLandmarker")
    .description(
      "Where are the eyelids, lips, nose tip and chin? Labels a pack with MediaPipe's FaceLandmarker: it gets " +
        `landmarks.f32 and landmarks.json, and ${CONTACT_SHEET} to look over.` +
        '\n\nTakes about 30 ms a crop: 40 minutes for the research crops. An interrupted run goes on where it ' +
        'stopped. Exit status: 0, or 3 where there are no labels.',
    )
    .addOption(PACK_OPTION)
    .option('--model <file>', "MediaPipe's face_landmarker.task (default: that of ../shared)")
    .action(async ({ data, model: given }) => {
      const folder = namedPack(terminal, data);
      const model =
        given === undefined ? sharedFile('models', 'mediapipe', 'face_landmarker.task') : resolvePath(terminal, given);
      if (!existsSync(model)) throw new CommandError('file-missing', 'The landmarker’s file is not there.');
      const { drawLabelSheet } = await import('../data/draw-label-sheet.ts');
      const { agreementLines, labelAgreement } = await import('../data/label-agreement.ts');
      const { openCrops } = await import('../data/crop-reader.ts');
      const { readPointLabels } = await import('../data/point-labels.ts');
      const { labelInBrowser } = await import('../measure/browser/label-in-browser.ts');
      const crops = openCrops(folder);
      try {
        await labelInBrowser(folder, crops, model);
        const labels = readPointLabels(folder, crops.records.length);
        const sheet = path.join(folder, CONTACT_SHEET);
        await drawLabelSheet(sheet, crops, labels);
        for (const line of agreementLines(labelAgreement(crops.records, labels))) terminal.out(line);
        terminal.out(`Look over ${sheet}`);
      } finally {
        crops.close();
      }
    });
