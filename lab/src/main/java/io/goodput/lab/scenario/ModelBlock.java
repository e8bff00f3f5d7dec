package io.goodput.lab.scenario;

import io.goodput.config.language.Block;
import io.goodput.config.language.Decoder;
import io.goodput.config.language.Decoders;
import io.goodput.config.language.Key;
import io.goodput.config.language.Keys;
import io.goodput.config.language.Node;
import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.problem.Problems;
import io.goodput.lab.model.Delays;
import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Fault;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Requests;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What a scenario simulates. The long form names {@code clients} and {@code services}; the short one has a
 * {@code workload} on one {@code service}, under the policies of a {@code client}. Both have a {@code network} and
 * {@code faults}.
 */
final class ModelBlock {
    private static final Key<GuardSettings> CLIENT =
            Key.of("client", PolicyBlock.DECODER).otherwise(GuardSettings.NONE).about("The policies of the clients");

    private static final String THE_CLIENTS = "clients";
    private static final String THE_SERVICE = "service";
    private static final int MOST_PARTS = 200;
    private static final int MOST_FAULTS = 1_000;

    private final DistributionSyntax distributions;
    private final PhaseSpans spans;
    private final WorkloadBlock workloads;
    private final Key<Workload> workload;
    private final Key<Service> service;
    private final Key<SequencedMap<String, Population>> clients;
    private final Key<SequencedMap<String, Service>> services;
    private final Key<Delays> network;
    private final Key<List<Fault>> faults;
    private final Keys oneService;

    /** For runs of that length. */
    ModelBlock(DistributionSyntax distributions, Duration length) {
        this.distributions = distributions;
        this.spans = new PhaseSpans(length);
        this.workloads = new WorkloadBlock(distributions, spans);
        this.workload = Key.of("workload", workloads.decoder()).about("The requests to the one service");
        this.service = Key.of("service", serviceBlock(THE_SERVICE).decoder()).about("The one that there is");
        this.clients = Key.of("clients", Decoders.named(new PopulationBlock(THE_CLIENTS, workloads).decoder()))
                .about("Who calls the services");
        this.services =
                Key.of("services", Decoders.named(serviceBlock(THE_SERVICE).decoder()));
        this.faults =
                Key.of("faults", Decoders.listOf(fault(List.of(), Set.of()))).about("What goes wrong, and when");
        this.oneService = Keys.of(workload, service, CLIENT);
        this.network = Key.of("network", NetworkBlock.decoder(distributions))
                .otherwise(Delays.NONE)
                .about("What messages pass");
    }

    /** These keys; what stands behind some of them depends on the others. */
    Keys keys() {
        return oneService.and(Keys.of(clients, services, network, faults));
    }

    /** Whether a block is of the long form. */
    boolean hasServices(Block block) {
        return block.node(services) != null;
    }

    /** The model of a block with these keys and others. */
    Model decode(Block block) {
        boolean isLong = hasServices(block) || block.node(clients) != null;
        List<Service> services = isLong ? services(block) : List.of(service(block));
        List<Population> populations = isLong ? populations(block) : List.of(population(block));
        Delays network = block.get(this.network);
        List<Fault> faults = faults(block, populations, services);
        return block.node().as(Decoder.of("a model", _ -> new Model(populations, services, network, faults)));
    }

    private Service service(Block block) {
        return block.get(service);
    }

    private Population population(Block block) {
        GuardSettings guard = block.get(CLIENT);
        return new Population(
                THE_CLIENTS, block.get(workload), 1, "", Requests.USUAL, Dependency.on(THE_SERVICE, guard));
    }

    private List<Service> services(Block block) {
        refuseShort(block);
        return each(
                block.required(services),
                (name, node) -> node.as(serviceBlock(name).decoder()));
    }

    private List<Population> populations(Block block) {
        return each(block.required(clients), (name, node) -> node.as(new PopulationBlock(name, workloads).decoder()));
    }

    private ServiceBlock serviceBlock(String name) {
        return new ServiceBlock(name, new OperationBlock(new LatencySyntax(distributions)));
    }

    private void refuseShort(Block block) {
        Node value = block.firstOf(oneService);
        if (value != null) {
            throw value.error(
                    "beside services and clients (expected: workload, service and client, or services and clients)");
        }
    }

    private interface Part<T> {
        T of(String name, Node node);
    }

    private static <T> List<T> each(Node node, Part<T> part) {
        var all = new ArrayList<T>();
        var problems = new Problems();
        // Checks the names; what is behind them comes after.
        node.as(Decoders.named(Decoder.of("a block", each -> each)))
                .forEach((name, value) -> problems.check(() -> all.add(part.of(name, value))));
        problems.refuse();
        if (all.isEmpty() || all.size() > MOST_PARTS) {
            throw node.error("has " + all.size() + " (expected: 1 to " + MOST_PARTS + ")");
        }
        return all;
    }

    private List<Fault> faults(Block block, List<Population> populations, List<Service> services) {
        Node node = block.node(faults);
        if (node == null) {
            return List.of();
        }
        if (node.items().size() > MOST_FAULTS) {
            throw node.error("has " + node.items().size() + " faults (expected: at most " + MOST_FAULTS + ")");
        }
        Set<String> groups = new HashSet<>();
        populations.forEach(population -> groups.addAll(List.of(population.name(), population.zone())));
        services.forEach(service -> {
            groups.add(service.name());
            groups.addAll(service.zones());
        });
        groups.remove("");
        return node.as(Decoders.listOf(fault(services, groups)));
    }

    private Decoder<Fault> fault(List<Service> services, Set<String> groups) {
        return new FaultBlock(distributions, spans, services, groups).decoder();
    }
}
