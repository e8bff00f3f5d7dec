package io.goodput.admission;

import io.goodput.bounds.Expected;
import io.goodput.fair.FairQueue;
import java.util.function.ToIntFunction;

/** What tenants weigh against each other, as somebody else says: asked for each request, and not believed blindly. */
record TenantWeights(ToIntFunction<Object> weights) {
    int of(AdmissionRequest request) {
        Object tenant = request.payer();
        int weight = weights.applyAsInt(tenant);
        if (weight < 1 || weight > FairQueue.MAX_WEIGHT) {
            throw Expected.refused("weight of " + tenant, weight, ">= 1 and <= " + FairQueue.MAX_WEIGHT);
        }
        return weight;
    }
}
