package arrears.ledger;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.ChicoryException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One instance of the module. Not for several threads at once. */
final class Machine {
    private final Instance instance =
            Instance.builder(Core.load())
                    .withMachineFactory(Core::create)
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
