/** The embedder that is used where none is named: its folder in `models/`. */
export const DEFAULT_MODEL = 'convfacenext-ps';
