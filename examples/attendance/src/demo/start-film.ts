import { DemoCamera } from './demo-camera.ts';
import { DEMO_REEL } from './demo-reel.ts';

/** Begins the demo film at its first person. */
export function startFilm(): DemoCamera {
  return new DemoCamera(DEMO_REEL);
}
