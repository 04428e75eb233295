import { appModule, photographsIn } from './app.ts';
import type { Consumer } from './consumer.ts';

const VERIFY = appModule({ options: "{ assets: '/face-verify/' }" });

/** Pages that a server renders before the browser takes over. The newest versions that run on Node 20. */
export const SERVER_RENDERED_PAGES: readonly Consumer[] = [
  {
    name: 'SvelteKit 2.70.4',
    packages: { '@sveltejs/kit': '2.70.4', '@sveltejs/vite-plugin-svelte': '7.3.1', svelte: '5.57.3', vite: '8.3.8' },
    files: {
      ...photographsIn('static/'),
      'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';
export default { plugins: [sveltekit()] };
`,
      'svelte.config.js': 'export default {};\n',
      'src/app.html': `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="data:," />
    %sveltekit.head%
  </head>
  <body>%sveltekit.body%</body>
</html>
`,
      'src/routes/+page.svelte': `<script>
  import { onMount } from 'svelte';
  import { start } from '../verify.js';
  onMount(() => void start());
</script>
<svelte:head><title>A consumer</title></svelte:head>
<p>A consumer</p>
`,
      'src/verify.js': VERIFY,
    },
    commands: ['face-verify assets static/face-verify', 'vite build --logLevel error'],
    serverBuild: '.svelte-kit/output/server',
    site: { command: 'vite preview --host 127.0.0.1 --port 0' },
  },
  {
    name: 'Nuxt 4.4.5',
    packages: { nuxt: '4.4.5' },
    files: {
      ...photographsIn('public/'),
      'nuxt.config.js': `export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  telemetry: { enabled: false },
  app: { head: { title: 'A consumer', link: [{ rel: 'icon', href: 'data:,' }] } },
});
`,
      'app/app.vue': `<script setup>
import { start } from './verify.js';
onMounted(() => void start());
</script>
<template><p>A consumer</p></template>
`,
      'app/verify.js': VERIFY,
    },
    commands: ['face-verify assets public/face-verify', 'nuxt build --logLevel silent'],
    serverBuild: '.output/server',
    site: { command: 'nuxt preview --port 0' },
  },
];
