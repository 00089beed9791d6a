/** Fails the compile where a union has gained a member that a switch does not treat. */
export function assertNever(member: never): never {
  throw new Error(`A case is missing for ${JSON.stringify(member)}.`);
}
