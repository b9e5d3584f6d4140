/** What can be done with the whole plan and its page, as commands. */
import { useLingui } from '@lingui/react/macro'
import { useLocation } from 'wouter'
import { LANGUAGES, languageTraits } from '../../shared/languages.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { exportAddress } from '../api/exports.ts'
import type { Command } from '../commands/command.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useInstall } from '../ui/install-offer.ts'
import { useTheme } from '../ui/theme.ts'
import { useLanguage } from '../words/language.tsx'
import type { MapSection } from './plan-map.ts'
import { useCopyPlan } from './use-copy-plan.ts'
import { useHistoryCommands } from './use-history-commands.ts'
import { useTellWhereItIs } from './tell-where-it-is.ts'
import { usePrintPlan } from './use-print-plan.ts'
import { useWithThreads } from './with-threads.ts'

export function usePlanCommands(plan: Plan, sections: readonly MapSection[]): readonly Command[] {
  const copyPlan = useCopyPlan(plan, sections)
  return [
    ...useUndoCommands(),
    ...useHistoryCommands(),
    ...useTakeOutCommands(copyPlan),
    ...usePageCommands(),
  ]
}

function useUndoCommands(): readonly Command[] {
  const { t } = useLingui()
  const { undo, recovery } = useOpenPlan()
  const canUndo = useObservable(undo.canUndo)
  const canRedo = useObservable(undo.canRedo)
  const hasCopies = useObservable(recovery).length > 0
  return [
    ...when(canUndo, {
      id: 'undo',
      words: t`Undo`,
      also: 'angre',
      icon: 'undo',
      chord: PAGE_KEYS.undo,
      run: () => undo.undo(),
    }),
    ...when(canRedo, {
      id: 'redo',
      words: t`Redo`,
      also: 'gjør om',
      icon: 'redo',
      chord: PAGE_KEYS.redo,
      run: () => undo.redo(),
    }),
    ...when(hasCopies, {
      id: 'set-aside',
      words: t`Show what was set aside`,
      also: 'copy kopi lagt til side',
      icon: 'device',
      run: () => {
        const head = document.getElementById('set-aside')
        head?.scrollIntoView({ block: 'center' })
        head?.focus({ preventScroll: true })
      },
    }),
  ]
}

function useTakeOutCommands(copyPlan: () => void): readonly Command[] {
  const { t } = useLingui()
  const { planId, entry } = useOpenPlan()
  const { language } = useLanguage()
  const { show } = useCommandWindows()
  const printNow = usePrintPlan()
  const tellWhere = useTellWhereItIs()
  const { isPossible: mayTakeThreads, isWanted: withThreads, setWanted } = useWithThreads()
  const { mayExport } = entry.me
  const download = (format: 'html' | 'md') => {
    const link = document.createElement('a')
    link.href = exportAddress(planId, format, { language, withThreads })
    link.download = ''
    link.click()
    tellWhere()
  }
  return [
    ...when(entry.me.mayShare, {
      id: 'share',
      words: t`Share`,
      also: 'invite link qr del inviter lenke',
      icon: 'share',
      run: () => show('share'),
    }),
    {
      id: 'plan-people',
      group: 'plan',
      words: t`Who is what in this plan`,
      also: 'posts rights head owner verv rettigheter ansvarlig leder rektor',
      icon: 'person',
      run: () => show('people'),
    },
    {
      id: 'copy-plan',
      group: 'plan',
      words: t`Copy the whole plan`,
      also: 'clipboard kopier utklippstavle word docs',
      hint: t`To paste in Word, Google Docs or an e-mail`,
      icon: 'copy',
      isImmediate: true,
      run: copyPlan,
    },
    ...when(mayExport, {
      id: 'export-pdf',
      words: t`Export as PDF`,
      also: 'eksporter last ned download',
      icon: 'download',
      run: () => show('pdf'),
    }),
    ...when(mayExport, {
      id: 'export-html',
      words: t`Export as web page (HTML)`,
      also: 'eksporter last ned download nettside',
      icon: 'download',
      isImmediate: true,
      run: () => download('html'),
    }),
    ...when(mayExport, {
      id: 'export-md',
      words: t`Export as Markdown`,
      also: 'eksporter last ned download',
      icon: 'download',
      isImmediate: true,
      run: () => download('md'),
    }),
    ...when(mayExport && mayTakeThreads, {
      id: 'with-threads',
      words: withThreads
        ? t`Export without comments and suggestions`
        : t`Export with comments and suggestions`,
      also: 'eksporter kommentarer forslag comments',
      icon: 'check',
      run: () => setWanted(!withThreads),
    }),
    {
      id: 'print',
      group: 'plan',
      words: t`Print`,
      also: 'skriv ut',
      icon: 'print',
      chord: PAGE_KEYS.print,
      run: printNow,
    },
  ]
}

function usePageCommands(): readonly Command[] {
  const { t } = useLingui()
  const { theme, setTheme } = useTheme()
  const { language, setLanguage } = useLanguage()
  const { show } = useCommandWindows()
  const [, go] = useLocation()
  const install = useInstall()
  const isDark = theme === 'dark'
  return [
    {
      id: 'theme',
      group: 'plan',
      words: isDark ? t`Switch to light` : t`Switch to dark`,
      also: 'theme tema lys mørk',
      icon: isDark ? 'sun' : 'moon',
      run: () => setTheme(isDark ? 'light' : 'dark'),
    },
    ...LANGUAGES.filter((one) => one !== language).map((one): Command => {
      const { name } = languageTraits(one)
      return {
        id: `language-${one}`,
        group: 'plan',
        words: t`Language of the pages: ${name}`,
        also: 'language språk',
        icon: 'language',
        run: () => setLanguage(one),
      }
    }),
    {
      id: 'shortcuts',
      group: 'plan',
      words: t`Keyboard shortcuts`,
      also: 'keys hjelp help tastatur snarveier',
      icon: 'keyboard',
      chord: PAGE_KEYS.shortcuts,
      run: () => show('shortcuts'),
    },
    ...when(install !== null, {
      id: 'install',
      words: t`Install Samplan`,
      also: 'app installer',
      icon: 'device',
      isImmediate: true,
      run: () => install?.(),
    }),
    {
      id: 'inbox',
      group: 'plan',
      words: t`What is new`,
      also: 'inbox notifications varsler nytt innboks',
      icon: 'bell',
      run: () => go('/inbox'),
    },
    {
      id: 'to-plans',
      group: 'plan',
      words: t`To the plans`,
      also: 'home start back tilbake',
      icon: 'arrow-left',
      run: () => go('/'),
    },
    {
      id: 'sign-out',
      group: 'plan',
      words: t`Sign out`,
      also: 'log out logg ut',
      icon: 'sign-out',
      run: () => show('sign-out'),
    },
  ]
}

/** A command of the plan, when it is possible. */
function when(isPossible: boolean, command: Omit<Command, 'group'>): readonly Command[] {
  return isPossible ? [{ ...command, group: 'plan' }] : []
}
