package io.goodput.telemetry.file;

import org.jspecify.annotations.Nullable;

/**
 * How a writer is.
 *
 * @param mode what it writes
 * @param why in words, for people
 * @param file the name of the file that it writes; null if there is none at the time
 * @param freeBytes the room on its disk when it last looked
 * @param freeShare the same as a share of the disk
 * @param waitingBytes the memory that records hold which wait for it
 */
public record WriterHealth(
        WriterMode mode, String why, @Nullable String file, long freeBytes, double freeShare, long waitingBytes) {}
