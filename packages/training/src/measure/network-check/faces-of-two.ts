import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  alignmentTransform,
  composeTransforms,
  type FiveLandmarks,
  type RgbImage,
  type SimilarityTransform,
  templateToInput,
  warpImage,
} from '@face-verify/core';
import sharp from 'sharp';
import { CROP_TO_ALIGNED } from '../../data/crop.ts';
import { PACK_FILES } from '../../data/crop-pack.ts';
import { openCrops } from '../../data/crop-reader.ts';
import { labelledClasses } from '../../data/sampling/labelled-classes.ts';

const FIXTURES = '@face-verify/testkit/fixtures/';
const RENDERED_PEOPLE = ['ada', 'bruno'];

/** Aligned faces of two people, several of each. */
export interface FacesOfTwo {
  readonly origin: 'photographs' | 'rendered';
  readonly people: readonly [readonly RgbImage[], readonly RgbImage[]];
}

/** What is read of the list of rendered photographs. */
interface RenderedPhotograph {
  readonly file: string;
  readonly people: readonly { readonly subject: string; readonly landmarks: FiveLandmarks }[];
}

/**
 * Faces as large as a network wants them: real ones, or rendered ones where no data set is packed.
 *
 * @param pack - folder of a packed data set, which may be absent
 * @param sidePx - side of each face; the template grows with it
 * @param count - how many of each person at most
 */
export async function facesOfTwo(pack: string, sidePx: number, count: number): Promise<FacesOfTwo> {
  const toInput = templateToInput(sidePx, 1);
  const isPacked = existsSync(path.join(pack, PACK_FILES.index));
  const [first = [], second = []] = isPacked
    ? packedFaces(pack, toInput, sidePx, count)
    : await renderedFaces(toInput, sidePx, count);
  return { origin: isPacked ? 'photographs' : 'rendered', people: [first, second] };
}

function packedFaces(pack: string, toInput: SimilarityTransform, sidePx: number, count: number): RgbImage[][] {
  const crops = openCrops(pack);
  const transform = composeTransforms(toInput, CROP_TO_ALIGNED);
  const people = labelledClasses(crops.records, { minimumCrops: count }).slice(0, 2);
  const faces = people.map((person) =>
    person.crops.slice(0, count).map((crop) => warpImage(crops.read(crop), transform, sidePx)),
  );
  crops.close();
  return faces;
}

function renderedFaces(toInput: SimilarityTransform, sidePx: number, count: number): Promise<RgbImage[][]> {
  const photographs: RenderedPhotograph[] = JSON.parse(readFileSync(fixture('index.json'), 'utf8'));
  return Promise.all(
    RENDERED_PEOPLE.map((subject) => {
      const own = photographs.flatMap(({ file, people: [person, ...others] }) =>
        person?.subject === subject && others.length === 0 ? [{ file, landmarks: person.landmarks }] : [],
      );
      return Promise.all(
        own.slice(0, count).map(async ({ file, landmarks }) => {
          const { data, info } = await sharp(fixture(file)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
          const image = { widthPx: info.width, heightPx: info.height, channels: 3, data } as const;
          return warpImage(image, composeTransforms(toInput, alignmentTransform(landmarks)), sidePx);
        }),
      );
    }),
  );
}

function fixture(file: string): string {
  return fileURLToPath(import.meta.resolve(FIXTURES + file));
}
