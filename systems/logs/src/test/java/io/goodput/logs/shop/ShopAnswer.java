package io.goodput.logs.shop;

import io.goodput.Outcome;

/**
 * How a service of the shop answered.
 *
 * @param micros from when it was asked to its answer, with its queue
 */
record ShopAnswer(Outcome outcome, long micros) {}
