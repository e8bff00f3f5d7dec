package io.goodput.lab.trace;

import io.goodput.lab.model.Model;
import io.goodput.lab.model.Parts;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * A trace as lines for people, in columns: seconds, call, kind, who {@code ->} whom, attempt, outcome, requests inside,
 * and why.
 */
public final class TextTrace implements TraceSink {
    private static final int LONGEST_NAME = 32;
    private static final String ROW = "%s  %7s  %-9s  %-";

    private final PrintWriter out;
    private final long limit;
    private final int timeWidth;
    private final String row;
    private long lines;
    private long last;

    /**
     * Nothing written but the heading.
     *
     * @param runNanos length of the run
     * @param limit the most events
     */
    public TextTrace(Model model, long runNanos, PrintWriter out, long limit) {
        this.out = out;
        this.limit = limit;
        this.timeWidth = Math.max("seconds".length(), seconds(runNanos).length());
        int name = Math.min(LONGEST_NAME, Parts.of(model).longestName());
        this.row = ROW + (2 * name + 4) + "s  %7s  %-17s  %6s  %s";
        print("seconds", "call", "kind", "from -> to", "attempt", "outcome", "inside", "why");
    }

    private void print(
            String time, String call, String kind, String whom, String attempt, String how, String in, String why) {
        String padded = " ".repeat(Math.max(0, timeWidth - time.length())) + time;
        out.println(String.format(Locale.ROOT, row, padded, call, kind, whom, attempt, how, in, why)
                .stripTrailing());
    }

    @Override
    public void event(TraceEvent event) {
        lines++;
        last = event.nanos();
        print(
                seconds(event.nanos()),
                event.call() == 0 ? "" : Long.toString(event.call()),
                event.kind().toString(),
                event.to().isEmpty() ? event.from() : event.from() + " -> " + event.to(),
                event.attempt() == 0 ? "" : Integer.toString(event.attempt()),
                event.outcomeWord(),
                event.inside() < 0 ? "" : Integer.toString(event.inside()),
                event.why());
    }

    /** To the microsecond, cut off. */
    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%06d", nanos / 1_000_000_000, nanos / 1_000 % 1_000_000);
    }

    @Override
    public boolean isFull() {
        return lines >= limit;
    }

    @Override
    public void close() {
        if (lines == 0) {
            out.println("nothing of that kind happened");
        } else if (isFull()) {
            out.printf(
                    Locale.ROOT,
                    "stopped at %s s after %,d events; --limit, --from, --to, --call, --part and --kind choose others%n",
                    seconds(last),
                    lines);
        }
        out.flush();
    }
}
