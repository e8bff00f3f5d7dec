/**
 * Two sides of a deployment: whether more fails, or answers take longer, by more than chance explains. In: figures of
 * each operation on each side. Out: differences with their intervals, and a word for each. Where the interval holds 0,
 * no difference is shown, which is not the same as none.
 *
 * <p>Shares by Wilson's interval (1927), quantiles by order statistics, differences of both by Newcombe's
 * square-and-add (1998). Of what sampling left out, the weights tell how many count as independent: Kish's effective
 * sample (1965).
 */
package io.goodput.logs.compare;
