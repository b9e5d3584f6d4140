/**
 * Vite plugin: writes third-party-notices.txt beside the pages, with the licence
 * of every package that the program ships or runs. Fails the build when one has
 * none, so that a new dependency is looked at. Runs at build time only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly dev?: boolean
  readonly optional?: boolean
}

const LICENCE_FILE = /^(?:licen[cs]e|copying|ofl|notice)(?:[-._].*)?$/i
const RULE = '='.repeat(72)

/** @param root the folder that holds package-lock.json and node_modules. */
export function thirdPartyNotices(root: string): Plugin {
  return {
    name: 'samplan:third-party-notices',
    apply: 'build',
    generateBundle() {
      const source = noticesOf(root)
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source })
    },
  }
}

/**
 * Name, version and licence texts of every package that ships or runs.
 *
 * @throws Error naming the packages that say nothing of their licence.
 */
export function noticesOf(root: string): string {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>
  }
  const shipped = Object.entries(packages).filter(
    ([path, { dev, optional }]) => path !== '' && !dev && !optional,
  )
  const silent = shipped.filter(([, { license }]) => !license).map(([path]) => path)
  if (silent.length > 0) throw new Error(`no licence is named by ${silent.join(', ')}`)

  const notices = shipped.map(([path, { version, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    return `${RULE}\n${name} ${version} (${license})\n\n${licenceText(join(root, path))}`
  })
  return `Samplan ships and runs these packages.\n\n${notices.join('\n\n')}\n`
}

function licenceText(folder: string): string {
  const files = existsSync(folder) ? readdirSync(folder) : []
  return files
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim())
    .join('\n\n')
}
