/**
 * What a browser says of itself, as two coarse words by which a person knows their
 * own devices again. No version, no model: more is not kept.
 */
import type { Browser, Device, System } from '../../shared/api/sessions.ts'

/** The first that is found counts: most name others beside themselves. */
const BROWSERS: readonly (readonly [Browser, RegExp])[] = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['safari', /\bSafari\//],
]
const SYSTEMS: readonly (readonly [System, RegExp])[] = [
  ['ipad', /\biPad\b/],
  ['iphone', /\biPhone\b/],
  ['android', /\bAndroid\b/],
  ['chromebook', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
]

/** @param userAgent the header; undefined: none was sent. */
export function deviceOf(userAgent: string | undefined): Device {
  return { browser: firstIn(BROWSERS, userAgent), system: firstIn(SYSTEMS, userAgent) }
}

function firstIn<Word extends string>(
  words: readonly (readonly [Word, RegExp])[],
  userAgent = '',
): Word | 'other' {
  return words.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? 'other'
}
