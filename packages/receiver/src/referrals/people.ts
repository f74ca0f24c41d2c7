/** What people are called inside a case, so that a sheet finds their consents. Nobody else can tell from it who somebody is. */

export const personRef = (number: string): string => `${number}.person`;

/** @param index of the consultation's household, from 0. */
export const memberRef = (number: string, index: number): string => `${number}.household-${index + 1}`;
