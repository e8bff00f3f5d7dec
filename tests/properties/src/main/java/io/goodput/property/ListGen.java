package io.goodput.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists. Before each element that need not be stands a choice whether it is, so that cutting choices out cuts elements
 * out.
 */
record ListGen<T extends @Nullable Object>(Gen<T> elements, int min, int max) implements Gen<List<T>> {
    ListGen {
        if (min < 0 || min > max) {
            throw new IllegalArgumentException("min: " + min + " (expected: >= 0 and <= " + max + ", the max)");
        }
    }

    @Override
    public List<T> from(Choices choices) {
        long size = min + choices.aside(max - min);
        List<T> list = new ArrayList<>();
        while (list.size() < min || (list.size() < max && more(choices, list.size() < size))) {
            list.add(elements.from(choices));
        }
        return Collections.unmodifiableList(list);
    }

    private static boolean more(Choices choices, boolean wanted) {
        return choices.next(1, _ -> wanted ? 1 : 0) == 1;
    }
}
