export { ContradictionsView } from './ContradictionsView.tsx';
