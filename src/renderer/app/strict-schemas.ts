import { config } from 'zod';

/**
 * Imported before anything that declares a schema: otherwise zod tries whether it may compile code, which the policy
 * of the page forbids and reports as a violation.
 */
config({ jitless: true });
