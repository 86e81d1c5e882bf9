/** One replacement in a block's text as it stands. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly rule: string;
  /** 0..1. */
  readonly confidence: number;
  /** What is recorded as the submitted text, where the draft holds a stand-in for it. */
  readonly submitted?: string;
}
