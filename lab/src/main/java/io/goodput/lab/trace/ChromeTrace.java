package io.goodput.lab.trace;

import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trace in the Trace Event Format (a JSON array), which Perfetto and {@code chrome://tracing} open: a process for
 * each population and endpoint, an asynchronous span for each call and for each request inside an endpoint, a counter
 * of who is inside. Times are in microseconds.
 */
public final class ChromeTrace implements TraceSink {
    private final PrintWriter out;
    private final long limit;
    private final Map<String, Integer> processes = new TreeMap<>();
    private long events;
    private boolean isFirst = true;

    /**
     * Nothing written but the beginning of the array.
     *
     * @param limit the most events of the run that are written
     */
    public ChromeTrace(PrintWriter out, long limit) {
        this.out = out;
        this.limit = limit;
        out.print("[");
    }

    @Override
    public void event(TraceEvent event) {
        events++;
        String request = event.leg() + "." + event.attempt();
        switch (event.kind()) {
            case CALLED -> span("b", event.from(), "call", Long.toString(event.call()), event);
            case FINISHED -> span("e", event.from(), "call", Long.toString(event.call()), event);
            case ARRIVED -> {
                span("b", event.to(), "request", request, event);
                inside(event.to(), event.inside() + 1, event);
            }
            case STARTED -> span("n", event.to(), "request", request, event);
            case ANSWERED -> {
                span("e", event.from(), "request", request, event);
                inside(event.from(), event.inside(), event);
            }
            case BEGINS, ENDS, DOWN, UP, SENT, RETURNED, LOST, ABANDONED, ENDED -> instant(event);
        }
    }

    private void span(String phase, String process, String category, String id, TraceEvent event) {
        ObjectNode node = node(phase, process, category + " of call " + event.call(), event)
                .put("cat", category)
                .put("id", id);
        write(node, event);
    }

    private void inside(String process, int inside, TraceEvent event) {
        ObjectNode node = node("C", process, "inside " + process, event);
        node.putObject("args").put("inside", inside);
        print(node);
    }

    private void instant(TraceEvent event) {
        String name = event.to().isEmpty() ? event.kind().toString() : event.kind() + " " + event.to();
        write(node("i", event.from(), name, event).put("s", "p"), event);
    }

    private void write(ObjectNode node, TraceEvent event) {
        var details = node.putObject("args").put("call", event.call());
        if (event.outcome() != null) {
            details.put("outcome", event.outcomeWord());
        }
        if (!event.why().isEmpty()) {
            details.put("why", event.why());
        }
        print(node);
    }

    private ObjectNode node(String phase, String process, String name, TraceEvent event) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("ph", phase)
                .put("name", name)
                .put("pid", number(process))
                .put("tid", 0)
                .put("ts", event.nanos() / 1e3);
    }

    /** Of a process, which is told its name when it first appears. */
    private int number(String process) {
        Integer known = processes.get(process);
        if (known != null) {
            return known;
        }
        int number = processes.size() + 1;
        processes.put(process, number);
        ObjectNode name = JsonNodeFactory.instance
                .objectNode()
                .put("ph", "M")
                .put("name", "process_name")
                .put("pid", number);
        name.putObject("args").put("name", process);
        print(name);
        return number;
    }

    private void print(ObjectNode node) {
        out.print(isFirst ? "\n" : ",\n");
        out.print(node);
        isFirst = false;
    }

    @Override
    public boolean isFull() {
        return events >= limit;
    }

    @Override
    public void close() {
        out.print("\n]\n");
        out.flush();
    }
}
