package io.goodput.lab.scenario;

import java.util.List;

/**
 * A key of a scenario and the values that it takes, one after the other.
 *
 * @param path such as {@code clients.users.rate} or {@code faults[0].share}
 * @param values as written, at least one
 * @param numbers the same as numbers in {@code unit}; empty where they are not numbers of one unit
 * @param unit such as {@code /s}, {@code ms} or {@code %}; empty for bare numbers
 */
public record Varied(String path, List<String> values, List<Double> numbers, String unit) {
    /** Whether the values are numbers that rise. */
    public boolean isNumeric() {
        for (int i = 1; i < numbers.size(); i++) {
            if (numbers.get(i) <= numbers.get(i - 1)) {
                return false;
            }
        }
        return !numbers.isEmpty();
    }

    /** The last key of the path. */
    public String key() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
