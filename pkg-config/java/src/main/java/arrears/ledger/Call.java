package arrears.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A call byte by byte: its line, and behind it the files in the order of their members' names. */
final class Call {
    private final ObjectNode line = ArrearsLedger.JSON.createObjectNode();
    private final ByteArrayOutputStream behind = new ByteArrayOutputStream();

    static byte[] of(String name, Map<String, Object> members) {
        Call call = new Call();
        call.line.put("call", name);
        new TreeMap<>(members).forEach(call::put);
        byte[] head = (call.line.toString() + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length + call.behind.size());
        request.writeBytes(head);
        request.writeBytes(call.behind.toByteArray());
        return request.toByteArray();
    }

    private void put(String key, Object value) {
        if (value instanceof File) {
            line.set(key, place((File) value));
        } else if (value instanceof List) {
            ArrayNode list = line.putArray(key);
            ((List<?>) value).forEach(one -> list.add(place((File) one)));
        } else {
            line.put(key, (String) value);
        }
    }

    private ObjectNode place(File file) {
        byte[] bytes = file.bytes();
        behind.writeBytes(bytes);
        return ArrearsLedger.JSON.createObjectNode().put("name", file.name()).put("bytes", bytes.length);
    }
}
