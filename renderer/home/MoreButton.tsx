import { Button, Icon } from '../ui/index.ts';

/** The button of a row's menu; stands alone until the menu's own code is there. */
export function MoreButton({ title }: { readonly title: string }) {
  return (
    <Button variant="quiet" size="small" aria-label={`More about ${title}`}>
      <Icon name="more" />
    </Button>
  );
}
