package io.goodput.sim;

/** An event under a name of its own. */
record Labelled(String label, Event event) implements Event {
    @Override
    public void fire(long now) {
        event.fire(now);
    }
}
