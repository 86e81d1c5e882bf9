import { WORKERS } from '../../launcher/start-service.ts';

/** Every process of the service, as its health file names it. */
export const PROCESS_NAMES: readonly string[] = [...WORKERS, 'api', 'dashboard'];
