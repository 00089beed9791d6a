import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { EncodingQuestion } from './encoding-question.tsx';
import { PasteBox } from './paste-box.tsx';
import { type Question, questionAsked, subscribeQuestions } from './questions.ts';
import { SourceQuestion } from './source-question.tsx';

const TITLES: Readonly<Record<Question['ask'], string>> = {
  encoding: 'In which encoding was this text written?',
  source: 'Is this a text that the ledger knows?',
  words: 'Paste a document',
};

/** The question that is open on a document on its way in. */
export function IntakeQuestions() {
  const question = useSyncExternalStore(subscribeQuestions, questionAsked);
  if (question === null) return null;
  return (
    <Modal
      opened
      onClose={() => question.answer(null)}
      title={TITLES[question.ask]}
      size={question.ask === 'words' ? 'xl' : 'lg'}
      closeOnClickOutside={false}
    >
      <Shown question={question} />
    </Modal>
  );
}

function Shown({ question }: { readonly question: Question }) {
  switch (question.ask) {
    case 'encoding':
      return <EncodingQuestion document={question.document} answer={question.answer} />;
    case 'source':
      return <SourceQuestion name={question.name} taken={question.taken} answer={question.answer} />;
    default:
      return <PasteBox start={question.start} answer={question.answer} />;
  }
}
