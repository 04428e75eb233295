/**
 * What `wait` gives, where it does so within a limit.
 *
 * @throws what `tooLate` makes, after `limitMs`; or what `wait` rejects with
 */
export function withinLimit<Result>(wait: Promise<Result>, limitMs: number, tooLate: () => Error): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLate()), limitMs);
    wait.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
