import { Button } from '@mantine/core';
import { IconArrowUpRight, IconChevronRight } from '@tabler/icons-react';
import type { FlagInput } from '#core/signals/flag.ts';
import { useGoTo } from '#renderer/app/go-to.ts';
import { choiceText } from '#renderer/app/numbers.ts';
import type { ScreenId } from '#renderer/screens/registry.ts';
import { inputAmountText } from './flag-text.ts';
import { credibilityText, reliabilityText } from './grade-words.ts';
import classes from './input-list.module.css';
import { intervalText } from './quantity-text.ts';
import { WordsIcon } from './show-words.tsx';

interface InputListProps {
  readonly inputs: readonly FlagInput[];
}

/** The figures and deals of a flag; each opens to the words of its passage and how far its source can be relied on. */
export function InputList({ inputs }: InputListProps) {
  return (
    <ul className={classes.list}>
      {inputs.map((input) => (
        <li key={`${input.role} ${input.id} ${input.name}`} className={classes.item}>
          <InputEntry input={input} />
          <WordsIcon id={input.id} name={input.name} />
        </li>
      ))}
    </ul>
  );
}

function InputEntry({ input }: { readonly input: FlagInput }) {
  const { name, value, unit, note, isUsed } = input;
  return (
    <details className={classes.entry} data-unused={!isUsed || undefined}>
      <summary className={classes.summary}>
        <IconChevronRight size={14} className={classes.chevron} aria-hidden />
        <span className={classes.name}>
          {name}
          <span className={classes.brief}>{briefOf(input)}</span>
          {isUsed || note === null ? null : <span className={classes.reason}>{note}</span>}
        </span>
        <span
          className={classes.amount}
          title={value === null ? undefined : intervalText(value, unit, { isFull: true })}
        >
          {inputAmountText(input)}
        </span>
      </summary>
      <InputDetails input={input} />
    </details>
  );
}

function briefOf({ role, basis, status, period, reliability }: FlagInput): string {
  const facts = [role, basis, status, period].flatMap((fact) =>
    fact === null || fact === '' ? [] : [choiceText(fact)],
  );
  return [...facts, `grade ${reliability}`].join(' · ');
}

function InputDetails({ input }: { readonly input: FlagInput }) {
  const { quote, source, reliability, credibility, versions, note, isUsed } = input;
  return (
    <div className={classes.details}>
      {quote === null ? (
        <p className={classes.fact}>No passage is on file for it.</p>
      ) : (
        <blockquote className={classes.quote}>
          <p>“{quote}”</p>
          <footer>{source}</footer>
        </blockquote>
      )}
      {quote === null ? <p className={classes.fact}>Source: {source}</p> : null}
      <p className={classes.fact}>{reliabilityText(reliability)}</p>
      <p className={classes.fact}>{credibilityText(credibility)}</p>
      {versions > 1 ? <p className={classes.fact}>Chosen from {versions} versions on file.</p> : null}
      {isUsed && note !== null && note !== '' ? <p className={classes.fact}>{note}</p> : null}
      <p className={classes.id}>
        {choiceText(input.kind)} {input.id}
      </p>
      <OpenInput input={input} />
      <CompareInput input={input} />
    </div>
  );
}

const PLACES: Readonly<Record<FlagInput['kind'], { readonly screen: ScreenId; readonly label: string }>> = {
  figure: { screen: 'figures', label: 'Open figure' },
  deal: { screen: 'deals', label: 'Open deal' },
  quote: { screen: 'quotes', label: 'Open quote' },
  reaction: { screen: 'market', label: 'Open market reaction' },
  'key-date': { screen: 'key-dates', label: 'Open key date' },
  source: { screen: 'sources', label: 'Open source' },
  'fx-rate': { screen: 'market', label: 'Open exchange rate' },
};

function OpenInput({ input: { kind, id } }: { readonly input: FlagInput }) {
  const goTo = useGoTo();
  const { screen, label } = PLACES[kind];
  return (
    <Button
      variant="default"
      size="compact-xs"
      rightSection={<IconArrowUpRight size={13} />}
      onClick={() => goTo(screen, { entry: id })}
    >
      {label}
    </Button>
  );
}

/** From one of several versions to all of them side by side. */
function CompareInput({ input: { kind, id, versions } }: { readonly input: FlagInput }) {
  const goTo = useGoTo();
  if (versions < 2 || (kind !== 'figure' && kind !== 'key-date')) return null;
  return (
    <Button
      variant="default"
      size="compact-xs"
      rightSection={<IconArrowUpRight size={13} />}
      onClick={() => goTo('figures', { view: 'compare', matter: id })}
    >
      {versions} versions on file: compare
    </Button>
  );
}
