// Reads the API's description (OpenAPI, JSON) from standard input and writes its types to standard output.
import openapi, { astToString } from "openapi-typescript";

let description = "";
for await (const chunk of process.stdin.setEncoding("utf8")) description += chunk;
console.log("// Generated from the API's description by `make explorer-types`: change that, not this.");
process.stdout.write(astToString(await openapi(JSON.parse(description))));
