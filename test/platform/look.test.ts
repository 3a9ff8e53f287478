import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const look = readFileSync(join(__dirname, '../../src/platform/look/look.css'), 'utf8');

/** WCAG 2: the light a colour gives, of black 0 and of white 1. */
function luminance(name: string): number {
  const [, hex = ''] = new RegExp(`--${name}: #([0-9a-f]{6});`).exec(look) ?? [];
  const [r = NaN, g = NaN, b = NaN] = [0, 2, 4]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [dark = NaN, light = NaN] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['text', 'sheet'],
  ['text', 'card'],
  ['figures', 'card'],
  ['quiet', 'card'],
  ['quiet', 'paper'],
  ['brand', 'card'],
  ['brand', 'paper'],
  ['on-brand', 'brand'],
  ['on-brand-quiet', 'brand'],
  ['on-brand', 'button'],
])('whoever reads %s on %s has a contrast of at least 4.5 to 1', (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});
