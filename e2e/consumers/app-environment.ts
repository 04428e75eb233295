/** What a bundler finds in its environment: nothing of the test run, and no wish for questions or statistics. */
export const APP_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  NODE_ENV: undefined,
  VITEST: undefined,
  CI: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  // Where Nuxt's server listens.
  NITRO_HOST: '127.0.0.1',
};
