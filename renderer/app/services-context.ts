import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Screen } from './screens.ts';
import type { AppServices } from './services.ts';

export const ServicesContext = createContext<AppServices | null>(null);

/** What the window works with. */
export function useServices(): AppServices {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('The app provides the services');
  return services;
}

/** What fills the window right now. */
export function useScreen(): Screen {
  const { screens } = useServices();
  return useSyncExternalStore(
    (listener) => screens.onChange(listener),
    () => screens.current(),
  );
}
