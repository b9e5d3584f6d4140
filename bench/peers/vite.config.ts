/** Builds the peers' pages as the product's own are built; run by bench/editor. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: new URL('blocknote', import.meta.url).pathname,
  plugins: [react()],
  resolve: { dedupe: ['react', 'react-dom', 'yjs', 'prosemirror-model', 'prosemirror-state'] },
  build: {
    outDir: '../dist/blocknote',
    emptyOutDir: true,
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 4000,
  },
})
