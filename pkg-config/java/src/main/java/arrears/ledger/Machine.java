package arrears.ledger;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Function;

/** One instance of the module. Not for several threads at once. */
final class Machine {
    private static final String MODULE = "arrears-ledger-core.wasm";

    /** Parsed and compiled when it is first needed, once. */
    private static final class Compiled {
        static final WasmModule MODULE = read();
        static final Function<Instance, com.dylibso.chicory.runtime.Machine> FACTORY =
                MachineFactoryCompiler.builder(MODULE)
                        // What is too large for a method of Java's is interpreted.
                        .withInterpreterFallback(InterpreterFallback.SILENT)
                        .compile();

        private static WasmModule read() {
            try (InputStream in = Machine.class.getResourceAsStream(Machine.MODULE)) {
                return Parser.parse(in.readAllBytes());
            } catch (IOException why) {
                throw new UncheckedIOException(why);
            }
        }
    }

    private final Instance instance =
            Instance.builder(Compiled.MODULE)
                    .withMachineFactory(Compiled.FACTORY)
                    // A quarter quicker in compiled code than what is the default.
                    .withMemoryFactory(ByteArrayMemory::new)
                    .build();

    Answer call(byte[] request) {
        try {
            return carry(request);
        } catch (ChicoryException | StackOverflowError | OutOfMemoryError why) {
            throw new ArrearsException(why);
        }
    }

    private Answer carry(byte[] request) {
        Memory memory = instance.memory();
        int address = (int) run("arrears_alloc", request.length);
        if (address == 0) {
            throw new ArrearsException(new OutOfMemoryError("the call does not fit into the memory"));
        }
        memory.write(address, request);
        int answer = (int) run("arrears_call", address, request.length);
        ByteBuffer head = ByteBuffer.wrap(memory.readBytes(answer, 12)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] text = memory.readBytes(head.getInt(0), head.getInt(4));
        run("arrears_free", answer);
        run("arrears_dealloc", address, request.length);
        return new Answer(head.getInt(8), text);
    }

    private long run(String function, long... arguments) {
        long[] results = instance.export(function).apply(arguments);
        return results == null || results.length == 0 ? 0 : results[0];
    }
}
