/** The states of sharing, joining, and of writing by commands and by pasting. */
import type { Page } from '@playwright/test'
import {
  field,
  goToEnd,
  openPalette,
  openSharing,
  type Palette,
  savedAtSchool,
} from './plan-page.ts'
import type { PageState, Scene } from './states.ts'

export const comfortStates: readonly PageState[] = [
  {
    name: 'share',
    who: 'coordinator',
    from: 'plan',
    show: ({ page }) => openSharing(page),
  },
  {
    name: 'share-asks-coordinator',
    who: 'teacher',
    from: 'plan',
    show: ({ page }) => openSharing(page),
  },
  {
    name: 'share-link-made',
    who: 'coordinator',
    from: 'plan',
    show: async (scene) => {
      await makeLink(scene)
    },
  },
  {
    name: 'share-revoke',
    who: 'coordinator',
    from: 'plan',
    show: async (scene) => {
      await makeLink(scene)
      const { page } = scene
      await page.getByRole('button', { name: 'Trekk tilbake lenken: Lærere' }).click()
      await page.getByRole('button', { name: 'Trekk tilbake lenken', exact: true }).waitFor()
    },
  },
  {
    name: 'share-large-code',
    who: 'coordinator',
    from: 'plan',
    show: async (scene) => {
      await makeLink(scene)
      await scene.page.getByRole('button', { name: 'Vis stort' }).click()
      await scene.page.getByRole('dialog', { name: /^Bli med i planen/ }).waitFor()
    },
  },
  {
    name: 'join',
    who: 'coordinator',
    from: 'plan',
    show: async (scene) => {
      const link = await makeLink(scene)
      await scene.page.context().clearCookies()
      await scene.page.goto(link)
      await scene.page.getByRole('textbox', { name: 'Skriv navnet ditt' }).waitFor()
    },
  },
  {
    name: 'join-refused',
    who: 'visitor',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/join#${'n'.repeat(43)}`)
      await page.getByText(/ikke åpen lenger/).waitFor()
    },
  },
  {
    name: 'palette',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openCommands(scene)
    },
  },
  {
    name: 'palette-finds-words',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const { search } = await openCommands({ page })
      await search.fill('moteleder')
      await page.getByRole('menuitem').first().waitFor()
    },
  },
  {
    name: 'palette-finds-nothing',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      const { search } = await openCommands({ page })
      await search.fill('xyzzy')
      await page.getByText('Ingenting har disse ordene').waitFor()
    },
  },
  {
    name: 'slash-menu',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await goToEnd(page, 'pupils.next')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await page.getByRole('listbox').waitFor()
    },
  },
  {
    name: 'shortcuts',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await savedAtSchool(page)
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: 'Hurtigtaster' }).waitFor()
    },
  },
  {
    name: 'table-offer',
    who: 'teacher',
    from: 'plan',
    show: async ({ page }) => {
      await goToEnd(page, 'models.next')
      await pasteWords(page, TABLE)
      await page.getByRole('dialog', { name: 'Dette ser ut som en plan med tiltak' }).waitFor()
    },
  },
]

const TABLE = [
  ['Tiltak', 'Ansvarlig', 'Frist', 'Status'],
  ['Kurs i TwinSpace', 'Kari Lie', '12. mars 2027', 'planlagt'],
  ['Åpen time', 'Ola Berg og Kari Lie', 'mai 2027', 'i gang'],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n')

/** @returns the link. */
async function makeLink({ page }: Scene): Promise<string> {
  await openSharing(page)
  await page.getByRole('button', { name: 'Lag en lenke' }).click()
  return page.getByRole('textbox', { name: /^Lenken er klar/ }).inputValue()
}

async function openCommands({ page }: Pick<Scene, 'page'>): Promise<Palette> {
  await savedAtSchool(page)
  await goToEnd(page, 'pupils.today')
  const palette = await openPalette(page)
  await palette.dialog.getByRole('menuitem').first().waitFor()
  return palette
}

async function pasteWords(page: Page, words: string): Promise<void> {
  await field(page, 'models.next').evaluate((box, plain) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', plain)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    box.dispatchEvent(event)
  }, words)
}
