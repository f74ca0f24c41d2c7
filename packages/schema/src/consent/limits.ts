/** Version and sizes of a consent record: apart from its shapes, because a dialog counts with the same numbers. */

/** The version this package writes. Events of a newer minor version are read; their unknown fields are kept and covered by the hash. */
export const consentVersion = '1.0';

export const consentLimits = {
  purposes: 20,
  agencies: 100,
  items: 60,
  /** Cells (purpose × agency × item) of one request, and decisions of one answer. */
  cells: 2000,
  /** Characters of a notice. */
  notice: 20_000,
  /** Languages and variants of one notice. */
  notices: 12,
  /** A reason, a note. */
  note: 500,
  /** Events of one record. */
  events: 500,
} as const;
