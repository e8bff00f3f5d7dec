/**
 * The health of a server: what it says about itself, and how it stands beside its peers.
 *
 * <p>In: what checks found, and when. Out: whether the process is alive and whether it should be sent work, ready to be
 * answered at any time. Nothing is checked here, and no probe waits for a check. After the Builders' Library article
 * "Implementing health checks".
 */
package io.goodput.health;
