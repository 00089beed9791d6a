import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { PARTY_ROLES } from '#core/model/deal.ts';
import { choiceText } from '#renderer/app/numbers.ts';
import classes from './draft-form.module.css';
import { entitySlots, type Named } from './draft-texts.ts';
import { EntityBox } from './entity-box.tsx';
import type { DraftTold } from './use-draft.ts';
import type { Review } from './use-review.ts';

interface EntityBoxesProps {
  readonly review: Review;
  readonly told: DraftTold;
}

const ROLES = PARTY_ROLES.map((role) => ({ value: role, label: choiceText(role) }));

/** Whom the words name, slot by slot, and the parties of a deal. */
export function EntityBoxes({ review, told }: EntityBoxesProps) {
  const { draft } = told;
  const entities = review.edits.entities ?? draft.entities;
  const change = (next: readonly Named[]) => review.setEdits({ ...review.edits, entities: next });
  const parts = { entities, change, refused: review.refused, told };
  return draft.as === 'deal' ? <Parties {...parts} /> : <Slots {...parts} />;
}

interface Parts {
  readonly entities: readonly Named[];
  readonly change: (next: readonly Named[]) => void;
  readonly refused: Readonly<Record<string, string>>;
  readonly told: DraftTold;
}

/** Who a name may be, by the name that the words use. */
function matchesOf({ draft, matches }: DraftTold, name: string) {
  const at = draft.entities.findIndex((entity) => entity.name === name);
  return matches[at] ?? [];
}

function Slots({ entities, change, refused, told }: Parts) {
  return entitySlots(told.draft.as).map(({ slot, label, required }) => {
    const named = entities.find((entity) => entity.slot === slot) ?? null;
    const others = entities.filter((entity) => entity.slot !== slot);
    return (
      <EntityBox
        key={slot}
        label={label}
        required={required}
        named={named}
        empty={{ slot, role: null, kind: slot === 'speakerId' ? 'person' : 'company' }}
        matches={named === null ? [] : matchesOf(told, named.name)}
        refused={refused[slot]}
        change={(next) => change(next === null ? others : [...others, next])}
      />
    );
  });
}

function Parties({ entities, change, refused, told }: Parts) {
  const replace = (at: number, next: Named | null) =>
    change(entities.flatMap((entity, index) => (index === at ? (next === null ? [] : [next]) : [entity])));
  const empty = { slot: 'party', role: 'partner', kind: 'company' } as const;
  return (
    <div className={classes.wide}>
      {entities.map((entity, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a party has no other name while its name is typed.
        <div key={at} className={classes.party}>
          <NativeSelect
            size="xs"
            label="Role"
            data={ROLES}
            value={entity.role ?? 'partner'}
            onChange={({ currentTarget }) => replace(at, { ...entity, role: currentTarget.value })}
          />
          <EntityBox
            label="Party"
            required
            named={entity}
            empty={empty}
            matches={matchesOf(told, entity.name)}
            refused={undefined}
            change={(next) => replace(at, next ?? { ...entity, entityId: null, name: '' })}
          />
          <ActionIcon aria-label={`Leave out ${entity.name}`} onClick={() => replace(at, null)}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ))}
      {refused.party === undefined ? null : <p className={classes.refused}>{refused.party}</p>}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={14} />}
        onClick={() => change([...entities, { ...empty, name: '', entityId: null }])}
      >
        Add a party
      </Button>
    </div>
  );
}
