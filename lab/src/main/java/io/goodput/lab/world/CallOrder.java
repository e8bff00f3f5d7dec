package io.goodput.lab.world;

import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Service;
import java.util.LinkedHashSet;
import java.util.Set;

/** The services of a model, each after those that it calls. */
record CallOrder(Model model) {
    Set<Service> calledFirst() {
        var ordered = new LinkedHashSet<Service>();
        model.services().forEach(service -> add(service, ordered));
        return ordered;
    }

    private void add(Service service, Set<Service> ordered) {
        for (Dependency dependency : service.dependencies()) {
            add(model.service(dependency.service()), ordered);
        }
        ordered.add(service);
    }
}
