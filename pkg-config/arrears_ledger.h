/* arrears-ledger (清欠台账): the rules of the work ledger of arrears owed to small firms.
 *
 * One function takes a call and gives an answer, both JSON in UTF-8. What can be called is written
 * down in the crate's documentation, module `call`.
 *
 * Who owns what: a call stays the caller's, and is only read while `arrears_call` runs. An answer
 * belongs to the caller, who gives it back with `arrears_free`, once, from any thread. There is no
 * state between calls and nothing to set up or take down: any number of threads may call at once.
 *
 * Written from src/capi.rs; do not edit.
 */

#ifndef ARREARS_LEDGER_H
#define ARREARS_LEDGER_H

#include <stddef.h>
#include <stdint.h>

/**
 * What came of a call. It belongs to the caller until it is given back with `arrears_free`.
 */
typedef struct ArrearsAnswer {
  /**
   * The answer or the error: JSON in UTF-8, with a NUL behind it.
   */
  const char *text;
  /**
   * The length of the text in bytes, without the NUL.
   */
  size_t length;
  /**
   * 0 in order, 1 errors, 2 the call is not as it should be, 3 open warnings only, 4 a file
   * cannot be read, 5 a fault of ours.
   */
  uint32_t status;
} ArrearsAnswer;

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Carries out a call: a line of JSON, with the bytes of its files behind it.
 *
 * The call stays the caller's; it is read only until this function returns. The answer is never
 * NULL and has to be given back with `arrears_free`. Any number of threads may call at once.
 *
 * # Safety
 * `request` is the address of `length` bytes that nobody writes to meanwhile; where `length` is 0,
 * it may be NULL.
 */
const struct ArrearsAnswer *arrears_call(const char *request, size_t length);

/**
 * Gives an answer back. Its text must not be read any more. NULL is left alone.
 *
 * # Safety
 * `answer` came from `arrears_call` and has not been given back before.
 */
void arrears_free(const struct ArrearsAnswer *answer);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* ARREARS_LEDGER_H */
