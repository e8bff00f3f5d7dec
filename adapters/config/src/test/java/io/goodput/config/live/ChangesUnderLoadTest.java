package io.goodput.config.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.Timers;
import io.goodput.guard.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file changes hundreds of times under calls: each goes by one version of it, from its beginning to its end. */
class ChangesUnderLoadTest {
    private static final int CHANGES = 400;
    private static final int CALLERS = 4;

    /** Version n allows as many attempts as it has, and each as many seconds as its number. */
    private static String yaml(int version) {
        return "goodput: 1\nguards: {inventory: {timeout: " + version + "s, retry: {attempts: " + attempts(version)
                + "}, limit: " + (100 + version) + "}}\n";
    }

    private static int attempts(int version) {
        return 2 + version % 5;
    }

    /** A time that stands, so that what is left of an attempt's time is all of it, to the nanosecond. */
    private static final class StandingTime implements Timers {
        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleepUntil(long at) {}

        @Override
        public Timer runAt(long at, Runnable action) {
            return () -> {};
        }

        @Override
        public Interrupter interrupter() {
            return new Interrupter() {
                @Override
                public void arm(long at) {}

                @Override
                public boolean disarm() {
                    return false;
                }
            };
        }
    }

    @TempDir
    Path folder;

    private final AtomicBoolean done = new AtomicBoolean();
    private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

    @Test
    void no_call_mixes_two_versions() throws Exception {
        Path path = Files.writeString(folder.resolve("goodput.yaml"), yaml(1));
        try (var file = ConfigurationFile.builder(path).poll(Duration.ofDays(1)).watch();
                var callers = Executors.newFixedThreadPool(CALLERS)) {
            Guard guard = file.live().guard("inventory", it -> it.timers(new StandingTime()));
            List<Future<Void>> calling = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calling.add(callers.submit((Callable<Void>) () -> callOn(guard)));
            }
            try {
                for (int version = 2; version <= CHANGES; version++) {
                    replace(path, version % 10 == 0 ? "goodput: 1\nguards: {}" : yaml(version));
                    file.refresh();
                }
            } finally {
                done.set(true);
            }
            for (Future<Void> each : calling) {
                each.get();
            }
            assertThat(seen).as("versions that calls went by").hasSizeGreaterThan(20);
        }
    }

    private Void callOn(Guard guard) {
        while (!done.get()) {
            List<Long> times = new ArrayList<>();
            assertThatThrownBy(() -> guard.callAttempt(attempt -> {
                        times.add(attempt.deadline().nanos());
                        throw new IOException("again");
                    }))
                    .isInstanceOf(IOException.class);
            int version = (int) Duration.ofNanos(times.getFirst()).toSeconds();
            assertThat(times).hasSize(attempts(version)).containsOnly(times.getFirst());
            seen.add(version);
        }
        return null;
    }

    private void replace(Path path, String text) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), text);
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
