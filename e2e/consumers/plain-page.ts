import { type AppScript, appPage, appScript, photographsIn } from './app.ts';
import type { Consumer } from './consumer.ts';

/** Loads {@link plainPage}'s script. */
export const SCRIPT_TAG = '<script type="module" src="./main.js"></script>';

interface PlainPage extends Partial<Consumer> {
  readonly script?: AppScript;
  /** Folder that has `photographs/` below it. */
  readonly photographs?: string;
}

/** A page that nothing was built for: one script, and files that the package's command copied to `public/face-verify`. */
export function plainPage(name: string, { script, files, photographs = 'public/', ...rest }: PlainPage = {}): Consumer {
  return {
    name,
    files: {
      ...photographsIn(photographs),
      'public/index.html': appPage(SCRIPT_TAG),
      'public/main.js': appScript({ from: './face-verify/face-verify.js', ...script }),
      ...files,
    },
    commands: ['face-verify assets public/face-verify'],
    site: { folder: 'public' },
    ...rest,
  };
}
