export { ImportFlow } from './ImportFlow.tsx';
export type { ImportFlowProps } from './ImportFlow.tsx';
