package io.goodput.lab.page;

import io.goodput.Outcome;
import io.goodput.lab.model.Model;
import io.goodput.lab.trace.Disruptions;
import io.goodput.lab.trace.TraceEvent;
import io.goodput.lab.trace.TraceKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** What a picture of a run is drawn from: calls with their requests, endpoints with who is inside, faults. Bounded. */
final class TraceRows {
    static final int MOST_CALLS = 2_000;
    static final int MOST_REQUESTS = 8_000;
    private static final int MOST_LEVELS = 40_000;
    private static final int MOST_FAULTS = 200;

    final SequencedMap<Long, Row> rows = new LinkedHashMap<>();
    final SequencedMap<String, List<Level>> levels = new LinkedHashMap<>();
    final List<Shade> shades = new ArrayList<>();

    private final Map<Key, Request> requests = new HashMap<>();
    private final Map<String, Shade> open = new HashMap<>();
    private int levelCount;
    private boolean full;

    /** Nothing but the faults and phases of a model, which are known beforehand. */
    TraceRows(Model model) {
        for (TraceEvent edge : Disruptions.of(model)) {
            if (edge.kind() == TraceKind.BEGINS) {
                begin(edge);
            } else {
                end(edge);
            }
        }
    }

    /** One call of a population; an instant is -1 until it is known. */
    static final class Row {
        final long call;
        final List<Request> requests = new ArrayList<>();
        String population = "";
        long calledAt = -1;
        long finishedAt = -1;

        @Nullable Outcome outcome;

        Row(long call) {
            this.call = call;
        }
    }

    /** One request of a call. */
    static final class Request {
        long sent = -1;
        long arrived = -1;
        long started = -1;
        long answered = -1;
        long returned = -1;
        long abandoned = -1;
        boolean lost;
        boolean failed;
    }

    /** So many were inside, from then on. */
    record Level(long nanos, int inside) {}

    /** A fault or phase. */
    static final class Shade {
        final String what;
        final long from;
        long to;

        Shade(String what, long from) {
            this.what = what;
            this.from = from;
            this.to = from;
        }
    }

    private record Key(long leg, int attempt) {}

    /** The calls in the order in which they were made, which a stretch may meet in another one. */
    List<Row> calls() {
        return rows.values().stream()
                .sorted(Comparator.comparingLong(row -> row.call))
                .toList();
    }

    boolean isFull() {
        return full;
    }

    void add(TraceEvent event) {
        switch (event.kind()) {
            case BEGINS, ENDS, DOWN, UP, ENDED -> {}
            case CALLED, FINISHED -> {
                Row row = row(event.call());
                if (row != null) {
                    call(row, event);
                }
            }
            default -> {
                level(event);
                Request request = request(event);
                if (request != null) {
                    move(request, event);
                }
            }
        }
    }

    private void begin(TraceEvent event) {
        if (shades.size() < MOST_FAULTS) {
            var shade = new Shade(name(event), event.nanos());
            shades.add(shade);
            open.put(name(event), shade);
        }
    }

    private void end(TraceEvent event) {
        Shade shade = open.remove(name(event));
        if (shade != null) {
            shade.to = event.nanos();
        }
    }

    private static String name(TraceEvent event) {
        return event.why() + ": " + event.from() + (event.to().isEmpty() ? "" : " and " + event.to());
    }

    /** What comes when there is no more room ends the picture. */
    private @Nullable Row row(long call) {
        Row row = rows.get(call);
        if (row == null && rows.size() < MOST_CALLS) {
            row = new Row(call);
            rows.put(call, row);
        }
        full |= row == null;
        return row;
    }

    private static void call(Row row, TraceEvent event) {
        row.population = event.from();
        if (event.outcome() == null) {
            row.calledAt = event.nanos();
        } else {
            row.finishedAt = event.nanos();
            row.outcome = event.outcome();
        }
    }

    private @Nullable Request request(TraceEvent event) {
        var key = new Key(event.leg(), event.attempt());
        Request request = requests.get(key);
        if (request == null) {
            Row row = row(event.call());
            if (row == null || requests.size() >= MOST_REQUESTS) {
                full = true;
                return null;
            }
            request = new Request();
            requests.put(key, request);
            row.requests.add(request);
        }
        return request;
    }

    private static void move(Request request, TraceEvent event) {
        switch (event.kind()) {
            case SENT -> request.sent = event.nanos();
            case ARRIVED -> request.arrived = event.nanos();
            case STARTED -> request.started = event.nanos();
            case ANSWERED -> {
                request.answered = event.nanos();
                request.failed = event.outcome() != Outcome.SUCCESS;
            }
            case RETURNED -> request.returned = event.nanos();
            case ABANDONED -> request.abandoned = event.nanos();
            case LOST -> request.lost = true;
            default -> throw new IllegalArgumentException("kind: " + event.kind() + " (expected: one of a request)");
        }
    }

    private void level(TraceEvent event) {
        if (event.inside() < 0) {
            return;
        }
        boolean arrived = event.outcome() == null;
        var of = levels.computeIfAbsent(arrived ? event.to() : event.from(), _ -> new ArrayList<>());
        of.add(new Level(event.nanos(), arrived ? event.inside() + 1 : event.inside()));
        full |= ++levelCount >= MOST_LEVELS;
    }
}
