export { Button, type ButtonProps, type ButtonVariant } from './Button.tsx';
export { Checkbox, type CheckboxProps } from './Checkbox.tsx';
export { Chip, type ChipProps, Tag, type TagProps } from './Chip.tsx';
export { classes } from './classes.ts';
export { ComboBox, type ComboBoxProps } from './ComboBox.tsx';
export { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog.tsx';
export { Dialog, type DialogProps } from './Dialog.tsx';
export { Disclosure, type DisclosureProps } from './Disclosure.tsx';
export { EmptyState, type EmptyStateProps } from './EmptyState.tsx';
export { Icon, type IconName } from './Icon.tsx';
export { IconButton, type IconButtonProps } from './IconButton.tsx';
export { Kbd } from './Kbd.tsx';
export { Menu, MenuItem, type MenuItemProps, type MenuProps, MenuSeparator, MenuTrigger } from './Menu.tsx';
export { Moment } from './Moment.tsx';
export { momentWords } from './moment-words.ts';
export { Option, type OptionProps } from './Option.tsx';
export { Popover, type PopoverProps } from './Popover.tsx';
export { ProgressBar, type ProgressBarProps } from './ProgressBar.tsx';
export { Radio, RadioGroup, type RadioGroupProps, type RadioProps } from './RadioGroup.tsx';
export { SearchField, type SearchFieldProps } from './SearchField.tsx';
export { Select, type SelectProps } from './Select.tsx';
export { isMac } from './shortcut-words.ts';
export { sizeWords } from './size-words.ts';
export { Slider, type SliderProps } from './Slider.tsx';
export { Spinner } from './Spinner.tsx';
export {
  Tab,
  TabList,
  type TabListProps,
  TabPanel,
  type TabPanelProps,
  type TabProps,
  Tabs,
  type TabsProps,
} from './Tabs.tsx';
export { TextArea, type TextAreaProps } from './TextArea.tsx';
export { TextField, type TextFieldProps } from './TextField.tsx';
export { ToastRegion } from './Toast.tsx';
export { toasts, type ToastMessage } from './toast-queue.ts';
export { Tooltip, TooltipTrigger } from './Tooltip.tsx';
export { VisuallyHidden } from './VisuallyHidden.tsx';
export { useReadingPlace } from './use-reading-place.ts';
