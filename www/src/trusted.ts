/**
 * Vouches for the addresses of the page's own scripts and for markup that is read and never shown,
 * where a portal enforces Trusted Types. The policy is called `arrears-ledger`; a portal that lists
 * the policies it allows lists it beside `lit-html`.
 */

interface Policy {
  createScriptURL(url: string): string;
  createHTML(markup: string): string;
}

interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null | undefined;

/** The address of one of the page's own scripts. */
export function ownScript(url: string): string {
  return ours()?.createScriptURL(url) ?? url;
}

/** Markup from a clipboard, for a document that is put nowhere. */
export function unshown(markup: string): string {
  return ours()?.createHTML(markup) ?? markup;
}

/** `null` where there is no such thing, or where the portal does not allow this policy. */
function ours(): Policy | null {
  if (policy === undefined) {
    try {
      const policies = (self as { trustedTypes?: Policies }).trustedTypes;
      const rules = { createScriptURL: (own: string) => own, createHTML: (own: string) => own };
      policy = policies?.createPolicy("arrears-ledger", rules) ?? null;
    } catch {
      policy = null;
    }
  }
  return policy;
}
