// How long ten thousand debts take in Go, and how long a validator of JSON Schema takes to hold them
// against the schema alone. `go run . FOLDER`, with what bench_input.mjs wrote there.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"sort"
	"time"

	arrears "arrears-ledger.example/go"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

const runs = 5

// median of some runs after one that does not count, in milliseconds.
func median(work func() error) (float64, error) {
	var times []float64
	for run := 0; run <= runs; run++ {
		start := time.Now()
		if err := work(); err != nil {
			return 0, err
		}
		times = append(times, float64(time.Since(start).Microseconds())/1000)
	}
	times = times[1:]
	sort.Float64s(times)
	return times[runs/2], nil
}

func main() {
	if err := bench(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func bench(folder string) error {
	ctx := context.Background()
	content, err1 := os.ReadFile(folder + "/ledger.json")
	ledger, err2 := arrears.New(ctx)
	schema, err3 := jsonschema.NewCompiler().Compile(folder + "/schema.json")
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	rules, err1 := median(func() error {
		_, err := ledger.Validate(ctx, arrears.File{Bytes: content}, arrears.Options{Today: "2022-06-12"})
		return err
	})
	alone, err2 := median(func() error {
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
		if err == nil {
			err = schema.Validate(value)
		}
		return err
	})
	out, err3 := os.OpenFile(folder+"/figures.tsv", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err := errors.Join(err1, err2, err3); err != nil {
		return err
	}
	defer out.Close()
	_, err := fmt.Fprintf(out, "hosts/go/rules/10000\t%.1f\tms\nhosts/go/jsonschema/10000\t%.1f\tms\n", rules, alone)
	return err
}
