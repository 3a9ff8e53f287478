/** A template with the values of src/platform/look/look.css in place of `var(--name)`. @throws naming a property that is not there. */
export function withLook(template: string): string;
