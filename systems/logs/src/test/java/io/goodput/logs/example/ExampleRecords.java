package io.goodput.logs.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.goodput.telemetry.frame.FrameBuffer;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes {@code examples/logs}: what a shop wrote in ten minutes in which a release went wrong, and an hour of the week
 * before. At 18:05 release 1.4.2 replaces 1.4.1; from then on its calls to {@code pay} time out and are repeated. From
 * 18:07:00 to 18:07:30 nothing runs. The tenant acme asks most. Of searches, which hardly ever fail, one in four is
 * kept.
 */
public final class ExampleRecords {
    /** The names of the files. */
    public static final List<String> FILES = List.of(
            "shop-i1-20261123T180000.000Z-000001.jsonl.zst",
            "shop-i1-20261130T180000.000Z-000002.jsonl.zst",
            "shop-i2-20261130T180500.000Z-000001.jsonl.zst");

    private static final Instant WEEK_BEFORE = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-11-30T18:00:00Z");
    private static final Instant DEPLOYED = Instant.parse("2026-11-30T18:05:00Z");
    private static final Instant GONE = Instant.parse("2026-11-30T18:07:00Z");
    private static final Instant BACK = Instant.parse("2026-11-30T18:07:30Z");
    private static final Instant END = Instant.parse("2026-11-30T18:10:00Z");

    private final SplittableRandom random;
    private final String instance;
    private final String release;
    private final List<String> records = new ArrayList<>();
    private long lost;

    private ExampleRecords(long seed, String instance, String release) {
        random = new SplittableRandom(seed);
        this.instance = instance;
        this.release = release;
    }

    /** The folder. */
    public static void main(String... arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (int i = 0; i < FILES.size(); i++) {
            Files.deleteIfExists(folder.resolve(FILES.get(i)));
            write(folder.resolve(FILES.get(i)), lines(i));
        }
    }

