package io.goodput.keyed;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** First in, first out, linked through the entries: no room is taken and nothing is copied, however many there are. */
final class EntryQueue<S> {
    private @Nullable KeyedEntry<S> head;
    private @Nullable KeyedEntry<S> tail;
    private int size;

    /** Adds an entry that is in no queue. */
    void add(KeyedEntry<S> entry) {
        if (tail == null) {
            head = entry;
        } else {
            tail.next = entry;
        }
        tail = entry;
        size++;
    }

    /** Takes the oldest. */
    KeyedEntry<S> poll() {
        KeyedEntry<S> oldest = head;
        if (oldest == null) {
            throw new NoSuchElementException("the queue is empty");
        }
        head = oldest.next;
        oldest.next = null;
        if (head == null) {
            tail = null;
        }
        size--;
        return oldest;
    }

    /** The oldest, if there is one. */
    @Nullable KeyedEntry<S> head() {
        return head;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return head == null;
    }
}
