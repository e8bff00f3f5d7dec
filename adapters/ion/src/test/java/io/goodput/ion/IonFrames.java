package io.goodput.ion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.JsonFields;
import io.goodput.telemetry.text.RecordEncoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The same records in both formats. */
final class IonFrames {
    private IonFrames() {}

    static String json(FieldRules rules, int mostBytes, Consumer<FieldWriter> record) {
        return new String(encoded(new JsonFields(rules, mostBytes), record), UTF_8);
    }

    static String json(Consumer<FieldWriter> record) {
        return json(FieldRules.none(), RecordEncoder.MOST_BYTES, record);
    }

    static byte[] encoded(RecordEncoder encoder, Consumer<FieldWriter> record) {
        encoder.begin();
        record.accept(encoder);
        return Arrays.copyOf(encoder.bytes(), encoder.end());
    }

    /** The records of one frame. */
    @SafeVarargs
    static byte[] ion(RecordEncoder encoder, Consumer<FieldWriter>... records) {
        encoder.beginFrame();
        var frame = new ByteArrayOutputStream();
        for (Consumer<FieldWriter> record : records) {
            frame.writeBytes(encoded(encoder, record));
        }
        return frame.toByteArray();
    }

    static byte[] ion(Consumer<FieldWriter> record) {
        return ion(new IonFields(FieldRules.none()), record);
    }

    static String lines(byte[] frame) {
        return new String(Objects.requireNonNull(new IonLines().of(frame)), UTF_8);
    }

    /** Some, one after the other. */
    static List<Consumer<FieldWriter>> two() {
        return List.of(IonFrames::work, IonFrames::failed);
    }

    static void work(FieldWriter out) {
        out.beginObject().name("v").number(1).name("kind").text("work");
        out.name("at").instant(1_796_063_775_123_456_789L).name("service").text("orders");
        out.name("operation").text("Get").name("id").hex(0x0123456789ABCDEFL);
        out.name("last").truth(true).name("trace").hex(0xFEDCBA9876543210L, 1);
        out.name("us").number(12_345).name("queue_us").number(0).name("weight").number(2.5);
        out.name("counts").beginObject().name("hits").number(-3).name("most").number(Long.MAX_VALUE);
        out.name("least").number(Long.MIN_VALUE).endObject();
        out.name("details").beginObject().name("none").text(null).name("share").number(0.1);
        out.name("never").number(Double.NaN).endObject();
        out.name("calls").beginArray().endArray().endObject();
    }

    static void failed(FieldWriter out) {
        out.beginObject().name("v").number(1).name("kind").text("work");
        out.name("at").instant(-1).name("error").text("no\n\u001b[2J \uD800 é 😀");
        out.name("details").beginObject().name("sql").text("x".repeat(2000)).endObject();
        out.name("calls").beginArray().beginObject().name("attempts").beginArray();
        for (int i = 0; i < 3; i++) {
            out.beginObject().name("n").number(i).name("span").hex(i).endObject();
        }
        out.endArray().endObject().endArray().cut("calls").endObject();
    }
}
