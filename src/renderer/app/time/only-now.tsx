import { Button, Group, Modal, Text } from '@mantine/core';
import { useChooseMoment } from '#renderer/app/moment.ts';

/** Stands in place of a form or a question that would change the ledger, while the past is shown. */
export function OnlyNow({ onClose }: { readonly onClose: () => void }) {
  const choose = useChooseMoment();
  return (
    <Modal opened onClose={onClose} title="Nothing can be edited at another time">
      <Text size="sm">
        You see the ledger at another time. What you write is recorded now, so go back to now first.
      </Text>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          Stay here
        </Button>
        <Button onClick={() => choose({ asOf: null, knownAt: null })} data-autofocus>
          Back to now
        </Button>
      </Group>
    </Modal>
  );
}
