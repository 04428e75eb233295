/**
 * What a class of the page makes; nothing where code is compiled for workers, whose library of types has no such class.
 */
type OfPage<Name extends string> =
  typeof globalThis extends Record<Name, { prototype: infer Instance }> ? Instance : never;

/** `HTMLVideoElement`, in code for pages. */
export type VideoElement = OfPage<'HTMLVideoElement'>;
/** `HTMLImageElement`, in code for pages. */
export type ImageElement = OfPage<'HTMLImageElement'>;
/** `HTMLCanvasElement`, in code for pages. */
export type CanvasElement = OfPage<'HTMLCanvasElement'>;
