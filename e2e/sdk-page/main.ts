import * as sdk from 'face-verify';

/** What a test can call in the page, besides what the page has. */
export interface SdkPage {
  readonly sdk: typeof sdk;
  /** One of the rendered people's photographs, e.g. `ada-front.jpg`. */
  photograph(file: string): Promise<Blob>;
  /** Starts a session in place of the one before. The verifier is loaded once. */
  watch(options: sdk.WatchOptions, source?: sdk.CameraSource): sdk.FaceSession;
  session?: sdk.FaceSession;
  /** What the session went through, without repetitions: phases, and behind a colon the reason or the hint. */
  readonly log: string[];
}

declare global {
  interface Window {
    sdkPage?: SdkPage;
  }
}

let loading: Promise<sdk.FaceVerifier> | undefined;

const page: SdkPage = {
  sdk,
  photograph: async (file) => (await fetch(`/rendered/${file}`)).blob(),
  watch: (options, source = {}) => {
    page.session?.stop();
    page.log.length = 0;
    document.querySelector('video')?.remove();
    const video = document.body.appendChild(document.createElement('video'));
    loading ??= sdk.createFaceVerifier({ backend: 'wasm' });
    const onState = (state: sdk.SessionState) => {
      const entry = [
        state.phase,
        ...('reason' in state ? [state.reason] : []),
        ...('hint' in state && state.hint ? [state.hint] : []),
      ].join(': ');
      if (page.log.at(-1) !== entry) page.log.push(entry);
    };
    page.session = sdk.watchFace(loading, { video, ...source }, { ...options, onState } as sdk.WatchOptions);
    return page.session;
  },
  log: [],
};

window.sdkPage = page;
