package io.goodput.fair;

/** An item's place in a {@link FairQueue}, by which it can be taken out of the middle. */
public final class Queued<E> extends Chain.Link<E> {
    final Flow<E> flow;

    Queued(E item, Flow<E> flow) {
        super(item);
        this.flow = flow;
    }
}
