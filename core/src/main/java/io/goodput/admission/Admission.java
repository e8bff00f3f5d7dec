package io.goodput.admission;

/**
 * What a request that comes is answered: it is {@link Served}, it waits for its {@link Ticket}, or it is {@link Shed}.
 */
public sealed interface Admission permits Served, Ticket, Shed {}
