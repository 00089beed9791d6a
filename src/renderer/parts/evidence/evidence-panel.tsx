import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAdjustments, IconCopy } from '@tabler/icons-react';
import { type Flag, thresholdKey } from '#core/signals/flag.ts';
import { useGoTo } from '#renderer/app/go-to.ts';
import { SidePanel } from '#renderer/app/side-panel.tsx';
import { ReviewSection } from '#renderer/parts/review/review-section.tsx';
import { useCardContext } from './card-context.ts';
import classes from './evidence-card.module.css';
import { EvidenceCard } from './evidence-card.tsx';
import { type CardContext, flagText } from './flag-text.ts';
import { flagId, scopeText } from './flag-words.ts';
import { showThresholds } from './signals-place.ts';

interface EvidencePanelProps {
  readonly flag: Flag;
  readonly onClose: () => void;
}

/** The evidence card in the region at the right, with what can be done from it. */
export function EvidencePanel({ flag, onClose }: EvidencePanelProps) {
  const context = useCardContext(flag);
  const goTo = useGoTo();
  const setThresholds = () => {
    showThresholds(thresholdKey(flag.signal, flag.measure));
    goTo('signals', { subject: flag.subjectId });
  };
  return (
    <SidePanel
      kicker="Evidence"
      title={
        <>
          {flag.name}
          <span className={classes.scope}>{scopeText(flag)}</span>
        </>
      }
      onClose={onClose}
      actions={
        <>
          <Button variant="default" leftSection={<IconAdjustments size={15} />} onClick={setThresholds}>
            Set thresholds
          </Button>
          <Button
            variant="default"
            leftSection={<IconCopy size={15} />}
            onClick={() => void copy(flag, context)}
          >
            Copy as text
          </Button>
        </>
      }
    >
      <EvidenceCard
        flag={flag}
        context={context}
        review={<ReviewSection key={`review of ${flagId(flag)}`} flag={flag} />}
      />
    </SidePanel>
  );
}

async function copy(flag: Flag, context: CardContext): Promise<void> {
  try {
    await navigator.clipboard.writeText(flagText(flag, context));
    notifications.show({ message: 'The card is copied as text.', autoClose: 2_500 });
  } catch {
    notifications.show({
      color: 'red',
      message: 'This window may not write to the clipboard. Nothing was copied.',
    });
  }
}
