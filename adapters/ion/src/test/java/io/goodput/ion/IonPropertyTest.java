package io.goodput.ion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.telemetry.record.FieldWriter;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordEncoder;
import java.util.Arrays;
import java.util.SplittableRandom;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a record is told, it reads the same from both formats. */
class IonPropertyTest {
    /** What has been used against terminals, editors, readers of lines, of JSON and of Ion. */
    private static final String[] HOSTILE = {
        "\u001b]0;title\u0007",
        "\u009b31m",
        "\r\n{\"kind\":\"work\"}\n",
        "\"}",
        "\\u0000",
        "\u0000",
        "\u2028",
        "\u202e",
        "\uD800",
        "\uDBFF\uDFFF",
        "\uDB40\uDC20",
        "😀",
        "é",
        "\u007f",
        "$ion_symbol_table",
        "$ion_1_0",
        "$10",
        "symbols",
        "\u00e0\u0001\u0000\u00ea"
    };

    /** Above this JSON may leave out what Ion does not, or the other way round. */
    private static final int SURE = 12_000;

    private final IonFields ion = new IonFields(FieldRules.none());

    private static String text(SplittableRandom random, int most) {
        var text = new StringBuilder();
        for (int i = random.nextInt(most); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static void members(FieldWriter out, SplittableRandom random, int depth, int most) {
        out.beginObject();
        for (int i = random.nextInt(most); i > 0; i--) {
            out.name(
                    random.nextBoolean()
                            ? "name" + random.nextInt(50)
                            : text(random, random.nextInt(9) == 0 ? 300 : 9));
            value(out, random, depth);
        }
        out.endObject();
    }

    private static void value(FieldWriter out, SplittableRandom random, int depth) {
        switch (random.nextInt(depth < 7 ? 11 : 8)) {
            case 0 -> out.text(text(random, random.nextInt(20) == 0 ? 2_000 : 20));
            case 1 -> out.text(random.nextBoolean() ? null : "x".repeat(random.nextInt(200)));
            case 2 -> out.number(random.nextLong() >> random.nextInt(64));
            case 3 -> out.number(Double.longBitsToDouble(random.nextLong()));
            case 4 -> out.number((double) (float) random.nextGaussian()).cut(text(random, 9));
            case 5 -> out.truth(random.nextBoolean());
            case 6 -> out.instant(random.nextLong());
            case 7 -> out.hex(random.nextLong(), random.nextLong());
            case 8 -> out.hex(random.nextLong());
            case 9 -> members(out, random, depth + 1, 9);
            default -> {
                out.beginArray();
                for (int i = random.nextInt(9); i > 0; i--) {
                    value(out, random, depth + 1);
                }
                out.endArray();
            }
        }
    }

    private static void record(FieldWriter out, long seed) {
        var random = new SplittableRandom(seed);
        members(out, random, 1, random.nextInt(10) == 0 ? 200 : 20);
    }

    @Property(tries = 2000)
    void a_frame_of_records_reads_as_the_lines_that_json_would_have(@ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        ion.beginFrame();
        byte[] frame = {};
        var lines = new StringBuilder();
        boolean isSure = true;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            long told = random.nextLong();
            byte[] record = IonFrames.encoded(ion, out -> record(out, told));
            assertThat(record).hasSizeLessThanOrEqualTo(RecordEncoder.MOST_BYTES);
            String line = IonFrames.json(FieldRules.none(), IonLines.MOST_LINE, out -> record(out, told));
            isSure &= line.length() < SURE;
            lines.append(line);
            frame = joined(frame, record);
        }
        String read = IonFrames.lines(frame);

        if (isSure) {
            assertThat(read).isEqualTo(lines.toString());
        } else {
            assertThat(read.lines().map(JsonMapper.shared()::readTree))
                    .hasSize((int) lines.toString().lines().count())
                    .allMatch(each -> each.isObject());
        }
    }

    /** The checksum of the frame stands before this: still, nothing that comes through may do harm. */
    @Property(tries = 2000)
    void flipped_bits_and_torn_ends_are_no_ion_or_other_lines_and_never_an_exception(
            @ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        byte[] frame = IonFrames.ion(out -> record(out, seed));
        for (int i = random.nextInt(4); i > 0; i--) {
            frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        }
        byte[] torn = Arrays.copyOf(frame, frame.length - random.nextInt(Math.min(9, frame.length)));

        byte[] read = new IonLines().of(torn);

        if (read != null && !Arrays.equals(read, torn)) {
            assertThat(new String(read, UTF_8).lines().map(JsonMapper.shared()::readTree))
                    .allMatch(each -> each.isObject());
        }
    }

    private static byte[] joined(byte[] before, byte[] more) {
        byte[] all = Arrays.copyOf(before, before.length + more.length);
        System.arraycopy(more, 0, all, before.length, more.length);
        return all;
    }
}
