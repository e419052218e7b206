package arrears.ledger;

import com.fasterxml.jackson.databind.JsonNode;

/** Why there is no answer: a code for programs, a path into the call, a message for people. */
public class ArrearsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String path;

    ArrearsException(int status, JsonNode error) {
        super(error.path("message").asText());
        this.status = status;
        this.code = error.path("code").asText();
        this.path = error.path("path").asText();
    }

    ArrearsException(Throwable cause) {
        super("the module stopped: " + cause.getMessage(), cause);
        this.status = 5;
        this.code = "fault";
        this.path = "";
    }

    public int status() {
        return status;
    }

    /** {@code request}, {@code campaign}, {@code data}, {@code unreadable} or {@code fault}. */
    public String code() {
        return code;
    }

    /** A JSON Pointer into the call, such as {@code /today}. */
    public String path() {
        return path;
    }
}
