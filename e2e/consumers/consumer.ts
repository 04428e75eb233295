import type { Page } from 'playwright';
import type { Files } from './app.ts';
import type { Packages } from './install.ts';
import type { StaticSiteOptions } from './static-site.ts';

/** An app that uses the package, as somebody might build and host it. */
export interface Consumer {
  readonly name: string;
  /** What npm installs beside the package, with exact versions. */
  readonly packages?: Packages;
  readonly files: Files;
  /** Command lines of installed programs, run in the app's folder one after another. */
  readonly commands?: readonly string[];
  /** Folder of what was built for a server: it has none of the assets. */
  readonly serverBuild?: string;
  /** What is done to the built app's folder then. */
  readonly spoil?: (folder: string) => void;
  /** A folder of the app on a server, or the command line of a server. */
  readonly site: Folder | { readonly command: string };
  /** A folder of the app on a second server, whose address the page gets as `?assets=`. */
  readonly otherOrigin?: Folder;
  /** What the page's own tools say on the console. */
  readonly chatter?: RegExp;
  /** What a person does on the page, and its result; default: the page reports one by itself. */
  readonly use?: (page: Page) => Promise<object>;
  /** Of the photographs that the page fetches; default: those of every other. */
  readonly photographsBytes?: number;
  /** What the page reports, where it is not `VERIFIED`. */
  readonly result?: object;
}

interface Folder extends StaticSiteOptions {
  readonly folder: string;
}
