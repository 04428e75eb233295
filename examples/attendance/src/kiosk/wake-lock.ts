/** Keeps the screen on while the page is shown. Browsers let go of it whenever the page is hidden, so it is asked for again. */
export class WakeLock {
  #lock: WakeLockSentinel | undefined;
  #isWanted = false;
  readonly #onVisibility = () => void this.#request();

  start(): void {
    this.#isWanted = true;
    document.addEventListener('visibilitychange', this.#onVisibility);
    void this.#request();
  }

  stop(): void {
    this.#isWanted = false;
    document.removeEventListener('visibilitychange', this.#onVisibility);
    void this.#lock?.release();
    this.#lock = undefined;
  }

  async #request(): Promise<void> {
    if (document.hidden || !(this.#lock?.released ?? true) || !('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.#isWanted) this.#lock = lock;
      else void lock.release();
    } catch {
      // A browser that saves power says no; the device's own settings hold then.
    }
  }
}
