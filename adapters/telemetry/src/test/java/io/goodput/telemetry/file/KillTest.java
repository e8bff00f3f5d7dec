package io.goodput.telemetry.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.peer.KilledProcess;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while records are written: as often as {@code -Dgoodput.telemetry.kills} says; the full form is 100.
 */
@Timeout(600)
class KillTest {
    private static final int KILLS = Integer.getInteger("goodput.telemetry.kills", 5);

    @TempDir
    Path temp;

    @Test
    void all_that_was_flushed_before_a_kill_is_readable_and_at_most_one_frame_is_torn() throws Exception {
        var random = new SplittableRandom(1);
        int torn = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path folder = temp.resolve("kill-" + kill);
            long flushed = KilledProcess.tellsLast(KilledWriter.class, folder, 1 + random.nextInt(60));

            ReadBack read = ReadBack.of(folder);
            assertThat(read.damage().places()).isZero();
            assertThat(read.numbers())
                    .isEqualTo(
                            LongStream.range(0, read.numbers().size()).boxed().toList())
                    .hasSizeGreaterThanOrEqualTo((int) flushed);
            // A frame with its head, and what a kernel keeps of an index.
            assertThat(read.damage().bytes()).isLessThan(100_000);
            torn += read.damage().torn() ? 1 : 0;
        }
        System.out.println(KILLS + " kills, files torn: " + torn);
    }
}
