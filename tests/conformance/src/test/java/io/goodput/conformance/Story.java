package io.goodput.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of each, and when; told alike whatever the order of threads in which it came at one instant. */
public final class Story {
    private record Line(long at, String who, String what) {}

    private final List<Line> lines = new ArrayList<>();

    /** Something has become of somebody. */
    public synchronized void tell(long at, String who, String what) {
        lines.add(new Line(at, who, what));
    }

    /** All of it. */
    public synchronized List<String> lines() {
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::at)
                        .thenComparing(Line::who)
                        .thenComparing(Line::what))
                .map(line -> line.at + " " + line.who + " " + line.what)
                .toList();
    }
}
