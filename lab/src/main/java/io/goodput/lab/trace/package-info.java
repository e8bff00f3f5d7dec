/**
 * One run, event by event: what a model and a seed come to, with every message, wait, refusal and fault in the order of
 * time. In come a scenario, a seed and what is of interest; out go events, as text, as JSON lines or to a picture.
 */
package io.goodput.lab.trace;
