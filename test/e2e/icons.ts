/**
 * Draws the icons of the installed program from client/public/icon.svg, the mark in
 * light on the mat. Run after a change of the mark: npm run icons
 */
import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { chromiumLaunchOptions } from './chromium.ts'

const FOLDER = 'client/public'
/** --mat and --mat-ink of client/ui/tokens.css. */
const MAT = '#0e4a3a'
const INK = '#f3f7f1'

interface IconShape {
  readonly file: string
  readonly pixels: number
  /** Of the corners, in parts of the side; 0 where the system cuts its own shape. */
  readonly radius: number
  /** Of the mark, in parts of the side; a mask may cut off all but the inner 80 %. */
  readonly mark: number
}

const SHAPES: readonly IconShape[] = [
  { file: 'icon-192.png', pixels: 192, radius: 0.18, mark: 0.72 },
  { file: 'icon-512.png', pixels: 512, radius: 0.18, mark: 0.72 },
  { file: 'icon-maskable-512.png', pixels: 512, radius: 0, mark: 0.56 },
  { file: 'apple-touch-icon.png', pixels: 180, radius: 0, mark: 0.66 },
]

const paths = readFileSync(`${FOLDER}/icon.svg`, 'utf8').match(/<path [^>]+>/g) ?? []
const browser = await chromium.launch(chromiumLaunchOptions())
for (const { file, pixels, radius, mark } of SHAPES) {
  const page = await browser.newPage({ viewport: { width: pixels, height: pixels } })
  const side = 64 / mark
  await page.setContent(
    `<style>body{margin:0}svg{display:block}</style>
    <svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}"
      viewBox="${-side / 2} ${-side / 2} ${side} ${side}">
      <rect x="${-side / 2}" y="${-side / 2}" width="${side}" height="${side}"
        rx="${side * radius}" fill="${MAT}" />
      <g fill="${INK}">${paths.join('')}</g>
    </svg>`,
  )
  await page.screenshot({ path: `${FOLDER}/${file}`, omitBackground: true })
  await page.close()
}
await browser.close()
