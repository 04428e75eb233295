import { expect, test } from 'vitest';
import { lfwImagePaths } from './lfw-image-paths.ts';

test('numbers are padded to four digits, in the folder of the person first', () => {
  expect(lfwImagePaths('Ana_Example', 7)).toEqual(['Ana_Example/Ana_Example_0007.jpg', 'Ana_Example_0007.jpg']);
  expect(lfwImagePaths('Ana', 1234)).toEqual(['Ana/Ana_1234.jpg', 'Ana_1234.jpg']);
});
