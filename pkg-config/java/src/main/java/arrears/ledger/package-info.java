/**
 * The rules of the work ledger of arrears owed to small firms (清欠台账), the same bytes as the page
 * and every other backend.
 */
package arrears.ledger;
