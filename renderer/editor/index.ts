export { prepareRichText, RichTextField, type RichTextFieldProps } from './RichTextField.tsx';
export { RichTextView } from './RichTextView.tsx';
