package io.goodput.lab.scenario;

import io.goodput.Criticality;
import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

    private final String name;
    private final WorkloadBlock workloads;

    PopulationBlock(String name, WorkloadBlock workloads) {
        this.name = name;
        this.workloads = workloads;
    }

    Decoder<Population> decoder() {
        return Decoder.of("clients such as {rate: 40/s, calls: {to: orders}}", this::decode);
    }

    private Population decode(Node node) {
        var keys = new ArrayList<>(
                List.of("calls", "processes", "zone", "criticality", "tenants", "keys", "work", "poison", "useful"));
        keys.addAll(WorkloadBlock.KEYS);
        Block block = node.block(keys.toArray(String[]::new));
        return new Population(
                name,
                workloads.decode(block),
                block.optional("processes", Decoders.integer(1, MOST_PROCESSES), 1),
                block.optional("zone", Decoders.identifier(), ""),
                requests(block),
                block.required("calls", DependencyBlock.decoder()));
    }

    private static Requests requests(Block block) {
        Requests usual = Requests.USUAL;
        Duration useful = block.optional("useful", Decoders.duration(SHORTEST_USE, RunPlan.LONGEST));
        return new Requests(
                block.optional("criticality", Decoders.choice(Criticality.class), usual.criticality()),
                block.optional("tenants", Decoders.integer(1, MOST_KEYS), usual.tenants()),
                block.optional("keys", Decoders.integer(1, MOST_KEYS), usual.keys()),
                block.optional("work", Decoders.number(0, MOST_WORK), usual.work()),
                block.optional("poison", Decoders.duration(Duration.ZERO, LONGEST_DOWN), Duration.ZERO)
                        .toNanos(),
                useful == null ? usual.useful() : useful.toNanos());
    }
}
