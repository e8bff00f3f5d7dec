package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.policy.meter.MeterSettings;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Probing;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Service.Deadlines;
import io.goodput.meter.CriticalSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * The block of a service: what it does ({@code latency}, {@code errors}, {@code calls}, or {@code operations} with
 * these), how many {@code endpoints} it has in which {@code zones}, their capacity, and what it makes of
 * {@code deadlines}, how their {@code health} is looked at, and what {@code meter} tells how near saturation they are.
 */
final class ServiceBlock {
    private static final int MOST_ENDPOINTS = 1_000;
    private static final int MOST_OPERATIONS = 100;

    private static final Key<Integer> ENDPOINTS =
            Key.of("endpoints", Decoders.integer(1, MOST_ENDPOINTS)).about("One in each zone if it is left out");
    private static final Key<List<String>> ZONES = Key.of("zones", Decoders.listOf(Decoders.identifier()))
            .otherwise(List.of())
            .about("Where they are, in turn");
    private static final Key<Deadlines> DEADLINES =
            Key.of("deadlines", Decoders.choice(Deadlines.class)).otherwise(Deadlines.IGNORED);
    private static final Key<MeterSettings> METER =
            Key.of("meter", MeterSettings.CODEC).about("Of one that has one slot: when it is warned of");
    private static final Key<Probing> HEALTH = Key.of("health", ProbingBlock.DECODER);

    private final Key<SequencedMap<String, Operation>> named;
    private final OperationBlock operations;
    private final String name;

    ServiceBlock(String name, OperationBlock operations) {
        this.name = name;
        this.operations = operations;
        this.named = Key.of("operations", Decoders.named(operations.decoder())).about("Instead of one latency");
    }

    Decoder<Service> decoder() {
        return Keys.of(named, ENDPOINTS, ZONES, DEADLINES, METER, HEALTH)
                .and(operations.keys())
                .and(CapacityBlock.KEYS)
                .decoder("a service such as {latency: 50ms, slots: 10, queue: 100}", this::decode);
    }

    private Service decode(Block block) {
        return new Service(
                name,
                zones(block),
                operations(block),
                CapacityBlock.decode(block),
                block.get(DEADLINES),
                block.find(HEALTH),
                section(block));
    }

    private static CriticalSection.@Nullable Settings section(Block block) {
        MeterSettings meter = block.find(METER);
        if (meter == null) {
            return null;
        }
        if (meter.littlesLaw() != null) {
            throw Objects.requireNonNull(block.node(METER))
                    .error("littles-law: holds of every run (expected: critical-section alone)");
        }
        return meter.criticalSection();
    }

    private SequencedMap<String, Operation> operations(Block block) {
        Node node = block.node(named);
        if (node == null) {
            var one = new LinkedHashMap<String, Operation>();
            one.put(Operation.MAIN, operations.decode(block));
            return one;
        }
        for (Key<?> key : operations.keys().all()) {
            if (block.node(key) != null) {
                throw node.error(
                        "beside " + key.name() + " (expected: operations, each with a latency, or one latency)");
            }
        }
        SequencedMap<String, Operation> all = block.get(named);
        if (all.isEmpty() || all.size() > MOST_OPERATIONS) {
            throw node.error("has " + all.size() + " operations (expected: 1 to " + MOST_OPERATIONS + ")");
        }
        return all;
    }

    /** Zone by zone in turn. */
    private static List<String> zones(Block block) {
        List<String> zones = block.get(ZONES);
        int usual = Math.max(1, zones.size());
        int endpoints = block.get(ENDPOINTS.otherwise(usual));
        var each = new ArrayList<String>();
        for (int i = 0; i < endpoints; i++) {
            each.add(zones.isEmpty() ? "" : zones.get(i % zones.size()));
        }
        return each;
    }
}
