/** Builds `window.bridge` from the names of shared/bridge: the only thing that the page gets of the process around it. */
import { contextBridge, ipcRenderer, type IpcRendererEvent, webUtils } from 'electron';
import { bridgeKey, droppedChannel, eventNames, methodNames, type RawBridge } from '../../shared/bridge/index.ts';

// Electron's own event object must not reach the page: it carries the sender.
const bridge: RawBridge = {
  // Object.fromEntries forgets which keys it made; they are exactly the method names.
  call: Object.fromEntries(
    methodNames.map((name) => [name, (args: unknown) => ipcRenderer.invoke(name, args)]),
  ) as RawBridge['call'],
  on(event, listener) {
    if (!eventNames.includes(event)) throw new Error(`There is no event ${event}`);
    const heard = (_event: IpcRendererEvent, value: unknown) => {
      listener(value);
    };
    ipcRenderer.on(event, heard);
    return () => {
      ipcRenderer.off(event, heard);
    };
  },
  // Throws for anything but a file of the system: the page cannot name a path.
  bring: (file) =>
    ipcRenderer.invoke(droppedChannel, webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0])),
};

contextBridge.exposeInMainWorld(bridgeKey, bridge);
