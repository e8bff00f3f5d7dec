package io.goodput.ion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonBinaryWriterBuilder;
import com.amazon.ion.system.IonSystemBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class IonLinesTest {
    /** As another program would write it, in its own way. */
    private static byte[] foreign(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (IonWriter out = IonBinaryWriterBuilder.standard().build(bytes)) {
            out.writeValues(IonSystemBuilder.standard().build().newReader(text));
        }
        return bytes.toByteArray();
    }

    @Test
    void ion_of_others_is_read_and_what_no_record_has_is_left_out() throws IOException {
        byte[] frame = foreign("""
                {v: 1, kind: work, at: 2026-11-30T18:36:15.5+01:00, id: {{ASNFZ4mrze8=}}, price: 1.25, gone: null,
                 list: [1, 2d0, (a b), tag::"x"], odd: {{ASNF}}, huge: 123456789012345678901234567890}
                """);

        assertThat(IonFrames.lines(frame))
                .isEqualTo(
                        "{\"v\":1,\"kind\":\"work\",\"at\":\"2026-11-30T17:36:15.500000Z\",\"id\":\"0123456789abcdef\","
                                + "\"list\":[1,\"x\"]}\n");
    }

    @Test
    void json_stays_as_it_is() {
        byte[] lines = "{\"v\":1}\n{}\n".getBytes(UTF_8);

        assertThat(new IonLines().of(lines)).isSameAs(lines);
    }

    @Test
    void what_begins_like_neither_or_is_no_struct_is_no_frame() throws IOException {
        assertThat(new IonLines().of("hello\n".getBytes(UTF_8))).isNull();
        assertThat(new IonLines().of(new byte[0])).isNull();
        assertThat(new IonLines().of(foreign("{v: 1} 5"))).isNull();
        assertThat(new IonLines().of(foreign("null.struct"))).isNull();
    }

    @Test
    void what_lies_deeper_than_records_go_is_left_out() throws IOException {
        assertThat(IonFrames.lines(foreign("{a: " + "[".repeat(1_000) + "]".repeat(1_000) + ", b: 1}")))
                .isEqualTo("{\"a\":" + "[".repeat(14) + "]".repeat(14) + ",\"b\":1}\n");
    }

    @Test
    void few_bytes_that_are_long_as_json_end_and_say_so() throws IOException {
        String name = "n".repeat(100);
        String line = IonFrames.lines(foreign("{" + (name + ":1,").repeat(20_000) + "}"));

        assertThat(line).hasSizeLessThanOrEqualTo(IonLines.MOST_LINE).endsWith("\"cut\":[\"" + name + "\"]}\n");
    }
}
