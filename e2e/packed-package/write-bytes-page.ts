import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '@face-verify/repository';
import { BYTES_PAGE, bytesPage, measureAssets } from './bytes-page.ts';

/*
 * Builds the package and writes docs/generated/bytes.md:
 * npx tsx --conditions=face-verify-source e2e/packed-package/write-bytes-page.ts
 */

execFileSync('npm', ['run', 'build', '-w', 'face-verify'], { cwd: REPOSITORY, stdio: ['ignore', 'ignore', 'inherit'] });
writeFileSync(BYTES_PAGE, bytesPage(measureAssets(join(REPOSITORY, 'packages', 'runtime', 'dist', 'assets'))));
