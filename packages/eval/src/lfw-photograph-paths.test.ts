import { expect, test } from 'vitest';
import { lfwPhotographPaths } from './lfw-photograph-paths.ts';

test('numbers are padded to four digits, in the folder of the person first', () => {
  expect(lfwPhotographPaths('Ana_Example', 7)).toEqual(['Ana_Example/Ana_Example_0007.jpg', 'Ana_Example_0007.jpg']);
  expect(lfwPhotographPaths('Ana', 1234)).toEqual(['Ana/Ana_1234.jpg', 'Ana_1234.jpg']);
});
