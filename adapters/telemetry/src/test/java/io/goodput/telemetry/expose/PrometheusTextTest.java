package io.goodput.telemetry.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
    private static final String NUMBER = "(?:[+-]?Inf|NaN|[+-]?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)";
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + LABEL + "(?:," + LABEL
            + ")*})? (" + NUMBER + ")( # \\{" + LABEL + "} " + NUMBER + " " + NUMBER + ")?");
    private static final Pattern HEAD = Pattern.compile("# (HELP|TYPE|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");

    private final ExposedService service = new ExposedService();

    @Test
    void the_text_is_as_it_was() throws IOException {
        assertThat(text(PrometheusFormat.TEXT)).isEqualTo(ExposedService.golden("prometheus.txt"));
    }

    @Test
    void the_open_metrics_are_as_they_were() throws IOException {
        assertThat(text(PrometheusFormat.OPEN_METRICS)).isEqualTo(ExposedService.golden("openmetrics.txt"));
    }

    @Test
    void each_line_keeps_the_grammar_and_each_family_stands_together_once() throws IOException {
        for (PrometheusFormat format : PrometheusFormat.values()) {
            Set<String> families = new HashSet<>();
            Set<String> samples = new HashSet<>();
            String family = "";
            for (String line : text(format).lines().toList()) {
                Matcher head = HEAD.matcher(line);
                Matcher sample = SAMPLE.matcher(line);
                if (head.matches() && head.group(1).equals("TYPE")) {
                    family = head.group(2);
                    assertThat(families.add(family)).isTrue();
                } else if (sample.matches()) {
                    assertThat(sample.group(1)).startsWith(family);
                    assertThat(samples.add(sample.group(1) + sample.group(2))).isTrue();
                    assertThat(sample.group(4) == null || format == PrometheusFormat.OPEN_METRICS)
                            .isTrue();
                } else {
                    assertThat(line.equals("# EOF") || head.matches()).as(line).isTrue();
                }
            }
        }
    }

    @Test
    void buckets_rise_and_the_last_has_all() throws IOException {
        List<Long> counts = new ArrayList<>();
        for (String line : text(PrometheusFormat.TEXT).lines().toList()) {
            if (line.startsWith("goodput_work_seconds_bucket") && line.contains("success")) {
                counts.add(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
            }
        }

        assertThat(counts).isSorted().hasSize(21).endsWith(100L);
        assertThat(counts.get(6)).isEqualTo(8); // below 8.39 ms
    }

    @Test
    void who_asks_for_open_metrics_gets_them() {
        assertThat(PrometheusFormat.of("application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3"))
                .isEqualTo(PrometheusFormat.OPEN_METRICS);
        assertThat(PrometheusFormat.of("*/*")).isEqualTo(PrometheusFormat.TEXT);
    }

    private String text(PrometheusFormat format) throws IOException {
        var out = new StringBuilder();
        new PrometheusText(service.aggregates, service.exemplars).write(format, out);
        return out.toString().replaceAll("(?m)^goodput_series_bytes .*", "goodput_series_bytes 1");
    }
}
