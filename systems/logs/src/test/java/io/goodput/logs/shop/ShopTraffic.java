package io.goodput.logs.shop;

import io.goodput.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A shop whose every request is known: what its services would write, and the truth to hold answers against. The
 * gateway asks orders, which asks payments, stock and a database; billing asks payments, too, in long work of three
 * parts, and is gone for a while. Clocks differ. In the middle of the time the way from orders to payments, and only
 * that, loses answers.
 */
public final class ShopTraffic {
    static final long START = Instant.parse("2026-11-30T12:00:00Z").getEpochSecond() * 1_000_000;

    /** Microseconds that the clock of a service is ahead of the true time. */
    static final Map<String, Long> CLOCKS =
            Map.of("gateway", 0L, "orders", 250_000L, "payments", -40_000L, "stock", 100L, "billing", 0L);

    final Random random;
    private final int seconds;
    private final int perSecond;
    private final int oneIn;
    private final List<String> lines = new ArrayList<>();

    /**
     * What truly happened, whether or not it was sampled out: by service and dependency, such as {@code orders>stock}.
     */
    public final Map<String, EdgeTruth> edges = new LinkedHashMap<>();

    /** Units by service. */
    public final Map<String, Long> units = new LinkedHashMap<>();

    /** Units of the gateway by tenant. */
    public final Map<String, Long> tenants = new LinkedHashMap<>();

    /** Traces, in the order of time. */
    public final List<String> traces = new ArrayList<>();

    /**
     * Traffic of some time.
     *
     * @param oneIn of how many traces one is written, besides units that failed; 1 for all
     */
    public ShopTraffic(long seed, int seconds, int perSecond, int oneIn) {
        this.random = new Random(seed);
        this.seconds = seconds;
        this.perSecond = perSecond;
        this.oneIn = oneIn;
        for (int i = 0; i < seconds * perSecond; i++) {
            request(i);
        }
        for (int second = 5; second < seconds; second += 10) {
            pulse(second);
            if (!isBillingGone(second)) {
                bill(second);
            }
        }
    }

    /** What all services wrote, as lines of records, in the order in which the units began on their own clocks. */
    public List<String> lines() {
        return lines.stream().sorted(ShopTraffic::byTime).toList();
    }

    private static int byTime(String one, String other) {
        return at(one).compareTo(at(other));
    }

    private static String at(String line) {
        int from = line.indexOf("\"at\":\"") + 6;
        return line.substring(from, from + 27);
    }

    private void request(int number) {
        long at = START + (number * 1_000_000L + random.nextInt(900_000)) / perSecond;
        String trace = hex() + hex();
        traces.add(trace);
        String tenant = "tenant-" + (1 + (int) (20 * Math.pow(random.nextDouble(), 3)));
        tenants.merge(tenant, 1L, Long::sum);
        boolean places = random.nextInt(3) > 0;
        var unit = new ShopUnit(this, "gateway", places ? "place-order" : "list-orders", at, trace, null, 500_000);
        unit.put("tenant", tenant).put("client", random.nextBoolean() ? "web" : "app");
        unit.works(300);
        Outcome answer = unit.calls(
                "orders",
                places ? "place" : "list",
                1,
                400_000,
                (from, span, left) -> orders(places, from, trace, span, left, tenant));
        unit.works(200);
        unit.ends(answer);
    }

    private ShopAnswer orders(boolean places, long at, String trace, String parent, long left, String tenant) {
        var unit = new ShopUnit(this, "orders", places ? "place" : "list", at, trace, parent, left);
        unit.put("tenant", tenant);
        unit.queued(random.nextInt(400));
        if (isIll(at) && random.nextInt(12) == 0) {
            return unit.sheds("admission");
        }
        unit.works(500);
        unit.calls("postgres", "select", 1, 50_000, this::postgres);
        if (places) {
            unit.hedges("stock", "reserve", 15_000, (from, span, rest) -> stock(from, trace, span, rest));
            Outcome paid = unit.calls(
                    "payments",
                    "charge",
                    2,
                    100_000,
                    (from, span, rest) -> lossy(payments(from, trace, span, rest, tenant), isIll(from)));
            if (paid != Outcome.SUCCESS) {
                return unit.ends(paid);
            }
        } else {
            unit.declares("payments");
            unit.declares("stock");
        }
        unit.works(400);
        return unit.ends(Outcome.SUCCESS);
    }

    /** The answer of a service that did its work, and of which the asker hears nothing. */
    private ShopAnswer lossy(ShopAnswer answer, boolean isIll) {
        return isIll && random.nextInt(10) < 6 ? new ShopAnswer(answer.outcome(), Long.MAX_VALUE / 4) : answer;
    }

    private ShopAnswer payments(long at, String trace, String parent, long left, String tenant) {
        var unit = new ShopUnit(this, "payments", "charge", at, trace, parent, left);
        unit.put("tenant", tenant);
        unit.works(2_000 + random.nextInt(2_000));
        return unit.ends(random.nextInt(400) == 0 ? Outcome.PERMANENT_FAILURE : Outcome.SUCCESS);
    }

    private ShopAnswer stock(long at, String trace, String parent, long left) {
        var unit = new ShopUnit(this, "stock", "reserve", at, trace, parent, left);
        unit.works(random.nextInt(8) == 0 ? 40_000 : 3_000 + random.nextInt(1_000));
        return unit.ends(Outcome.SUCCESS);
    }

    /** No service of the house: nobody there writes records. */
    private ShopAnswer postgres(long at, String span, long left) {
        return new ShopAnswer(Outcome.SUCCESS, 800 + random.nextInt(600));
    }

    private void bill(int second) {
        long at = START + second * 1_000_000L;
        String trace = hex() + hex();
        var unit = new ShopUnit(this, "billing", "bill-all", at, trace, null, 0);
        for (int part = 0; part < 3; part++) {
            for (int i = 0; i < 10; i++) {
                unit.works(50_000);
                unit.calls(
                        "payments",
                        "charge",
                        2,
                        100_000,
                        (from, span, left) -> payments(from, trace, span, left, "tenant-1"));
            }
            if (part < 2) {
                unit.part();
            }
        }
        unit.ends(Outcome.SUCCESS);
    }

    private void pulse(int second) {
        for (String service : CLOCKS.keySet().stream().sorted().toList()) {
            if (!service.equals("billing") || !isBillingGone(second)) {
                var line = new ShopLine(service, START + second * 1_000_000L, "process");
                line.put("threads", 20);
                lines.add(line.toString());
            }
        }
    }

    /** Billing is not there in the last third, as if it had been stopped. */
    boolean isBillingGone(int second) {
        return second >= seconds * 2 / 3;
    }

    /** In the middle third. */
    boolean isIll(long at) {
        long micros = at - START;
        return micros >= seconds * 1_000_000L / 3 && micros < seconds * 2_000_000L / 3;
    }

    void write(ShopLine line, String trace, boolean isKept) {
        boolean isSampled = Math.floorMod(trace.hashCode(), oneIn) == 0;
        if (isKept || isSampled) {
            line.put("kept", isKept ? "failed" : "sample").put("weight", isKept ? 1 : oneIn);
            lines.add(line.toString());
        }
    }

    EdgeTruth edge(String service, String dependency) {
        return edges.computeIfAbsent(service + ">" + dependency, _ -> new EdgeTruth());
    }

    String hex() {
        return String.format("%016x", random.nextLong());
    }

    /** What truly happened between a service and a dependency. */
    public static final class EdgeTruth {
        public long attempts;
        public long retries;
        public long hedges;
        public final Map<Outcome, Long> outcomes = new LinkedHashMap<>();
    }
}
