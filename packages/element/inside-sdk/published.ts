/** Conditions by which Lit's published modules are found, and never those for its developers, whatever NODE_ENV says. */
export const PUBLISHED = ['module', 'browser'];
