package arrears.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every call of the corpus gets the library's answer, to the byte. */
class ParityTest {
    @Test
    void everyCallGetsTheLibrarysAnswerFromTwoThreads() throws Exception {
        ArrearsLedger ledger = new ArrearsLedger();
        List<Samples.Line> lines = Samples.corpus();
        assertTrue(500 <= lines.size(), lines.size() + " lines");
        lines.parallelStream()
                .forEach(
                        line -> {
                            Answer answer = ledger.call(line.request);
                            String expected = new String(line.answer, StandardCharsets.UTF_8);
                            assertEquals(expected, answer.text(), line.name);
                            assertEquals(line.status, answer.status(), line.name);
                        });
    }
}
