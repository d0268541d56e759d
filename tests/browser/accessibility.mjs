/** What axe-core finds wrong with a page, as `rule: element` lines. */
import { readFile } from "node:fs/promises";

/** A function, not a script element: the page's own policy forbids those. */
const loadAxe = new Function(await readFile(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));

/** The rules of WCAG 2.2 AA, and axe's own best practices. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rule that a theme can break; the others ask for structure and names. */
const CONTRAST = ["color-contrast"];

export function faultsOf(page) {
  return faultsBy(page, RULES);
}

/** The same of the contrast alone: for a page that has been looked at in the other theme. */
export function contrastFaultsOf(page) {
  return faultsBy(page, CONTRAST);
}

async function faultsBy(page, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(loadAxe);
  return page.evaluate(async (rules) => {
    const { violations } = await window.axe.run(document, { runOnly: rules, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary.split("\n").slice(1, 2).join(" ")}`));
  }, rules);
}
