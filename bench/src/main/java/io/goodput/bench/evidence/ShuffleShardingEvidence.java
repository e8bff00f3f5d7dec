package io.goodput.bench.evidence;

import io.goodput.shard.BlastRadius;
import io.goodput.shard.Lattice;
import io.goodput.shard.LatticeShards;
import io.goodput.shard.ShardAnswer.Assigned;
import io.goodput.shard.ShardAnswer.Refused;
import io.goodput.shard.ShardAssignments;
import io.goodput.shard.ShardAssignments.Settings;
import io.goodput.shard.ShardHash;
import io.goodput.shard.ShuffleShard;
import io.goodput.sim.Replications;
import io.goodput.sim.Streams;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Whom a poison tenant takes with it: it takes down every endpoint of its shard, and the calls of the others try some
 * of theirs. Simulated and calculated, as Markdown.
 */
public final class ShuffleShardingEvidence {
    private static final int SEEDS = 200;
    private static final int TENANTS = 1_000;
    private static final int CALLS = 5;

    private ShuffleShardingEvidence() {}

    /** Prints the tables; one argument, if there is one, is the number of seeds. */
    public static void main(String... args) throws InterruptedException {
        print(System.out, args.length == 0 ? SEEDS : Integer.parseInt(args[0]));
    }

    static void print(PrintStream out, int seeds) throws InterruptedException {
        for (int[] plan : new int[][] {{8, 2}, {100, 5}}) {
            int endpoints = plan[0];
            int size = plan[1];
            var radius = BlastRadius.of(endpoints, size);
            out.printf("**%d endpoints, %d of them for each tenant**%n%n", endpoints, size);
            out.println("| | lose one or more, % | lose all, % | calls that fail, 1 try, % | 2 tries, % |");
            out.println("|:---|---:|---:|---:|---:|");
            row(out, "no shards", runs(seeds, seed -> all(endpoints)));
            row(out, "shards side by side", runs(seeds, seed -> sideBySide(endpoints, size)));
            row(out, "shuffle shards", runs(seeds, seed -> shuffled(endpoints, size, seed)));
            out.printf(
                    Locale.ROOT,
                    "| calculated | %.2f | %.7f | %.2f | %.3f |%n%n",
                    100 * radius.affected(),
                    100 * radius.whollyAffected(),
                    100 * radius.failing(1),
                    100 * radius.failing(2));
        }
        searched(out);
        zones(out);
    }

    private static void row(PrintStream out, String name, List<Damage> runs) {
        out.printf(
                "| %s | %s | %s | %s | %s |%n",
                name,
                Interval.of(runs, "%.2f", Damage::partly),
                Interval.of(runs, "%.5f", Damage::wholly),
                Interval.of(runs, "%.2f", Damage::failing1),
                Interval.of(runs, "%.3f", Damage::failing2));
    }

    /** How the tenants' shards are made: a shard for each. */
    static int[][] all(int endpoints) {
        return tenants(tenant -> IntStream.range(0, endpoints).toArray());
    }

    static int[][] sideBySide(int endpoints, int size) {
        int groups = endpoints / size;
        return tenants(tenant ->
                IntStream.range(0, size).map(i -> tenant % groups * size + i).toArray());
    }

    static int[][] shuffled(int endpoints, int size, long seed) {
        var shards = ShuffleShard.of(endpoints, size, seed);
        return tenants(tenant -> shards.shard("tenant-" + tenant));
    }

    private static int[][] tenants(IntFunction<int[]> shard) {
        return IntStream.range(0, TENANTS).mapToObj(shard).toArray(int[][]::new);
    }

    static List<Damage> runs(int seeds, IntFunction<int[][]> shards) throws InterruptedException {
        return new Replications(Runtime.getRuntime().availableProcessors())
                .run(seeds, seed -> poison(shards.apply(seed), new Streams(seed).stream("calls")));
    }

    /** Shares of the other tenants, or of their calls, in percent. */
    record Damage(double partly, double wholly, double failing1, double failing2) {}

