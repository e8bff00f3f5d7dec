package io.goodput.bench.logs;

import io.goodput.telemetry.frame.FrameBuffer;
import io.goodput.telemetry.frame.TraceIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Writes files of records of ten processes, of 64 MB as the writer leaves them, the newest of each without its end:
 * {@code GeneratedTraces FOLDER GIGABYTES}. Most traces are of one unit of work; some are of all ten processes, and a
 * file {@code traces.txt} names three of them: from the middle, from the newest files, and one that is nowhere.
 */
public final class GeneratedTraces {
    private static final int PROCESSES = 10;
    private static final long FILE_BYTES = 64 << 20;
    private static final int LEVEL = 1;
    private static final int PATTERNS = 4096;
    private static final int COMMON = 1000;
    private static final int MOST_RECORD = 1024;
    private static final int SPAN_DIGITS = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final int process;
    private final SplittableRandom random;
    private final List<byte[]> patterns = new ArrayList<>();
    private final int[] ids = new int[PATTERNS];
    private final int[] traces = new int[PATTERNS];
    private final TraceIndex index = new TraceIndex();
    private long written;
    private long number;
    private long length;

    private GeneratedTraces(int process) {
        this.process = process;
        random = new SplittableRandom(process);
        for (int i = 0; i < PATTERNS; i++) {
            String record = GeneratedRecords.example(random).replace("\"i1\"", "\"i" + process + "\"");
            patterns.add(record.getBytes(StandardCharsets.US_ASCII));
            ids[i] = record.indexOf("\"id\":\"") + 6;
            traces[i] = record.indexOf("\"trace\":\"") + 9;
        }
    }

    /** The folder, and how many gigabytes. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        long bytes = (long) (Double.parseDouble(arguments[1]) * 1e9 / PROCESSES);
        List<Long> numbers = IntStream.range(0, PROCESSES)
                .parallel()
                .mapToObj(process -> new GeneratedTraces(process).write(folder, bytes))
                .toList();
        long least = numbers.stream().mapToLong(Long::longValue).min().orElseThrow() / COMMON;
        Files.writeString(
                folder.resolve("traces.txt"),
                String.join("\n", trace(least / 2), trace(least - 1), trace(-1)) + "\n",
                StandardCharsets.US_ASCII);
    }

    private static String trace(long common) {
        return HEX.toHexDigits(high(common)) + HEX.toHexDigits(common);
    }

    private static long high(long common) {
        return new SplittableRandom(common).nextLong();
    }

    /** How many records it wrote. */
    private long write(Path folder, long bytes) {
        try (var frame = new FrameBuffer(LEVEL)) {
            for (int file = 0; written < bytes; file++) {
                String name = "shop-i%d-20261130T18%02d%02d.000Z-%06d.jsonl.zst"
                        .formatted(process, file / 60, file % 60, file);
                try (var out = FileChannel.open(
                        folder.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                    index.clear();
                    length = 0;
                    long goal = Math.min(FILE_BYTES, bytes - written);
                    while (length < goal && !index.isFull()) {
                        append(out, frame);
                    }
                    if (written < bytes) {
                        put(out, index.ofSection());
                        put(out, index.ofFile());
                    }
                }
            }
            return number;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void append(FileChannel out, FrameBuffer frame) throws IOException {
        if (index.isDue(length)) {
            put(out, index.ofSection());
            index.begin(length);
        }
        frame.clear();
        while (frame.fits(MOST_RECORD)) {
            byte[] record = next();
            frame.add(record, record.length, number);
        }
        put(out, frame.encode());
    }

    private void put(FileChannel out, ByteBuffer bytes) throws IOException {
        int count = bytes.remaining();
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
        length += count;
        written += count;
    }

    private byte[] next() {
        int pattern = (int) (number % PATTERNS);
        boolean isCommon = number % COMMON == 0;
        long high = isCommon ? high(number / COMMON) : random.nextLong();
        long low = isCommon ? number / COMMON : random.nextLong();
        number++;
        byte[] record = patterns.get(pattern);
        digits(random.nextLong(), record, ids[pattern]);
        digits(high, record, traces[pattern]);
        digits(low, record, traces[pattern] + SPAN_DIGITS);
        index.add(high, low);
        return record;
    }

    private static void digits(long value, byte[] to, int at) {
        for (int i = 0; i < SPAN_DIGITS; i++) {
            to[at + i] = (byte) HEX.toLowHexDigit((int) (value >>> (4 * (SPAN_DIGITS - 1 - i))));
        }
    }
}
