/** The states of the pupils' door: on the phone of a pupil, and where a teacher opens it. */
import type { Demo } from '../../shared/api/demo.ts'
import type { PupilDoor } from '../../shared/api/pupils.ts'
import { openSharing } from './plan-page.ts'
import type { PageState, Scene } from './states.ts'
import { listLoaded } from './states-list.ts'

export const pupilStates: readonly PageState[] = [
  {
    name: 'pupils',
    who: 'visitor',
    from: 'start',
    isLong: true,
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/pupils`)
      await page.getByRole('textbox', { name: 'Et navn du velger' }).fill('Nora Hansen')
    },
  },
  {
    name: 'pupils-refused',
    who: 'visitor',
    from: 'start',
    isLong: true,
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/pupils`)
      await comeIn(page, 'BBBBBB', 'Oter 7')
      await page.locator('[aria-invalid]').waitFor()
    },
  },
  {
    name: 'pupils-name-taken',
    who: 'visitor',
    from: 'start',
    isLong: true,
    show: async (scene) => {
      const { page, program } = scene
      const { url } = await openDoor(scene)
      await page.goto(url)
      await page.getByText('Koden er med').waitFor()
      await page.getByRole('textbox', { name: 'Et navn du velger' }).fill('Tern 4')
      await page.keyboard.press('Enter')
      await page.locator('[aria-invalid]').waitFor()
      if (page.url() !== `${program.url}/pupils`) throw new Error('the secret is in the address')
    },
  },
  {
    name: 'pupils-came-in',
    who: 'visitor',
    from: 'start',
    isLong: true,
    show: async (scene) => {
      const { code } = await openDoor(scene)
      await scene.page.goto(`${scene.program.url}/pupils`)
      await comeIn(scene.page, code, 'Oter 7')
      await scene.page.getByRole('button', { name: 'Les planen' }).waitFor()
    },
  },
  {
    name: 'pupils-return',
    who: 'visitor',
    from: 'start',
    isLong: true,
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/pupils`)
      await page.getByRole('button', { name: 'Jeg har en returkode' }).click()
      await page.getByRole('textbox', { name: 'Returkoden din' }).fill('BDFG HJKL MNPR STVW')
      await page.keyboard.press('Enter')
      await page.locator('[aria-invalid]').waitFor()
    },
  },
  {
    name: 'pupils-known',
    who: 'pupil',
    from: 'start',
    isLong: true,
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/pupils`)
      await page.getByRole('textbox', { name: 'Koden' }).waitFor()
    },
  },
  {
    name: 'pupils-adult-here',
    who: 'teacher',
    from: 'start',
    show: async ({ page, program }) => {
      await page.goto(`${program.url}/pupils`)
      await page.getByText('er logget inn her').waitFor()
    },
  },
  { name: 'list-pupil', who: 'pupil', from: 'start', isLong: true, show: listLoaded },
  { name: 'plan-pupil', who: 'pupil', from: 'plan', show: async () => {} },
  {
    name: 'share-pupils',
    who: 'coordinator',
    from: 'plan',
    show: async (scene) => {
      await openDoor(scene)
      await openSharing(scene.page)
      await scene.page.getByRole('button', { name: 'Koder for elever' }).click()
      const close = scene.page.getByRole('button', { name: /^Steng koden/ })
      await close.click()
      await scene.page.getByRole('button', { name: 'Ja, steng den' }).scrollIntoViewIfNeeded()
      await scene.page.getByRole('button', { name: 'Ny returkode: Tern 4' }).click()
      await scene.page.getByRole('button', { name: 'Lag en ny' }).waitFor()
    },
  },
  {
    name: 'share-pupils-code',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openSharing(scene.page)
      await scene.page.getByRole('button', { name: 'Koder for elever' }).click()
      await scene.page.getByRole('textbox', { name: 'Klasse eller gruppe' }).fill('6A')
    },
  },
  {
    name: 'share-pupils-large',
    who: 'teacher',
    from: 'plan',
    show: async (scene) => {
      await openDoor(scene)
      await openSharing(scene.page)
      await scene.page.getByRole('button', { name: 'Koder for elever' }).click()
      await scene.page.getByRole('button', { name: /^Vis stort/ }).click()
      await scene.page.getByRole('img', { name: /QR-kode/ }).waitFor()
    },
  },
  {
    name: 'share-guests',
    who: 'coordinator',
    from: 'plan',
    show: async ({ page }) => {
      await openSharing(page)
      await page.getByText('Gjester', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Hvem er gjestene?' }).fill('Lyngnes skole, besøk')
    },
  },
  {
    name: 'share-guests-revoke',
    who: 'coordinator',
    from: 'plan',
    show: async ({ page }) => {
      await openSharing(page)
      await page.getByText('Gjester', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Hvem er gjestene?' }).fill('Lyngnes skole, besøk')
      await page.getByRole('button', { name: 'Lag en lenke' }).click()
      const revoke = page.getByRole('button', {
        name: 'Trekk tilbake lenken: Lyngnes skole, besøk',
      })
      await revoke.click()
      await page.getByRole('button', { name: /gjestene er ute/ }).scrollIntoViewIfNeeded()
    },
  },
]

/** A code for 6A at the example's plan, made by its teacher on a page of their own. */
async function openDoor({ example, enter, program }: Scene): Promise<PupilDoor> {
  const teacher = example.people.find(({ role }) => role === 'teacher') as Demo['people'][number]
  const page = await enter(teacher)
  const reply = await page.request.post(`${program.url}/api/plans/${example.planId}/pupil-doors`, {
    data: { label: '6A', days: 7, maxUses: 30 },
    headers: { origin: program.url },
  })
  return (await reply.json()) as PupilDoor
}

async function comeIn(page: Scene['page'], code: string, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Koden' }).fill(code)
  await page.getByRole('textbox', { name: 'Et navn du velger' }).fill(name)
  await page.keyboard.press('Enter')
}
