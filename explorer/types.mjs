// Reads the API's description (OpenAPI, JSON) and writes its types to standard output.
import openapi, { astToString } from "openapi-typescript";
import { readFileSync } from "node:fs";

const description = JSON.parse(readFileSync(0, "utf8"));
console.log("// Generated from the API's description by `make explorer-types`: change that, not this.");
process.stdout.write(astToString(await openapi(description)));
