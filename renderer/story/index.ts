export { StoryView } from './StoryView.tsx';
