/** A request to the service. */
export interface Call {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly body?: string | ReadableStream;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
