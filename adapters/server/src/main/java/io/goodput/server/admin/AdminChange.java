package io.goodput.server.admin;

/**
 * Something that the operator may do, by {@code POST} to a path of its own and with the token of the data folder.
 *
 * @param path where: {@code /drain}
 * @param action does it, and says what was done
 */
public record AdminChange(String path, Action action) {
    /** What is done. */
    public interface Action {
        /**
         * Does it.
         *
         * @param query what follows the question mark of the target; empty if nothing does
         * @return a line for who asked for it
         * @throws IllegalArgumentException if the query says something else than is expected; its message says what
         */
        String run(String query);
    }
}
