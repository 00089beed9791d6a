import { useNavigate, useSearch } from '@tanstack/react-router';
import { useAsk } from './asking.ts';
import { useMoment } from './moment.ts';

export interface Subject {
  readonly id: string;
  readonly name: string;
  readonly isUnderReview: boolean;
}

interface SubjectChoice {
  readonly subjects: readonly Subject[];
  /** Null while the list is on its way, or where the ledger holds no entity to review. */
  readonly subject: Subject | null;
  readonly isLoading: boolean;
  readonly choose: (id: string) => void;
}

/** The entity that overview and signals speak of; kept in the address, so that it survives a reload. */
export function useSubject(): SubjectChoice {
  const { subject: wanted } = useSearch({ strict: false }) as { readonly subject?: string };
  const navigate = useNavigate();
  const { data, isLoading } = useAsk('signals', 'subjects', useMoment(), { keepsPrevious: true });
  const subjects = data ?? [];
  const subject = subjects.find(({ id }) => id === wanted) ?? subjects[0] ?? null;
  const choose = (id: string) =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, subject: id }) } as never);
  return { subjects, subject, isLoading, choose };
}
