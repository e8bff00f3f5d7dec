package io.goodput.bench.logs;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.goodput.telemetry.frame.FrameBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Writes files of records as a busy service leaves them: {@code GeneratedRecords FOLDER RECORDS [dependency]}. */
public final class GeneratedRecords {
    private static final int PER_FILE = 1_000_000;
    private static final int PER_SECOND = 20_000;
    private static final int LEVEL = 3;
    private static final Instant BEGIN = Instant.parse("2026-11-30T18:00:00Z");
    private static final long BEGIN_MICROS = ChronoUnit.MICROS.between(Instant.EPOCH, BEGIN);
    private static final List<String> OPERATIONS =
            List.of("checkout", "search", "browse", "login", "cart.add", "cart.show", "stock.show", "pay");

    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final SplittableRandom random;
    private final long first;
    private final boolean hasDependency;

    private GeneratedRecords(int file, boolean hasDependency) {
        this(new SplittableRandom(file), (long) file * PER_FILE, hasDependency);
    }

    private GeneratedRecords(SplittableRandom random, long first, boolean hasDependency) {
        this.random = random;
        this.first = first;
        this.hasDependency = hasDependency;
    }

    /** Any record. */
    static String example(SplittableRandom random) {
        return new GeneratedRecords(random, 0, false).record(BEGIN_MICROS + random.nextInt(1_000_000));
    }

    /** The folder, how many records, and {@code dependency} if each is to tell of one. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int records = Integer.parseInt(arguments[1]);
        boolean hasDependency = arguments.length > 2 && arguments[2].equals("dependency");
        IntStream.rangeClosed(0, (records - 1) / PER_FILE).parallel().forEach(file -> {
            try {
                new GeneratedRecords(file, hasDependency)
                        .write(folder, file, Math.min(PER_FILE, records - file * PER_FILE));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    private void write(Path folder, int file, int records) throws IOException {
        String name = "shop-i1-20261130T1800%02d.000Z-%06d.jsonl.zst".formatted(file % 60, file);
        try (var out = FileChannel.open(
                        folder.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                var frame = new FrameBuffer(LEVEL)) {
            for (int i = 0; i < records; i++) {
                long micros = BEGIN_MICROS + (first + i) * 1_000_000L / PER_SECOND;
                byte[] record = record(micros).getBytes(US_ASCII);
                if (!frame.fits(record.length)) {
                    out.write(frame.encode());
                    frame.clear();
                }
                frame.add(record, record.length, micros);
            }
            out.write(frame.encode());
        }
    }

    private String record(long micros) {
        long us = (long) (1000 * Math.exp(4 * random.nextDouble()));
        boolean fails = random.nextInt(50) == 0;
        return """
                {"v":1,"kind":"work","at":"%s","service":"shop","instance":"i1","release":"1.4.2","operation":"%s",\
                "id":"%016x","part":1,"last":true,"trace":"%016x%016x","tenant":"t%d","outcome":"%s","status":"%s",\
                %s"us":%d,"queue_us":%d,"bytes_in":%d,"bytes_out":%d,"kept":"all","weight":1%s}
                """.formatted(
                        at(micros),
                        OPERATIONS.get(random.nextInt(OPERATIONS.size())),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        random.nextInt(1000),
                        fails ? "TIMEOUT" : "SUCCESS",
                        fails ? "504" : "200",
                        fails ? "\"category\":\"timeout\",\"error\":\"no answer within 2s\"," : "",
                        us,
                        random.nextInt(500),
                        random.nextInt(3000),
                        random.nextInt(30000),
                        hasDependency ? dependency(us / 2) : "");
    }

    private static String dependency(long us) {
        return """
                ,"dependencies":{"stock":{"calls":1,"first":1,"retries":0,"hedges":0,"success":1,"transient_failure":0,\
                "throttled":0,"timeout":0,"permanent_failure":0,"not_processed":0,"dropped":0,"cancelled":0,"refused":0,\
                "us":%d,"wait_us":0,"bytes_in":0,"bytes_out":0,"depth":0}}""".formatted(us);
    }

    private static String at(long micros) {
        return FORMAT.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
    }
}
