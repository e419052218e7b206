package arrears.ledger;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a file is checked for. Each method gives options that differ in one thing. */
public final class Options {
    /** China's time, which is eight hours ahead of UTC all year. */
    public static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final Map<String, Object> members;

    private Options(Map<String, Object> members) {
        this.members = members;
    }

    /** For today in China, with messages in Chinese. */
    public static Options today() {
        return on(LocalDate.now(CHINA));
    }

    /** For a day. */
    public static Options on(LocalDate day) {
        return new Options(Map.of()).with("today", day.toString());
    }

    /** Messages in this language, {@code "zh"} or {@code "en"}. */
    public Options lang(String lang) {
        return with("lang", lang);
    }

    /** Compared with what the unit handed in before. */
    public Options previous(File previous) {
        return with("previous", previous);
    }

    /** Against a campaign file; without it, against the campaign the module carries. */
    public Options campaign(File campaign) {
        return with("campaign", campaign);
    }

    /** By newer files of dated facts. */
    public Options data(List<File> data) {
        return with("data", new ArrayList<>(data));
    }

    Options with(String key, Object value) {
        Map<String, Object> more = new TreeMap<>(members);
        more.put(key, value);
        return new Options(more);
    }

    Map<String, Object> members() {
        return members;
    }
}
