import { App } from './app';
import { readData } from './data';
import { listenToKeys } from './tools';

const app = new App(readData());
listenToKeys(() => app);
addEventListener('hashchange', () => void app.openLink());
if (app.isServed && location.hash) void app.openLink();
