package arrears.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A file by its bytes, and what answers are to call it. */
public final class File {
    private final String name;
    private final byte[] bytes;

    private File(String name, byte[] bytes) {
        this.name = Objects.requireNonNull(name);
        this.bytes = bytes.clone();
    }

    public static File of(String name, byte[] bytes) {
        return new File(name, bytes);
    }

    public static File of(byte[] bytes) {
        return new File("", bytes);
    }

    public static File of(String name, String text) {
        return new File(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public String name() {
        return name;
    }

    public byte[] bytes() {
        return bytes.clone();
    }
}
