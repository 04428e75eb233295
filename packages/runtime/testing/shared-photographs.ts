import { describe, inject, test } from 'vitest';

const SHARED_ABSENT =
  'needs the shared folder (photographs, models), which is neither beside the repository nor named by FACE_VERIFY_SHARED';

/** A line of the photographs' index. */
export interface SharedPhotograph {
  readonly file: string;
  /** The same label is the same person; empty where there are several. */
  readonly subject: string;
  readonly faces: number;
}

/** Like `describe`, for browser tests on `/shared/`; where there is none, one skipped test with the reason. */
export function describeWithPhotographs(name: string, suite: () => void): void {
  if (inject('hasShared')) {
    describe(name, suite);
    return;
  }
  console.warn(`Skipped: ${name}: ${SHARED_ABSENT}`);
  describe(name, () => {
    test(SHARED_ABSENT, ({ skip }) => skip(SHARED_ABSENT));
  });
}

/** The photographs below `/shared/photos/`, as pages under test see them. */
export async function listSharedPhotographs(): Promise<readonly SharedPhotograph[]> {
  const [, ...lines] = (await (await fetch('/shared/photos/index.csv')).text()).trim().split('\n');
  return lines.map((line) => {
    const [file = '', subject = '', faces] = line.split(',');
    return { file, subject, faces: Number(faces) };
  });
}
