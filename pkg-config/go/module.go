package arrears

import (
	"context"
	_ "embed"
	"encoding/binary"
	"fmt"
	"sync"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

//go:embed arrears-ledger-core.wasm
var module []byte

// Ledger has the rules. Any number of goroutines may share one: as many instances of the module are
// made as calls run at once, and kept for later ones.
type Ledger struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
	lock     sync.Mutex
	idle     []api.Module
}

// New compiles the module.
func New(ctx context.Context) (*Ledger, error) {
	runtime := wazero.NewRuntime(ctx)
	compiled, err := runtime.CompileModule(ctx, module)
	if err != nil {
		_ = runtime.Close(ctx)
		return nil, err
	}
	return &Ledger{runtime: runtime, compiled: compiled}, nil
}

// Close gives everything back.
func (ledger *Ledger) Close(ctx context.Context) error {
	return ledger.runtime.Close(ctx)
}

// Call carries out a call as it is written down in the crate's module call: bytes in, the command
// line's exit code and a text out.
func (ledger *Ledger) Call(ctx context.Context, request []byte) (int, []byte, error) {
	instance, err := ledger.take(ctx)
	if err != nil {
		return 0, nil, fault(err)
	}
	status, text, err := carry(ctx, instance, request)
	if err != nil {
		// A module that stopped in the middle is of no more use.
		_ = instance.Close(ctx)
		return 0, nil, fault(err)
	}
	ledger.lock.Lock()
	defer ledger.lock.Unlock()
	ledger.idle = append(ledger.idle, instance)
	return status, text, nil
}

func fault(err error) error {
	return fmt.Errorf("%w: %w", &Error{Status: 5, Code: "fault", Message: "the module stopped"}, err)
}

func (ledger *Ledger) take(ctx context.Context) (api.Module, error) {
	ledger.lock.Lock()
	defer ledger.lock.Unlock()
	if last := len(ledger.idle) - 1; last >= 0 {
		instance := ledger.idle[last]
		ledger.idle = ledger.idle[:last]
		return instance, nil
	}
	// Without a name, a module can be instantiated any number of times.
	return ledger.runtime.InstantiateModule(ctx, ledger.compiled, wazero.NewModuleConfig().WithName(""))
}

func carry(ctx context.Context, instance api.Module, request []byte) (int, []byte, error) {
	length := uint64(len(request))
	allocated, err := instance.ExportedFunction("arrears_alloc").Call(ctx, length)
	if err != nil {
		return 0, nil, err
	}
	memory, address := instance.Memory(), allocated[0]
	if address == 0 || !memory.Write(uint32(address), request) {
		return 0, nil, fmt.Errorf("the call does not fit into the module's memory")
	}
	answered, err := instance.ExportedFunction("arrears_call").Call(ctx, address, length)
	if err != nil {
		return 0, nil, err
	}
	answer, ok := memory.Read(uint32(answered[0]), 12)
	if !ok {
		return 0, nil, fmt.Errorf("the answer lies outside of the module's memory")
	}
	number := binary.LittleEndian.Uint32
	status := int(number(answer[8:]))
	seen, ok := memory.Read(number(answer), number(answer[4:]))
	if !ok {
		return 0, nil, fmt.Errorf("the answer lies outside of the module's memory")
	}
	// What was read is a window on the memory, which the next call changes.
	text := append([]byte(nil), seen...)
	if _, err := instance.ExportedFunction("arrears_free").Call(ctx, answered[0]); err != nil {
		return 0, nil, err
	}
	_, err = instance.ExportedFunction("arrears_dealloc").Call(ctx, address, length)
	return status, text, err
}
