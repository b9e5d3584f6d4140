import { describe, expect, it } from 'vitest'
import { noticesOf } from '../../../server/ops/notices.ts'
import { fontFamilies } from '../../../server/export/font-files.ts'
import { ROOT } from '../../support/source-files.ts'

describe('the third-party notices', () => {
  const notices = noticesOf(ROOT).split('='.repeat(72))

  it('carry the licence of every font of a printed plan', () => {
    const packages = new Set(
      fontFamilies().flatMap(({ files }) =>
        files.map((file) => /@expo-google-fonts\/[^/]+/.exec(file)![0]),
      ),
    )

    for (const name of packages) {
      const notice = notices.find((one) => one.startsWith(`\n${name} `))
      expect(notice, name).toContain('SIL OPEN FONT LICENSE')
      expect(notice, name).toContain('Copyright')
    }
  })

  it('name the compiler', () => {
    expect(notices.some((one) => one.startsWith('\n@myriaddreamin/typst-ts-node-compiler '))).toBe(
      true,
    )
  })
})
