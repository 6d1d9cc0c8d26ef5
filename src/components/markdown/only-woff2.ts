/** Vite plugin: of KaTeX's faces only WOFF2 is published; every browser that can run the figures reads it. */
export const onlyWoff2 = () => ({
  name: 'only-woff2',
  enforce: 'pre' as const,
  transform(code: string, id: string) {
    if (!id.endsWith('/katex.css')) return undefined;
    return code.replace(/, url\([^)]+\) format\("(?:woff|truetype)"\)/g, '');
  },
});
