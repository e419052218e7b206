package arrears.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * How long ten thousand debts take on the JVM, and how long a validator of JSON Schema takes to hold
 * them against the schema alone; only where ARREARS_BENCH names the folder that bench_input.mjs wrote.
 */
@EnabledIfEnvironmentVariable(named = "ARREARS_BENCH", matches = ".+")
class BenchTest {
    private static final int RUNS = 5;

    interface Work {
        void run() throws Exception;
    }

    /** The median of some runs after as many that do not count, in milliseconds. */
    private static double median(Work work) throws Exception {
        double[] times = new double[2 * RUNS];
        for (int run = 0; run < times.length; run++) {
            long start = System.nanoTime();
            work.run();
            times[run] = (System.nanoTime() - start) / 1e6;
        }
        double[] counted = Arrays.copyOfRange(times, RUNS, times.length);
        Arrays.sort(counted);
        return counted[RUNS / 2];
    }

    @Test
    void tenThousandDebts() throws Exception {
        Path folder = Path.of(System.getenv("ARREARS_BENCH"));
        byte[] content = Files.readAllBytes(folder.resolve("ledger.json"));
        ArrearsLedger ledger = new ArrearsLedger();
        File file = File.of(content);
        double rules = median(() -> ledger.validate(file, Options.on(Samples.DAY)));
        ObjectMapper json = new ObjectMapper();
        JsonNode told = json.readTree(folder.resolve("schema.json").toFile());
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(told);
        double alone = median(() -> schema.validate(json.readTree(content)));
        String figures =
                String.format(Locale.ROOT, "hosts/java/rules/10000\t%.1f\tms\n", rules)
                        + String.format(Locale.ROOT, "hosts/java/networknt/10000\t%.1f\tms\n", alone);
        Path out = folder.resolve("figures.tsv");
        Files.writeString(out, figures, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
