/** A real process that speaks the ledger process's language and misbehaves on demand, for the tests of the relay. */
const send = (message) => process.send(message);
const jobs = new Map();

const calls = {
  echo: ({ id, input }) => send({ kind: 'answer', id, json: JSON.stringify({ pid: process.pid, input }) }),
  crash: () => process.exit(7),
  hang: () => {
    for (;;);
  },
  wait: ({ id }) => {
    send({ kind: 'progress', id, fraction: 0.5, label: 'Half' });
    jobs.set(id, () =>
      send({
        kind: 'failed',
        id,
        error: { code: 'CANCELLED', message: '', action: '', retryable: true, details: [], ref: null },
      }),
    );
  },
};

process.on('message', (message) => {
  if (message.kind === 'open' && message.path.includes('damaged')) {
    send({
      kind: 'refused',
      error: { code: 'LEDGER_DAMAGED', message: '', action: '', retryable: false, details: [], ref: null },
    });
  } else if (message.kind === 'open') send({ kind: 'opened' });
  else if (message.kind === 'call') calls[message.name](message);
  else if (message.kind === 'cancel') jobs.get(message.id)?.();
  else process.exit(0);
});
process.on('disconnect', () => process.exit(0));
