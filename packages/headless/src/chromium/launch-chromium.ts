import { type Browser, chromium } from 'playwright';
import { CommandError } from '../command-line/command-error.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { ChromiumNotFoundError } from './find-chromium.ts';
import { provideChromium } from './provide-chromium.ts';

export interface LaunchOptions {
  /** Also offers WebGPU where only a software adapter exists. */
  readonly webgpu?: boolean;
  /** More switches, e.g. a film for the camera. */
  readonly flags?: readonly string[];
}

/**
 * Starts a headless Chromium that makes no request beyond this machine. It ends with this process; signals are left to
 * the caller.
 *
 * @throws {CommandError} `chromium-missing`
 */
export async function launchChromium({ webgpu = false, flags = [] }: LaunchOptions = {}): Promise<Browser> {
  try {
    return await chromium.launch({
      executablePath: provideChromium(),
      headless: true,
      args: [...chromiumFlags({ webgpu }), ...flags],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (cause) {
    if (cause instanceof ChromiumNotFoundError) throw new CommandError('chromium-missing', cause.message, { cause });
    throw cause;
  }
}
