import fc from 'fast-check';

/**
 * Property tests draw the same cases in every run, so that a red run is red for everybody.
 * PLUMBLINE_SEED=<number> draws others, to look for what these do not show.
 */
fc.configureGlobal({ seed: Number(process.env['PLUMBLINE_SEED'] ?? 20_251_103) });
