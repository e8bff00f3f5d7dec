package io.goodput.floors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The order of the packages, from the ground up. A package knows those of lower floors, and nobody on its own: so there
 * are no circles, and each can be understood, tested and replaced with what lies below it alone.
 */
record Floors(Map<String, Integer> byPackage) {
    /** One floor a line, the packages of a floor with spaces between them; after # is a comment. */
    static Floors read() throws IOException {
        try (InputStream file = Floors.class.getResourceAsStream("floors.txt")) {
            if (file == null) {
                throw new IOException("floors.txt is missing");
            }
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines());
        }
    }

    static Floors of(Stream<String> lines) {
        Map<String, Integer> floors = new HashMap<>();
        List<String> written = lines.map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        for (int floor = 0; floor < written.size(); floor++) {
            for (String name : written.get(floor).split(" +", -1)) {
                if (floors.put(name, floor) != null) {
                    throw new IllegalArgumentException(name + " stands on two floors");
                }
            }
        }
        return new Floors(Map.copyOf(floors));
    }

    boolean knows(String name) {
        return byPackage.containsKey(name);
    }

    /** Whether the arrow points down. One within a package is none. */
    boolean allows(Arrow arrow) {
        return arrow.from().equals(arrow.to()) || floor(arrow.to()) < floor(arrow.from());
    }

    private int floor(String name) {
        Integer floor = byPackage.get(name);
        if (floor == null) {
            throw new IllegalArgumentException(name + " stands on no floor; give it one in floors.txt");
        }
        return floor;
    }
}
