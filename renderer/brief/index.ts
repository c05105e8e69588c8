export { BriefView } from './BriefView.tsx';
