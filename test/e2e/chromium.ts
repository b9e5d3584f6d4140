/**
 * The browser that the tests run in, so that `npm test` needs nothing installed:
 * CHROMIUM_PATH, else an installed one, else the one inside the npm package
 * @sparticuz/chromium (Linux x64), unpacked once into node_modules/.cache with
 * the libraries and fonts it brings.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url))
const PACKED = join(MODULES, '@sparticuz/chromium/bin')
const UNPACKED = join(MODULES, '.cache/samplan-chromium')

/** No call home, no first-run pages; no sandbox because CI runs as root. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

export interface ChromiumLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

/**
 * Launch options for Playwright.
 *
 * @throws Error with a sentence when there is no browser to be had on this machine.
 */
export function chromiumLaunchOptions(): ChromiumLaunch {
  // Without a locale Chromium forgets the names of files that are not in English letters.
  const env: Record<string, string> = { LANG: 'C.UTF-8' }
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) env[name] = value
  }
  const wanted = process.env['CHROMIUM_PATH']
  if (wanted) return { executablePath: wanted, args: ARGUMENTS, env }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return { executablePath: installed, args: ARGUMENTS, env }

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install one, or name it in CHROMIUM_PATH.')
  }
  unpack()
  const libraries = [join(UNPACKED, 'lib'), env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    executablePath: join(UNPACKED, 'chromium'),
    args: ARGUMENTS,
    env: { ...env, ...fontSettings(), LD_LIBRARY_PATH: libraries },
  }
}

/** Into a folder of its own first, renamed when whole: two test runs may do this at once. */
function unpack(): void {
  if (existsSync(UNPACKED)) return
  mkdirSync(join(MODULES, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(MODULES, '.cache', 'unpacking-'))
  for (const archive of ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br']) {
    untar(brotliDecompressSync(readFileSync(join(PACKED, archive))), folder)
  }
  const program = join(folder, 'chromium')
  writeFileSync(program, brotliDecompressSync(readFileSync(join(PACKED, 'chromium.br'))))
  chmodSync(program, 0o755)
  const fonts = `<fontconfig><dir>${join(UNPACKED, 'fonts')}</dir></fontconfig>`
  writeFileSync(join(folder, 'own-fonts.conf'), `<?xml version="1.0"?>\n${fonts}\n`)
  try {
    renameSync(folder, UNPACKED)
  } catch (error) {
    if (!existsSync(UNPACKED)) throw error
  }
}

/** A machine without any fonts gets the ones that came along. */
function fontSettings(): Record<string, string> {
  return existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_FILE: join(UNPACKED, 'own-fonts.conf') }
}

function untar(archive: Buffer, folder: string): void {
  const { status, stderr } = spawnSync('tar', ['-x', '-C', folder], { input: archive })
  if (status !== 0) throw new Error(`tar could not unpack Chromium: ${stderr.toString()}`)
}
