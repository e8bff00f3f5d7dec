package io.goodput.cli.logs;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.Durations;
import io.goodput.logs.file.ReadReport;
import io.goodput.logs.file.TimeBounds;
import io.goodput.logs.source.GrowingRecords;
import io.goodput.logs.source.StoredRecords;
import io.goodput.telemetry.file.KeyFile;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.terminal.Complaints;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** How the files are read that a model is made of. */
final class LogsFiles {
    static final String DESCRIPTION = "Files of records, and folders with such files (default: the current folder).";

    private final ReadReport damage = new ReadReport();

    @Option(names = "--key", paramLabel = "FILE", description = "The key of files that are sealed.")
    private @Nullable Path key;

    /** Made by picocli. */
    LogsFiles() {}

    /** Something that is done with files. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** What reads them as they are; the current folder, if there are none. */
    StoredRecords stored(List<Path> files) {
        return stored(files, TimeBounds.ALWAYS);
    }

    /** The same, of some time only. */
    StoredRecords stored(List<Path> files, TimeBounds bounds) {
        return reading(() -> new StoredRecords(named(files), bounds, key(), damage));
    }

    /** What reads them as they grow. */
    GrowingRecords growing(List<Path> files) {
        return reading(() -> new GrowingRecords(named(files), key()));
    }

    private static List<Path> named(List<Path> files) {
        return files.isEmpty() ? List.of(Path.of(".")) : files;
    }

    private @Nullable FrameKey key() throws IOException {
        return key == null ? null : KeyFile.forFrames(key);
    }

    /** A file that is there and cannot be read is bad input, as one that is not there. */
    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException failed) {
            throw new ConfigException("cannot be read: " + failed.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new ConfigException(String.valueOf(wrong.getMessage()));
        }
    }

    /** What was not read is said on standard error: an answer without it is not the whole. */
    void complain(CommandLine command, StoredRecords records) {
        damage.damaged().forEach((file, seen) -> Complaints.say(command, file + ": " + DamageText.of(seen)));
        long unreadable = records.report().unreadable();
        if (unreadable > 0) {
            Complaints.say(command, unreadable + " lines are no records, and were passed over");
        }
    }

    /** Of an interval, in microseconds. */
    static long micros(Duration by) {
        return micros("--by", by);
    }

    /** The same, of another option. */
    static long micros(String option, Duration by) {
        if (by.compareTo(Duration.ofSeconds(1)) < 0 || by.compareTo(Duration.ofDays(365)) > 0) {
            throw new ConfigException(option + ": " + Durations.format(by) + " (expected: 1s to 365d)");
        }
        return by.toNanos() / 1000;
    }
}
