package io.goodput.telemetry.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.telemetry.record.FieldWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a record is told, Jackson reads the same, and a terminal obeys none of it. */
class JsonFieldsPropertyTest {
    /** What has been used against terminals, editors, readers of lines and readers of JSON. */
    private static final String[] HOSTILE = {
        "\u001b]0;title\u0007",
        "\u001b[2J",
        "\u009b31m",
        "\r\n{\"kind\":\"work\"}\n",
        "\"}",
        "\\",
        "\\u0000",
        "\u0000",
        "\u2028",
        "\u202e",
        "\u2066",
        "\uD800",
        "\uDFFF",
        "\uDBFF\uDFFF",
        "\uDB40\uDC20",
        "\uFEFF",
        "</script>",
        "\b\f",
        "😀",
        "é",
        "\u007f",
        "${jndi:ldap://x}",
        "%s%n"
    };

    private final JsonFields fields = new JsonFields(FieldRules.none());

    private static String text(SplittableRandom random) {
        var text = new StringBuilder();
        int parts = random.nextInt(random.nextInt(10) == 0 ? 2000 : 12);
        for (int i = 0; i < parts; i++) {
            switch (random.nextInt(4)) {
                case 0 -> text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
                case 1 -> text.append((char) random.nextInt(0x10000));
                case 2 -> text.appendCodePoint(random.nextInt(0x110000));
                default -> text.append((char) (' ' + random.nextInt(95)));
            }
        }
        return text.toString();
    }

    private String written() {
        return new String(fields.bytes(), 0, fields.end(), StandardCharsets.UTF_8);
    }

    /** As it is read back: half of a pair is replaced. */
    private static String whole(String text) {
        return new String(
                text.codePoints()
                        .map(point -> point >= 0xD800 && point < 0xE000 ? 0xFFFD : point)
                        .toArray(),
                0,
                (int) text.codePoints().count());
    }

    @Property(tries = 1000)
    void what_is_written_is_read_the_same_but_for_what_is_cut(@ForAll @LongRange(min = 0) long seed) {
        var random = new SplittableRandom(seed);
        Map<String, Object> told = new LinkedHashMap<>();
        fields.begin();
        fields.beginObject();
        for (int i = random.nextInt(12); i >= 0; i--) {
            String name = i + whole(text(random)).replaceAll("(?s)^(.{0,10}).*", "$1");
            told.put(name, put(name, random));
        }
        fields.endObject();

        JsonNode read = JsonMapper.shared().readTree(written());

        told.forEach((name, value) -> assertRead(read.get(name), value));
        assertThat(read.has("cut")).isEqualTo(told.size() < read.size());
    }

    private Object put(String name, SplittableRandom random) {
        fields.name(name);
        return switch (random.nextInt(4)) {
            case 0 -> {
                long number = random.nextLong() >> random.nextInt(64);
                fields.number(number);
                yield number;
            }
            case 1 -> {
                double number = Double.longBitsToDouble(random.nextLong());
                fields.number(number);
                yield Double.isFinite(number) ? (Object) number : Double.toString(number);
            }
            case 2 -> {
                fields.truth(true);
                yield true;
            }
            default -> {
                String text = text(random);
                fields.text(text);
                yield text;
            }
        };
    }

    private static void assertRead(JsonNode read, Object told) {
        if (told instanceof String text) {
            assertThat(whole(text)).startsWith(read.asString());
            assertThat(read.asString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
        } else if (told instanceof Double number) {
            assertThat(read.asDouble()).isEqualTo(number);
        } else {
            assertThat(read.asString()).isEqualTo(told.toString());
        }
    }

    /** Any row of calls, in any order, of any depth: either it is refused, or it is one line of valid JSON. */
    @Property(tries = 1000)
    void whatever_is_told_comes_out_as_one_valid_line_within_its_bounds(@ForAll @LongRange(min = 0) long seed)
            throws Exception {
        var random = new SplittableRandom(seed);
        fields.begin();
        fields.beginObject();
        nest(fields, random, 2, 60);
        fields.endObject();
        int length = fields.end();

        assertThat(length).isLessThanOrEqualTo(RecordEncoder.MOST_BYTES);
        String line = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(fields.bytes(), 0, length))
                .toString();
        assertThat(line).endsWith("}\n");
        assertThat(line.substring(0, line.length() - 1).codePoints())
                .noneMatch(point -> switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.SURROGATE -> true;
                    default -> false;
                });
        assertThat(JsonMapper.shared().readTree(line).isObject()).isTrue();
    }

    /** Fields of an object, or elements of an array, some of which are objects and arrays again. */
    private static void nest(FieldWriter out, SplittableRandom random, int depth, int most) {
        for (int i = random.nextInt(most); i > 0; i--) {
            out.name(text(random));
            switch (random.nextInt(depth < 6 ? 5 : 2)) {
                case 0 -> out.text(text(random));
                case 1 -> out.secret("s").cut(text(random));
                case 2 -> {
                    nest(out.beginObject(), random, depth + 1, 8);
                    out.endObject();
                }
                case 3 -> {
                    out.beginArray();
                    for (int k = random.nextInt(8); k > 0; k--) {
                        nest(out.beginObject(), random, depth + 2, 4);
                        out.endObject().number(k).text(random.nextBoolean() ? null : text(random));
                    }
                    out.endArray();
                }
                default -> out.hex(random.nextLong(), random.nextLong());
            }
        }
    }
}
