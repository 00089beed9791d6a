/**
 * Version of the methods as this program computes them, on every run and every file that speaks of thresholds. Law: it
 * rises with every change by which the same ledger may give another number, so that two results can be compared.
 */
export const ENGINE_VERSION = '1.0';
