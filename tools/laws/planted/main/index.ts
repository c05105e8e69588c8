// caught by: cruiser sqlite-in-its-own-process
export { Database } from './journal/engine/storage.ts';
