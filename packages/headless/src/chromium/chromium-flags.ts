export interface ChromiumFlagOptions {
  /** Also offers WebGPU where only a software adapter exists (SwiftShader: right, but slow). */
  readonly webgpu?: boolean;
}

/** Command-line switches that keep a test's Chromium quiet and on this machine. */
export function chromiumFlags({ webgpu = false }: ChromiumFlagOptions = {}): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Even what the browser itself would ask for, unseen by the page's request log, finds no host.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ...(webgpu ? ['--enable-unsafe-webgpu'] : []),
  ];
}
