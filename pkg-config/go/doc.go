// Package arrears has the rules of the work ledger of arrears owed to small firms (清欠台账), the
// same bytes as the page and every other backend.
//
//	ledger, err := arrears.New(ctx)
//	answer, err := ledger.Validate(ctx, arrears.File{Name: "a.json", Bytes: bytes}, arrears.Options{Today: "2022-06-12"})
//	for _, finding := range answer.Findings { … }
//
// A ledger with errors is an answer. What cannot be answered is an [*Error].
package arrears
