/**
 * How the client is built and how the tests are run.
 *
 * Two test projects, because yjs is patched for the undoing side only (see
 * client/open-plan/patch-yjs.ts): `client` runs with the patch and a DOM, `node`
 * without either, as the server does. A third, `postgres`, runs a few of `node` once
 * more, with Postgres in place of SQLite.
 */
import { lingui } from '@lingui/vite-plugin'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { appFiles, compressedFiles } from './server/ops/app-files.ts'
import { pageChunks } from './server/ops/page-chunks.ts'
import { thirdPartyNotices } from './server/ops/notices.ts'
import { patchYjs } from './client/open-plan/patch-yjs.ts'
import { LANGUAGES, languageTraits } from './shared/languages.ts'
import { pagesWords } from './shared/words/pages-words.ts'

/**
 * The server that `npm run dev` starts beside Vite (server/ops/dev.ts), asked as the
 * browser asks: under another name it would send pages to its own address.
 */
const TO_SERVER = { target: `http://127.0.0.1:${process.env['PORT'] ?? 4321}`, changeOrigin: false }
const MAIN = new URL('client/main.tsx', import.meta.url).pathname
const ONE_COPY_EACH = ['yjs', 'prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'react']
/** Of Lingui only its macros: the words themselves come from shared/words/pages-words.ts. */
const macros = lingui({
  configPath: new URL('shared/words/lingui.config.ts', import.meta.url).pathname,
  macroTransform: true,
})
// en-US must be among them, or every language without its own strings is a white page.
const ariaWords = ['en-US', ...LANGUAGES.map((language) => languageTraits(language).locale)]
const ariaLocales = {
  ...optimizeLocales.vite({ locales: ariaWords }),
  enforce: 'pre' as const,
}

/** Where engines could differ most: who may what, and what must hold when many come at once. */
const ON_BOTH_ENGINES = [
  'test/server/role-matrix.test.ts',
  'test/server/people/invitations.test.ts',
  'test/server/people/joining.test.ts',
]

export default defineConfig({
  root: 'client',
  cacheDir: '../node_modules/.vite',
  plugins: [
    patchYjs(),
    react(),
    macros,
    pagesWords(),
    ariaLocales,
    appFiles('client/public'),
    thirdPartyNotices(import.meta.dirname),
    compressedFiles(),
  ],
  resolve: {
    dedupe: ONE_COPY_EACH,
    alias: {
      '@tiptap/pm/history': new URL('client/text/no-history.ts', import.meta.url).pathname,
    },
  },
  // A pre-bundled yjs would be an unpatched one.
  optimizeDeps: { exclude: ['yjs'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Which file needs which: test/page-weight.config.ts reads it. Never served.
    manifest: true,
    // Fonts stay files: a data URL would need a wider content security policy.
    assetsInlineLimit: 0,
    // What a page may weigh is in test/page-weight.config.ts.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { groups: [pageChunks(MAIN)] } },
    },
  },
  server: {
    port: 4322,
    strictPort: true,
    // In development Vite serves the pages, and the server all else.
    proxy: {
      // client/api/*.ts stands at /api/*.ts here, so an address with an ending is Vite's own.
      '^/api/[^?.]+(?:[?]|$)': TO_SERVER,
      '/sync/': { ...TO_SERVER, ws: true },
      '/sign-in/': TO_SERVER,
      '/livez': TO_SERVER,
      '/readyz': TO_SERVER,
    },
  },
  test: {
    // vitest leaves a processor free when it is not told; on two that is half of them.
    maxWorkers: '100%',
    // What hangs is told by whoever waits in vain (test/support/until.ts: ten seconds), and only
    // then by these. They bound nothing: how long a test takes is the machine's business.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // Starts nothing until a test asks for a Postgres database.
    globalSetup: [new URL('test/support/postgres-door.ts', import.meta.url).pathname],
    projects: [
      {
        extends: true,
        root: import.meta.dirname,
        plugins: [],
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/client/**', 'test/e2e/**'],
          pool: 'forks',
          // One process runs one file after the other: what they all read is read once, and warm.
          isolate: false,
        },
      },
      {
        extends: true,
        root: import.meta.dirname,
        plugins: [],
        test: {
          name: 'postgres',
          environment: 'node',
          include: ON_BOTH_ENGINES,
          env: { TEST_ENGINE: 'postgres' },
          pool: 'forks',
          isolate: false,
        },
      },
      {
        extends: true,
        root: import.meta.dirname,
        test: {
          name: 'client',
          environment: 'jsdom',
          // Every file has a fresh DOM and fresh modules, in a process that has jsdom read already.
          // A process and no thread: what windows say to each other (BroadcastChannel) is heard in
          // all threads of one, and files that run side by side open the same plan.
          pool: 'vmForks',
          include: ['test/client/**/*.test.{ts,tsx}'],
          server: {
            deps: { inline: [/yjs/, /y-prosemirror/, /y-protocols/, /y-websocket/, /lib0/] },
          },
        },
      },
    ],
  },
})
