package io.goodput.telemetry.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.telemetry.aggregate.SeriesKey;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmfLinesTest {
    private final ExposedService service = new ExposedService();

    @Test
    void the_lines_are_as_they_were() throws IOException {
        assertThat(lines()).isEqualTo(ExposedService.golden("emf.jsonl"));
    }

    @Test
    void a_line_has_no_more_metrics_than_cloudwatch_takes_and_a_metric_no_more_values() throws IOException {
        for (int i = 0; i < 250; i++) {
            service.aggregates.registry().counter(SeriesKey.of("thing_" + i + "_total", Map.of()));
        }
        var times = service.aggregates.registry().timer(SeriesKey.of("spread_seconds", Map.of("of", "spread")));
        for (long nanos = 1; nanos < 1L << 42; nanos += 1 + nanos / 17) {
            times.record(nanos);
        }
        for (long second = 61; second <= 120; second++) {
            service.aggregates.tick(second * 1_000_000_000L);
        }

        List<String> lines = lines().lines().toList();
        assertThat(lines).allMatch(line -> line.split("\"Name\":", -1).length - 1 <= EmfLines.MOST_METRICS);
        assertThat(lines).filteredOn(line -> line.contains("thing_")).hasSize(3);
        String spread = lines.stream()
                .filter(line -> line.contains("spread_seconds"))
                .findFirst()
                .orElseThrow();
        String values = spread.replaceAll(".*\"Values\":\\[([^]]*)].*", "$1");
        assertThat(values.split(",")).hasSizeBetween(50, EmfLines.MOST_VALUES);
        String counts = spread.replaceAll(".*\"Counts\":\\[([^]]*)].*", "$1");
        assertThat(counts.split(",")).hasSameSizeAs(values.split(","));
    }

    @Test
    void a_gap_is_no_zero() throws IOException {
        service.aggregates.tick(300 * 1_000_000_000L + 1); // the last minute is there, those before are not
        service.aggregates.tick(1_000 * 1_000_000_000L);

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_namespace_has_a_length() {
        assertThatThrownBy(() -> new EmfLines(" ", service.aggregates))
                .hasMessage("namespace: \" \" (expected: 1 to 256 characters)");
    }

    private String lines() throws IOException {
        var out = new StringBuilder();
        new EmfLines("Shop", service.aggregates).write(out);
        return out.toString();
    }
}
