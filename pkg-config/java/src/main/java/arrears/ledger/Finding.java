package arrears.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a rule has to say. */
public final class Finding {
    @JsonProperty private String code;
    @JsonProperty private String severity;
    @JsonProperty private String path;
    @JsonProperty private String message;
    @JsonProperty private String basis;
    @JsonProperty private JsonNode params;
    @JsonProperty private String reason;

    Finding() {}

    public String code() {
        return code;
    }

    /** {@code error}, {@code warning} or {@code notice}. */
    public String severity() {
        return severity;
    }

    /** A JSON Pointer into the submission. */
    public String path() {
        return path;
    }

    public String message() {
        return message;
    }

    public String basis() {
        return basis;
    }

    /** The facts of the message: money in yuan, days in ISO form, rows from 0. */
    public JsonNode params() {
        return params;
    }

    /** Why a warning was confirmed. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
