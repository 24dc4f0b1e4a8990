import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The web app alone is built; everything else runs as it is. `vite` serves it for development and hands requests for
// data to a running server.
const api = process.env.FAHRPLAN_API ?? 'http://127.0.0.1:8080';

export default defineConfig(({ command }) => {
  // Whoever starts the build, from a test run or a shell of a developer: what is built is what the city gets.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: 'src/web',
    plugins: [react()],
    build: {
      outDir: '../../dist/web',
      emptyOutDir: true,
      // The Content-Security-Policy allows files of our own origin only: nothing may be inlined as a data: address.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
    server: { proxy: { '/api': api, '/anmelden': api } },
  };
});
