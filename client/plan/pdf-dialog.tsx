/**
 * The plan as PDF: laid out on the server, fetched, then offered together with
 * what the person must know of it before it is handed on.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ExportWarnings } from '../../shared/api/export-warnings.ts'
import { exportAddress, type ExportedFile, fetchExport } from '../api/exports.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf } from '../api/request.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { CheckBox } from '../ui/check-box.tsx'
import { Modal, ModalButtons } from '../ui/modal.tsx'
import { Progress } from '../ui/progress.tsx'
import { useLanguage } from '../words/language.tsx'
import { saveFile } from './save-file.ts'
import { useWithThreads } from './with-threads.ts'

interface PdfDialogProps {
  readonly planId: string
  readonly onClose: () => void
}

export function PdfDialog({ planId, onClose }: PdfDialogProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const failureWords = useFailureWords()
  const { saveState } = useOpenPlan()
  // As it was when the file was asked for.
  const [isAllAtSchool] = useState(() => saveState.get() === 'saved-at-school')
  const { isPossible, isWanted: withThreads, setWanted } = useWithThreads()
  const address = exportAddress(planId, 'pdf', { language, withThreads })
  const pdf = useQuery({
    queryKey: ['export', address],
    queryFn: ({ signal }) => fetchExport(address, signal),
    // The plan goes on changing: every dialog gets a file of its own.
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  })
  const [isSaved, setSaved] = useState(false)
  const save = ({ file, name }: ExportedFile) => {
    saveFile(file, name)
    setSaved(true)
  }
  const failure = pdf.isError ? failureWords(problemOf(pdf.error)) : null

  return (
    <Modal title={t`The plan as PDF`} isOpen onClose={onClose}>
      {isPossible && (
        <CheckBox
          label={t`With comments and suggestions`}
          isOn={withThreads}
          onChange={setWanted}
        />
      )}
      {pdf.isFetching && (
        <Progress>
          <Trans>The school’s server is laying out the pages.</Trans>
        </Progress>
      )}
      {pdf.data && <Ready warnings={pdf.data.warnings} isWhole={isAllAtSchool} />}
      <output>{isSaved && <Trans>You find the file among your browser’s downloads</Trans>}</output>
      {failure && !pdf.isFetching && (
        <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>
      )}
      <ModalButtons>
        <Button onPress={onClose}>
          <Trans>Close</Trans>
        </Button>
        {failure && (
          <Button tone="main" isPending={pdf.isFetching} onPress={() => void pdf.refetch()}>
            <Trans>Try again</Trans>
          </Button>
        )}
        {pdf.data && (
          <Button tone="main" icon="download" onPress={() => save(pdf.data)}>
            <Trans>Download</Trans>
          </Button>
        )}
      </ModalButtons>
    </Modal>
  )
}

interface ReadyProps {
  readonly warnings: ExportWarnings
  /** Was everything at school when the file was asked for? */
  readonly isWhole: boolean
}

function Ready({ warnings: { unprinted, unclaimed }, isWhole }: ReadyProps) {
  return (
    <output>
      {unclaimed ? (
        <Trans>
          The PDF is ready, but it does not keep the rules for accessible and lasting PDF. It can be
          read and printed.
        </Trans>
      ) : (
        <Trans>The PDF is ready. Screen readers can read it, and it can be archived.</Trans>
      )}{' '}
      {!isWhole && <Trans>What is not saved at school yet is not in it.</Trans>}{' '}
      {unprinted > 0 && (
        <Plural
          value={unprinted}
          one="One character could not be printed. There is a box in its place."
          other="# characters could not be printed. There is a box in place of each."
        />
      )}
    </output>
  )
}
