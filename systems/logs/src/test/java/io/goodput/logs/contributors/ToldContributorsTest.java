package io.goodput.logs.contributors;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.CallContext;
import io.goodput.Outcome;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.source.StoredRecords;
import io.goodput.logs.text.ContributorsText;
import io.goodput.screen.Screen;
import io.goodput.telemetry.Telemetry;
import io.goodput.telemetry.TelemetryBuilder;
import io.goodput.telemetry.contributor.Facet;
import io.goodput.telemetry.file.WriterSettings;
import io.goodput.telemetry.text.FieldRules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What processes write of whom they worked for, read again: real telemetry, real files. */
class ToldContributorsTest {
    private static final int UNITS = 5_000;
    private static final int TENANTS = 500;

    @TempDir
    private Path folder;

    private final Map<String, Integer> truth = new HashMap<>();

    private TelemetryBuilder telemetry(String instance) {
        return Telemetry.builder("orders")
                .instance(instance)
                .folder(folder)
                .instants(InstantSource.fixed(Instant.parse("2026-11-30T12:00:30Z")));
    }

    private void work(TelemetryBuilder process, long seed) {
        var random = new SplittableRandom(seed);
        try (Telemetry telemetry = process.start()) {
            var operation = telemetry.operation("place").declare();
            for (int i = 0; i < UNITS; i++) {
                // Zipf with exponent 1, as of harmonic numbers.
                String tenant = "t" + (int) Math.pow(TENANTS, random.nextDouble());
                truth.merge(tenant, 1, Integer::sum);
                operation
                        .start(CallContext.NONE.withTenant(tenant))
                        .end(i % 100 == 0 ? Outcome.TIMEOUT : Outcome.SUCCESS);
            }
        }
    }

    private ContributorBuilder read() throws IOException {
        var builder = new ContributorBuilder(10_000_000);
        new StoredRecords(List.of(folder), TimeBounds.ALWAYS, null, new ReadReport()).read(builder::add);
        return builder;
    }

    @Test
    void the_truth_is_between_the_bounds_whatever_was_sampled_out() throws IOException {
        work(telemetry("a"), 1);
        work(telemetry("b"), 2);

        TopContributors top = read().top("orders", Facet.TENANT, 10);

        assertThat(top.told().total()).isEqualTo(2 * UNITS);
        assertThat(top.told().unlisted()).isBetween(1L, 2L * UNITS / 100);
        truth.forEach((tenant, units) -> {
            ToldBounds bounds = top.told(tenant);
            assertThat((long) units).as(tenant).isBetween(bounds.least(), bounds.most());
        });
        assertThat(read().top("orders", Facet.ERROR, 10).told("TIMEOUT")).isEqualTo(new ToldBounds(100, 100));
        assertThat(ContributorsText.render(read().of("orders", List.of(Facet.TENANT), 3), new Screen(120, false, true)))
                .contains(
                        "told",
                        "10000 units, whether written or not (Space-Saving, k = 100): nobody else has more than");
    }

    @Test
    void a_tenant_that_is_hidden_in_units_is_hidden_here_too() throws IOException {
        var settings = WriterSettings.builder(folder)
                .rules(FieldRules.none().leftOut("tenant"))
                .build();
        work(telemetry("a").writer(settings), 1);

        TopContributors top = read().top("orders", Facet.TENANT, 10);

        assertThat(top.told().total()).isEqualTo(UNITS);
        assertThat(top.told().contributors()).isEmpty();
        assertThat(top.told("t1")).isEqualTo(new ToldBounds(0, Objects.requireNonNull(truth.get("t1"))));
    }

    @Test
    void where_nobody_tells_there_is_no_such_column() {
        var builder = new ContributorBuilder(10_000_000);
        assertThat(ContributorsText.render(
                        builder.of("orders", List.of(Facet.TENANT), 3), new Screen(120, false, true)))
                .doesNotContain("told");
    }
}
