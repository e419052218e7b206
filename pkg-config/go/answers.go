package arrears

import "encoding/json"

// Counts says how many findings of each kind.
type Counts struct {
	Errors    int `json:"errors"`
	Warnings  int `json:"warnings"`
	Notices   int `json:"notices"`
	Confirmed int `json:"confirmed"`
}

// Finding is what a rule has to say. Path is a JSON Pointer into the submission; Reason is that of
// a warning that was confirmed.
type Finding struct {
	Code     string                     `json:"code"`
	Severity string                     `json:"severity"`
	Path     string                     `json:"path"`
	Message  string                     `json:"message"`
	Params   map[string]json.RawMessage `json:"params"`
	Basis    string                     `json:"basis"`
	Reason   string                     `json:"reason,omitempty"`
}

// Validation is the answer to "is this file in order?". Digest is empty where the file has none.
type Validation struct {
	File     string    `json:"file"`
	Valid    bool      `json:"valid"`
	Digest   string    `json:"digest"`
	Counts   Counts    `json:"counts"`
	Findings []Finding `json:"findings"`
}

// Submission is the file that is handed in.
type Submission struct {
	Text      string `json:"text"`
	Digest    string `json:"digest"`
	CheckCode string `json:"check_code"`
	FileName  string `json:"file_name"`
}

// Submitted has the submission of a ledger, or nil while the validation has errors or open warnings.
type Submitted struct {
	Submission *Submission `json:"submission"`
	Validation Validation  `json:"validation"`
}

// Digest is SM3 over the canonical form without the digest member, and its first sixteen digits.
type Digest struct {
	Digest    string `json:"digest"`
	CheckCode string `json:"check_code"`
}

// Version has the versions of the crate and of the format, and the campaign it carries.
type Version struct {
	Version  string `json:"version"`
	Format   int    `json:"format"`
	Campaign string `json:"campaign"`
}

// Error says why there is no answer: Code for programs, Path into the call.
type Error struct {
	Status  int               `json:"-"`
	Code    string            `json:"code"`
	Path    string            `json:"path"`
	Message string            `json:"message"`
	Faults  []json.RawMessage `json:"faults,omitempty"`
}

// Error gives the message.
func (e *Error) Error() string {
	return e.Message
}
