package io.goodput.telemetry.file;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file of records: {@code orders-pod_1-20261130T183615.123Z-000007.jsonl.zst}.
 *
 * @param service who wrote it: letters, digits, dots, dashes and low lines
 * @param instance which of its processes: the same without dashes, so that the two can be told apart
 * @param epochMillis when it was begun, in milliseconds since 1970
 * @param number which file of its writer it is: never less than that of the one before
 * @param ending what is in it: {@code jsonl.zst}
 */
public record FileName(String service, String instance, long epochMillis, long number, String ending)
        implements Comparable<FileName> {
    /** What a name ends in if its frames are sealed. */
    public static final String SEALED = ".sealed";

    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z0-9._-]+)-([A-Za-z0-9._]+)-(\\d{8}T\\d{6}\\.\\d{3}Z)-(\\d{6,18})\\.([a-z]+\\.zst(?:\\.sealed)?)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Comparator<FileName> OLDEST_FIRST = Comparator.comparingLong(FileName::epochMillis)
            .thenComparingLong(FileName::number)
            .thenComparing(FileName::toString);
    private static final int MOST_CHARACTERS = 80;

    /** Of a service and an instance of any names: what a name of a file cannot have becomes a low line. */
    static FileName of(String service, String instance, long epochMillis, long number, String ending) {
        return new FileName(
                fitting(service, "[^A-Za-z0-9._-]"), fitting(instance, "[^A-Za-z0-9._]"), epochMillis, number, ending);
    }

    /** What a name says; null if no writer gave it. */
    public static @Nullable FileName parse(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return null;
        }
        try {
            long millis = TIME.parse(parts.group(3), Instant::from).toEpochMilli();
            return new FileName(parts.group(1), parts.group(2), millis, Long.parseLong(parts.group(4)), parts.group(5));
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    /** Whether its frames are sealed. */
    public boolean isSealed() {
        return ending.endsWith(SEALED);
    }

    @Override
    public int compareTo(FileName other) {
        return OLDEST_FIRST.compare(this, other);
    }

    /** As the file is called. */
    @Override
    public String toString() {
        return service + "-" + instance + "-" + TIME.format(Instant.ofEpochMilli(epochMillis)) + "-"
                + String.format(Locale.ROOT, "%06d", number) + "." + ending;
    }

    private static String fitting(String name, String others) {
        String fitting = name.replaceAll(others, "_").replaceFirst("^[.-]", "_");
        return fitting.substring(0, Math.min(fitting.length(), MOST_CHARACTERS));
    }
}
