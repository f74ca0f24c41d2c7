/** Types of the part of the CommonJS package `japanese-holidays` that is used here. */
declare module 'japanese-holidays' {
  const japaneseHolidays: {
    /** Public holidays of a year (Japan time), 振替休日 and 国民の休日 included; `month` is 1–12. */
    getHolidaysOf(year: number): { month: number; date: number; name: string }[];
  };
  export default japaneseHolidays;
}
