export { ExportStoryFlow } from './ExportStoryFlow.tsx';
