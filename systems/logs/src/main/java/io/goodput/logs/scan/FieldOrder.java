package io.goodput.logs.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The order in which lines have their fields, learnt from those that were read: lines of one writer are alike, so that
 * the next field is known by a comparison of a word or two. What is not known yet is looked up by its name. Not
 * thread-safe.
 */
final class FieldOrder {
    /** The field that stands there is not one of those that are known to come. */
    static final int UNKNOWN = -1;

    /** Lines of so many fields are rare; what comes after them is looked up. */
    private static final int MOST = 64;

    private static final int WORDS = 3;
    private static final int LONGEST = WORDS * Long.BYTES;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final long[] first = new long[MOST];
    private final long[] second = new long[MOST];
    private final long[] third = new long[MOST];
    private final long[] firstMask = new long[MOST];
    private final long[] secondMask = new long[MOST];
    private final long[] thirdMask = new long[MOST];
    private final int[] lengths = new int[MOST];
    private final int[] numbers = new int[MOST];
    private int size;

    /** The place of the field whose name begins here, with its quotes and its colon: this one or a later one. */
    int find(byte[] bytes, int at, int place) {
        if (at + LONGEST > bytes.length) {
            return UNKNOWN;
        }
        long word = (long) WORD.get(bytes, at);
        for (int i = place; i < size; i++) {
            if (((word ^ first[i]) & firstMask[i]) == 0 && hasRest(bytes, at, i)) {
                return i;
            }
        }
        return UNKNOWN;
    }

    private boolean hasRest(byte[] bytes, int at, int i) {
        return (((long) WORD.get(bytes, at + Long.BYTES) ^ second[i]) & secondMask[i]) == 0
                && (((long) WORD.get(bytes, at + 2 * Long.BYTES) ^ third[i]) & thirdMask[i]) == 0;
    }

    /** How many bytes the name at a place has, with its quotes and its colon. */
    int length(int place) {
        return lengths[place];
    }

    /** What was said of it when it was learnt. */
    int number(int place) {
        return numbers[place];
    }

    /**
     * Learns that a name may stand before the one at a place.
     *
     * @param from the quote before it
     * @param to behind its colon, which follows the quote
     * @return the place of the next
     */
    int learn(byte[] bytes, int from, int to, int number, int place) {
        if (size == MOST || to - from > LONGEST || from + LONGEST > bytes.length) {
            return place;
        }
        for (long[] each : new long[][] {first, second, third, firstMask, secondMask, thirdMask}) {
            System.arraycopy(each, place, each, place + 1, size - place);
        }
        System.arraycopy(lengths, place, lengths, place + 1, size - place);
        System.arraycopy(numbers, place, numbers, place + 1, size - place);
        size++;
        int length = to - from;
        firstMask[place] = mask(length);
        secondMask[place] = mask(length - Long.BYTES);
        thirdMask[place] = mask(length - 2 * Long.BYTES);
        first[place] = (long) WORD.get(bytes, from);
        second[place] = (long) WORD.get(bytes, from + Long.BYTES);
        third[place] = (long) WORD.get(bytes, from + 2 * Long.BYTES);
        lengths[place] = length;
        numbers[place] = number;
        return place + 1;
    }

    /** Of the first so many bytes of a word. */
    private static long mask(int bytes) {
        return bytes <= 0 ? 0 : bytes >= Long.BYTES ? -1 : (1L << (Byte.SIZE * bytes)) - 1;
    }
}