    /** The first tenant is the poisonous one. */
    static Damage poison(int[][] shards, RandomGenerator random) {
        boolean[] down = new boolean
                [1 + Arrays.stream(shards).flatMapToInt(Arrays::stream).max().orElseThrow()];
        for (int endpoint : shards[0]) {
            down[endpoint] = true;
        }
        int[] counts = new int[4];
        for (int tenant = 1; tenant < shards.length; tenant++) {
            int[] shard = shards[tenant];
            long lost = Arrays.stream(shard).filter(endpoint -> down[endpoint]).count();
            counts[0] += lost > 0 ? 1 : 0;
            counts[1] += lost == shard.length ? 1 : 0;
            for (int call = 0; call < CALLS; call++) {
                int first = random.nextInt(shard.length);
                int second = (first + 1 + random.nextInt(shard.length - 1)) % shard.length;
                counts[2] += down[shard[first]] ? 1 : 0;
                counts[3] += down[shard[first]] && down[shard[second]] ? 1 : 0;
            }
        }
        double percent = 100.0 / (shards.length - 1);
        return new Damage(
                counts[0] * percent, counts[1] * percent, counts[2] * percent / CALLS, counts[3] * percent / CALLS);
    }

    /** How many tenants find a shard, by the overlap that is allowed. */
    private static void searched(PrintStream out) {
        out.println("**Searched shards, 100 endpoints, 5 for each tenant, up to 2,000 tenants**\n");
        out.println("| overlap allowed | tenants placed | why not more | cannot be more than |");
        out.println("|---:|---:|:---|---:|");
        for (int overlap = 0; overlap <= 3; overlap++) {
            var assignments = new ShardAssignments(Settings.of(100, 5, overlap), 1);
            var answer = assignments.assign("tenant-0");
            for (int tenant = 1; tenant < 2_000 && answer instanceof Assigned; tenant++) {
                answer = assignments.assign("tenant-" + tenant);
            }
            String why = answer instanceof Refused refused ? refused.reason().toString() : "";
            out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %s | %,d |%n",
                    overlap,
                    assignments.assigned(),
                    why,
                    assignments.mostPossible());
        }
        out.println();
    }

    /** What a zone's loss leaves of shards that know of zones, and of shards that do not. */
    private static void zones(PrintStream out) {
        out.println("**A zone of three is lost: 60 endpoints, 3 of them for each of 1,000 tenants**\n");
        out.println("| | tenants that lose all, % | endpoints left in the worst shard |");
        out.println("|:---|---:|---:|");
        Lattice.Builder<Integer> builder = Lattice.builder("zone");
        for (int endpoint = 0; endpoint < 60; endpoint++) {
            builder.add(endpoint, "zone-" + endpoint % 3);
        }
        Lattice<Integer> lattice = builder.build();
        Set<Integer> left = lattice.simulateFailure("zone", "zone-0").endpoints();
        var plain = ShuffleShard.of(60, 3, 1);
        var zoned = LatticeShards.of(lattice, 3, 1, ShardHash.of(1));
        zoneRow(out, "shuffle shards", left, tenant -> plain.shard("tenant-" + tenant));
        zoneRow(
                out,
                "over the zones",
                left,
                tenant -> zoned.shard("tenant-" + tenant).stream()
                        .mapToInt(endpoint -> endpoint)
                        .toArray());
    }

    private static void zoneRow(PrintStream out, String name, Set<Integer> left, IntFunction<int[]> shards) {
        long[] survivors = Arrays.stream(tenants(shards))
                .mapToLong(shard -> Arrays.stream(shard).filter(left::contains).count())
                .toArray();
        long lost = Arrays.stream(survivors).filter(count -> count == 0).count();
        out.printf(
                Locale.ROOT,
                "| %s | %.1f | %d |%n",
                name,
                100.0 * lost / survivors.length,
                Arrays.stream(survivors).min().orElseThrow());
    }
}
