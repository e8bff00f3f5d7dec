package io.goodput.lab.scenario;

import io.goodput.config.problem.Echo;
import io.goodput.config.problem.NearestName;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Measured latencies: one number a line, or one column of a table whose cells are parted by commas, semicolons or tabs.
 * A first line without numbers is a header.
 *
 * <p>Bounds: a regular file of at most 32 MiB, at most 1,000,000 values, each a decimal number of at most 1 day.
 */
final class LatencyFile {
    static final String UNITS = "one of ns, us, ms, s";

    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_VALUES = 1_000_000;
    private static final double LONGEST_NANOS = 86_400e9;
    private static final Map<String, Double> NANOS = Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9);
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_NAME_SHOWN = 200;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

    /** What somebody or some program would write for a number: no header, however little use it is. */
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)(e[-+]?\\d+)?|[-+]?inf(inity)?|nan", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final double nanosPerUnit;
    private final String column;
    private long[] values = new long[1024];
    private int count;
    private int index = -1;
    private @Nullable TableRow rows;

    private LatencyFile(Path file, double nanosPerUnit, String column) {
        this.file = file;
        this.nanosPerUnit = nanosPerUnit;
        this.column = column;
    }

    /**
     * The values in nanoseconds.
     *
     * @param column its name in the header, or its number from 1; empty for the only one
     * @throws IllegalArgumentException if there are none to be had; the message names the file, and the line if it is
     *     of one
     */
    static long[] read(Path file, String unit, String column) {
        Double nanosPerUnit = NANOS.get(unit);
        if (nanosPerUnit == null) {
            throw new IllegalArgumentException(Echo.of(unit) + ": unknown unit (expected: " + UNITS + ")");
        }
        var latencies = new LatencyFile(file, nanosPerUnit, column);
        latencies.readAll();
        return Arrays.copyOf(latencies.values, latencies.count);
    }

    private void readAll() {
        refuseUnreadable();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.length() > LONGEST_LINE) {
                    throw wrong(number, "longer than " + LONGEST_LINE + " characters");
                }
                String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!text.isBlank()) {
                    readLine(text, number);
                }
            }
        } catch (CharacterCodingException notText) {
            throw wrong("not UTF-8 text");
        } catch (IOException failed) {
            throw wrong("cannot be read: " + failed.getMessage());
        }
        if (count == 0) {
            throw wrong("has no values");
        }
    }

    private void refuseUnreadable() {
        if (!Files.exists(file)) {
            throw wrong("no such file");
        }
        if (!Files.isRegularFile(file)) {
            throw wrong("not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw wrong("no permission to read it");
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw wrong("larger than 32 MiB");
            }
        } catch (IOException failed) {
            throw wrong("cannot be read: " + failed.getMessage());
        }
    }

    private void readLine(String line, int number) {
        if (rows == null) {
            rows = TableRow.like(line);
        }
        List<String> cells = rows.cells(line);
        if (cells.isEmpty()) {
            throw wrong(number, "a quote is not closed");
        }
        if (index < 0) {
            boolean isHeader =
                    cells.stream().noneMatch(cell -> LIKE_A_NUMBER.matcher(cell).matches());
            index = indexOf(cells, isHeader, number);
            if (isHeader) {
                return;
            }
        }
        if (index >= cells.size()) {
            throw wrong(number, "has " + cells.size() + " cells (expected: at least " + (index + 1) + ")");
        }
        add(cells.get(index), number);
    }

    private int indexOf(List<String> cells, boolean isHeader, int number) {
        if (column.isEmpty()) {
            if (cells.size() > 1) {
                throw wrong(
                        number,
                        "has " + cells.size()
                                + " cells (expected: one number, or file(name, unit, column) to say which)");
            }
            return 0;
        }
        int named = isHeader ? cells.indexOf(column) : -1;
        if (named < 0 && column.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(column) - 1;
        }
        if (named < 0) {
            String nearest = NearestName.of(column, cells);
            throw wrong(
                    number,
                    "no column " + Echo.of(column)
                            + (nearest == null ? "" : ", did you mean " + Echo.of(nearest) + "?")
                            + " (expected: a name of the header, or a number from 1)");
        }
        return named;
    }

    private void add(String cell, int number) {
        if (!NUMBER.matcher(cell).matches()) {
            throw wrong(number, "'" + Echo.of(cell) + "' (expected: a number such as 12.5)");
        }
        double nanos = Double.parseDouble(cell) * nanosPerUnit;
        if (nanos > LONGEST_NANOS) {
            throw wrong(number, Echo.of(cell) + ": more than a day (expected: a latency; is the unit right?)");
        }
        if (count == MOST_VALUES) {
            throw wrong(number, "more than 1,000,000 values (expected: fewer)");
        }
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = Math.round(nanos);
    }

    private IllegalArgumentException wrong(int line, String problem) {
        return new IllegalArgumentException(shown() + ":" + line + ": " + problem);
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(shown() + ": " + problem + " (expected: a file of measured latencies)");
    }

    /** Its end tells more than its start. */
    private String shown() {
        String name = file.toString();
        int cut = Math.max(0, name.length() - LONGEST_NAME_SHOWN);
        return cut == 0 ? name : "…" + name.substring(cut);
    }
}
