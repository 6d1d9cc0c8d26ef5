/** A drawing as a file of its own. */
export interface Standalone {
  readonly markup: string;
  readonly width: number;
  readonly height: number;
}

const margin = 24;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const toDataUri = async (address: string): Promise<string> => {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(new Error('the font cannot be read'));
    reader.readAsDataURL(blob);
  });
};

/** The page's own interface font with its file inside, as an @font-face rule; '' where the page has none. */
const fontFace = async (family: string): Promise<string> => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  for (const rule of rules) {
    if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('font-family').includes(family))
      continue;
    const file = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1];
    if (file === undefined) continue;
    const address = new URL(file, rule.parentStyleSheet?.href ?? location.href).href;
    return `@font-face{font-family:'${family}';font-weight:100 900;src:url(${await toDataUri(address)})}`;
  }
  return '';
};

/** Replaces every token by what it is on the page at this moment. */
const resolved = (markup: string, near: Element): string => {
  const probe = document.createElement('span');
  near.append(probe);
  const value = (token: string): string => {
    if (token.startsWith('--font'))
      return getComputedStyle(probe).getPropertyValue(token).replaceAll('"', "'");
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const replaced = markup.replace(/var\((--[\w-]+)\)/g, (_, token: string) => value(token));
  probe.remove();
  return replaced;
};

/**
 * The drawing with margins, its title above and its source below, in the colours and the font of the page.
 */
export const standalone = async (svg: SVGSVGElement, title: string, source: string): Promise<Standalone> => {
  const { x, y, width, height } = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const [name, value] of Object.entries({ x: margin, y: 2.4 * margin, width, height })) {
    copy.setAttribute(name, String(value));
  }
  copy.setAttribute('overflow', 'visible');
  copy.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  const whole = { width: width + 2 * margin, height: height + 4.6 * margin };
  const text = (top: number, size: number, weight: number, fill: string, content: string): string =>
    `<text x="${margin}" y="${top}" font-size="${size}" font-weight="${weight}" fill="var(${fill})">${escape(content)}</text>`;
  const markup =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole.width}" height="${whole.height}" ` +
    `viewBox="0 0 ${whole.width} ${whole.height}" style="font-family: var(--font-ui)">` +
    `<style>${await fontFace('Inter Variable')}</style>` +
    '<rect width="100%" height="100%" fill="var(--paper)"/>' +
    text(1.5 * margin, 16, 600, '--ink', title) +
    new XMLSerializer().serializeToString(copy) +
    text(whole.height - 0.8 * margin, 12, 400, '--quiet', source) +
    '</svg>';
  return { markup: resolved(markup, svg.parentElement ?? document.body), ...whole };
};
