import { codeImage } from '@tsunagu/core/print';
import type { SVGTemplateResult } from 'lit';
import { encode } from 'uqr';

/** Light modules around the code: the standard asks for four. */
const quiet = 4;

export const qrCode = (text: string, label: string): SVGTemplateResult => codeImage(encode(text, { ecc: 'M', border: quiet }), label);
