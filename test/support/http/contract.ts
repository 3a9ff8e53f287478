import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** Holds answers to the API's own description. */
export class Contract {
  private readonly ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  private readonly known = new Map<string, ValidateFunction>();

  constructor(private readonly document: any) {
    this.ajv.addSchema(document as object, 'openapi');
  }

  /** @throws when the answer is not one that the description knows for this operation. */
  check(method: string, path: string, status: number, contentType: string | null, body: unknown): void {
    if (status === 304) return;
    const template = Object.keys(this.document.paths as object).find((known) =>
      new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
    const operation = template && this.document.paths[template][method.toLowerCase()];
    if (!template || !operation) return; // 404 and 405: nothing is promised there
    const where = `${method} ${template} ${status}`;
    const response = operation.responses[String(status)];
    if (!response) throw new Error(`${where} is not in the description: ${JSON.stringify(body)}`);
    const type = (contentType ?? '').split(';')[0] ?? '';
    if (!response.content) {
      if (type !== '') throw new Error(`${where} promises no body`);
      return;
    }
    const described = response.content[type] ? type : `${type.split('/')[0]}/*`;
    if (!response.content[described]) throw new Error(`${where} does not promise ${type}`);
    if (!type.endsWith('json')) return;
    const validate = this.validator(template, method.toLowerCase(), String(status), described);
    if (!validate(body)) throw new Error(`${where} breaks its description: ${JSON.stringify(validate.errors)}\n${JSON.stringify(body)}`);
  }

  private validator(...steps: string[]): ValidateFunction {
    const [path = '', method = '', status = '', type = ''] = steps.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'));
    const ref = `openapi#/paths/${encodeURIComponent(path)}/${method}/responses/${status}/content/${encodeURIComponent(type)}/schema`;
    const known = this.known.get(ref) ?? this.ajv.compile({ $ref: ref });
    this.known.set(ref, known);
    return known;
  }
}
