package io.goodput.lab.scenario;

import io.goodput.Criticality;
import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import java.time.Duration;

/**
 * The block of a population: the keys of a {@link WorkloadBlock workload}, what its {@code calls} are, how many
 * {@code processes} it has in which {@code zone}, and what its requests are like.
 */
final class PopulationBlock {
    private static final int MOST_PROCESSES = 10_000;
    private static final int MOST_KEYS = 100_000;
    private static final double MOST_WORK = 1_000_000;
    private static final Duration LONGEST_DOWN = Duration.ofDays(1);
    private static final Duration SHORTEST_USE = Duration.ofNanos(1);

    private static final Key<Integer> PROCESSES = Key.of("processes", Decoders.integer(1, MOST_PROCESSES))
            .otherwise(1)
            .about("Each with policies of its own");
    private static final Key<String> ZONE =
            Key.of("zone", Decoders.identifier()).otherwise("").about("Where they are");
    private static final Key<Dependency> CALLS =
            Key.of("calls", DependencyBlock.DECODER).required().about("What they call");
    private static final Key<Criticality> CRITICALITY =
            Key.of("criticality", Decoders.choice(Criticality.class)).otherwise(Requests.USUAL.criticality());
    private static final Key<Integer> TENANTS =
            Key.of("tenants", Decoders.integer(1, MOST_KEYS)).otherwise(Requests.USUAL.tenants());
    private static final Key<Integer> KEY_COUNT =
            Key.of("keys", Decoders.integer(1, MOST_KEYS)).otherwise(Requests.USUAL.keys());
    private static final Key<Double> WORK = Key.of("work", Decoders.number(0, MOST_WORK))
            .otherwise(Requests.USUAL.work())
            .about("Times the usual work of each request");
    private static final Key<Duration> POISON = Key.of("poison", Decoders.duration(Duration.ZERO, LONGEST_DOWN))
            .otherwise(Duration.ZERO)
            .about("For how long a request takes an endpoint down");
    private static final Key<Duration> USEFUL = Key.of("useful", Decoders.duration(SHORTEST_USE, RunPlan.LONGEST))
            .about("After which an answer is of no use, even if its caller waits");
    private static final Keys KEYS =
            Keys.of(CALLS, PROCESSES, ZONE, CRITICALITY, TENANTS, KEY_COUNT, WORK, POISON, USEFUL);

    private final String name;
    private final WorkloadBlock workloads;

    PopulationBlock(String name, WorkloadBlock workloads) {
        this.name = name;
        this.workloads = workloads;
    }

    Decoder<Population> decoder() {
        return workloads.decoder("clients such as {rate: 40/s, calls: {to: orders}}", KEYS, this::decode);
    }

    private Population decode(Block block) {
        return new Population(
                name,
                workloads.decode(block),
                block.get(PROCESSES),
                block.get(ZONE),
                requests(block),
                block.get(CALLS));
    }

    private static Requests requests(Block block) {
        Duration useful = block.find(USEFUL);
        return new Requests(
                block.get(CRITICALITY),
                block.get(TENANTS),
                block.get(KEY_COUNT),
                block.get(WORK),
                block.get(POISON).toNanos(),
                useful == null ? Requests.ALWAYS : useful.toNanos());
    }
}
