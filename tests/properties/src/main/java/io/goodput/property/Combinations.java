package io.goodput.property;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All choices that something can be made of, in order, where they are few: a walk over the tree that choices are. */
final class Combinations {
    private Combinations() {}

    /** All of them, or null if there are more than so many. */
    static @Nullable List<long[]> atMost(int most, Consumer<Choices> make) {
        List<long[]> all = new ArrayList<>();
        for (long[] next = {}; next != null; ) {
            Choices choices = Choices.told(next);
            make.accept(choices);
            if (all.size() == most || choices.widest() >= most) {
                return null;
            }
            all.add(choices.made());
            next = choices.following();
        }
        return all;
    }
}
