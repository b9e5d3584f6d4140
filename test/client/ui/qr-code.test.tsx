import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { encode } from 'uqr'
import { QrCode } from '../../../client/ui/qr-code.tsx'

const LINK = `https://plan.lyngnes.example/join#${'aB3_-'.repeat(9).slice(0, 43)}`

it('draws exactly the dark squares, with the margin that cameras need', () => {
  const { data, size } = encode(LINK, { ecc: 'M', border: 4 })
  const markup = renderToStaticMarkup(<QrCode text={LINK} label="QR code" />)

  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of markup.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    drawn[Number(y)]!.fill(true, Number(x), Number(x) + Number(width))
  }

  expect(drawn).toEqual(data)
  expect(markup).toContain(`viewBox="0 0 ${size} ${size}"`)
  expect(data.slice(0, 4).flat().some(Boolean)).toBe(false)
})

it('has a name for those who do not see it', () => {
  const markup = renderToStaticMarkup(<QrCode text={LINK} label="QR code that opens the link" />)

  expect(markup).toMatch(/role="img" aria-label="QR code that opens the link"/)
})
