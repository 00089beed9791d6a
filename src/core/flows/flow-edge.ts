import type { Day } from '../quantities/day.ts';

/**
 * Who moves money to whom. Funding puts money into a party; commercial edges pay for goods and services; contingent
 * ones, such as guarantees, move nothing until drawn (METHODS §1 B).
 */
export type Layer = 'funding' | 'commercial' | 'contingent';

export interface FlowEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly layer: Layer;
  /** First day of the money; null where nobody dates it. */
  readonly start: Day | null;
  /** Day by which it has ended; null while open or undated. */
  readonly end: Day | null;
}

/** Exact integers of one unit, such as cents; `hi` null is open above. */
export interface Capacity {
  readonly lo: bigint;
  readonly point: bigint;
  readonly hi: bigint | null;
}

/** What an edge can carry; null: unknown, never zero. */
export type CapacityOf<Edge extends FlowEdge> = (edge: Edge) => Capacity | null;

/** Edges by the party at either end; each list in id order, so that every walk is the same on every machine. */
export interface FlowGraph<Edge extends FlowEdge> {
  readonly outOf: (party: string) => readonly Edge[];
  readonly into: (party: string) => readonly Edge[];
}

/** Edges in a loop at most; analysts of more layers pay with many more loops. */
export const MAX_EDGES = 5;
