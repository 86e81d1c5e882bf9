import { ERROR_CATALOG, type ErrorCode } from '../../../shared/errors/errors.ts';

/** The catalog's short form of an error code; empty for a code that is none of the catalog's. */
export function errorTitle(code: string): string {
  return isErrorCode(code) ? ERROR_CATALOG[code].title : '';
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOG, code);
}
