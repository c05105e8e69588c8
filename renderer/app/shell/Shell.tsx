import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { detailsPanel } from '../../session/details-panel.ts';
import { HistoryHead, PastProvider, ShownAsOf } from '../../history/index.ts';
import { usePlace } from '../../session/session-context.ts';
import { SharingNote } from '../../sharing/index.ts';
import { Spinner, VisuallyHidden } from '../../ui/index.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { views } from '../views.tsx';
import { Inspector } from './Inspector.tsx';
import { Navigation } from './Navigation.tsx';
import { usePanelSizes } from './panel-sizes.ts';
import { Resizer } from './Resizer.tsx';
import styles from './Shell.module.css';
import { SidePanel } from './SidePanel.tsx';
import { StatusBar } from './StatusBar.tsx';
import { TopBar } from './TopBar.tsx';
import { contentsDrawerBelow, detailsDrawerBelow, useMedia } from './use-media.ts';
import { useShellActions } from './use-shell-actions.ts';

/** The window of an open notebook: its contents left, the work in the middle, what belongs to the selection right. */
export function Shell() {
  return (
    <PastProvider>
      <Window />
    </PastProvider>
  );
}

function Window() {
  const place = usePlace();
  const [sizes, setSizes] = usePanelSizes();
  const contentsInDrawer = useMedia(contentsDrawerBelow);
  const detailsInDrawer = useMedia(detailsDrawerBelow);
  const [drawer, setDrawer] = useState<'contents' | 'details' | null>(null);
  const closeDrawer = useCallback(() => setDrawer(null), []);
  const main = useRef<HTMLElement>(null);
  const toggle = (which: 'contents' | 'details') => () => setDrawer((open) => (open === which ? null : which));

  useShellActions({
    main,
    toggleContents: contentsInDrawer ? toggle('contents') : null,
    toggleDetails: detailsInDrawer ? toggle('details') : () => setSizes({ showDetails: !sizes.showDetails }),
  });

  useEffect(
    () => detailsPanel.onOpen(() => (detailsInDrawer ? setDrawer('details') : setSizes({ showDetails: true }))),
    [detailsInDrawer, setSizes],
  );

  const { name, View, panel, headed } = views[place.view];
  const showsDetails = panel && (detailsInDrawer ? drawer === 'details' : sizes.showDetails);
  return (
    <div
      className={styles.shell}
      // Custom properties are set through the DOM, which the content policy allows.
      style={{ '--contents': `${sizes.contents}px`, '--details': `${sizes.details}px` } as CSSProperties}
      data-contents={contentsInDrawer ? 'drawer' : 'column'}
      data-details={detailsInDrawer || !showsDetails ? 'drawer' : 'column'}
    >
      <TopBar
        viewName={name}
        contents={contentsInDrawer ? { isOpen: drawer === 'contents', toggle: toggle('contents') } : null}
        details={detailsInDrawer && panel ? { isOpen: drawer === 'details', toggle: toggle('details') } : null}
      />
      <SidePanel
        as="nav"
        side="left"
        label="Notebook"
        isDrawer={contentsInDrawer}
        isOpen={!contentsInDrawer || drawer === 'contents'}
        onClose={closeDrawer}
        resizer={
          <Resizer
            panel="contents"
            label="Width of the contents"
            direction={1}
            width={sizes.contents}
            onResize={(contents) => setSizes({ contents })}
          />
        }
      >
        <Navigation onGo={closeDrawer} />
      </SidePanel>
      <div className={styles.centre}>
        <SharingNote />
        <HistoryHead view={place.view} name={name} />
        <main ref={main} className={styles.main} aria-label={name} tabIndex={-1}>
          <ErrorBoundary name={name} resetKey={`${place.view}/${place.open ?? ''}`}>
            {!headed && (
              <VisuallyHidden>
                <h1>{name}</h1>
              </VisuallyHidden>
            )}
            <Suspense
              fallback={
                <div className={styles.opening}>
                  <Spinner label={`Opening ${name}`} />
                </div>
              }
            >
              <ShownAsOf view={place.view}>
                <View />
              </ShownAsOf>
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <SidePanel
        as="aside"
        side="right"
        label="Details"
        isDrawer={detailsInDrawer}
        isOpen={showsDetails}
        onClose={closeDrawer}
        resizer={
          <Resizer
            panel="details"
            label="Width of the details"
            direction={-1}
            width={sizes.details}
            onResize={(details) => setSizes({ details })}
          />
        }
      >
        <ShownAsOf view={place.view}>
          <Inspector />
        </ShownAsOf>
      </SidePanel>
      <StatusBar />
    </div>
  );
}
