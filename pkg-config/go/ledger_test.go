package arrears

import (
	"bufio"
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const today = "2022-06-12"

func sample(t *testing.T, name string) File {
	t.Helper()
	content, err := os.ReadFile("../../tests/samples/parity/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return File{Name: name, Bytes: content}
}

var shared = sync.OnceValues(func() (*Ledger, error) { return New(context.Background()) })

func ledger(t *testing.T) *Ledger {
	t.Helper()
	ledger, err := shared()
	if err != nil {
		t.Fatal(err)
	}
	return ledger
}

type line struct {
	name    string
	request []byte
	status  int
	answer  []byte
}

func corpus(t *testing.T) []line {
	t.Helper()
	name := os.Getenv("ARREARS_CORPUS")
	if name == "" {
		name = "../../target/tmp/corpus.tsv"
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<26)
	var found []line
	for lines.Scan() {
		fields := strings.Split(lines.Text(), "\t")
		request, err1 := hex.DecodeString(fields[1])
		status, err2 := strconv.Atoi(fields[2])
		answer, err3 := hex.DecodeString(fields[3])
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		found = append(found, line{fields[0], request, status, answer})
	}
	return found
}

// Every call of the corpus gets the library's answer, to the byte, from several goroutines at once.
func TestParity(t *testing.T) {
	ledger, lines := ledger(t), corpus(t)
	if len(lines) < 500 {
		t.Fatalf("%d lines", len(lines))
	}
	var all sync.WaitGroup
	for start := range 2 {
		all.Add(1)
		go func() {
			defer all.Done()
			for at := start; at < len(lines); at += 2 {
				line := lines[at]
				status, answer, err := ledger.Call(context.Background(), line.request)
				if err != nil || status != line.status || !bytes.Equal(answer, line.answer) {
					t.Errorf("%s: %d, %v, %s", line.name, status, err, answer)
				}
			}
		}()
	}
	all.Wait()
}

func TestAGoodFileIsValid(t *testing.T) {
	ledger, ctx := ledger(t), context.Background()
	answer, err := ledger.Validate(ctx, sample(t, "valid.json"), Options{Today: today})
	if err != nil || !answer.Valid || answer.File != "valid.json" {
		t.Fatal(answer, err)
	}
	digest, err := ledger.Digest(ctx, sample(t, "valid.json"))
	if err != nil || digest.Digest != answer.Digest {
		t.Fatal(digest, err)
	}
	if _, err := ledger.Validate(ctx, sample(t, "valid.json"), Options{}); err != nil {
		t.Fatal("for today:", err)
	}
}

func TestABadLedgerIsAnAnswerAndABadCallAnError(t *testing.T) {
	ledger, ctx := ledger(t), context.Background()
	answer, err := ledger.Validate(ctx, File{Bytes: []byte("{")}, Options{Today: today, Lang: "en"})
	if err != nil || answer.Valid || answer.Findings[0].Code != "J-01" {
		t.Fatal(answer, err)
	}
	_, err = ledger.Validate(ctx, File{}, Options{Today: "tomorrow"})
	var told *Error
	if !errors.As(err, &told) || told.Status != 2 || told.Code != "request" || told.Path != "/today" {
		t.Fatal(err)
	}
	_, err = ledger.Validate(ctx, File{}, Options{Campaign: &File{Bytes: []byte("{}")}})
	if !errors.As(err, &told) || told.Code != "campaign" || len(told.Faults) == 0 {
		t.Fatal(err)
	}
}

func TestEveryOtherCall(t *testing.T) {
	ledger, ctx := ledger(t), context.Background()
	valid, draft := sample(t, "valid.json"), sample(t, "draft.json")
	options := Options{Today: today, Previous: &draft}
	submitted, err := ledger.Submit(ctx, valid, Options{Today: today})
	if err != nil || submitted.Submission.Text != string(valid.Bytes) {
		t.Fatal(submitted, err)
	}
	lines, err := ledger.Lines(ctx, File{Name: "s", Bytes: append(valid.Bytes, "\n\n{}"...)}, Options{Today: today})
	if err != nil || len(lines) != 2 || lines[1].File != "s:3" {
		t.Fatal(lines, err)
	}
	leads := File{Bytes: []byte("被投诉人,投诉人,拖欠金额（元）\n龙泉乡,甲公司,5000\n")}
	all, err := ledger.Together(ctx, []File{valid, draft}, []File{draft}, &leads, Options{Today: today})
	if err != nil || len(all) != 3 || all[2].File != "together" {
		t.Fatal(all, err)
	}
	if _, err := ledger.Validate(ctx, valid, options); err != nil {
		t.Fatal(err)
	}
	told, err := ledger.Explain(ctx, valid, "/entries/0/plan_maker", Options{Today: today})
	if err != nil || told[0]["key"] != "plan_maker" {
		t.Fatal(told, err)
	}
	_, err1 := ledger.Compare(ctx, draft, valid)
	_, err2 := ledger.Code(ctx, "91350100M000100Y43")
	_, err3 := ledger.Campaign(ctx, File{Bytes: []byte("{}")})
	rules, err4 := ledger.Rules(ctx)
	fields, err5 := ledger.Fields(ctx)
	_, err6 := ledger.Schema(ctx, "findings")
	version, err7 := ledger.Version(ctx)
	if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
		t.Fatal(err)
	}
	if len(rules) < 100 || len(fields["entries"]) < 50 || version.Format != 1 {
		t.Fatal(len(rules), len(fields), version)
	}
}
