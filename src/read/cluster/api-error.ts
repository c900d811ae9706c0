/** An answer of the API server that is not 2xx. Holds the code and the API's own reason, never the body. */
export class ApiError extends Error {
  readonly status: number;
  readonly reason: string;

  constructor(status: number, reason: string) {
    super(`HTTP ${status} ${reason}`);
    this.name = 'ApiError';
    this.status = status;
    this.reason = reason;
  }
}
