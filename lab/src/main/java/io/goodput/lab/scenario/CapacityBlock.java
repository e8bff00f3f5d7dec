package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Node;
import io.goodput.config.policy.ServerSettings;
import io.goodput.lab.model.Service;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a service that say what happens when there are many requests, one kind or none: {@code slots} requests at
 * a time with a {@code queue} before them (default 0: who finds no slot is refused), in which {@code nudge} lets small
 * requests pass large ones and which, with {@code read}, they enter when they have been read; {@code cores} that all
 * requests share, {@code usl} for the Universal Scalability Law, {@code row: optimistic} for one row that each of them
 * reads and then writes unless another one has, {@code instances} of a function, or {@code server}, the block of an
 * application's server.
 */
final class CapacityBlock {
    static final List<String> KEYS =
            List.of("slots", "queue", "nudge", "read", "cores", "usl", "row", "instances", "server");

    private static final int MOST = 1_000_000;
    private static final Duration SHORTEST_READ = Duration.ofNanos(1);
    private static final String EXPECTED =
            " (expected: one of slots with a queue, cores that requests share, usl, row, instances, server)";

    private CapacityBlock() {}

    static Service.Capacity decode(Block block) {
        Integer slots = block.optional("slots", Decoders.integer(1, MOST));
        Integer queue = block.optional("queue", Decoders.integer(0, MOST));
        Integer cores = block.optional("cores", Decoders.integer(1, MOST));
        Service.Scalability usl = block.optional("usl", usl());
        Row row = block.optional("row", Decoders.choice(Row.class));
        Service.Instances instances = block.optional("instances", InstancesBlock.decoder());
        ServerSettings server = block.optional("server", ServerSettings.CODEC);
        if (count(slots == null ? queue : slots, cores, usl, row, instances, server) > 1) {
            throw block.node().error("has several kinds of capacity" + EXPECTED);
        }
        if (queue != null && slots == null) {
            throw block.node().error("has a queue without slots (expected: slots, the requests worked on at a time)");
        }
        if (slots != null) {
            var limits = new Service.Slots(slots, queue == null ? 0 : queue);
            return waiting(block, limits);
        }
        refuseWithoutSlots(block, "nudge", "whose order it changes");
        refuseWithoutSlots(block, "read", "which requests enter when they have been read");
        if (server != null) {
            return admission(block, server);
        }
        if (instances != null) {
            return instances;
        }
        if (row != null) {
            return new Service.Optimistic();
        }
        if (usl != null) {
            return usl;
        }
        return cores == null ? new Service.Unlimited() : new Service.Sharing(cores);
    }

    private static Service.Capacity waiting(Block block, Service.Slots limits) {
        Node reading = block.optional("read");
        Service.Capacity nudged = block.optional("nudge", nudge(limits), limits);
        if (reading == null) {
            return nudged;
        }
        if (nudged != limits) {
            throw reading.error("beside nudge (expected: one of the two)");
        }
        if (limits.queue() == 0) {
            throw reading.error("without a queue (expected: slots and a queue, which requests enter when they have been"
                    + " read)");
        }
        return new Service.Reading(
                limits,
                reading.as(Decoders.duration(SHORTEST_READ, RunPlan.LONGEST)).toNanos());
    }

    private static Decoder<Service.Capacity> nudge(Service.Slots limits) {
        return Decoder.of("a block such as {small: 5ms, large: 50ms}", node -> {
            Block block = node.block("small", "large");
            long small = block.required("small", Decoders.duration(Duration.ZERO, RunPlan.LONGEST))
                    .toNanos();
            long large = block.required("large", Decoders.duration(Duration.ZERO, RunPlan.LONGEST))
                    .toNanos();
            return new Service.Nudge(limits, small, large);
        });
    }

    private static void refuseWithoutSlots(Block block, String key, String why) {
        Node node = block.optional(key);
        if (node != null) {
            throw node.error("without slots (expected: beside slots and a queue, " + why + ")");
        }
    }

    /** How one row is kept right. */
    private enum Row {
        OPTIMISTIC
    }

    private static int count(@Nullable Object... kinds) {
        int count = 0;
        for (Object kind : kinds) {
            count += kind == null ? 0 : 1;
        }
        return count;
    }

    private static Service.Capacity admission(Block block, ServerSettings server) {
        if (server.health() != null) {
            Node node = block.required("server");
            throw node.error("has health checks, which are not simulated (expected: limit and admission)");
        }
        return new Service.Admission(server);
    }

    private static Decoder<Service.Scalability> usl() {
        return Decoder.of(
                "a block such as {contention: 3%, coherence: 0.01%}",
                node -> {
                    Block block = node.block("contention", "coherence");
                    return new Service.Scalability(
                            block.required("contention", Decoders.share()),
                            block.optional("coherence", Decoders.share(), 0.0));
                });
    }
}
