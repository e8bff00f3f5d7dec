package io.goodput.telemetry.file;

import io.goodput.Range;
import io.goodput.telemetry.frame.FrameKey;
import io.goodput.telemetry.text.FieldRules;
import io.goodput.telemetry.text.RecordFormat;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How records are written.
 *
 * @param folder where
 * @param heldBytes how many bytes of memory the records may hold that wait for the writer; 16 MiB
 * @param fileBytes how many bytes a file has at most, but for its index; 64 MiB
 * @param fileTime how long a file is written; 10 minutes
 * @param folderBytes how many bytes the files of the service have together, of all its processes; 1 GiB
 * @param flush how often what there is goes to the file; a second
 * @param fsync whether it then goes to the disk as well, so that a machine that loses its power loses no more than that
 * @param level of compression; 1, since higher ones hardly gain here and cost more
 * @param disk below which free shares of the disk less is written
 * @param format what a record looks like
 * @param rules which values are secret, and which are left out
 * @param key by which frames are sealed; null for none
 */
public record WriterSettings(
        Path folder,
        long heldBytes,
        long fileBytes,
        Duration fileTime,
        long folderBytes,
        Duration flush,
        boolean fsync,
        int level,
        DiskLimits disk,
        RecordFormat format,
        FieldRules rules,
        @Nullable FrameKey key) {
    /** {@code heldBytes}: from 64 KiB to 4 GiB. */
    public static final Range<Long> HELD_BYTES = new Range<>(1L << 16, 1L << 32);

    /** {@code fileBytes}: from 256 KiB to 4 GiB. */
    public static final Range<Long> FILE_BYTES = new Range<>(1L << 18, 1L << 32);

    /** {@code fileTime}: from a second to a day. */
    public static final Range<Duration> FILE_TIME = new Range<>(Duration.ofSeconds(1), Duration.ofDays(1));

    /** {@code folderBytes}: from twice the bytes of a file to 1 PiB. */
    public static final Range<Long> FOLDER_BYTES = new Range<>(1L << 19, 1L << 50);

    /** {@code flush}: from 10 ms to a minute. */
    public static final Range<Duration> FLUSH = new Range<>(Duration.ofMillis(10), Duration.ofMinutes(1));

    /** {@code level}: from 1 to 19. */
    public static final Range<Integer> LEVEL = new Range<>(1, 19);

    /** Within their ranges. */
    public WriterSettings {
        HELD_BYTES.check("heldBytes", heldBytes);
        FILE_BYTES.check("fileBytes", fileBytes);
        FILE_TIME.check("fileTime", fileTime);
        FOLDER_BYTES.from(2 * fileBytes).check("folderBytes", folderBytes);
        FLUSH.check("flush", flush);
        LEVEL.check("level", level);
    }

    /** The settings named above, for a folder. */
    public static WriterSettings in(Path folder) {
        return builder(folder).build();
    }

    /** A builder that has them. */
    public static Builder builder(Path folder) {
        return new Builder(folder);
    }

    /** Makes settings. */
    public static final class Builder {
        private final Path folder;
        private long heldBytes = 16 << 20;
        private long fileBytes = 64 << 20;
        private Duration fileTime = Duration.ofMinutes(10);
        private long folderBytes = 1 << 30;
        private Duration flush = Duration.ofSeconds(1);
        private boolean fsync;
        private int level = 1;
        private DiskLimits disk = DiskLimits.STANDARD;
        private RecordFormat format = RecordFormat.JSON;
        private FieldRules rules = FieldRules.none();
        private @Nullable FrameKey key;

        private Builder(Path folder) {
            this.folder = folder;
        }

        /** See {@link WriterSettings#heldBytes()}. */
        public Builder heldBytes(long bytes) {
            heldBytes = bytes;
            return this;
        }

        /** See {@link WriterSettings#fileBytes()}. */
        public Builder fileBytes(long bytes) {
            fileBytes = bytes;
            return this;
        }

        /** See {@link WriterSettings#fileTime()}. */
        public Builder fileTime(Duration time) {
            fileTime = time;
            return this;
        }

        /** See {@link WriterSettings#folderBytes()}. */
        public Builder folderBytes(long bytes) {
            folderBytes = bytes;
            return this;
        }

        /** See {@link WriterSettings#flush()}. */
        public Builder flush(Duration interval) {
            flush = interval;
            return this;
        }

        /** See {@link WriterSettings#fsync()}. */
        public Builder fsync(boolean each) {
            fsync = each;
            return this;
        }

        /** See {@link WriterSettings#level()}. */
        public Builder level(int of) {
            level = of;
            return this;
        }

        /** See {@link WriterSettings#disk()}. */
        public Builder disk(DiskLimits limits) {
            disk = limits;
            return this;
        }

        /** See {@link WriterSettings#format()}. */
        public Builder format(RecordFormat of) {
            format = of;
            return this;
        }

        /** See {@link WriterSettings#rules()}. */
        public Builder rules(FieldRules of) {
            rules = of;
            return this;
        }

        /** See {@link WriterSettings#key()}; from a file by {@link KeyFile#forFrames}. */
        public Builder key(@Nullable FrameKey of) {
            key = of;
            return this;
        }

        /** The settings; refuses what lies outside of its range. */
        public WriterSettings build() {
            return new WriterSettings(
                    folder, heldBytes, fileBytes, fileTime, folderBytes, flush, fsync, level, disk, format, rules, key);
        }
    }
}
