module arrears-ledger.example/go/bench

go 1.24.0

require (
	arrears-ledger.example/go v0.0.0
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
)

require (
	github.com/tetratelabs/wazero v1.11.0 // indirect
	golang.org/x/sys v0.38.0 // indirect
	golang.org/x/text v0.14.0 // indirect
)

replace arrears-ledger.example/go => ../
