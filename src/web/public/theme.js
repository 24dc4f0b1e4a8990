// Runs before the first paint, so that a remembered theme does not flash: see app/theme.ts for the rest.
try {
  const theme = localStorage.getItem('fahrplan.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.kernTheme = theme;
} catch {
  // Storage may be switched off; the system's theme is used then.
}
