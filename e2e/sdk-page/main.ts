import * as sdk from 'face-verify';

/** What a test can call in the page, besides what the page has. */
export interface SdkPage {
  readonly sdk: typeof sdk;
  /** One of the rendered people's photographs, e.g. `ada-front.jpg`. */
  photograph(file: string): Promise<Blob>;
}

declare global {
  interface Window {
    sdkPage?: SdkPage;
  }
}

window.sdkPage = {
  sdk,
  photograph: async (file) => (await fetch(`/rendered/${file}`)).blob(),
};
