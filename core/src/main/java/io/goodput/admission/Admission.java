package io.goodput.admission;

/** What an {@link AdmissionQueue} answers to a request: serve it, wait, or refuse it. */
public sealed interface Admission permits Served, Ticket, Refusal {}
