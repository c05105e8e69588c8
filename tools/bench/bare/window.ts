import { app, BrowserWindow } from 'electron';

// The floor everything is held against: one ordinary window with a page that never changes, in the app's own runtime.
const { BENCH_USER_DATA, BENCH_PAGE } = process.env;
if (BENCH_USER_DATA === undefined || BENCH_PAGE === undefined) throw new Error('started outside of a bench');
app.setPath('userData', BENCH_USER_DATA);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
void app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 860 }).loadFile(BENCH_PAGE));
