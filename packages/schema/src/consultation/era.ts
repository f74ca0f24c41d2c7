/** Japanese eras (元号), first and last day. The days on which 大正 and 昭和 began belong to both eras, as the edicts say (明治45年7月30日 = 大正元年7月30日). */
export const eras = [
  ['明治', 1867, '1868-01-25', '1912-07-30'],
  ['大正', 1911, '1912-07-30', '1926-12-25'],
  ['昭和', 1925, '1926-12-25', '1989-01-07'],
  ['平成', 1988, '1989-01-08', '2019-04-30'],
  ['令和', 2018, '2019-05-01', '9999'],
] as const;

/** A date `YYYY-MM-DD` as a Japanese form shows it back: 昭和30年（1955年）4月1日, 令和元年（2019年）5月1日. Anything else comes back as it is. */
export const formatBirthDate = (date: string): string =>
  date.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, (_, year: string, month: string, day: string) => {
    const [name, before] = eras.findLast(([, , first]) => first <= date) ?? [];
    return `${before ? `${name}${+year - before === 1 ? '元' : +year - before}年（${year}年）` : `${year}年`}${month}月${day}日`;
  });
