import { contextBridge } from 'electron';

/** Nothing of the system reaches the page: it learns only where it runs, and talks to its host by fetch. */
contextBridge.exposeInMainWorld('plumbline', Object.freeze({ host: 'desktop' }));
