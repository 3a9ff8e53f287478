/** Applies the migrations that are not there yet and returns their names. @throws naming the migration that failed, or was edited. */
export function deploySql(url: string, dir?: string): Promise<string[]>;
