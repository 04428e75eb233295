/** Of docs/generated/liveness.md, as shares: whole runs of people who do fully as asked, and of a film of all challenges. */
export const LIVENESS_FIGURES = { done: 0.87, doneWithGlasses: 0.78, film: 0.17, photographs: 0 } as const;
