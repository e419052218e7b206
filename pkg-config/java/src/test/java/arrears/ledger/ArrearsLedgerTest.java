package arrears.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The package as its users meet it. */
class ArrearsLedgerTest {
    private static final ArrearsLedger LEDGER = new ArrearsLedger();
    private static final Options OPTIONS = Options.on(Samples.DAY);

    @Test
    void aGoodFileIsValid() throws Exception {
        File valid = Samples.parity("valid.json");
        Validation answer = LEDGER.validate(valid, OPTIONS);
        assertTrue(answer.valid());
        assertEquals("valid.json", answer.file());
        assertEquals(LEDGER.digest(valid).path("digest").asText(), answer.digest().orElseThrow());
        assertEquals(Integer.valueOf(0), answer.counts().get("errors"));
        LEDGER.validate(valid, Options.today());
    }

    @Test
    void aBadLedgerIsAnAnswerAndABadCallAnException() {
        Validation answer = LEDGER.validate(File.of("a", "{"), OPTIONS.lang("en"));
        assertFalse(answer.valid());
        assertEquals("J-01", answer.findings().get(0).code());
        File none = File.of("c", "{}");
        ArrearsException told =
                assertThrows(ArrearsException.class, () -> LEDGER.validate(none, OPTIONS.campaign(none)));
        assertEquals("campaign", told.code());
        assertEquals("/campaign", told.path());
        assertEquals(2, told.status());
    }

    @Test
    void everyOtherCall() throws Exception {
        File valid = Samples.parity("valid.json");
        File draft = Samples.parity("draft.json");
        String sealed = LEDGER.submit(valid, OPTIONS).submission().orElseThrow().text();
        assertEquals(new String(valid.bytes(), "UTF-8"), sealed);
        assertTrue(LEDGER.submit(draft, OPTIONS).submission().isEmpty());
        assertEquals("s:2", LEDGER.lines(File.of("s", "\n{}"), OPTIONS).get(0).file());
        List<Validation> all =
                LEDGER.together(List.of(valid, draft), List.of(draft), List.of(), OPTIONS);
        assertEquals("together", all.get(2).file());
        LEDGER.validate(valid, OPTIONS.previous(draft));
        assertEquals("plan_maker", LEDGER.explain(valid, "/entries/0/plan_maker", OPTIONS).get(0).path("key").asText());
        assertTrue(LEDGER.compare(draft, valid).has("changed"));
        assertTrue(LEDGER.code("91350100M000100Y43").path("valid").asBoolean());
        assertFalse(LEDGER.campaign(File.of("c", "{}")).path("valid").asBoolean());
        assertTrue(100 < LEDGER.rules().size());
        assertTrue(50 < LEDGER.fields().path("entries").size());
        assertTrue(LEDGER.schema("findings").has("$schema"));
        assertEquals(1, LEDGER.version().path("format").asInt());
    }
}
