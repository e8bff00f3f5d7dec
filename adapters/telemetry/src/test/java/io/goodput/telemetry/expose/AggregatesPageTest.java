package io.goodput.telemetry.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/telemetry/aggregates.md lists the series that there are. */
class AggregatesPageTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| (?:times|level|count) \\| .* ?\\| (.+) \\|$", Pattern.MULTILINE);

    @Test
    void the_page_has_all_series_and_says_of_each_what_prometheus_is_told() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (MatchResult row : ROW.matcher(Files.readString(Path.of("../../docs/telemetry/aggregates.md")))
                .results()
                .toList()) {
            rows.put(row.group(1), row.group(2));
        }

        assertThat(rows).containsExactlyEntriesOf(MetricHelp.ALL);
    }

    @Test
    void whatever_a_service_exposes_of_ours_has_a_meaning() throws IOException {
        var out = new StringBuilder();
        var service = new ExposedService();
        new PrometheusText(service.aggregates, service.exemplars).write(PrometheusFormat.TEXT, out);

        assertThat(out.toString().lines().filter(line -> line.startsWith("# TYPE goodput_")))
                .hasSizeGreaterThan(5)
                .allMatch(line -> MetricHelp.ALL.containsKey(line.split(" ", -1)[2]));
    }
}
