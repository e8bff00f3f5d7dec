package io.goodput.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Timers;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.SeriesRegistry;
import io.goodput.telemetry.cadence.Cadence;
import io.goodput.telemetry.record.RecordOrigin;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MetersOnPageTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "telemetry", "exporters.md");
    private static final Path HERE = Path.of("src/test/java/io/goodput/micrometer/MetersOnPageTest.java");

    @Test
    void the_code_of_the_page_is_that_of_this_test() throws Exception {
        String page = Files.readString(PAGE).replaceAll("(?m)^ +", "");
        String here = Files.readString(HERE).replaceAll("(?m)^ +", "");
        String region = here.substring(here.indexOf("// region page\n") + "// region page\n".length());

        assertThat(page).contains("```java\n" + region.substring(0, region.indexOf("// endregion")) + "```");
    }

    @Test
    void the_page_names_the_meters() throws Exception {
        var registry = new SimpleMeterRegistry();
        Guard stock = Guard.builder("stock").build();
        var aggregates =
                new Aggregates(new RecordOrigin("shop", "1", null), SeriesRegistry.Settings.STANDARD, 0, Instant.EPOCH);
        aggregates.declareOperation(0, "list", 0);
        aggregates.declareDependency(0, "stock", 0);
        aggregates.tick(2_000_000_000L);
        // region page
        GuardMeters guards = new GuardMeters(registry);
        Subscription watched = guards.watch(stock);
        SeriesMeters series = new SeriesMeters(aggregates.registry(), registry);
        Cadence cadence = Cadence.begin("meters", Duration.ofSeconds(1), Timers.system(), now -> series.refresh());
        // endregion
        cadence.close();

        String page = Files.readString(PAGE);
        assertThat(registry.getMeters())
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        meter -> assertThat(page).contains("`" + meter.getId().getName() + "`"));
        watched.close();
        series.close();
        assertThat(registry.getMeters()).isEmpty();
    }
}
