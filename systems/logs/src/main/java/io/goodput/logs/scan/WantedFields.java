package io.goodput.logs.scan;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;

/** Finds a field by the bytes of its name, without making a string of them. */
final class WantedFields {
    /** Is no field that anybody wants. */
    static final int NONE = -1;

    private static final int PLACES = 256;

    private final byte[][] names = new byte[PLACES][];
    private final int[] numbers = new int[PLACES];

    /** The number of a field is its place in the list. */
    WantedFields(List<String> fields) {
        Arrays.fill(numbers, NONE);
        for (int i = 0; i < fields.size(); i++) {
            byte[] name = fields.get(i).getBytes(UTF_8);
            int place = place(name, 0, name.length);
            while (names[place] != null) {
                place = place + 1 & PLACES - 1;
            }
            names[place] = name;
            numbers[place] = i;
        }
    }

    int find(byte[] bytes, int from, int length) {
        if (length == 0) {
            return NONE;
        }
        int place = place(bytes, from, length);
        while (true) {
            byte[] name = names[place];
            if (name == null) {
                return NONE;
            }
            if (name.length == length && Arrays.equals(name, 0, length, bytes, from, from + length)) {
                return numbers[place];
            }
            place = place + 1 & PLACES - 1;
        }
    }

    private static int place(byte[] bytes, int from, int length) {
        return 37 * length + 5 * bytes[from] + 11 * bytes[from + length - 1] + bytes[from + length / 2] & PLACES - 1;
    }
}
