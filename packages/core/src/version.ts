/** The version every tsunagu element of this build carries; a packaging test holds it to package.json. */
export const version = '0.1.0';
