package io.goodput.conformance.admission;

import io.goodput.Outcome;
import io.goodput.admission.AdmissionRequest;
import io.goodput.admission.AdmissionSettings;
import java.util.List;

/** Requests that come to a server. */
record AdmissionScript(int limit, AdmissionSettings settings, List<Visit> visits) {
    /**
     * One request.
     *
     * @param at when it comes
     * @param serves how long it is served
     * @param ends how that ends
     * @param patience after which it gives up waiting
     */
    record Visit(int number, long at, AdmissionRequest request, long serves, Outcome ends, long patience) {
        String name() {
            return "request %02d".formatted(number);
        }
    }
}
