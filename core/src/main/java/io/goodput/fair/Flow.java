package io.goodput.fair;

/** What one tenant has waiting. It lives while that is something. */
final class Flow<E> {
    final Object tenant;
    final int weight;
    final Chain<E> items = new Chain<>();

    /** Its place in the order of turns. */
    final Chain.Link<Flow<E>> turn = new Chain.Link<>(this);

    /** Its place among those that need as many rounds. */
    final Chain.Link<Flow<E>> peer = new Chain.Link<>(this);

    int length;

    /** Items left in its turn; 0 if its turn has not begun. */
    int credit;

    Flow(Object tenant, int weight) {
        this.tenant = tenant;
        this.weight = weight;
    }

    /** Turns until all of a queue of that length is served: its length relative to the tenant's weight. */
    static int rounds(int length, int weight) {
        return length / weight + (length % weight == 0 ? 0 : 1);
    }

    int rounds() {
        return rounds(length, weight);
    }
}
