package arrears.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The files of the repository that tests read. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2022, 6, 12);
    private static final Path ROOT = Path.of("../..");

    private Samples() {}

    static File parity(String name) throws IOException {
        return File.of(name, Files.readAllBytes(ROOT.resolve("tests/samples/parity").resolve(name)));
    }

    /** One call of the corpus with the library's answer. */
    static final class Line {
        final String name;
        final byte[] request;
        final int status;
        final byte[] answer;

        Line(String[] fields) {
            name = fields[0];
            request = bytes(fields[1]);
            status = Integer.parseInt(fields[2]);
            answer = bytes(fields[3]);
        }
    }

    static List<Line> corpus() throws IOException {
        String named = System.getenv("ARREARS_CORPUS");
        Path file = named == null ? ROOT.resolve("target/tmp/corpus.tsv") : Path.of(named);
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readString(file).split("\n")) {
            lines.add(new Line(line.split("\t", -1)));
        }
        return lines;
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int at = 0; at < bytes.length; at++) {
            int high = Character.digit(hex.charAt(2 * at), 16);
            bytes[at] = (byte) (high << 4 | Character.digit(hex.charAt(2 * at + 1), 16));
        }
        return bytes;
    }
}
