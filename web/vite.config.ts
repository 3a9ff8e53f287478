import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `npm run web` finds the shop's API. */
const API = process.env['LEVAIN_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [{ ...optimizeLocales.vite({ locales: ['zh-CN', 'en-US'] }), enforce: 'pre' }, react()],
  server: { host: '127.0.0.1', proxy: { '/api': API } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    manifest: true, // what is fetched with what, for bench/console.mjs
    target: 'es2022',
    sourcemap: false, // nobody but the shop's own people reads it, and they have the sources
    modulePreload: { polyfill: false }, // the polyfill is an inline script
    chunkSizeWarningLimit: 800,
    assetsInlineLimit: 0,
  },
});
