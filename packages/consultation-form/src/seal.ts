/** Sealing a consultation to a desk (`encrypt-to`), and opening it: what a staff tool of a vendor's uses. */
export { fetchKey, seal, SealError, unseal, type PublicJwk, type Unsealed } from '@tsunagu/core/seal';
