package arrears.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** The submission of a ledger, where it is in order, and what the check said. */
public final class Submitted {
    @JsonProperty private Submission submission;
    @JsonProperty private Validation validation;

    Submitted() {}

    public Optional<Submission> submission() {
        return Optional.ofNullable(submission);
    }

    public Validation validation() {
        return validation;
    }

    /** The file that is handed in. */
    public static final class Submission {
        @JsonProperty private String text;
        @JsonProperty private String digest;
        @JsonProperty("check_code") private String checkCode;
        @JsonProperty("file_name") private String fileName;

        Submission() {}

        public String text() {
            return text;
        }

        public String digest() {
            return digest;
        }

        public String checkCode() {
            return checkCode;
        }

        public String fileName() {
            return fileName;
        }
    }
}
