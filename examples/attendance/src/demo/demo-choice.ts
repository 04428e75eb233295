const KEY = 'attendance-demo-source';

/** Whether the demo film is shown in the place of the camera, as long as there are demo data: unless somebody chose otherwise. */
export function isFilmWanted(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'camera';
  } catch {
    return true;
  }
}

export function wantFilm(isWanted: boolean): void {
  try {
    localStorage.setItem(KEY, isWanted ? 'film' : 'camera');
  } catch {
    // Until the next reload it stays as it was.
  }
}
