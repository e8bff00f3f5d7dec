package io.goodput.lab.trace;

import java.io.PrintWriter;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A trace as JSON, one object a line: {@code nanos}, {@code kind}, {@code from}, and where there is one, {@code to},
 * {@code call}, {@code leg}, {@code attempt}, {@code outcome}, {@code inside} and {@code why}, as in
 * {@link TraceEvent}.
 */
public final class JsonTrace implements TraceSink {
    private final PrintWriter out;
    private final long limit;
    private long lines;

    /**
     * Nothing written.
     *
     * @param limit the most events
     */
    public JsonTrace(PrintWriter out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    @Override
    public void event(TraceEvent event) {
        lines++;
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("nanos", event.nanos())
                .put("kind", event.kind().toString())
                .put("from", event.from());
        if (!event.to().isEmpty()) {
            node.put("to", event.to());
        }
        if (event.call() > 0) {
            node.put("call", event.call());
        }
        if (event.leg() > 0) {
            node.put("leg", event.leg()).put("attempt", event.attempt());
        }
        if (event.outcome() != null) {
            node.put("outcome", event.outcomeWord());
        }
        if (event.inside() >= 0) {
            node.put("inside", event.inside());
        }
        if (!event.why().isEmpty()) {
            node.put("why", event.why());
        }
        out.print(node);
        out.print('\n');
    }

    @Override
    public boolean isFull() {
        return lines >= limit;
    }

    @Override
    public void close() {
        out.flush();
    }
}
