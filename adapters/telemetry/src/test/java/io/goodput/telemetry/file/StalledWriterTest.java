package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.telemetry.record.Drop;
import io.goodput.telemetry.record.Ledger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The folder is on a mount that is dead: whoever writes there does not come back. */
@Timeout(60)
class StalledWriterTest {
    private final AtomicLong nanos = new AtomicLong();
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Ledger ledger = new Ledger();
    private final List<Told> all = new ArrayList<>();

    @TempDir
    Path temp;

    private FaultyFolder folder;
    private RecordWriter writer;

    @BeforeEach
    void start() throws Exception {
        folder = new FaultyFolder(new LocalFolder(temp));
        folder.gate = gate;
        WriterSettings settings =
                WriterSettings.builder(temp).heldBytes(1 << 16).build();
        writer = new RecordWriter(folder, Turns.ORIGIN, settings, ledger, nanos::get, InstantSource.system());
        writer.start();
        // The first account is on its way.
        folder.waiting.await();
    }

    private void tell(int records) {
        for (int i = 0; i < records; i++) {
            all.add(new Told(i));
            ledger.begun();
            writer.leave(all.getLast());
        }
    }

    @Test
    void nobody_waits_and_what_does_not_fit_is_counted() throws Exception {
        tell(10_000);

        assertThat(ledger.accounting().dropped().get(Drop.QUEUE_FULL)).isPositive();
        assertThat(ledger.accounting().written()).isZero();
        gate.countDown();
        writer.close();
        assertThat(ledger.accounting().open()).isZero();
        assertThat(ledger.accounting().written()).isPositive();
        assertThat(ReadBack.of(temp).numbers())
                .hasSize((int) ledger.accounting().written());
        assertThat(all).allMatch(each -> each.released.get() == 1);
    }

    @Test
    void health_tells_that_the_folder_does_not_answer_without_waiting_for_it() {
        assertThat(writer.health().mode()).isEqualTo(WriterMode.ALL);
        nanos.addAndGet(Duration.ofSeconds(7).toNanos());

        WriterHealth health = writer.health();

        assertThat(health.mode()).isEqualTo(WriterMode.OFF);
        assertThat(health.why()).isEqualTo("the folder has not answered for 7 s");
        gate.countDown();
        writer.close();
    }

    @Test
    void who_closes_it_waits_no_longer_than_told_and_all_is_accounted_for_then() throws Exception {
        tell(1000);

        writer.close(Duration.ofMillis(50));

        assertThat(ledger.accounting().open()).isZero();
        assertThat(ledger.accounting().dropped().get(Drop.CLOSED)).isPositive();
        tell(10);
        assertThat(ledger.accounting().open()).isZero();
        gate.countDown();
        writer.close();
        assertThat(ledger.accounting().open()).isZero();
        assertThat(all).allMatch(each -> each.released.get() == 1);
    }
}
