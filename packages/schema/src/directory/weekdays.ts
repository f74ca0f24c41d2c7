/** Monday first, as hours write them. Apart from the shapes: what only counts days need not carry those. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];
