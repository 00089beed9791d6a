import { IconCheck } from '@tabler/icons-react';
import { intervalText, quantityText } from '#renderer/parts/evidence/quantity-text.ts';
import classes from './compare.module.css';
import type { Matter } from './told.ts';

type Policy = Matter['policies'][number];

/** What each way of choosing takes from the versions, and which one counts. */
export function PolicyTable({ matter }: { readonly matter: Matter }) {
  return (
    <section className={classes.card}>
      <h3 className={classes.heading}>What each way of choosing takes</h3>
      <table className={classes.table}>
        <thead className="pl-unseen">
          <tr>
            <th scope="col">Way of choosing</th>
            <th scope="col">Takes</th>
            <th scope="col">In force</th>
          </tr>
        </thead>
        <tbody>
          {matter.policies.map((policy) => (
            <tr key={policy.id} data-counts={policy.isInForce || undefined}>
              <th scope="row">
                {policy.label}
                <span className={classes.sub}>{policy.what}</span>
              </th>
              <td className={classes.number}>{takesText(policy, matter.unit)}</td>
              <td className={classes.inForce}>
                {policy.isInForce ? (
                  <span className={classes.pinned}>
                    <IconCheck size={14} aria-hidden /> In force
                  </span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function takesText({ amount, words }: Policy, unit: string): string {
  if (amount === null) return words;
  const range = intervalText(amount, unit);
  const point = amount.point === null ? null : quantityText(amount.point, unit);
  return point === null || point === range ? range : `${range}, point ${point}`;
}
