import { findSharedFolder } from '@face-verify/repository';
import { describe, test } from 'vitest';
import { SHARED_FOLDER_ABSENT } from './shared-folder.ts';

/**
 * Like `describe`, for tests on data that is not in the repository. Where the shared folder is absent, `suite` is
 * not called and one skipped test with the reason stands in its place.
 *
 * @param suite - gets the path of the shared folder
 */
export function describeWithShared(name: string, suite: (folder: string) => void): void {
  const folder = findSharedFolder();
  if (folder !== undefined) {
    describe(name, () => suite(folder));
    return;
  }
  console.warn(`Skipped: ${name}: ${SHARED_FOLDER_ABSENT}`);
  describe(name, () => {
    test(SHARED_FOLDER_ABSENT, (context) => context.skip(SHARED_FOLDER_ABSENT));
  });
}
