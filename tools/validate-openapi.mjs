// Reads an OpenAPI document from standard input and prints the validator's verdict as JSON; exits 1 when it is not valid.
import { Validator } from '@seriousme/openapi-schema-validator';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const validator = new Validator();
const verdict = await validator.validate(JSON.parse(Buffer.concat(chunks).toString('utf8')));
console.log(JSON.stringify({ ...verdict, version: validator.version }));
process.exitCode = verdict.valid ? 0 : 1;
