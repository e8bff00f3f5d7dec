package io.goodput.fair;

/** An item's place in a {@link FairQueue}, by which it can be taken out of the middle. */
public final class Place<E> extends Chain.Link<E> {
    final Flow<E> flow;

    Place(E item, Flow<E> flow) {
        super(item);
        this.flow = flow;
    }
}
