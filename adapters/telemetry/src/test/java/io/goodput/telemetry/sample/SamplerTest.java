package io.goodput.telemetry.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Outcome;
import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.HeapCost;
import io.goodput.telemetry.record.Kept;
import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.PlainUnit;
import io.goodput.telemetry.sample.Sampler.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplerTest {
    private static final long SECOND = 1_000_000_000L;

    private final Ledger ledger = new Ledger();
    private final List<PlainUnit> written = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void nothing_is_left_out_where_nothing_is_sampled() {
        Sampler sampler = sampler(Settings.EVERYTHING);

        for (int i = 0; i < 1_000; i++) {
            sampler.ended(unit(), 0);
        }

        assertThat(written).hasSize(1_000).allMatch(unit -> unit.kept() == Kept.ALL && unit.weight() == 1);
    }

    @Test
    void what_failed_or_was_shed_is_written_at_once_and_stands_for_itself() {
        Sampler sampler = sampler(Settings.STANDARD);

        for (int i = 0; i < 100; i++) {
            sampler.ended(unit().outcome(Outcome.TIMEOUT), 0);
            sampler.ended(unit().outcome(Outcome.DROPPED), 0);
        }

        assertThat(written).hasSize(200).allMatch(unit -> unit.weight() == 1);
        assertThat(written).filteredOn(unit -> unit.kept() == Kept.FAILED).hasSize(100);
        assertThat(written).filteredOn(unit -> unit.kept() == Kept.SHED).hasSize(100);
    }

    @Test
    void the_first_of_an_operation_and_of_a_category_is_written_in_each_interval() {
        Sampler sampler = sampler(Settings.STANDARD);

        for (long now : new long[] {0, 0, SECOND, SECOND + 1}) {
            sampler.ended(unit(), now);
            sampler.ended(unit().category("Stale"), now);
            sampler.ended(unit().operation(1, "list"), now);
            sampler.ended(unit().outcome(Outcome.CANCELLED), now);
        }

        assertThat(written).filteredOn(unit -> unit.kept() == Kept.FIRST).hasSize(8);
    }

    @Test
    void categories_without_end_are_not_all_first() {
        Sampler sampler = sampler(Settings.STANDARD);

        for (int i = 0; i < 10_000; i++) {
            sampler.ended(unit().category("Invented" + i), 0);
        }

        assertThat(written).hasSize(Firsts.MOST);
    }

    @Test
    void the_sample_is_passed_on_once_its_interval_is_over_and_the_rest_is_counted() {
        Sampler sampler = sampler(Settings.STANDARD);
        List<PlainUnit> ended = end(sampler, 1_000, 0);
        sampler.tick(SECOND - 1);
        assertThat(written).hasSize(1); // the first
        assertThat(sampler.heldBytes()).isEqualTo(10_000);

        sampler.tick(SECOND);

        assertThat(written).hasSize(11);
        assertThat(written).filteredOn(unit -> unit.kept() == Kept.SAMPLE).hasSize(10);
        assertThat(ledger.accounting().sampledOut()).isEqualTo(989);
        assertThat(ended).filteredOn(unit -> unit.kept() == null).hasSize(989).allMatch(unit -> unit.released() == 1);
        assertThat(sampler.heldBytes()).isZero();
    }

    @Test
    void units_that_are_few_are_all_written_and_weigh_one() {
        Sampler sampler = sampler(Settings.STANDARD);
        end(sampler, 11, 0);

        sampler.tick(SECOND);

        assertThat(written).hasSize(11).allMatch(unit -> unit.weight() == 1);
    }

    @Test
    void a_unit_of_the_next_interval_ends_the_one_before() {
        Sampler sampler = sampler(Settings.STANDARD);
        end(sampler, 100, 0);

        sampler.ended(unit(), SECOND);

        assertThat(written).filteredOn(unit -> unit.kept() == Kept.SAMPLE).hasSize(10);
    }

    @Test
    void closing_passes_on_what_is_held_and_all_that_comes_after() {
        Sampler sampler = sampler(Settings.STANDARD);
        end(sampler, 100, 0);

        sampler.close();
        end(sampler, 5, 0);

        assertThat(written).hasSize(1 + 10 + 5);
        assertThat(sampler.heldBytes()).isZero();
    }

    @Test
    void slow_is_what_is_set() {
        Sampler sampler = sampler(new Settings(
                false, 10, Duration.ofSeconds(1), 0.99, Map.of("place-order", Duration.ofMillis(5)), 16L << 20));
        end(sampler, 100, 0);

        PlainUnit at = unit().nanos(5_000_000);
        PlainUnit above = unit().nanos(5_000_001);
        sampler.ended(at, 0);
        sampler.ended(above, 0);

        assertThat(at.kept()).isNotEqualTo(Kept.SLOW);
        assertThat(above.kept()).isEqualTo(Kept.SLOW);
    }

    @Test
    void slow_is_learned_from_what_an_operation_took_before() {
        Sampler sampler = sampler(Settings.STANDARD);
        for (int i = 0; i < 5_000; i++) {
            sampler.ended(unit().nanos(1_000_000 + i * 1_000L), 0); // 1 to 6 ms
        }

        PlainUnit quick = unit().nanos(5_500_000);
        PlainUnit slow = unit().nanos(7_000_000);
        PlainUnit other = unit().operation(1, "report").nanos(7_000_000);
        for (PlainUnit each : List.of(quick, slow, other)) {
            sampler.ended(unit().operation(each.operationIndex(), each.operation()), SECOND);
            sampler.ended(each, SECOND);
        }

        assertThat(quick.kept()).isNull();
        assertThat(slow.kept()).isEqualTo(Kept.SLOW);
        assertThat(other.kept()).isNull();
    }

    @Test
    void all_parts_of_long_work_are_written() {
        Sampler sampler = sampler(Settings.STANDARD);
        end(sampler, 1_000, 0);
        PlainUnit first = unit().part(1, true);
        PlainUnit last = unit().part(2, false);

        sampler.ended(first, 0);
        sampler.ended(last, 0);

        assertThat(first.kept()).isEqualTo(Kept.PART);
        assertThat(last.kept()).isEqualTo(Kept.PART);
        assertThat(first.weight() + last.weight()).isEqualTo(2);
    }

    @Test
    void two_services_prefer_the_same_traces() {
        List<PlainUnit> other = new ArrayList<>();
        Sampler door = sampler(Settings.STANDARD);
        Sampler behind = new Sampler(Settings.STANDARD, new Ledger(), record -> other.add((PlainUnit) record));
        for (int i = 0; i < 2_000; i++) {
            PlainUnit unit = unit();
            door.ended(unit, 0);
            if (i % 2 == 0) {
                behind.ended(
                        PlainUnit.of(unit.traceHigh(), unit.traceLow()).operation(3, "charge"), i); // half go there
            }
        }
        door.close();
        behind.close();

        Set<Long> both = sampledTraces(written);
        both.retainAll(sampledTraces(other));
        Set<Long> ofThose = sampledTraces(written);
        ofThose.retainAll(other.stream().map(PlainUnit::traceLow).collect(Collectors.toSet()));
        assertThat(both).isEqualTo(ofThose).hasSizeBetween(3, 7);
    }

    @Test
    void what_finds_no_room_is_dropped_and_counted() {
        Sampler sampler = sampler(new Settings(false, 1_000, Duration.ofSeconds(1), 1, Map.of(), 65_536));

        end(sampler, 1_000, 0);
        sampler.close();

        assertThat(ledger.accounting().dropped()).containsEntry(Drop.QUEUE_FULL, 1_000L - 1 - 65);
        assertThat(written).hasSize(1 + 65);
    }

    @Test
    void operations_without_end_share_one_reservoir() {
        Sampler sampler = sampler(Settings.STANDARD);
        for (int i = 0; i < 100_000; i++) {
            sampler.ended(unit().operation(i, "path-" + i), 0);
        }
        sampler.close();

        assertThat(written).hasSize(Sampler.MOST_OPERATIONS + 1 + 10);
    }

    @Test
    void leaving_out_allocates_nothing() {
        Sampler sampler = sampler(Settings.STANDARD);
        end(sampler, 10_000, 0);
        PlainUnit loser = end(sampler, 1_000, 0).stream()
                .filter(unit -> unit.released() == 1)
                .findFirst()
                .orElseThrow();

        long bytes = HeapCost.of(() -> {
            for (int i = 0; i < 100_000; i++) {
                sampler.ended(loser, 0);
            }
        });

        assertThat(bytes).isZero();
    }

    @Test
    void settings_say_what_they_may_be() {
        assertThatThrownBy(() -> new Settings(false, 0, Duration.ofSeconds(1), 0.99, Map.of(), 65_536))
                .hasMessage("traces: 0 (expected: >= 1 and <= 10000)");
        assertThatThrownBy(() -> new Settings(false, 1, Duration.ofSeconds(1), 0.4, Map.of(), 65_536))
                .hasMessage("slowQuantile: 0.4 (expected: >= 0.5 and <= 1)");
    }

    private Sampler sampler(Settings settings) {
        return new Sampler(settings, ledger, record -> written.add((PlainUnit) record));
    }

    private PlainUnit unit() {
        return PlainUnit.of(random.nextLong(), random.nextLong());
    }

    private List<PlainUnit> end(Sampler sampler, int units, long now) {
        List<PlainUnit> ended = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            PlainUnit unit = unit();
            ended.add(unit);
            sampler.ended(unit, now);
        }
        return ended;
    }

    private static Set<Long> sampledTraces(List<PlainUnit> units) {
        return units.stream()
                .filter(unit -> unit.kept() == Kept.SAMPLE)
                .map(PlainUnit::traceLow)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
