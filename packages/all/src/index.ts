/** Registers every element: for applications that bundle for themselves. Pages load the smaller files of `cdn`. */
import './residents.js';
import '@tsunagu/consent-dialog/define';
import '@tsunagu/referral-sheet/define';
