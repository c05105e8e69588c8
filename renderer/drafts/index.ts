export { DraftsView } from './DraftsView.tsx';
