// Parses texts by the grammar of OData that OASIS publishes. Written for Node 18 and later; `check.sh` calls it.
//
// node check.js GRAMMAR DEPARTURES NAMES TESTCASES QUERIES
"use strict";
const fs = require("fs");
const { apgApi, apgLib } = require("apg-js");

const [grammarFile, departuresFile, namesFile, testCasesFile, queriesFile] = process.argv.slice(2);

function grammarOf(text) {
  const api = new apgApi(text);
  api.generate();
  if (api.errors.length > 0) throw new Error(api.errorsToAscii());
  return api.toObject();
}

// A parser by this grammar. `names` says what names there are of a kind: by the grammar alone, any name may be of any kind,
// and it takes the first one that fits.
function parserOf(grammar, names) {
  const parser = new apgLib.parser();
  const { MATCH, NOMATCH } = apgLib.ids;
  const known = new Set(grammar.rules.map(({ lower }) => lower));
  for (const [rule, all] of Object.entries(names)) {
    if (!known.has(rule.toLowerCase())) throw new Error(`the grammar has no rule ${rule}`);
    parser.callbacks[rule.toLowerCase()] = (system, chars, index) => {
      const phrase = String.fromCharCode(...chars.slice(index, index + system.phraseLength));
      if (system.state === MATCH && !all.includes(phrase)) system.state = NOMATCH;
    };
  }
  // The place of the first character that cannot stand there; undefined where the whole text is one by this rule.
  return (rule, text) => {
    const { success, maxMatched } = parser.parse(grammar, rule, apgLib.utils.stringToChars(text));
    return success ? undefined : maxMatched;
  };
}

let faults = 0;
function report(what, all, wrong) {
  console.log(`${what}: ${all - wrong.length} of ${all}`);
  wrong.slice(0, 20).forEach((line) => console.log(`  ${line}`));
  faults += wrong.length;
}

// By the notation all alternatives count. This parser takes the first that fits: so the longer one goes first.
function longestFirst(text, shorter, longer) {
  const rows = new RegExp(`(\\s/ )${shorter}(\\s+/ )${longer}(?=\\s)`, "g");
  if (text.search(rows) < 0) throw new Error(`the grammar has no row ${shorter} before ${longer}`);
  return text.replace(rows, `$1${longer}$2${shorter}`);
}

const published = [
  ["dateValue", "dateTimeOffsetValue"],
  ["decimalValue", "doubleValue"],
].reduce((text, [shorter, longer]) => longestFirst(text, shorter, longer), fs.readFileSync(grammarFile, "utf8"));
const oasis = grammarOf(published);
const graph = grammarOf(`${published}\n${fs.readFileSync(departuresFile, "utf8")}`);

// 1. The parser does with the grammar what its authors say of it.
const testCases = fs.readFileSync(testCasesFile, "utf8");
const unescaped = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const plain = (text) =>
  text.replace(/&(?:(lt|gt|amp|quot|apos)|#(\d+));/g, (_, name, code) => unescaped[name] ?? String.fromCharCode(code));
const namesOfCases = {};
for (const [, rule, matches] of testCases.matchAll(/<Constraint Rule="([^"]*)">([^]*?)<\/Constraint>/g)) {
  const all = [...matches.matchAll(/<Match>([^<]*)<\/Match>/g)].map(([, name]) => plain(name));
  namesOfCases[rule] = [...(namesOfCases[rule] ?? []), ...all];
}
const refusedCase = parserOf(oasis, namesOfCases);
const cases = [...testCases.matchAll(/<TestCase\s([^>]*)>\s*<Input>([^<]*)<\/Input>/g)].map(([, attributes, input]) => ({
  rule: /Rule="([^"]*)"/.exec(attributes)[1],
  failsAt: /FailAt="([^"]*)"/.exec(attributes)?.[1],
  input: plain(input),
}));
const current = cases.filter(({ input }) => !input.includes('"odata.'));
const disagree = current.filter(({ rule, failsAt, input }) => {
  const at = refusedCase(rule, input);
  return failsAt === undefined ? at !== undefined : at === undefined;
});
// Three cases spell control information as no edition since has.
report("test cases of OASIS that end as they say", current.length, disagree.map(({ rule, input }) => `${rule}: ${input}`));

// 2. What the library writes is accepted.
const names = JSON.parse(fs.readFileSync(namesFile, "utf8"));
const [refusedByOasis, refusedByGraph] = [parserOf(oasis, names), parserOf(graph, names)];
const placeIn = (query) => refusedByGraph("queryOptions", query);
const queries = fs.readFileSync(queriesFile, "utf8").split("\n").filter((line) => line !== "");
const refused = queries.filter((query) => placeIn(query) !== undefined);
const departing = queries.filter((query) => refusedByOasis("queryOptions", query) !== undefined);
report("queries that are accepted", queries.length, refused.map((query) => `${query} at ${query.slice(placeIn(query))}`));
console.log(`  ${departing.length} of them only with the departures`);

// 3. The same queries with one mistake are not. Those whose texts could hide it are passed over.
const texts = (query) => [...query.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => text);
const clear = queries.filter((query) => texts(query).every((text) => /^[A-Za-z]*$/.test(text)));
const mistakes = [
  ["a quote is lost", /'(?=[^']*$)/, ""],
  ["a quote in a text stands alone", /'a'/, "'a'a'"],
  ["the right side is missing", /%20eq%20[-\w']+/, "%20eq"],
  ["an operator is none", /%20eq%20/, "%20==%20"],
  ["an operator stands twice", /%20and%20/, "%20and%20and%20"],
  ["a parenthesis stays open", /\)(?=[^)]*$)/, ""],
  ["a parenthesis is too much", /$/, ")"],
  ["a function is none", /contains\(/, "includes("],
  ["a variable is missing", /any\(x:/, "any(:"],
  ["a direction is none", /%20desc/, "%20down"],
  ["a number is none", /(\$top=\d+)/, "$1x"],
  ["a name is missing", /(\$select=[^&;)]*)/, "$1,"],
  ["a property is unknown", /\bage\b/, "aged"],
];
for (const [what, mistake, instead] of mistakes) {
  const broken = clear.filter((query) => mistake.test(query)).slice(0, 100).map((query) => query.replace(mistake, instead));
  const accepted = broken.filter((query) => placeIn(query) === undefined);
  report(`queries that are refused, since ${what}`, broken.length, broken.length > 0 ? accepted : ["no query is fit"]);
}
process.exitCode = faults > 0 ? 1 : 0;
