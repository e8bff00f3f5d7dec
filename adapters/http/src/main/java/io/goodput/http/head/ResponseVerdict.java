package io.goodput.http.head;

/** What becomes of a response by its head alone. */
public sealed interface ResponseVerdict permits AcceptedResponse, HeadRefusal {}
