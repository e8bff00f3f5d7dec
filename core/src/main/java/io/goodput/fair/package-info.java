/**
 * Fairness between tenants: each gets its share of what a shared resource can do, however much one of them asks for.
 *
 * <p>In: items, each with its tenant. Out: the item whose tenant's turn it is, or the one to let go when there is no
 * room. After the Builders' Library article "Fairness in multi-tenant systems"; the order is that of Shreedhar and
 * Varghese, "Efficient Fair Queuing using Deficit Round Robin" (SIGCOMM 1995).
 */
package io.goodput.fair;
