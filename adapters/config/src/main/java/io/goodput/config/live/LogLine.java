package io.goodput.config.live;

import io.goodput.config.problem.Echo;
import java.util.List;

/** Several things in one line of a log: as many as fit, and how many there are more. */
final class LogLine {
    private static final int LONGEST = 200;
    private static final int ROOM_FOR_MORE = 20;

    private LogLine() {}

    static String of(String beginning, List<String> given) {
        List<String> things = given.stream().map(Echo::escaped).toList();
        var line = new StringBuilder(beginning);
        int told = 0;
        while (told < things.size() && line.length() + things.get(told).length() + 2 <= LONGEST - ROOM_FOR_MORE) {
            line.append(told == 0 ? "" : ", ").append(things.get(told++));
        }
        if (told == 0) {
            String first = things.getFirst();
            line.append(first, 0, Math.min(first.length(), LONGEST - ROOM_FOR_MORE - beginning.length()))
                    .append('…');
            told = 1;
        }
        int more = things.size() - told;
        return (more == 0 ? line : line.append(", and ").append(more).append(" more")).toString();
    }
}
