package io.goodput.telemetry.contributor;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Outcome;
import io.goodput.telemetry.record.HeapCost;
import io.goodput.telemetry.record.PlainUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ContributorsTest {
    private static final long MINUTE = 60_000_000_000L;
    private static final Instant CLOCK = Instant.parse("2026-11-30T12:00:30Z");

    private final Contributors contributors = new Contributors(0, CLOCK);

    @Test
    void units_are_told_apart_by_tenant_client_operation_and_error() {
        contributors.add(unit("acme").client("web"));
        contributors.add(unit("acme").outcome(Outcome.TIMEOUT).category("SocketTimeoutException"));
        contributors.add(unit("zeta").outcome(Outcome.DROPPED));

        assertThat(overall(Facet.TENANT))
                .containsExactly(
                        new Contributor("acme", 2, 0, 1, 2_000_000), new Contributor("zeta", 1, 0, 1, 1_000_000));
        assertThat(overall(Facet.CLIENT)).containsExactly(new Contributor("web", 1, 0, 0, 1_000_000));
        assertThat(overall(Facet.OPERATION)).containsExactly(new Contributor("place-order", 3, 0, 2, 3_000_000));
        assertThat(overall(Facet.ERROR))
                .extracting(Contributor::key)
                .containsExactly("DROPPED", "SocketTimeoutException");
    }

    @Test
    void minutes_are_those_of_the_clock_and_have_only_what_happened_in_them() {
        contributors.add(unit("acme"));
        contributors.tick(MINUTE / 2);
        contributors.add(unit("zeta"));
        contributors.tick(MINUTE / 2 + MINUTE);

        assertThat(contributors.minutes()).hasSize(2);
        assertThat(contributors.minutes().getFirst().begin()).isEqualTo("2026-11-30T12:00:00Z");
        assertThat(tenants(contributors.minutes().getFirst()).contributors())
                .extracting(Contributor::key)
                .containsExactly("acme");
        assertThat(tenants(contributors.minutes().getLast()).contributors())
                .extracting(Contributor::key)
                .containsExactly("zeta");
        assertThat(overall(Facet.TENANT)).extracting(Contributor::key).containsExactly("acme", "zeta");
    }

    @Test
    void only_so_many_minutes_and_so_many_of_each_are_remembered() {
        for (int minute = 1; minute <= Contributors.MINUTES + 5; minute++) {
            for (int i = 0; i < 30; i++) {
                contributors.add(unit("tenant-" + i));
            }
            contributors.tick(minute * MINUTE);
        }

        assertThat(contributors.minutes()).hasSize(Contributors.MINUTES).allSatisfy(each -> {
            assertThat(tenants(each).contributors()).hasSize(Contributors.LISTED);
            assertThat(tenants(each).unlisted()).isEqualTo(1);
        });
    }

    @Test
    void threads_that_count_at_once_lose_nothing_or_say_so() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 20_000; i++) {
                    contributors.add(unit("tenant-" + i % 150));
                }
            }));
        }
        for (int look = 0; threads.stream().anyMatch(Thread::isAlive); look++) {
            contributors.tick(look * MINUTE);
        }
        for (Thread thread : threads) {
            thread.join();
        }

        TopList list = contributors.overall(Facet.OPERATION);
        assertThat(list.total()).isEqualTo(16 * 20_000);
        assertThat(list.contributors().getFirst().count()).isEqualTo(16 * 20_000);
        TopList tenants = contributors.overall(Facet.TENANT);
        long truth = 16 * (20_000 / 150); // and one more of some
        assertThat(tenants.contributors()).allMatch(each -> each.atLeast() <= truth + 16 && each.count() >= truth);
    }

    @Test
    void counting_allocates_nothing() {
        PlainUnit[] units = new PlainUnit[1_000];
        for (int i = 0; i < units.length; i++) {
            units[i] = unit("tenant-" + i).client("client-" + i).outcome(Outcome.TIMEOUT);
        }

        assertThat(HeapCost.of(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        contributors.add(units[i % units.length]);
                    }
                }))
                .isZero();
    }

    private List<Contributor> overall(Facet facet) {
        return contributors.overall(facet).contributors();
    }

    private static PlainUnit unit(String tenant) {
        return PlainUnit.of(1, 1).tenant(tenant);
    }

    private static TopList tenants(ContributorMinute minute) {
        return Objects.requireNonNull(minute.lists().get(Facet.TENANT));
    }
}
