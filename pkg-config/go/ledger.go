package arrears

import (
	"bytes"
	"context"
	"encoding/json"
)

// What an error's text starts with; no answer does.
var errorPrefix = []byte(`{"error":`)

// Validate checks a submission, a draft, a sheet or a workbook.
func (ledger *Ledger) Validate(ctx context.Context, file File, options Options) (answer Validation, err error) {
	given := options.members()
	given["file"] = file
	err = ledger.into(ctx, &answer, "validate", given)
	return answer, err
}

// Lines checks a stream of submissions or debts, a line each (NDJSON); an answer a line.
func (ledger *Ledger) Lines(ctx context.Context, stream File, options Options) ([]Validation, error) {
	given := options.members()
	given["file"] = stream
	return ledger.list(ctx, "lines", given)
}

// Together checks files, each by itself and all with each other; the last answer is that for all.
// Leads is a sheet of debts that others name, or nil; the Previous of the options is left out.
func (ledger *Ledger) Together(ctx context.Context, files, previous []File, leads *File, options Options) ([]Validation, error) {
	given := options.members()
	given["files"], given["previous"] = files, previous
	if leads != nil {
		given["leads"] = *leads
	}
	return ledger.list(ctx, "together", given)
}

// Submit makes the file that is handed in of a ledger that is in order.
func (ledger *Ledger) Submit(ctx context.Context, file File, options Options) (answer Submitted, err error) {
	given := options.members()
	given["file"] = file
	err = ledger.into(ctx, &answer, "submit", given)
	return answer, err
}

// Explain says where a debt's values come from that nobody typed: /entries/0/plan_maker.
func (ledger *Ledger) Explain(ctx context.Context, file File, path string, options Options) (answer []map[string]any, err error) {
	given := options.members()
	given["file"], given["path"] = file, path
	err = ledger.into(ctx, &answer, "explain", given)
	return answer, err
}

// Digest gives the digest and the check code of a submission.
func (ledger *Ledger) Digest(ctx context.Context, file File) (answer Digest, err error) {
	err = ledger.into(ctx, &answer, "digest", members{"file": file})
	return answer, err
}

// Compare says what changed from one ledger to another.
func (ledger *Ledger) Compare(ctx context.Context, old, now File) (answer map[string]any, err error) {
	err = ledger.into(ctx, &answer, "compare", members{"old": old, "new": now})
	return answer, err
}

// Code says what is to be said of a unified social credit code.
func (ledger *Ledger) Code(ctx context.Context, code string) (answer map[string]any, err error) {
	err = ledger.into(ctx, &answer, "code", members{"code": code})
	return answer, err
}

// Campaign says what is to be said of a campaign file.
func (ledger *Ledger) Campaign(ctx context.Context, file File) (answer map[string]any, err error) {
	err = ledger.into(ctx, &answer, "campaign", members{"file": file})
	return answer, err
}

// Rules gives every rule.
func (ledger *Ledger) Rules(ctx context.Context) (answer []map[string]any, err error) {
	err = ledger.into(ctx, &answer, "rules", nil)
	return answer, err
}

// Fields gives every field, by its table.
func (ledger *Ledger) Fields(ctx context.Context) (answer map[string][]map[string]any, err error) {
	err = ledger.into(ctx, &answer, "fields", nil)
	return answer, err
}

// Schema gives the JSON Schema of a "submission", of "findings" or of a "campaign".
func (ledger *Ledger) Schema(ctx context.Context, of string) (json.RawMessage, error) {
	return ledger.text(ctx, "schema", members{"of": of})
}

// Version gives the versions of the crate and of the format, and the campaign it carries.
func (ledger *Ledger) Version(ctx context.Context) (answer Version, err error) {
	err = ledger.into(ctx, &answer, "version", nil)
	return answer, err
}

func (ledger *Ledger) list(ctx context.Context, name string, given members) ([]Validation, error) {
	text, err := ledger.text(ctx, name, given)
	if err != nil || len(text) == 0 {
		return nil, err
	}
	var answers []Validation
	for _, line := range bytes.Split(text, []byte("\n")) {
		var answer Validation
		if err := json.Unmarshal(line, &answer); err != nil {
			return nil, err
		}
		answers = append(answers, answer)
	}
	return answers, nil
}

func (ledger *Ledger) into(ctx context.Context, answer any, name string, given members) error {
	text, err := ledger.text(ctx, name, given)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, answer)
}

func (ledger *Ledger) text(ctx context.Context, name string, given members) ([]byte, error) {
	request, err := call(name, given)
	if err != nil {
		return nil, err
	}
	status, text, err := ledger.Call(ctx, request)
	if err != nil {
		return nil, err
	}
	if !bytes.HasPrefix(text, errorPrefix) {
		return text, nil
	}
	var told struct{ Error Error }
	if err := json.Unmarshal(text, &told); err != nil {
		return nil, err
	}
	told.Error.Status = status
	return nil, &told.Error
}
