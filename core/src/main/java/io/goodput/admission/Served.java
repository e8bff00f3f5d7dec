package io.goodput.admission;

/** The request has a slot: serve it now, and say when it is done. */
public enum Served implements Admission {
    /** At once. */
    NOW
}
