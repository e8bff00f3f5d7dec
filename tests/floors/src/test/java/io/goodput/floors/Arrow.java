package io.goodput.floors;

/**
 * One package knows another.
 *
 * @param from the package that knows
 * @param to the package that is known
 * @param where the file that says so
 */
record Arrow(String from, String to, String where) {
    @Override
    public String toString() {
        return from + " -> " + to + " (" + where + ")";
    }
}
