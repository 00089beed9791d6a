import { Autocomplete, SegmentedControl, Select } from '@mantine/core';
import { useId } from 'react';
import { type Subject, useSubject } from '#renderer/app/subject.ts';
import { useSectorOf, useSectors } from './subject-sector.ts';
import classes from './threshold-editor.module.css';
import type { ThresholdScope } from './threshold-scope.ts';

interface ScopeFieldsProps {
  readonly scope: ThresholdScope;
  readonly subject: Subject;
  readonly onChange: (scope: ThresholdScope) => void;
}

/** For whom the thresholds are to hold. */
export function ScopeFields({ scope, subject, onChange }: ScopeFieldsProps) {
  const labelId = useId();
  const sector = useSectorOf(subject.id);
  const choose = (kind: string) => {
    if (kind === 'ledger') return onChange({ kind });
    if (kind === 'sector') return onChange({ kind, sector: sector ?? '' });
    onChange({ kind: 'entity', entityId: subject.id });
  };
  return (
    <div className={classes.scope}>
      <span id={labelId} className={classes.label}>
        These thresholds hold for
      </span>
      <SegmentedControl
        classNames={{ root: classes.switch ?? '', indicator: classes.chosen ?? '' }}
        size="xs"
        aria-labelledby={labelId}
        value={scope.kind}
        data={[
          { value: 'ledger', label: 'The whole ledger' },
          { value: 'sector', label: 'A sector' },
          { value: 'entity', label: 'One entity' },
        ]}
        onChange={choose}
      />
      {scope.kind === 'sector' ? (
        <SectorField sector={scope.sector} onChange={(next) => onChange({ kind: 'sector', sector: next })} />
      ) : null}
      {scope.kind === 'entity' ? (
        <EntityField
          entityId={scope.entityId}
          onChange={(entityId) => onChange({ kind: 'entity', entityId })}
        />
      ) : null}
    </div>
  );
}

interface SectorFieldProps {
  readonly sector: string;
  readonly onChange: (sector: string) => void;
}

function SectorField({ sector, onChange }: SectorFieldProps) {
  const sectors = useSectors();
  return (
    <Autocomplete
      size="xs"
      label="Sector"
      description="As it stands on the entities."
      data={[...sectors]}
      value={sector}
      onChange={onChange}
      error={sector.trim() === '' ? 'Name the sector.' : null}
    />
  );
}

interface EntityFieldProps {
  readonly entityId: string;
  readonly onChange: (entityId: string) => void;
}

function EntityField({ entityId, onChange }: EntityFieldProps) {
  const { subjects } = useSubject();
  return (
    <Select
      label="Entity"
      searchable
      allowDeselect={false}
      data={subjects.map(({ id, name }) => ({ value: id, label: name }))}
      value={entityId}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}