    /** What is in a file, by its number. */
    public static List<String> lines(int file) {
        var process = new ExampleRecords(
                7 + file,
                file == 2 ? "i2" : "i1",
                List.of("1.4.0", "1.4.1", "1.4.2").get(file));
        switch (file) {
            case 0 -> process.run(WEEK_BEFORE, WEEK_BEFORE.plus(Duration.ofMinutes(2)));
            case 1 -> process.run(BEGIN, DEPLOYED);
            default -> {
                process.run(DEPLOYED, GONE);
                process.run(BACK, END);
            }
        }
        return process.records;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var frame = new FrameBuffer(19)) {
            for (String line : lines) {
                byte[] record = (line + "\n").getBytes(UTF_8);
                if (!frame.fits(record.length)) {
                    out.write(frame.encode());
                    frame.clear();
                }
                frame.add(record, record.length, ChronoUnit.MICROS.between(Instant.EPOCH, at(line)));
            }
            out.write(frame.encode());
        }
    }

    private static Instant at(String line) {
        int from = line.indexOf("\"at\":\"") + 6;
        return Instant.parse(line.substring(from, from + 27));
    }

    private void run(Instant from, Instant to) {
        long seconds = Duration.between(from, to).toSeconds();
        for (long second = 0; second < seconds; second++) {
            Instant now = from.plusSeconds(second);
            if (second % 10 == 0) {
                eachTenSeconds(now, second);
            }
            checkout(now.plus(random.nextInt(400_000), ChronoUnit.MICROS));
            if (second % 4 == 0) {
                search(now.plus(400_000 + random.nextInt(500_000), ChronoUnit.MICROS));
            }
            if (second % 50 == 49) {
                shed(now.plus(950_000, ChronoUnit.MICROS));
            }
        }
    }

    private boolean isBad() {
        return release.equals("1.4.2");
    }

    private void checkout(Instant at) {
        boolean times = isBad() && random.nextInt(5) == 0;
        boolean refused = isBad() && random.nextInt(20) == 0;
        boolean fails = refused || (times && random.nextInt(2) == 0) || random.nextInt(150) == 0;
        int stock = 2_000 + random.nextInt(3_000);
        int first = times ? 250_000 : 20_000 + random.nextInt(15_000);
        int second = times ? (fails ? 250_000 : 25_000 + random.nextInt(10_000)) : 0;
        int pay = refused ? 0 : first + second + (times ? 40_000 : 0);
        int us = 4_000 + stock + pay + random.nextInt(2_000);
        String failure = refused
                ? "\"category\":\"refused\",\"error\":\"pay is not called: its breaker is open\","
                : fails ? "\"category\":\"timeout\",\"error\":\"no answer from pay within 250ms\"," : "";
        String outcome = !fails ? "SUCCESS" : refused ? "TRANSIENT_FAILURE" : "TIMEOUT";
        boolean attemptFails = fails && !times && !refused;
        work(at, "checkout", tenant(), outcome, fails ? "503" : "200", failure, us, "all", 1, """
                "counts":{"stored_bytes":%d},"dependencies":{"stock":%s,"pay":%s},"calls":[%s,%s]""".formatted(
                        2_000 + random.nextInt(500),
                        figures(1, 1, 0, stock, 0, 0, 300, 2_000),
                        figures(
                                refused ? 0 : fails ? 0 : 1,
                                refused ? 0 : 1,
                                times ? 1 : 0,
                                pay - (times ? 40_000 : 0),
                                times ? (fails ? 2 : 1) : attemptFails ? 1 : 0,
                                refused ? 1 : 0,
                                900,
                                200),
                        call("stock", "get", 1_000, stock, "SUCCESS", "", attempt(1, 1_000, stock, "SUCCESS", "200")),
                        refused
                                ? call("pay", "charge", 1_000 + stock, 0, "DROPPED", "\"refusal\":\"BREAKER\",", "")
                                : call(
                                        "pay",
                                        "charge",
                                        1_000 + stock,
                                        pay,
                                        fails ? "TIMEOUT" : "SUCCESS",
                                        "",
                                        attempt(
                                                        1,
                                                        1_000 + stock,
                                                        first,
                                                        times || attemptFails ? "TIMEOUT" : "SUCCESS",
                                                        times || attemptFails ? "" : "200")
                                                + (times
                                                        ? ","
                                                                + attempt(
                                                                        2,
                                                                        41_000 + stock + first,
                                                                        second,
                                                                        fails ? "TIMEOUT" : "SUCCESS",
                                                                        fails ? "" : "200")
                                                        : ""))));
    }

    private void search(Instant at) {
        work(at, "search", tenant(), "SUCCESS", "200", "", 6_000 + random.nextInt(9_000), "sample", 4, """
                "dependencies":{"index":%s}""".formatted(
                        figures(1, 1, 0, 4_000 + random.nextInt(1_000), 0, 0, 100, 9_000)));
    }

    private void shed(Instant at) {
        work(at, "checkout", "acme", "DROPPED", "503", "\"refusal\":\"QUEUE_FULL\",", 40, "shed", 1, """
                "dependencies":{"stock":%s,"pay":%s}""".formatted(
                        figures(0, 0, 0, 0, 0, 0, 0, 0), figures(0, 0, 0, 0, 0, 0, 0, 0)));
    }

    private String tenant() {
        int draw = random.nextInt(10);
        return draw < 5 ? "acme" : draw < 7 ? "globex" : "tenant-" + random.nextInt(40);
    }

    private void work(
            Instant at,
            String operation,
            String tenant,
            String outcome,
            String status,
            String failure,
            int us,
            String kept,
            int weight,
            String rest) {
        records.add("""
                {%s,"operation":"%s","id":"%016x","part":1,"last":true,"trace":"%016x%016x","tenant":"%s","client":"%s",\
                "outcome":"%s","status":"%s",%s"us":%d,"queue_us":%d,"bytes_in":%d,"bytes_out":%d,"kept":"%s","weight":%d,%s}""".formatted(
                        head("work", at),
                        operation,
                        random.nextLong(),
                        random.nextLong(),
                        random.nextLong(),
                        tenant,
                        random.nextInt(3) == 0 ? "app" : "web",
                        outcome,
                        status,
                        failure,
                        us,
                        random.nextInt(300),
                        200 + random.nextInt(600),
                        1_000 + random.nextInt(20_000),
                        outcome.equals("SUCCESS") || kept.equals("shed") ? kept : "failed",
                        weight,
                        rest));
    }

    private static String figures(
            int success, int first, int retries, int us, int timeouts, int refused, int bytesIn, int bytesOut) {
        return """
                {"calls":%d,"first":%d,"retries":%d,"hedges":0,"success":%d,"transient_failure":0,"throttled":0,"timeout":%d,\
                "permanent_failure":0,"not_processed":0,"dropped":0,"cancelled":0,"refused":%d,%s"us":%d,"wait_us":%d,\
                "bytes_in":%d,"bytes_out":%d,"depth":0}""".formatted(
                        first + refused,
                        first,
                        retries,
                        success,
                        timeouts,
                        refused,
                        refused > 0 ? "\"refusals\":{\"BREAKER\":" + refused + "}," : "",
                        us,
                        retries * 40_000,
                        first == 0 ? 0 : bytesIn,
                        first == 0 ? 0 : bytesOut);
    }

    private static String call(
            String dependency, String operation, int at, int us, String outcome, String refusal, String attempts) {
        return """
                {"dependency":"%s","operation":"%s","at_us":%d,"us":%d,"outcome":"%s",%s"attempts":[%s]}""".formatted(dependency, operation, at, us, outcome, refusal, attempts);
    }

    private String attempt(int n, int at, int us, String outcome, String status) {
        return """
                {"n":%d,"span":"%016x","resource":"10.0.0.%d:8080","at_us":%d,"us":%d,"outcome":"%s"%s}""".formatted(
                        n,
                        random.nextLong(),
                        1 + random.nextInt(3),
                        at,
                        us,
                        outcome,
                        status.isEmpty()
                                ? ",\"category\":\"timeout\",\"error\":\"no answer within 250ms\""
                                : ",\"status\":\"" + status + "\"");
    }

    private void eachTenSeconds(Instant now, long second) {
        boolean isFull = isBad() && second == 90;
        lost += isFull ? 12 : 0;
        records.add("""
                {%s,"cpu_us":%d,"cpus":2,"heap_bytes":%d,"heap_max_bytes":536870912,"gc_us":%d,"gc_pauses":1,"threads":40,\
                "descriptors":90,"descriptors_max":1024,"disk_free_bytes":40000000000,"up_us":%d}""".formatted(
                        head("process", now),
                        900_000 + random.nextInt(200_000),
                        90_000_000 + random.nextInt(20_000_000),
                        1_500 + random.nextInt(1_000),
                        second * 1_000_000));
        records.add("""
                {%s,"begun":%d,"open":0,"written":%d,"sampled_out":%d,"dropped":{"queue_full":%d,"too_large":0,"encoding":0,\
                "disk":0,"folder":0,"closed":0},"late":0,"leaked":0}""".formatted(head("accounting", now), 2 * second + lost, second * 5 / 4, second * 3 / 4, lost));
        records.add("""
                {%s,"policy":"breaker","name":"pay","counts":{"permitted":%d,"refused":%d}}""".formatted(head("policy", now), second, isBad() ? second / 20 : 0));
        if (isFull) {
            records.add("""
                    {%s,"mode":"sampled","why":"9 %% of the disk are free","free_bytes":3600000000,"free_share":0.09}""".formatted(head("health", now)));
        }
    }

    private String head(String kind, Instant at) {
        String text = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return """
                "v":1,"kind":"%s","at":"%s.%06dZ","service":"shop","instance":"%s","release":"%s\"""".formatted(kind, text.substring(0, 19), at.getLong(ChronoField.MICRO_OF_SECOND), instance, release);
    }
}
