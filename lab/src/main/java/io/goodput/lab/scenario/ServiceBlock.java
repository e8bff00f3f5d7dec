package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Service.Deadlines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * The block of a service: what it does ({@code latency}, {@code errors}, {@code calls}, or {@code operations} with
 * these), how many {@code endpoints} it has in which {@code zones}, their capacity, and what it makes of
 * {@code deadlines}, and how their {@code health} is looked at.
 */
final class ServiceBlock {
    private static final int MOST_ENDPOINTS = 1_000;
    private static final int MOST_OPERATIONS = 100;

    private final OperationBlock operations;
    private final String name;

    ServiceBlock(String name, OperationBlock operations) {
        this.name = name;
        this.operations = operations;
    }

    Decoder<Service> decoder() {
        return Decoder.of("a service such as {latency: 50ms, slots: 10, queue: 100}", this::decode);
    }

    private Service decode(Node node) {
        var keys = new ArrayList<>(List.of("operations", "endpoints", "zones", "deadlines", "health"));
        keys.addAll(OperationBlock.KEYS);
        keys.addAll(CapacityBlock.KEYS);
        Block block = node.block(keys.toArray(String[]::new));
        return new Service(
                name,
                zones(block),
                operations(block),
                CapacityBlock.decode(block),
                block.optional("deadlines", Decoders.choice(Deadlines.class), Deadlines.IGNORED),
                block.optional("health", ProbingBlock.decoder()));
    }

    private SequencedMap<String, Operation> operations(Block block) {
        Node named = block.optional("operations");
        if (named == null) {
            var one = new LinkedHashMap<String, Operation>();
            one.put(Operation.MAIN, operations.decode(block));
            return one;
        }
        for (String key : OperationBlock.KEYS) {
            if (block.optional(key) != null) {
                throw named.error("beside " + key + " (expected: operations, each with a latency, or one latency)");
            }
        }
        SequencedMap<String, Operation> all = named.as(Decoders.named(operations.decoder()));
        if (all.isEmpty() || all.size() > MOST_OPERATIONS) {
            throw named.error("has " + all.size() + " operations (expected: 1 to " + MOST_OPERATIONS + ")");
        }
        return all;
    }

    /** Zone by zone in turn. */
    private static List<String> zones(Block block) {
        List<String> zones = block.optional("zones", Decoders.listOf(Decoders.identifier()), List.of());
        int usual = Math.max(1, zones.size());
        int endpoints = block.optional("endpoints", Decoders.integer(1, MOST_ENDPOINTS), usual);
        var each = new ArrayList<String>();
        for (int i = 0; i < endpoints; i++) {
            each.add(zones.isEmpty() ? "" : zones.get(i % zones.size()));
        }
        return each;
    }
}
