import { buildIfStale } from './project-node.mjs';

/** `npm run build`: the one way in which the program is built, so that nothing builds it a second time meanwhile. */
process.exitCode = buildIfStale() ? 0 : 1;
