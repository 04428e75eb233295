export * from './encode-jpeg.ts';
export * from './film/compose-shot.ts';
export * from './film/write-mjpeg-film.ts';
export * from './fixture-path.ts';
export * from './shared-folder.ts';
