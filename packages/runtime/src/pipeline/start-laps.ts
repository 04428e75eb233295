/** @returns what gives the milliseconds since it was last asked */
export function startLaps(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    return elapsed;
  };
}
