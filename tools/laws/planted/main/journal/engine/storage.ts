export { Database } from 'node-sqlite3-wasm';
