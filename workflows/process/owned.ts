/**
 * A group of the order's state as its owner writes it; to everybody else its members are readonly. TypeScript lets a readonly object pass
 * for a writable one, so naming this type is what makes a file the owner of a group. Each group has one (test/bakery/paragraphs.test.ts).
 */
export type Owned<Group> = { -readonly [Member in keyof Group]: Group[Member] };
