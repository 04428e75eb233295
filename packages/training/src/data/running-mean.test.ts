import { expect, it } from 'vitest';
import { runningMean } from './running-mean.ts';

/** The first channel of a picture of three columns and two rows. */
const picture = () => ({
  widthPx: 3,
  heightPx: 2,
  channels: 3 as const,
  data: Uint8Array.from([0, 30, 90, 60, 60, 60].flatMap((value) => [value, 7, 7])),
});
const firstChannel = ({ data }: ReturnType<typeof picture>) => Array.from(data).filter((_, i) => i % 3 === 0);

it('is taken along rows, with the border repeated', () => {
  const image = picture();
  runningMean(image, 3, 'rows');
  expect(firstChannel(image)).toEqual([10, 40, 70, 60, 60, 60]);
  expect(image.data[1]).toBe(7);
});

it('is taken along columns', () => {
  const image = picture();
  runningMean(image, 3, 'columns');
  expect(firstChannel(image)).toEqual([20, 40, 80, 40, 50, 70]);
});
