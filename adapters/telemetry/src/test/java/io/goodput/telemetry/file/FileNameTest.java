package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import io.goodput.telemetry.record.RecordOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    private static final long NOW = Instant.parse("2026-11-30T18:36:15.123Z").toEpochMilli();
    private static final RecordOrigin ORIGIN = new RecordOrigin("orders", "pod-1", null);

    private final FileNames names = new FileNames(ORIGIN, "jsonl.zst");

    @Test
    void a_name_tells_who_wrote_it_and_when() {
        FileName name = names.next(NOW);

        assertThat(name).hasToString("orders-pod_1-20261130T183615.123Z-000001.jsonl.zst");
        assertThat(FileName.parse(name.toString())).isEqualTo(name);
        assertThat(name.isSealed()).isFalse();
        assertThat(FileName.parse("a-b-20261130T183615.123Z-000001.ion.zst.sealed"))
                .matches(each -> each != null && each.isSealed());
    }

    @Test
    void a_name_of_any_service_is_a_name_of_a_file_and_of_no_folder() {
        assertThat(FileName.of("../../etc/pässwd\n", ".x-y z", NOW, 1, "jsonl.zst"))
                .hasToString("_.__.._etc_p_sswd_-_x_y_z-20261130T183615.123Z-000001.jsonl.zst".replace("_.__", "_._"));
        assertThat(FileName.of("s".repeat(500), "i".repeat(500), NOW, 1, "jsonl.zst")
                        .toString())
                .hasSizeLessThan(255);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "orders.jsonl.zst",
                "a-b-20261330T183615.123Z-000001.jsonl.zst",
                "a-b-20261130T183615.123Z-1.jsonl.zst",
                "a-b-20261130T183615.123Z-000001.jsonl.zst.bak",
                "a/b-c-20261130T183615.123Z-000001.jsonl.zst",
                "a-b-20261130T183615.123Z-000001.jsonl"
            })
    void other_files_are_not_ours(String name) {
        assertThat(FileName.parse(name)).isNull();
    }

    @Test
    void names_sort_when_the_clock_is_set_back_an_hour() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            long back = i >= 10 ? Duration.ofHours(1).toMillis() : 0;
            all.add(names.next(NOW + i * 60_000L - back).toString());
        }

        assertThat(all).isSorted().doesNotHaveDuplicates();
    }

    @Property
    void names_sort_whatever_the_clock_does_and_through_a_restart(
            @ForAll @LongRange(min = 0) long seed, @ForAll @IntRange(min = 1, max = 30) int files) {
        var random = new SplittableRandom(seed);
        List<FileName> all = new ArrayList<>();
        FileNames writer = names;
        for (int i = 0; i < files; i++) {
            if (random.nextInt(4) == 0) {
                writer = new FileNames(ORIGIN, "jsonl.zst");
                writer.heed(all);
            }
            all.add(writer.next(NOW + random.nextLong(-10_000_000_000L, 10_000_000_000L)));
        }

        assertThat(all).isSorted().doesNotHaveDuplicates();
        assertThat(all.stream().map(FileName::toString).toList()).isSorted();
    }

    @Test
    void files_of_others_do_not_move_the_names() {
        names.heed(List.of(
                FileName.of("orders", "pod-2", NOW + 9, 9, "jsonl.zst"),
                FileName.of("billing", "pod-1", NOW + 9, 9, "jsonl.zst")));

        assertThat(names.next(NOW).number()).isOne();
    }
}
