package io.goodput.lab.world;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.sim.Span;
import io.goodput.sim.stat.WindowedCounter;
import io.goodput.sim.stat.Windows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What happened in one run, window by window: of each population, of each service, and of all together. */
public final class Tally {
    private final long runNanos;
    private final Span settled;
    private final Windows windows;
    private final List<String> front;
    private final SequencedMap<String, ClientTally> clients = new LinkedHashMap<>();
    private final SequencedMap<String, ServiceTally> services = new LinkedHashMap<>();
    private final Map<String, WindowedCounter> sentTo = new HashMap<>();
    private @Nullable ClientTally everybody;
    private @Nullable ServiceTally wholeFront;

    /**
     * Nothing yet.
     *
     * @param model whose populations and services are counted
     * @param runNanos length of the run
     * @param windowNanos length of a window
     * @param settled where latencies are recorded
     */
    public Tally(Model model, long runNanos, long windowNanos, Span settled) {
        this.runNanos = runNanos;
        this.settled = settled;
        this.windows = Windows.covering(runNanos, windowNanos);
        this.front = model.front();
        for (Population population : model.populations()) {
            clients.put(population.name(), new ClientTally(windows, settled));
        }
        for (Service service : model.services()) {
            services.put(service.name(), new ServiceTally(windows));
        }
    }

    /** Length of the run. */
    public long runNanos() {
        return runNanos;
    }

    /** What the run was cut into. */
    public Windows windows() {
        return windows;
    }

    /** Whether there is such a population. */
    public boolean hasClients(String population) {
        return clients.containsKey(population);
    }

    /** Whether there is such a service. */
    public boolean hasService(String service) {
        return services.containsKey(service);
    }

    /** Counts what is sent to one endpoint. Asked for before the run. */
    public void countSentTo(String endpoint) {
        sentTo.put(endpoint, new WindowedCounter(windows));
    }

    /** Requests sent to one endpoint; null if nobody has asked for them. */
    public @Nullable WindowedCounter sentTo(String endpoint) {
        return sentTo.get(endpoint);
    }

    /** Of one population. */
    public ClientTally clients(String population) {
        return known(population, clients.get(population));
    }

    /** Of one service. */
    public ServiceTally service(String service) {
        return known(service, services.get(service));
    }

    private static <T> T known(String name, @Nullable T tally) {
        if (tally == null) {
            throw new IllegalArgumentException("nothing is counted of " + name);
        }
        return tally;
    }

    /** Of all populations together. Asked for when the run is over: what is counted later is not in it. */
    public ClientTally clients() {
        if (everybody == null) {
            everybody = clients.size() == 1
                    ? clients.firstEntry().getValue()
                    : sum(clients.values().stream().toList());
        }
        return everybody;
    }

    private ClientTally sum(List<ClientTally> all) {
        var sum = new ClientTally(windows, settled);
        all.forEach(sum::add);
        return sum;
    }

    /** Of all services together that populations call themselves. Asked for when the run is over. */
    public ServiceTally front() {
        if (wholeFront == null) {
            var sum = new ServiceTally(windows);
            front.forEach(name -> sum.add(service(name)));
            wholeFront = front.size() == 1 ? service(front.getFirst()) : sum;
        }
        return wholeFront;
    }
}
