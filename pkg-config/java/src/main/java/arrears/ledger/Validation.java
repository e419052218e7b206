package arrears.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answer to "is this file in order?". */
public final class Validation {
    @JsonProperty private String file;
    @JsonProperty private boolean valid;
    @JsonProperty private String digest;
    @JsonProperty private Map<String, Integer> counts;
    @JsonProperty private List<Finding> findings;

    Validation() {}

    public String file() {
        return file;
    }

    /** Whether there are no errors, and every warning is answered for. */
    public boolean valid() {
        return valid;
    }

    /** The submission's digest, computed from its content. */
    public Optional<String> digest() {
        return Optional.ofNullable(digest);
    }

    /** How many {@code errors}, {@code warnings}, {@code notices} and {@code confirmed} warnings. */
    public Map<String, Integer> counts() {
        return Map.copyOf(counts);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
