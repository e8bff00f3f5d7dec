package io.goodput.cli.logs;

import io.goodput.config.problem.ConfigException;
import io.goodput.config.quantity.Durations;
import io.goodput.logs.source.RecordPaths;
import io.goodput.logs.source.SourceReport;
import io.goodput.terminal.Complaints;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;

/** The files that are asked. */
final class LogsFiles {
    static final String DESCRIPTION = "Files of records, and folders with such files (default: the current folder).";

    private LogsFiles() {}

    /** What reads them; the current folder, if there are none. */
    static RecordPaths source(List<Path> files) {
        try {
            return new RecordPaths(files.isEmpty() ? List.of(Path.of(".")) : files);
        } catch (NoSuchFileException missing) {
            throw new ConfigException(missing.getMessage() + ": no such file or folder");
        }
    }

    /** Of an interval, in microseconds. */
    static long micros(Duration by) {
        if (by.compareTo(Duration.ofSeconds(1)) < 0 || by.compareTo(Duration.ofDays(365)) > 0) {
            throw new ConfigException("--by: " + Durations.format(by) + " (expected: 1s to 365d)");
        }
        return by.toNanos() / 1000;
    }

    /** A file that is there and cannot be read is bad input, as one that is not there. */
    static ConfigException unreadable(IOException failed) {
        return new ConfigException("cannot be read: " + failed.getMessage());
    }

    /** What was not read is said on standard error: an answer without it is not the whole. */
    static void complain(CommandLine command, SourceReport report) {
        if (report.unreadable() > 0) {
            Complaints.say(command, report.unreadable() + " lines are no records, and were passed over");
        }
        if (report.torn() > 0) {
            Complaints.say(command, report.torn() + " files end in the middle of a record, which was passed over");
        }
    }
}
