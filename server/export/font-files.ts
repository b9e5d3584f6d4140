/**
 * The fonts of a printed plan, as files of npm packages (all under the OFL; the
 * build lists them in the notices). Literata is what the school has written,
 * Sofia Sans what the tool says; the others only come in for letters that these
 * two lack. Amiri for Arabic: it joins lam and alef as two glyphs, so that what is
 * copied out of the file is what was typed; Noto doubles letters there, Vazirmatn
 * turns these two around.
 */
import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A family's name in the template, its package and the cuts that are used. */
const FAMILIES = [
  {
    family: 'Literata',
    package: 'literata',
    cuts: [
      '300Light',
      '400Regular',
      '400Regular_Italic',
      '500Medium',
      '600SemiBold',
      '600SemiBold_Italic',
    ],
  },
  { family: 'Sofia Sans', package: 'sofia-sans', cuts: ['400Regular', '600SemiBold'] },
  { family: 'Amiri', package: 'amiri', cuts: ['400Regular', '700Bold'] },
  {
    family: 'Noto Sans Armenian',
    package: 'noto-sans-armenian',
    cuts: ['400Regular', '600SemiBold'],
  },
  {
    family: 'Noto Sans Georgian',
    package: 'noto-sans-georgian',
    cuts: ['400Regular', '600SemiBold'],
  },
  { family: 'Noto Sans Symbols 2', package: 'noto-sans-symbols-2', cuts: ['400Regular'] },
  { family: 'Noto Emoji', package: 'noto-emoji', cuts: ['400Regular'] },
] as const

export interface FontFamily {
  readonly family: string
  /** TrueType files, one a cut. */
  readonly files: readonly string[]
}

/** Every family that the template may use. */
export function fontFamilies(): readonly FontFamily[] {
  const { resolve } = createRequire(import.meta.url)
  return FAMILIES.map(({ family, package: name, cuts }) => {
    const root = dirname(resolve(`@expo-google-fonts/${name}/package.json`))
    return { family, files: cuts.map((cut) => fontFileIn(join(root, cut))) }
  })
}

/** A cut has a folder of its own, with the font and a picture of it. */
function fontFileIn(folder: string): string {
  const file = readdirSync(folder).find((name) => name.endsWith('.ttf'))
  if (file === undefined) throw new Error(`no font in ${folder}`)
  return join(folder, file)
}
