package io.goodput.http.head;

/** What becomes of a request by its head alone. */
public sealed interface RequestVerdict permits AcceptedRequest, HeadRefusal {}
