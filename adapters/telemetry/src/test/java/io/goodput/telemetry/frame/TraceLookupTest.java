package io.goodput.telemetry.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceLookupTest {
    private static final int SECTIONS = 12;
    private static final int FRAMES = 20;
    private static final int OF_FRAME = 40;

    /** Where the sections begin. */
    private final List<Integer> begins = new ArrayList<>();

    /**
     * Sections of frames of 40 records, each of another trace, and an index behind each section, but not at the end.
     */
    private byte[] sections() {
        var index = new TraceIndex();
        byte[] file = {};
        int number = 0;
        try (var buffer = new FrameBuffer(1)) {
            for (int section = 0; section < SECTIONS; section++) {
                begins.add(file.length);
                for (int frame = 0; frame < FRAMES; frame++) {
                    buffer.clear();
                    for (int i = 0; i < OF_FRAME; i++, number++) {
                        byte[] line = line(number).getBytes(StandardCharsets.UTF_8);
                        buffer.add(line, line.length, number);
                        index.add(-7L * number, number);
                    }
                    file = FileBytes.joined(file, buffer.encode());
                }
                file = FileBytes.joined(file, index.ofSection());
                index.begin(file.length);
            }
        }
        return file;
    }

    /** The index of traces that a file of so many sections has at its end. */
    private static byte[] closed(byte[] sections) {
        var index = new TraceIndex();
        for (int number = 0; number < SECTIONS * FRAMES * OF_FRAME; number++) {
            index.add(-7L * number, number);
        }
        return FileBytes.joined(sections, index.ofFile());
    }

    private static String line(int number) {
        return "{\"trace\":\"%016x%016x\",\"noise\":\"%x\"}\n"
                .formatted(-7L * number, number, number * 0x9E3779B97F4AL);
    }

    private static Damage look(int number, FileBytes file, List<String> found) throws Exception {
        return new TraceLookup(-7L * number, number)
                .lines(
                        file,
                        null,
                        FrameLines.AS_WRITTEN,
                        line -> found.add(new String(line, StandardCharsets.UTF_8) + "\n"));
    }

    private static void assertFound(int number, FileBytes file) throws Exception {
        List<String> found = new ArrayList<>();
        look(number, file, found);
        assertThat(found).as("%d", number).containsExactly(line(number));
    }

    @Test
    void the_lines_that_have_the_digits_are_found_in_order_in_a_file_without_index() throws Exception {
        String line = "{\"trace\":\"000000000000000a000000000000000b\",\"n\":%d}";
        List<String> texts = List.of(
                line.formatted(1) + "\n{\"n\":2}\n" + line.formatted(3) + "\n",
                "{\"trace\":\"" + "0".repeat(31) + "a\"}\n",
                line.formatted(5) + "\n");
        List<String> found = new ArrayList<>();

        new TraceLookup(10, 11)
                .lines(
                        new FileBytes(FileBytes.ofFrames(null, texts)),
                        null,
                        FrameLines.AS_WRITTEN,
                        each -> found.add(new String(each, StandardCharsets.UTF_8)));

        assertThat(found).containsExactly(line.formatted(1), line.formatted(3), line.formatted(5));
    }

    @Test
    void of_a_closed_file_without_the_trace_only_the_index_is_read() throws Exception {
        byte[] sections = sections();
        var file = new FileBytes(closed(sections));
        List<String> found = new ArrayList<>();

        Damage damage = look(-1, file, found);

        assertThat(found).isEmpty();
        assertThat(damage).isEqualTo(Damage.NONE);
        assertThat(file.read()).isLessThan(file.size() - sections.length + 1000);
    }

    @Test
    void of_a_file_with_the_trace_its_section_is_read_and_hardly_another_whether_it_is_closed_or_not()
            throws Exception {
        byte[] sections = sections();
        int section = begins.get(1);
        int indexes = closed(sections).length - sections.length;
        for (int number = 0; number < SECTIONS * FRAMES * OF_FRAME; number += 997) {
            var open = new FileBytes(sections);
            assertFound(number, open);
            // To find the newest index takes one window, which is larger than this file.
            assertThat(open.read()).isLessThan(sections.length + 5L * section);
            var closed = new FileBytes(closed(sections));
            assertFound(number, closed);
            assertThat(closed.read()).isLessThan(2L * indexes + 5L * section);
        }
    }

    @Test
    void what_was_added_since_the_last_index_is_read_and_what_is_torn_is_told() throws Exception {
        byte[] sections = sections();
        String more = line(1_000_000);
        byte[] all = FileBytes.joined(
                sections, java.nio.ByteBuffer.wrap(FileBytes.ofFrames(null, List.of(more, line(1_000_001)))));

        assertFound(1_000_000, new FileBytes(all));
        assertFound(0, new FileBytes(all));

        List<String> found = new ArrayList<>();
        Damage damage = look(1_000_000, new FileBytes(Arrays.copyOf(all, all.length - 1)), found);
        assertThat(found).containsExactly(more);
        assertThat(damage.torn()).isTrue();
        assertThat(damage.records()).isEqualTo(1);
    }

    @Test
    void a_byte_that_was_changed_anywhere_costs_at_most_the_frame_that_it_is_in() throws Exception {
        byte[] sections = sections();
        byte[] closed = closed(sections);
        for (byte[] good : List.of(sections, closed)) {
            for (int at = 5; at < good.length; at += 1009) {
                byte[] bad = good.clone();
                bad[at] ^= 0x10;
                var file = new FileBytes(bad);
                int missing = 0;
                for (int number = 0; number < SECTIONS * FRAMES * OF_FRAME; number += OF_FRAME * 7) {
                    List<String> found = new ArrayList<>();
                    Damage damage = look(number, file, found);
                    assertThat(found).hasSizeLessThanOrEqualTo(1);
                    if (found.isEmpty()) {
                        missing++;
                        assertThat(damage.places()).as("byte %d", at).isPositive();
                    }
                }
                assertThat(missing).as("byte %d", at).isLessThanOrEqualTo(1);
            }
        }
    }
}
