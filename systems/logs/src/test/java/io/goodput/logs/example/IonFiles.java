package io.goodput.logs.example;

import io.goodput.ion.IonFormat;
import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.frame.Sealer;
import io.goodput.telemetry.frame.TraceIndex;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines of JSON as the same records in a file of Ion, as a writer makes it. */
final class IonFiles implements AutoCloseable {
    private static final Set<String> IDS = Set.of("id", "trace", "parent", "span");
    private static final int HALF = 16;

    private final RecordEncoder encoder = IonFormat.BINARY.encoder(FieldRules.none());
    private final FrameBuffer frame = new FrameBuffer(1);
    private final TraceIndex traces = new TraceIndex();
    private final FileChannel out;
    private final @Nullable Sealer sealer;

    private IonFiles(Path file, @Nullable FrameKey key) throws IOException {
        out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        sealer = key == null ? null : new Sealer(key);
    }

    /** Writes a file, with its index. */
    static void write(Path file, @Nullable FrameKey key, List<String> lines) throws IOException {
        try (var made = new IonFiles(file, key)) {
            for (String line : lines) {
                made.add(JsonMapper.shared().readTree(line));
            }
            made.flush();
            made.out.write(made.traces.ofFile());
        }
    }

    private void add(JsonNode record) throws IOException {
        int bytes = encode(record);
        if (!frame.fits(bytes)) {
            flush();
            bytes = encode(record);
        }
        frame.add(encoder.bytes(), bytes, micros(record.get("at").asString()));
        if (record.has("trace")) {
            String trace = record.get("trace").asString();
            traces.add(
                    HexFormat.fromHexDigitsToLong(trace, 0, HALF),
                    HexFormat.fromHexDigitsToLong(trace, HALF, 2 * HALF));
        }
    }

    private int encode(JsonNode record) {
        encoder.begin();
        tell(encoder, "", record);
        return encoder.end();
    }

    private void flush() throws IOException {
        ByteBuffer encoded = frame.encode(sealer);
        out.write(encoded);
        frame.clear();
        encoder.beginFrame();
    }

    private static long micros(String at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(at));
    }

    private static void tell(FieldWriter to, String name, JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                to.beginObject();
                value.properties().forEach(each -> tell(to.name(each.getKey()), each.getKey(), each.getValue()));
                to.endObject();
            }
            case ARRAY -> {
                to.beginArray();
                value.forEach(each -> tell(to, "", each));
                to.endArray();
            }
            case BOOLEAN -> to.truth(value.asBoolean());
            case NUMBER -> number(to, value);
            default -> text(to, name, value.asString());
        }
    }

    private static void number(FieldWriter to, JsonNode value) {
        if (value.isIntegralNumber()) {
            to.number(value.asLong());
        } else {
            to.number(value.asDouble());
        }
    }

    private static void text(FieldWriter to, String name, String text) {
        if (name.equals("at")) {
            to.instant(micros(text) * 1_000);
        } else if (!IDS.contains(name)) {
            to.text(text);
        } else if (text.length() == HALF) {
            to.hex(HexFormat.fromHexDigitsToLong(text));
        } else {
            to.hex(HexFormat.fromHexDigitsToLong(text, 0, HALF), HexFormat.fromHexDigitsToLong(text, HALF, 2 * HALF));
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            frame.close();
        }
    }
}
