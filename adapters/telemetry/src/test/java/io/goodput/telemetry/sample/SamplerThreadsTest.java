package io.goodput.telemetry.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.record.Ledger;
import io.goodput.telemetry.record.PlainUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SamplerThreadsTest {
    private static final int THREADS = 16;
    private static final int UNITS = 20_000;

    @Test
    void each_unit_goes_one_way_whatever_turns_and_closes_meanwhile() throws Exception {
        var ledger = new Ledger();
        var written = Collections.synchronizedList(new ArrayList<PlainUnit>());
        var sampler = new Sampler(Sampler.Settings.STANDARD, ledger, unit -> written.add((PlainUnit) unit));
        var clock = new AtomicLong();
        List<PlainUnit> all = Collections.synchronizedList(new ArrayList<>());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                long seed = thread;
                running.add(threads.submit(() -> end(sampler, seed, clock, all)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }

        assertThat(all).hasSize(THREADS * UNITS);
        assertThat(written).doesNotHaveDuplicates().allMatch(unit -> unit.kept() != null && unit.released() == 0);
        assertThat(all).filteredOn(unit -> unit.kept() == null).allMatch(unit -> unit.released() == 1);
        assertThat(written.size() + ledger.accounting().sampledOut()).isEqualTo(THREADS * UNITS);
        assertThat(sampler.heldBytes()).isZero();
    }

    /** An interval is over every thousand units; the last threads find the sampler closed. */
    private static void end(Sampler sampler, long seed, AtomicLong clock, List<PlainUnit> all) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < UNITS; i++) {
            PlainUnit unit = PlainUnit.of(seed, random.nextLong()).operation(i % 3, "operation-" + i % 3);
            all.add(unit);
            long now = clock.addAndGet(1_000_000);
            sampler.ended(unit, now);
            if (i % 777 == 0) {
                sampler.tick(now);
            }
            if (seed == THREADS - 1 && i == UNITS - 100) {
                sampler.close();
            }
        }
    }
}
