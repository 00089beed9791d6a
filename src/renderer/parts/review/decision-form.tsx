import { Button, Kbd, MultiSelect, Select, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { LEAST_NOTE, REASON_CODES, type StepState } from '#core/model/disposition.ts';
import { DEFAULT_DAYS, refOf } from '#core/signals/disposition.ts';
import type { Flag } from '#core/signals/flag.ts';
import { useCommand } from '#renderer/app/asking.ts';
import { Failure } from '#renderer/app/failure.tsx';
import { MOD } from '#renderer/app/keys-help.tsx';
import type { Told } from '#renderer/client.ts';
import { ClosedUnlike } from './closed-unlike.tsx';
import {
  type DecisionDraft,
  type DraftProblems,
  decisionOf,
  emptyDraft,
  evidenceChoices,
  noteCount,
  problemsOf,
} from './decision-draft.ts';
import classes from './review.module.css';
import { reasonText, stepAct, stepDid } from './review-words.ts';

interface DecisionFormProps {
  readonly flag: Flag;
  readonly review: Told<'dispositions', 'get'>;
  readonly state: StepState;
  readonly onDone: () => void;
}

/** The next step of a review. What a box lacks is said at the box, once saving was tried; Ctrl-Enter saves. */
export function DecisionForm({ flag, review, state, onDone }: DecisionFormProps) {
  const [draft, setDraft] = useState(() => emptyDraft(state, review.today));
  const [isTried, setTried] = useState(false);
  const deciding = useCommand('dispositions', 'decide');
  const problems = problemsOf(draft, state, { flag, review });
  const save = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const { fingerprint } = review;
    deciding.mutate(
      { ...refOf(flag), fingerprint, ...decisionOf(draft, state) },
      {
        onSuccess: () => {
          notifications.show({
            message: `The flag is ${stepDid(state)}. Undo takes it back.`,
            autoClose: 3_000,
          });
          onDone();
        },
      },
    );
  };
  const boxes = {
    draft,
    set: (change: Partial<DecisionDraft>) => setDraft({ ...draft, ...change }),
    problems: isTried ? problems : {},
  };
  return (
    <form
      className={classes.form}
      aria-label={stepAct(state)}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Escape') return leave(event, isUntouched(draft) ? onDone : () => undefined);
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      <Grounds {...boxes} flag={flag} state={state} />
      <NoteBox {...boxes} />
      <Terms {...boxes} flag={flag} review={review} state={state} />
      <ClosedUnlike draft={draft} state={state} review={review} />
      {deciding.error === null ? null : <Failure error={deciding.error} />}
      <footer className={classes.foot}>
        <span className={classes.dim}>
          <Kbd>{MOD}</Kbd> <Kbd>Enter</Kbd> saves
        </span>
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={deciding.isPending}>
          Save
        </Button>
      </footer>
    </form>
  );
}

/** Esc closes an open list, else a form in which nothing is written yet; never the panel around it. */
function leave(event: KeyboardEvent, close: () => void): void {
  event.preventDefault();
  const isListOpen = event.target instanceof Element && event.target.ariaExpanded === 'true';
  if (!isListOpen) close();
}

function isUntouched({ note, reviewer, mitigant, evidenceIds }: DecisionDraft): boolean {
  return note + reviewer + mitigant === '' && evidenceIds.length === 0;
}

interface BoxesProps {
  readonly draft: DecisionDraft;
  readonly set: (change: Partial<DecisionDraft>) => void;
  readonly problems: DraftProblems;
}

/** What the decision rests on: a reason code, or a mitigant with its evidence. */
function Grounds({
  draft,
  set,
  problems,
  flag,
  state,
}: BoxesProps & Pick<DecisionFormProps, 'flag' | 'state'>) {
  return (
    <>
      {state !== 'false-positive' ? null : (
        <Select
          label="Reason code"
          withAsterisk
          data-autofocus
          data={REASON_CODES.map((code) => ({ value: code, label: reasonText(code) }))}
          value={draft.reasonCode}
          allowDeselect={false}
          error={problems.reasonCode}
          onChange={(code) => set({ reasonCode: REASON_CODES.find((known) => known === code) ?? null })}
        />
      )}
      {state !== 'mitigated' ? null : (
        <TextInput
          label="Mitigant"
          description="What takes the edge off the concern, such as a guarantee of the parent."
          withAsterisk
          maxLength={1_000}
          value={draft.mitigant}
          error={problems.mitigant}
          onChange={(event) => set({ mitigant: event.currentTarget.value })}
        />
      )}
      {state === 'reopened' ? null : (
        <MultiSelect
          size="xs"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label="Evidence"
          description="Entries and sources that this flag rests on."
          withAsterisk={state === 'mitigated'}
          data={evidenceChoices(flag)}
          value={[...draft.evidenceIds]}
          error={problems.evidenceIds}
          searchable
          hidePickedOptions
          nothingFoundMessage="Nothing fits."
          maxDropdownHeight={220}
          onChange={(evidenceIds) => set({ evidenceIds })}
        />
      )}
    </>
  );
}

function NoteBox({ draft, set, problems }: BoxesProps) {
  return (
    <Textarea
      label="Note"
      description={<span role="status">{noteCount(draft.note, LEAST_NOTE)}</span>}
      withAsterisk
      autosize
      minRows={2}
      maxRows={8}
      maxLength={4_000}
      value={draft.note}
      error={problems.note}
      onChange={(event) => set({ note: event.currentTarget.value })}
    />
  );
}

type TermsProps = BoxesProps & Omit<DecisionFormProps, 'onDone'>;

/** Who looked at it, and how long it holds. A flag that is reopened needs neither. */
function Terms({ draft, set, problems, flag, review, state }: TermsProps) {
  if (state === 'reopened') return null;
  const isCritical = flag.severity === 'critical';
  return (
    <div className={classes.terms}>
      <TextInput
        label="Reviewer"
        description={reviewerHelp(isCritical, review.isSingleUser)}
        withAsterisk={isCritical && !review.isSingleUser}
        maxLength={200}
        value={draft.reviewer}
        error={problems.reviewer}
        onChange={(event) => set({ reviewer: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label="Expires"
        description={`${DEFAULT_DAYS[state]} days unless you choose another day.`}
        withAsterisk
        value={draft.expiresOn}
        error={problems.expiresOn}
        onChange={(event) => set({ expiresOn: event.currentTarget.value })}
      />
    </div>
  );
}

function reviewerHelp(isCritical: boolean, isSingleUser: boolean): string {
  if (!isCritical) return 'Who else looked at it; may be empty.';
  return isSingleUser
    ? 'Without one it is marked self-reviewed.'
    : 'Someone else than you looks at a critical flag.';
}
