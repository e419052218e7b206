package arrears.ledger;

import java.nio.charset.StandardCharsets;

/** What came of a call: the command line's exit code, and a text in UTF-8. */
public final class Answer {
    private final int status;
    private final byte[] text;

    Answer(int status, byte[] text) {
        this.status = status;
        this.text = text;
    }

    /** 0 in order, 1 errors, 2 a wrong call, 3 open warnings only, 4 a file that cannot be read. */
    public int status() {
        return status;
    }

    public String text() {
        return new String(text, StandardCharsets.UTF_8);
    }
}
