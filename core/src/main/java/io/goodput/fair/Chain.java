package io.goodput.fair;

import org.jspecify.annotations.Nullable;

/** A doubly linked list whose links are kept by whoever wants to take them out of the middle. */
final class Chain<V> {
    private @Nullable Link<V> first;
    private @Nullable Link<V> last;

    /** A value and its place in one chain. */
    static class Link<V> {
        final V value;
        private @Nullable Link<V> before;
        private @Nullable Link<V> after;
        private boolean linked;

        Link(V value) {
            this.value = value;
        }

        boolean isLinked() {
            return linked;
        }
    }

    @Nullable V first() {
        return first == null ? null : first.value;
    }

    @Nullable V last() {
        return last == null ? null : last.value;
    }

    boolean isEmpty() {
        return first == null;
    }

    void add(Link<V> link) {
        link.linked = true;
        link.before = last;
        if (last == null) {
            first = link;
        } else {
            last.after = link;
        }
        last = link;
    }

    @Nullable V removeFirst() {
        return first == null ? null : remove(first);
    }

    @Nullable V removeLast() {
        return last == null ? null : remove(last);
    }

    /** The link must be in this chain. */
    V remove(Link<V> link) {
        link.linked = false;
        Link<V> before = link.before;
        Link<V> after = link.after;
        if (before == null) {
            first = after;
        } else {
            before.after = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.before = before;
        }
        link.before = null;
        link.after = null;
        return link.value;
    }
}
