/** Goes in after a sign-in, with a fresh page: nothing that somebody else has seen here before is left in memory. */
export function enter(page = '/'): void {
  window.location.assign(page);
}
