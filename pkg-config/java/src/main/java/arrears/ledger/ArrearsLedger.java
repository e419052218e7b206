package arrears.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The rules. Any number of threads may share one: as many instances of the module are made as calls
 * run at once, and kept for later ones.
 *
 * <pre>{@code
 * ArrearsLedger ledger = new ArrearsLedger();
 * Validation answer = ledger.validate(File.of("a.json", bytes), Options.on(LocalDate.of(2022, 6, 12)));
 * }</pre>
 *
 * A ledger with errors is an answer; what cannot be answered is an {@link ArrearsException}.
 */
public final class ArrearsLedger {
    static final ObjectMapper JSON = new ObjectMapper();
    /** What an error's text starts with; no answer does. */
    private static final String ERROR = "{\"error\":";

    private final ConcurrentLinkedQueue<Machine> idle = new ConcurrentLinkedQueue<>();

    /** Checks a submission, a draft, a sheet or a workbook. */
    public Validation validate(File file, Options options) {
        return as(Validation.class, text("validate", options.with("file", file)));
    }

    /** Checks a stream of submissions or debts, a line each (NDJSON); an answer a line. */
    public List<Validation> lines(File stream, Options options) {
        return list(text("lines", options.with("file", stream)));
    }

    /**
     * Checks files, each by itself and all with each other; the last answer is that for all.
     *
     * @param previous what the units handed in before
     * @param leads sheets of debts that others name: one or none
     */
    public List<Validation> together(List<File> files, List<File> previous, List<File> leads, Options options) {
        Options given = options.with("files", files).with("previous", previous);
        if (1 < leads.size()) {
            throw new IllegalArgumentException("one sheet of leads at most");
        }
        return list(text("together", leads.isEmpty() ? given : given.with("leads", leads.get(0))));
    }

    /** Makes the file that is handed in of a ledger that is in order. */
    public Submitted submit(File file, Options options) {
        return as(Submitted.class, text("submit", options.with("file", file)));
    }

    /** Where a debt's values come from that nobody typed: {@code /entries/0/plan_maker}. */
    public JsonNode explain(File file, String path, Options options) {
        return tree(text("explain", options.with("file", file).with("path", path)));
    }

    /** The {@code digest} and the {@code check_code} of a submission. */
    public JsonNode digest(File file) {
        return tree(text("digest", Map.of("file", file)));
    }

    /** What changed from one ledger to another. */
    public JsonNode compare(File old, File now) {
        return tree(text("compare", Map.of("old", old, "new", now)));
    }

    /** What is to be said of a unified social credit code. */
    public JsonNode code(String code) {
        return tree(text("code", Map.of("code", code)));
    }

    /** What is to be said of a campaign file. */
    public JsonNode campaign(File file) {
        return tree(text("campaign", Map.of("file", file)));
    }

    /** Every rule. */
    public JsonNode rules() {
        return tree(text("rules", Map.of()));
    }

    /** Every field, by its table. */
    public JsonNode fields() {
        return tree(text("fields", Map.of()));
    }

    /** The JSON Schema of a {@code submission}, of {@code findings} or of a {@code campaign}. */
    public JsonNode schema(String of) {
        return tree(text("schema", Map.of("of", of)));
    }

    /** The versions of the crate and of the format, and the campaign it carries. */
    public JsonNode version() {
        return tree(text("version", Map.of()));
    }

    /** Carries out a call as it is written down in the crate's module {@code call}. */
    public Answer call(byte[] request) {
        Machine taken = idle.poll();
        Machine machine = taken == null ? new Machine() : taken;
        // One that stopped in the middle is not put back.
        Answer answer = machine.call(request);
        idle.add(machine);
        return answer;
    }

    private String text(String name, Options options) {
        return text(name, options.members());
    }

    private String text(String name, Map<String, Object> members) {
        Answer answer = call(Call.of(name, members));
        String text = answer.text();
        if (text.startsWith(ERROR)) {
            throw new ArrearsException(answer.status(), tree(text).path("error"));
        }
        return text;
    }

    private static List<Validation> list(String text) {
        List<Validation> answers = new ArrayList<>();
        for (String line : text.split("\n")) {
            if (!line.isEmpty()) {
                answers.add(as(Validation.class, line));
            }
        }
        return answers;
    }

    private static JsonNode tree(String text) {
        return as(JsonNode.class, text);
    }

    private static <T> T as(Class<T> type, String text) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException why) {
            throw new ArrearsException(why);
        }
    }
}
