package io.goodput.ion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.ion.IonDatagram;
import com.amazon.ion.IonStruct;
import com.amazon.ion.IonSystem;
import com.amazon.ion.IonType;
import com.amazon.ion.system.IonSystemBuilder;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IonFieldsTest {
    private static final IonSystem ION = IonSystemBuilder.standard().build();
    private static final byte[] KEY = "0123456789abcdef".getBytes(US_ASCII);

    private final IonFields fields = new IonFields(FieldRules.none());

    private static String golden() {
        try (var in = Objects.requireNonNull(IonFieldsTest.class.getResourceAsStream("golden.hex"))) {
            return new String(in.readAllBytes(), US_ASCII).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_bytes_of_version_1_stay_as_they_are() {
        assertThat(HexFormat.of().formatHex(IonFrames.ion(fields, IonFrames::work, IonFrames::failed)))
                .isEqualTo(golden());
        assertThat(IonFrames.lines(HexFormat.of().parseHex(golden())))
                .isEqualTo(IonFrames.json(IonFrames::work) + IonFrames.json(IonFrames::failed));
    }

    @Test
    void who_knows_nothing_of_us_reads_instants_ids_and_numbers_for_what_they_are() {
        IonDatagram read = ION.getLoader().load(IonFrames.ion(IonFrames::work));

        var record = (IonStruct) read.get(0);
        assertThat(record.get("at")).hasToString("2026-11-30T18:36:15.123456Z");
        assertThat(record.get("id").getType()).isEqualTo(IonType.BLOB);
        assertThat(record.get("weight")).hasToString("2.5e0");
        assertThat(((IonStruct) record.get("counts")).get("least")).hasToString("-9223372036854775808");
        assertThat(((IonStruct) record.get("details")).get("none")).isNull();
        assertThat(read).hasSize(1);
    }

    @Test
    void names_are_told_once_in_a_frame_and_again_in_the_next() {
        byte[] first = IonFrames.ion(fields, IonFrames::work);
        byte[] second = IonFrames.encoded(fields, IonFrames::work);
        byte[] other = IonFrames.ion(fields, IonFrames::work);

        assertThat(second).hasSizeLessThan(first.length - 120);
        assertThat(new String(second, ISO_8859_1)).doesNotContain("operation");
        assertThat(other).isEqualTo(first);
    }

    @Test
    void names_of_a_record_that_was_not_ended_are_told_with_the_next() {
        fields.beginFrame();
        fields.begin();
        fields.beginObject().name("broken").text("off");
        byte[] frame = IonFrames.encoded(fields, IonFrames::work);

        assertThat(IonFrames.lines(frame)).isEqualTo(IonFrames.json(IonFrames::work));
    }

    @Test
    void an_empty_record_is_one_too() {
        assertThat(IonFrames.lines(IonFrames.ion(out -> out.beginObject().endObject())))
                .isEqualTo("{}\n");
    }

    private JsonNode read(Consumer<FieldWriter> record) {
        byte[] frame = IonFrames.ion(fields, record);
        assertThat(frame).hasSizeLessThanOrEqualTo(RecordEncoder.MOST_BYTES);
        return JsonMapper.shared().readTree(IonFrames.lines(frame));
    }

    @Test
    void a_value_ends_after_1_KiB_and_the_record_says_so() {
        JsonNode read = read(out ->
                out.beginObject().name("error").text("é".repeat(1_000_000)).endObject());

        assertThat(read.get("error").asString()).isEqualTo("é".repeat(512));
        assertThat(read.get("cut").toString()).isEqualTo("[\"error\"]");
    }

    @Test
    void a_record_ends_before_16_KiB_with_all_the_names_that_stand_before_it() {
        JsonNode read = read(out -> {
            out.beginObject().name("v").number(1).name("counts").beginObject();
            for (int i = 0; i < 5_000; i++) {
                out.name("a-name-that-nobody-has-told-before-" + i).number(i);
            }
            out.endObject().name("late").number(2).endObject();
        });

        assertThat(read.get("v").asInt()).isEqualTo(1);
        assertThat(read.get("counts").size()).isBetween(200, 400);
        assertThat(read.get("cut").toString()).startsWith("[\"counts\"");
    }

    @Test
    void a_record_of_many_small_things_has_more_room_than_json_gives_it() {
        Consumer<FieldWriter> record = out -> {
            out.beginObject().name("calls").beginArray();
            for (int i = 0; i < 600; i++) {
                out.beginObject()
                        .name("dependency")
                        .text("stock")
                        .name("us")
                        .number(i)
                        .name("outcome");
                out.text("SUCCESS").endObject();
            }
            out.endArray().endObject();
        };

        assertThat(read(record).get("calls").size()).isEqualTo(600);
        assertThat(IonFrames.json(record)).contains("\"cut\":[\"calls\"]");
    }

    @Test
    void more_names_than_find_room_are_said_to_be_more() {
        JsonNode read = read(out -> {
            out.beginObject();
            for (int i = 0; i < 100; i++) {
                out.cut("a-field-with-a-name-of-some-length-" + i);
            }
            out.endObject();
        });

        JsonNode cut = read.get("cut");
        assertThat(cut.get(cut.size() - 1).asString()).isEqualTo("and more");
    }

    @Test
    void what_is_secret_is_a_digest_and_what_is_left_out_is_not_there() {
        FieldRules rules = FieldRules.none().withKey(KEY).secret("card").leftOut("email");
        Consumer<FieldWriter> record = out -> {
            out.beginObject().name("details").beginObject().name("card").text("4111");
            out.name("email")
                    .text("bob@example.org")
                    .name("plan")
                    .secret("gold")
                    .endObject()
                    .endObject();
        };
        byte[] frame = IonFrames.ion(new IonFields(rules), record);

        assertThat(IonFrames.lines(frame)).isEqualTo(IonFrames.json(rules, RecordEncoder.MOST_BYTES, record));
        assertThat(new String(frame, US_ASCII))
                .doesNotContain("4111")
                .doesNotContain("bob")
                .contains("hmac:");
    }

    @Test
    void what_was_left_out_after_it_was_weighed_counts_in_the_weight() {
        fields.beginFrame();
        fields.begin();
        fields.weigh(10);
        IonFrames.work(fields);
        byte[] frame = java.util.Arrays.copyOf(fields.bytes(), fields.end());

        assertThat(IonFrames.lines(frame)).contains("\"weight\":25,");
    }
}
