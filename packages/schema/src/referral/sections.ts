/** The sections of a つなぐシート: the same order and numbers on screen, on paper and in files. The heading has no number. */
export const sectionIds = ['head', 'words', 'worries', 'household', 'heard', 'done', 'request', 'care', 'basis', 'reply'] as const;

export type SectionId = (typeof sectionIds)[number];

/** 1 to 9; 0 for the heading. */
export const sectionNumber = (id: SectionId): number => sectionIds.indexOf(id);
